/** One step back, to a real address. */
import { useTexts } from '../language.tsx';

export interface BackLinkProps {
  readonly href: string;
  readonly text?: string | undefined;
}

export const BackLink = ({ href, text }: BackLinkProps) => {
  const { back } = useTexts();
  return (
    <a class="nhsuk-back-link" href={href}>
      {text ?? back}
    </a>
  );
};

export interface BreadcrumbsProps {
  readonly links: readonly { readonly text: string; readonly href: string }[];
  readonly label?: string | undefined;
}

/** Where this page stands; only in directories and settings. Phones show only the way back to the last. */
export const Breadcrumbs = ({ links, label = 'Breadcrumb' }: BreadcrumbsProps) => {
  const last = links.at(-1);
  return (
    <nav class="nhsuk-breadcrumb" aria-label={label}>
      <ol class="nhsuk-breadcrumb__list">
        {links.map((link) => (
          <li key={link.text} class="nhsuk-breadcrumb__list-item">
            <a class="nhsuk-breadcrumb__link" href={link.href}>
              {link.text}
            </a>
          </li>
        ))}
      </ol>
      {last ? (
        <a class="nhsuk-back-link" href={last.href}>
          <span class="nhsuk-u-visually-hidden">Back to </span>
          {last.text}
        </a>
      ) : null}
    </nav>
  );
};
