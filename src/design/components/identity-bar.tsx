/** Who this record is about, over every page of it: known-as name, facts, safe contact first, actions, and the record's parts. */
import type { ComponentChildren } from 'preact';
import { useTexts } from '../language.tsx';
import { staffTexts } from '../texts.ts';
import { Avatar } from './avatar.tsx';
import { type ChipProps, Chips } from './chip.tsx';
import { type RecordTab, RecordTabs } from './record-tabs.tsx';
import type { SafeContact } from './safe-contact-line.tsx';
import { safeContactRule } from './safe-contact-line.tsx';

export interface IdentityNotice {
  readonly text: ComponentChildren;
  readonly tone: 'plain' | 'danger';
  /** In how many milliseconds it is over: `left` is said after the text, and again as time passes. */
  readonly closes?: { readonly after: number; readonly left: string } | undefined;
  /** A POST that needs no more than the press. */
  readonly action?: { readonly text: string; readonly href: string } | undefined;
}

export interface IdentityBarProps {
  /** The name they go by, then the family name. */
  readonly name: string;
  readonly initials: string;
  /** In the order shown: born, pronouns, NHS number, home, key worker. Only what this reader may see. */
  readonly facts: readonly { readonly term: string; readonly value: ComponentChildren }[];
  readonly safeContact: SafeContact;
  /** After safe contact: safety plan, sharing, alerts. */
  readonly chips?: readonly ChipProps[] | undefined;
  readonly tabs: readonly RecordTab[];
  /** Buttons at the end, such as “Record a contact”. */
  readonly actions?: ComponentChildren;
  /** A state of the whole record, as a sentence: read-only, died, merged, opened outside the usual rules with time left. */
  readonly notice?: IdentityNotice | undefined;
}

export const IdentityBar = ({ name, initials, facts, safeContact, chips = [], tabs, actions, notice }: IdentityBarProps) => {
  const words = useTexts();
  return (
    <section class="od-identity" aria-label={staffTexts.identity}>
      {notice ? (
        <div class={notice.tone === 'danger' ? 'od-identity__notice od-identity__notice--danger' : 'od-identity__notice'}>
          <p>
            {notice.text} {notice.closes ? <span data-closes={notice.closes.after}>{notice.closes.left}</span> : null}
          </p>
          {notice.action ? (
            <form method="post" action={notice.action.href}>
              <button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" data-module="nhsuk-button" type="submit">
                {notice.action.text}
              </button>
            </form>
          ) : null}
        </div>
      ) : null}
      <div class="od-identity__inside">
        <div class="od-identity__head">
          <Avatar initials={initials} size="l" />
          <div class="od-identity__who">
            <h1 class="od-identity__name" id="person" tabindex={-1}>
              {name}
            </h1>
            <dl class="od-identity__facts">
              {facts.map(({ term, value }) => (
                <div key={term}>
                  <dt>{term}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </div>
          {actions ? <div class="od-identity__actions">{actions}</div> : null}
        </div>
        <Chips chips={[{ tone: 'warn', icon: 'shield', children: safeContactRule(safeContact, words) }, ...chips]} />
        <RecordTabs name={name} tabs={tabs} />
      </div>
    </section>
  );
};
