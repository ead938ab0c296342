/** Messages as they would be seen where they arrive, day by day: who, how and when beside what a screen or an envelope would show. */
import type { ComponentChildren } from 'preact';
import { Chip, type ChipTone } from './chip.tsx';
import { SectionTitle } from './heading.tsx';
import { LockScreenPreview } from './lock-screen-preview.tsx';

export interface SentMessage {
  readonly id: string;
  readonly to: string;
  /** “Text to 07700 900123” */
  readonly how: ComponentChildren;
  /** “8:15am” */
  readonly time: string;
  readonly state: { readonly words: string; readonly tone?: ChipTone | undefined };
  /** Why it did not go, in a sentence. */
  readonly because?: string | undefined;
  readonly preview: { readonly sender: string; readonly text: string; readonly title: string };
}

export interface SentDay {
  readonly title: string;
  readonly messages: readonly SentMessage[];
}

export const SentList = ({ days }: { readonly days: readonly SentDay[] }) => (
  <>
    {days.map(({ title, messages }) => (
      <section key={title}>
        <SectionTitle title={title} />
        <ol class="od-sent">
          {messages.map(({ id, to, how, time, state, because, preview }) => (
            <li key={id} class="od-sent__item">
              <div>
                <h3 class="od-sent__to">{to}</h3>
                <p class="od-sent__how">
                  {how}
                  <br />
                  {time}
                </p>
                <Chip tone={state.tone}>{state.words}</Chip>
                {because ? <p class="od-sent__how">{because}</p> : null}
              </div>
              <LockScreenPreview {...preview} titleHidden />
            </li>
          ))}
        </ol>
      </section>
    ))}
  </>
);
