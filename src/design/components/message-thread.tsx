/** Messages both ways, newest last, with channel, what became of each, and what the phone showed. */
import { Icon } from '../icons.tsx';

export interface Message {
  readonly key: string;
  readonly from: 'them' | 'us';
  readonly sender: string;
  readonly text: string;
  /** “Tuesday 17 Nov, 11:02am, by text”. */
  readonly when: string;
  readonly state?: 'sent' | 'delivered' | 'waiting' | 'failed' | undefined;
  /** What follows from the state: “Waits for 9am, her good hours start.” */
  readonly note?: string | undefined;
  readonly lang?: string | undefined;
  readonly direction?: 'ltr' | 'rtl' | undefined;
}

const stateWords = { sent: 'Sent', delivered: 'Delivered', waiting: 'Waiting', failed: 'Not delivered' } as const;

export const MessageThread = ({ messages, label }: { readonly messages: readonly Message[]; readonly label: string }) => (
  <ol class="od-thread" aria-label={label}>
    {messages.map(({ key, from, sender, text, when, state, note, lang, direction }) => (
      <li key={key} class={from === 'us' ? 'od-thread__message od-thread__message--us' : 'od-thread__message'}>
        <p class="od-thread__sender">{sender}</p>
        <p class={state === 'failed' ? 'od-thread__text od-thread__text--failed' : 'od-thread__text'} lang={lang} dir={direction}>
          {text}
        </p>
        <p class="od-thread__when">
          {when}
          {state ? (
            <span class={state === 'failed' ? 'od-thread__state od-thread__state--failed' : 'od-thread__state'}>
              {state === 'failed' ? <Icon name="alert" /> : null}
              {stateWords[state]}
            </span>
          ) : null}
          {note ? <span class="od-thread__note">{note}</span> : null}
        </p>
      </li>
    ))}
  </ol>
);
