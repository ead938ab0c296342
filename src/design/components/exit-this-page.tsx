/** Leaving at once: a plain link that ends at a neutral page; with script the page is covered first, goes straight there and does not stay in the history. */
import { Icon } from '../icons.tsx';
import { useTexts } from '../language.tsx';

export const ExitThisPage = ({ href, to }: { readonly href: string; readonly to?: string | undefined }) => {
  const words = useTexts();
  const [two, one] = words.exitPresses;
  return (
    <>
      <a
        class="od-exit"
        href={href}
        rel="nofollow noreferrer"
        data-exit={to ?? ''}
        data-loading={words.exitLoading}
        data-presses={`${two}|${one}`}
      >
        <Icon name="exit" />
        {words.exit}
      </a>
      <span class="nhsuk-u-visually-hidden" role="status" data-exit-status />
    </>
  );
};
