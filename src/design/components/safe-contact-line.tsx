/** How this person may be reached, in words, wherever the name is and on paper too. The sender enforces it; this only shows it. */
import type { ComponentChildren } from 'preact';
import { Icon } from '../icons.tsx';
import { useTexts } from '../language.tsx';
import type { Texts } from '../texts.ts';

export type SafeContact =
  /** `rule` such as “Text first. Call only after he says yes. No voicemail.” */
  | { readonly state: 'known'; readonly rule: string; readonly reason?: ComponentChildren; readonly outOfDate?: string | undefined }
  | { readonly state: 'never asked' }
  | { readonly state: 'nothing safe'; readonly reason?: ComponentChildren };

/** The rule alone, for a chip. */
export const safeContactRule = (contact: SafeContact, words: Texts): string => {
  switch (contact.state) {
    case 'known':
      return contact.rule;
    case 'never asked':
      return words.askBeforeContact;
    case 'nothing safe':
      return words.onlyOnTheirPage;
  }
};

/** `outOfDate` is a sentence such as “Asked 104 days ago. Ask again.” */
export const SafeContactLine = ({ contact }: { readonly contact: SafeContact }) => {
  const words = useTexts();
  const reason = contact.state === 'never asked' ? undefined : contact.reason;
  const outOfDate = contact.state === 'known' ? contact.outOfDate : undefined;
  return (
    <div class="od-safe">
      <Icon name="shield" />
      <p>
        <strong class="od-safe__rule">{safeContactRule(contact, words)}</strong>
        {reason ? <span class="od-safe__reason">{reason}</span> : null}
        {outOfDate ? <span class="od-safe__reason">{outOfDate}</span> : null}
      </p>
    </div>
  );
};
