/** Words set apart from the running text: inset, warning, details, the action link, do and don't. */
import type { ComponentChildren } from 'preact';
import { useTexts } from '../language.tsx';
import type { HeadingLevel } from './heading.tsx';

export const Inset = ({ children }: { readonly children: ComponentChildren }) => {
  const { information } = useTexts();
  return (
    <div class="nhsuk-inset-text">
      <span class="nhsuk-u-visually-hidden">{information}: </span>
      {children}
    </div>
  );
};

export const WarningCallout = ({
  title,
  level = 3,
  children,
}: {
  readonly title: string;
  readonly level?: HeadingLevel | undefined;
  readonly children: ComponentChildren;
}) => {
  const Tag = `h${level}` as const;
  return (
    <div class="nhsuk-card nhsuk-card--warning">
      <div class="nhsuk-card__content">
        <Tag class="nhsuk-card__heading">{title}</Tag>
        <div class="nhsuk-card__description">{children}</div>
      </div>
    </div>
  );
};

export interface DetailsProps {
  readonly summary: ComponentChildren;
  readonly open?: boolean | undefined;
  readonly children: ComponentChildren;
}

export const Details = ({ summary, open, children }: DetailsProps) => (
  <details class="nhsuk-details" open={open}>
    <summary class="nhsuk-details__summary">
      <span class="nhsuk-details__summary-text">{summary}</span>
    </summary>
    <div class="nhsuk-details__text">{children}</div>
  </details>
);

export const ActionLink = ({ href, children }: { readonly href: string; readonly children: ComponentChildren }) => (
  <a class="nhsuk-action-link" href={href}>
    <svg
      class="nhsuk-icon nhsuk-icon--arrow-right-circle"
      xmlns="http://www.w3.org/2000/svg"
      viewBox="0 0 24 24"
      width="16"
      height="16"
      focusable="false"
      aria-hidden="true"
    >
      <path d="M12 2a10 10 0 0 0-10 9h11.7l-4-4a1 1 0 0 1 1.5-1.4l5.6 5.7a1 1 0 0 1 0 1.4l-5.6 5.7a1 1 0 0 1-1.5 0 1 1 0 0 1 0-1.4l4-4H2A10 10 0 1 0 12 2z" />
    </svg>
    <span class="nhsuk-action-link__text">{children}</span>
  </a>
);
