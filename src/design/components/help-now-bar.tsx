/** The lines that answer now, at the bottom of every person page. Numbers come from settings, checked when the service is set up. */
import { useTexts } from '../language.tsx';

export interface HelpLine {
  readonly text: string;
  /** `tel:` or `sms:`. */
  readonly href: string;
}

export const HelpNowBar = ({ lines }: { readonly lines: readonly HelpLine[] }) => {
  const { helpNow } = useTexts();
  return (
    <nav class="od-help-now" aria-label={helpNow}>
      <strong class="od-help-now__title" aria-hidden="true">
        {helpNow}
      </strong>
      <ul class="od-help-now__list">
        {lines.map(({ text, href }) => (
          <li key={href}>
            <a class="od-help-now__link" href={href}>
              <bdi>{text}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};
