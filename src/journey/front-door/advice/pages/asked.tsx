/** What became of a question: who answers and by when, the answer, and the way from there to a referral. */
import { Inset } from '../../../../design/components/asides.tsx';
import { ButtonLink } from '../../../../design/components/button.tsx';
import { FactsList } from '../../../../design/components/facts-list.tsx';
import { PageTitle, SectionTitle } from '../../../../design/components/heading.tsx';
import { Table } from '../../../../design/components/table.tsx';
import { renderDocument } from '../../../../design/layout/document.tsx';
import { saidDay } from '../../../../platform/said.ts';
import { AsTyped } from '../../pages/as-typed.tsx';
import { type Around, ReferFrame } from '../../pages/refer.tsx';
import { sent } from '../../professional-texts.ts';
import type { Advice } from '../model.ts';
import { answering, asked } from '../texts.ts';

/** Where it stands: always who, and by or since when. */
export function adviceStands(advice: Advice): string {
  if (advice.state === 'referred') return asked.referred;
  if (advice.answeredAt) return asked.answered(advice.answererName ?? advice.teamName, saidDay(advice.answeredAt));
  const by = saidDay(advice.answerBy);
  return advice.takerName ? asked.taken(advice.takerName, by) : asked.waiting(advice.teamName, by);
}

const inParagraphs = (words: string) =>
  words.split(/\n{2,}/).map((paragraph, at) => (
    <p key={at}>
      <AsTyped text={paragraph} />
    </p>
  ));

/** Above everything else: answers that nobody has opened yet. */
export const Unread = ({ rows }: { readonly rows: readonly Advice[] }) => (
  <>
    {rows
      .filter(({ answeredAt, readAt }) => answeredAt !== null && readAt === null)
      .map(({ id, number, answererName, teamName }) => (
        <Inset key={id}>
          <p>
            {asked.unread(answererName ?? teamName, number)} <a href={`/sent/advice/${id}`}>{asked.readIt}</a>
          </p>
        </Inset>
      ))}
  </>
);

/** Under the list of referrals; nothing where nothing was asked. */
export const AskedList = ({ rows }: { readonly rows: readonly Advice[] }) =>
  rows.length === 0 ? null : (
    <Table<Advice>
      caption={asked.list}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { title: asked.what, cell: ({ id, question }) => <a href={`/sent/advice/${id}`}>{beginning(question)}</a> },
        { title: asked.question, cell: ({ number }) => <bdi dir="ltr">{number}</bdi> },
        { title: asked.when, cell: ({ askedAt }) => saidDay(askedAt) },
        { title: asked.stands, cell: adviceStands },
      ]}
    />
  );

const most = 90;
/** Enough of a question to know which it is. */
export const beginning = (question: string): string => {
  const line = question.replaceAll(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, line.lastIndexOf(' ', most))} …`;
};

export const askedPage = ({ around, advice }: { readonly around: Around; readonly advice: Advice }): string =>
  renderDocument(
    <ReferFrame around={around} title={answering.one(advice.number)} back={{ href: '/sent', text: sent.title }}>
      <PageTitle title={answering.one(advice.number)} sentence={adviceStands(advice)} />
      {advice.answer ? (
        <>
          <SectionTitle title={asked.answer([advice.answererName, advice.answererJob].filter(Boolean).join(', '))} />
          <Inset>{inParagraphs(advice.answer)}</Inset>
        </>
      ) : null}
      <div class="od-actions">
        {advice.referralId ? (
          <ButtonLink look="secondary" href={`/sent/${advice.referralId}`}>
            {asked.toReferral}
          </ButtonLink>
        ) : (
          <ButtonLink look={advice.referNow ? undefined : 'secondary'} href={`/refer?advice=${advice.id}`}>
            {asked.refer}
          </ButtonLink>
        )}
      </div>
      {advice.referralId ? null : <p class="nhsuk-hint">{advice.referNow ? asked.referNow : asked.referKeeps}</p>}
      <SectionTitle title={asked.what} />
      {inParagraphs(advice.question)}
      <FactsList
        facts={[
          { term: asked.safety, value: advice.safety ? <AsTyped text={advice.safety} /> : answering.noneKnown },
          { term: asked.tried, value: <AsTyped text={advice.tried} /> },
          { term: asked.when, value: saidDay(advice.askedAt) },
        ]}
      />
    </ReferFrame>,
  );
