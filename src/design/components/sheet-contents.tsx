/** The parts of a long sheet, beside it on wide screens and above it on narrow ones. */
import type { ComponentChildren } from 'preact';
import { staffTexts } from '../texts.ts';

export interface SheetContentsProps {
  readonly title?: string | undefined;
  readonly links: readonly { readonly text: string; readonly href: string; readonly current?: boolean | undefined }[];
  readonly actions?: ComponentChildren;
}

export const SheetContents = ({ title = staffTexts.contents, links, actions }: SheetContentsProps) => (
  <div class="od-contents">
    <nav aria-labelledby="contents-title">
      <h2 class="od-contents__title" id="contents-title">
        {title}
      </h2>
      <ol class="od-contents__list">
        {links.map(({ text, href, current }) => (
          <li key={href}>
            <a class="od-contents__link" href={href} aria-current={current ? 'true' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
    {actions ? <div class="od-contents__actions">{actions}</div> : null}
  </div>
);
