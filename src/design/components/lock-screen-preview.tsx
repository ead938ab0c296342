/** The exact text and sender as a locked phone will show it, so that someone can see what another person would see. */
import { Icon } from '../icons.tsx';
import { useTexts } from '../language.tsx';
import type { Direction } from '../texts.ts';

export interface LockScreenPreviewProps {
  readonly sender: string;
  readonly text: string;
  readonly title?: string | undefined;
  /** The title is only read out, where what stands around says it. */
  readonly titleHidden?: boolean | undefined;
  readonly lang?: string | undefined;
  readonly direction?: Direction | undefined;
  /**
   * The preview changes with the answers: shown only while the field `name` has this `value`. Without script every preview shows,
   * each under its own title.
   */
  readonly when?: { readonly name: string; readonly value: string } | undefined;
}

export const LockScreenPreview = ({ sender, text, title, titleHidden, lang, direction, when }: LockScreenPreviewProps) => {
  const words = useTexts();
  // In their language, then in English: each runs its own way.
  const parts = text.split('\n\n');
  return (
    <figure class="od-lock" data-when={when ? `${when.name}=${when.value}` : undefined}>
      <figcaption class={titleHidden ? 'nhsuk-u-visually-hidden' : 'od-lock__title'}>{title ?? words.lockScreen}</figcaption>
      <div class="od-lock__note">
        <span class="od-lock__app" aria-hidden="true">
          <Icon name="chat" />
        </span>
        <span class="od-lock__words">
          <span class="od-lock__head">
            <bdi class="od-lock__sender" dir="ltr">
              {sender}
            </bdi>
            <span class="od-lock__time">{words.now}</span>
          </span>
          {parts.map((part) => (
            <span key={part} class="od-lock__text" lang={lang} dir={parts.length > 1 ? 'auto' : direction}>
              {part}
            </span>
          ))}
        </span>
      </div>
    </figure>
  );
};
