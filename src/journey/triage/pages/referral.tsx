/** The referral on the desk: their own words largest, how to reach them safely, and what they told us. */
import { AlertBlock } from '../../../design/components/alert-block.tsx';
import { ButtonLink } from '../../../design/components/button.tsx';
import { FactsList } from '../../../design/components/facts-list.tsx';
import { PageTitle, SectionTitle } from '../../../design/components/heading.tsx';
import { OwnWords } from '../../../design/components/own-words.tsx';
import { Presence, type Reader } from '../../../design/components/presence.tsx';
import { type SafeContact, SafeContactLine } from '../../../design/components/safe-contact-line.tsx';
import { ItemPane } from '../../../design/layout/panes.tsx';
import type { OwnAccount, ToldFact } from '../presenting.ts';

export interface ReferralView {
  readonly referralId: string;
  readonly name: string;
  readonly firstName: string;
  /** '23, she/her. Bridgwater. Self-referral today 8:12am. Referral R-4821.' */
  readonly sentence: string;
  readonly readers: readonly Reader[];
  readonly safeContact: SafeContact;
  readonly account: OwnAccount | null;
  readonly safety: { readonly title: string; readonly detail: string } | null;
  readonly matches: readonly { readonly id: string; readonly sentence: string }[];
  /** Who told us: themselves, or whoever asked for them. */
  readonly teller: string;
  /** They may not know that somebody asked for them. */
  readonly unknowing: { readonly title: string; readonly detail: string } | null;
  readonly told: readonly ToldFact[];
  readonly referrer: string;
}

export const ReferralItem = ({ view }: { readonly view: ReferralView }) => (
  <ItemPane label="This referral">
    <PageTitle
      level={2}
      id="item"
      title={view.name}
      sentence={view.sentence}
      aside={<Presence poll={`/triage/${view.referralId}/presence.json`} readers={view.readers} />}
    />
    <SafeContactLine contact={view.safeContact} />
    {view.unknowing ? (
      <AlertBlock
        kind="identity"
        title={view.unknowing.title}
        action={
          <ButtonLink href={`/triage/${view.referralId}/reach`} look="secondary" small>
            Reach them
          </ButtonLink>
        }
      >
        {view.unknowing.detail}
      </AlertBlock>
    ) : null}
    {view.account ? (
      <OwnWords {...view.account} />
    ) : (
      <AlertBlock kind="information" title={`${view.firstName} would rather talk than write.`}>
        Ask when you speak. They need not tell it twice: write it here.
      </AlertBlock>
    )}
    {view.safety ? (
      <AlertBlock kind="danger" title={view.safety.title}>
        {view.safety.detail}
      </AlertBlock>
    ) : null}
    {view.matches.map((match) => (
      <AlertBlock
        key={match.id}
        kind="identity"
        title="This may be somebody we already know"
        action={
          <ButtonLink href={`/identity/${match.id}`} look="secondary" small>
            Compare records
          </ButtonLink>
        }
      >
        {match.sentence}
      </AlertBlock>
    ))}
    <div>
      <SectionTitle title={`What ${view.teller} told us`} level={3} />
      <FactsList facts={[...view.told, ...(view.referrer ? [{ term: 'Referred by', value: view.referrer }] : [])]} />
    </div>
  </ItemPane>
);
