/** One step back, to a real address. */
import { Icon } from '../icons.tsx';
import { useTexts } from '../language.tsx';

export interface BackLinkProps {
  readonly href: string;
  readonly text?: string | undefined;
}

export const BackLink = ({ href, text }: BackLinkProps) => {
  const { back } = useTexts();
  return (
    <a class="nhsuk-back-link" href={href}>
      <Icon name="back" />
      {text ?? back}
    </a>
  );
};

/** Where this page stands; only in directories and settings. */
export const Breadcrumbs = ({
  links,
  label = 'Breadcrumb',
}: {
  readonly links: readonly { readonly text: string; readonly href: string }[];
  readonly label?: string | undefined;
}) => (
  <nav class="nhsuk-breadcrumb" aria-label={label}>
    <ol class="nhsuk-breadcrumb__list">
      {links.map((link) => (
        <li key={link.href} class="nhsuk-breadcrumb__list-item">
          <a class="nhsuk-breadcrumb__link" href={link.href}>
            {link.text}
          </a>
        </li>
      ))}
    </ol>
  </nav>
);
