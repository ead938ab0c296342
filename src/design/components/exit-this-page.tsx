/** Leaving at once: a plain link to a neutral page; with script the page is covered first and does not stay in the history. */
import { Icon } from '../icons.tsx';
import { useTexts } from '../language.tsx';

export const ExitThisPage = ({ href }: { readonly href: string }) => {
  const words = useTexts();
  const [two, one] = words.exitPresses;
  return (
    <>
      <a class="od-exit" href={href} rel="nofollow noreferrer" data-exit data-loading={words.exitLoading} data-presses={`${two}|${one}`}>
        <Icon name="exit" />
        {words.exit}
      </a>
      <span class="nhsuk-u-visually-hidden" role="status" data-exit-status />
    </>
  );
};
