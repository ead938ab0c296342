/** What an action did, after it: what happened, what was sent, and Undo where nothing has left the house. */
import type { ComponentChildren } from 'preact';
import { classNames } from '../class-names.ts';
import { useTexts } from '../language.tsx';

export interface NotificationProps {
  readonly result: 'success' | 'partial' | 'failed' | 'information';
  readonly heading: string;
  /** Further sentences: what was sent, to whom, what was not. */
  readonly children?: ComponentChildren;
  /** Address that undoes it by POST. */
  readonly undo?: { readonly action: string; readonly text?: string | undefined } | undefined;
  readonly link?: { readonly text: string; readonly href: string } | undefined;
}

const looks = {
  success: 'nhsuk-notification-banner--success',
  partial: 'od-notification--partial',
  failed: 'od-notification--failed',
  information: undefined,
} as const;

/** Focus moves here after the redirect (`data-focus`); the words are read once. */
export const Notification = ({ result, heading, children, undo, link }: NotificationProps) => {
  const words = useTexts();
  const title = { success: words.done, partial: words.partlyDone, failed: words.notDone, information: words.information }[result];
  return (
    <div
      class={classNames('nhsuk-notification-banner', looks[result])}
      data-module="nhsuk-notification-banner"
      role="status"
      aria-labelledby="nhsuk-notification-banner-title"
      tabindex={-1}
      data-focus
    >
      <div class="nhsuk-notification-banner__header">
        <h2 class="nhsuk-notification-banner__title" id="nhsuk-notification-banner-title">
          {title}
        </h2>
      </div>
      <div class="nhsuk-notification-banner__content">
        <p class="nhsuk-notification-banner__heading">{heading}</p>
        {children ? <div class="od-notification__more">{children}</div> : null}
        {undo || link ? (
          <div class="od-notification__actions">
            {undo ? (
              <form method="post" action={undo.action}>
                <button class="od-button-link" type="submit">
                  {undo.text ?? words.undo}
                </button>
              </form>
            ) : null}
            {link ? <a href={link.href}>{link.text}</a> : null}
          </div>
        ) : null}
      </div>
    </div>
  );
};
