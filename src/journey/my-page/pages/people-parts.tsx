/** Who is round somebody: what they were told and what was agreed, who helps them, who can see them. */
import { AccessSentences } from '../../../design/components/access-list.tsx';
import { Details } from '../../../design/components/asides.tsx';
import { Box } from '../../../design/components/care-box.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { Around, AsTyped, InEnglish, LeftToRight } from '../../../design/components/layouts.tsx';
import { Rows } from '../../../design/components/lists.tsx';
import type { OwnTexts } from '../texts.ts';

export interface MessageView {
  readonly key: string;
  /** As they were sent: in more than one language, a paragraph each. */
  readonly words: string;
  readonly when: string;
}

export interface TeamView {
  readonly team: string;
  readonly service: string;
  readonly phone: string | null;
  /** `does` in the place’s words; null where it says nothing. */
  readonly people: readonly { readonly name: string; readonly does: string | null }[];
  readonly offers: readonly string[];
}

export interface AgreedView {
  readonly agreed: string;
  readonly nextStep: string;
  readonly when: string;
  readonly worker: string;
}

const Sent = ({ words }: { readonly words: string }) => (
  <>
    {words.split(/\n{2,}/u).map((paragraph, at) => (
      <>
        {at > 0 ? <br /> : null}
        <AsTyped>{paragraph}</AsTyped>
      </>
    ))}
  </>
);

export const Messages = ({ messages, texts: { told } }: { readonly messages: readonly MessageView[]; readonly texts: OwnTexts }) => {
  const [latest, ...earlier] = messages.map(({ key, words, when }) => ({ key, sentence: <Sent words={words} />, when }));
  return (
    <Box title={told.title}>
      <AccessSentences entries={latest ? [latest] : []} empty={told.none} />
      {earlier.length > 0 ? (
        <Details summary={told.earlier({ count: earlier.length })}>
          <AccessSentences entries={earlier} empty="" />
        </Details>
      ) : null}
    </Box>
  );
};

export const Agreed = ({ agreed, texts }: { readonly agreed: AgreedView; readonly texts: OwnTexts }) => (
  <Box title={texts.agreed.title}>
    <p dir="auto">{agreed.agreed}</p>
    {agreed.nextStep && agreed.nextStep !== agreed.agreed ? (
      <p>
        <Around says={(step) => texts.agreed.next({ step })}>
          <AsTyped>{agreed.nextStep}</AsTyped>
        </Around>
      </p>
    ) : null}
    <p class="od-small">{texts.agreed.with({ who: agreed.worker, day: agreed.when })}</p>
  </Box>
);

export const Team = ({ team, texts }: { readonly team: TeamView | null; readonly texts: OwnTexts }) => (
  <Box title={texts.team.title}>
    {team === null ? (
      <EmptyState>{texts.team.none}</EmptyState>
    ) : (
      <>
        <Rows
          rows={[
            ...team.people.map(({ name, does }) => ({
              icon: 'people' as const,
              title: <AsTyped>{name}</AsTyped>,
              detail: does ? <InEnglish>{does}</InEnglish> : texts.team.supports,
            })),
            ...(team.offers.length > 0
              ? [
                  {
                    icon: 'flag' as const,
                    title: <InEnglish>{team.offers.join(', ')}</InEnglish>,
                    detail: <From team={team} texts={texts} />,
                  },
                ]
              : []),
          ]}
        />
        {team.phone ? (
          <p class="od-own-foot">
            {texts.team.call}{' '}
            <a href={`tel:${team.phone.replaceAll(' ', '')}`}>
              <LeftToRight>{team.phone}</LeftToRight>
            </a>
          </p>
        ) : null}
      </>
    )}
  </Box>
);

const From = ({ team, texts }: { readonly team: TeamView; readonly texts: OwnTexts }) => (
  <Around says={(name) => texts.team.from({ team: name })}>
    <InEnglish>{team.team}</InEnglish>
  </Around>
);

export interface SeesView {
  readonly worker: string | null;
  readonly team: TeamView | null;
  /** Somebody at home asked for them. */
  readonly askedFor: boolean;
  /** The agency that waits for an answer of theirs; null where none does. */
  readonly asksToUse: string | null;
}

const copyWords = ({ worker, team }: SeesView, { sees }: OwnTexts): string =>
  !worker ? sees.copy : (team?.phone ? sees.copyCall : sees.copyWho)({ who: worker });

export const Sees = ({ view, texts }: { readonly view: SeesView; readonly texts: OwnTexts }) => {
  const { sees } = texts;
  return (
    <Box title={sees.title}>
      <Rows
        rows={[
          { icon: 'phone', title: sees.reach, href: '/me/contact' },
          { icon: 'people', title: sees.access, href: '/me/access' },
          {
            icon: 'forward',
            title: view.asksToUse ? (
              <Around says={(who) => sees.asksToUse({ who })}>
                <InEnglish>{view.asksToUse}</InEnglish>
              </Around>
            ) : (
              sees.mayUse
            ),
            href: '/me/sharing',
          },
          { icon: 'search', title: sees.looked, href: '/me/looked' },
          ...(view.askedFor ? [{ icon: 'people' as const, title: sees.askedFor, href: '/me/asked' }] : []),
        ]}
      />
      <p class="od-own-foot">{copyWords(view, texts)}</p>
    </Box>
  );
};
