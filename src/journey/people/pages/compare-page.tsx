/** Is this somebody we know already? Two records side by side, the evidence in a sentence, and three answers of which each can be taken back. */

import { Fragment } from 'preact';
import { BackLink } from '../../../design/components/back-link.tsx';
import { Actions, Button } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { Chip, type ChipTone } from '../../../design/components/chip.tsx';
import { ErrorSummary, type FieldError } from '../../../design/components/error-summary.tsx';
import { Absent } from '../../../design/components/facts-list.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { Lead, LeftToRight, Stack } from '../../../design/components/layouts.tsx';
import { Rows } from '../../../design/components/lists.tsx';
import { Options } from '../../../design/components/options.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { Table } from '../../../design/components/table.tsx';
import { renderDocument } from '../../../design/layout/document.tsx';
import { RecordMain, RecordSide } from '../../../design/layout/record-columns.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { Shell } from '../../../platform/web/shell.ts';
import { type Agreement, type ComparedRow, type Said, saidByNeither } from '../matching/comparison.ts';
import type { MatchView } from '../matching/match-view.ts';

export interface ComparePageProps {
  readonly shell: Shell;
  readonly formKey: string;
  readonly match: MatchView;
  /** 'Friday 20 Nov, 9:41am'. */
  readonly decidedAt: string;
  readonly errors: readonly FieldError[];
}

const agreementWords: Readonly<Record<Agreement, { readonly words: string; readonly tone: ChipTone }>> = {
  same: { words: 'Same', tone: 'ok' },
  nearly: { words: 'Nearly the same', tone: 'brand' },
  partly: { words: 'Agrees as far as known', tone: 'neutral' },
  differs: { words: 'Differs', tone: 'plum' },
  missing: { words: 'Cannot be compared', tone: 'neutral' },
};

const Agreed = ({ row }: { readonly row: ComparedRow }) => (
  <>
    <Chip tone={agreementWords[row.agreement].tone}>{agreementWords[row.agreement].words}</Chip>
    {row.words ? <p>{row.words}</p> : null}
  </>
);

const Side = ({ said, leftToRight }: { readonly said: readonly Said[] | null; readonly leftToRight: boolean }) => {
  if (said === null) return <Absent absent="hidden" />;
  if (said.length === 0) return <Absent absent="not known" />;
  return (
    <>
      {said.map(({ before, text }, at) => (
        <Fragment key={text}>
          {at > 0 ? ', ' : ''}
          {before ? `${before} ` : ''}
          {leftToRight ? <LeftToRight>{text}</LeftToRight> : <bdi>{text}</bdi>}
        </Fragment>
      ))}
    </>
  );
};

/** 'a, b and c', beginning small but for what is written in capitals. */
const inWords = (rows: readonly ComparedRow[]): string => {
  const terms = rows.map(({ term }) => (/^[A-Z]{2}/.test(term) ? term : term.charAt(0).toLowerCase() + term.slice(1)));
  return terms.length < 2 ? terms.join('') : `${terms.slice(0, -1).join(', ')} and ${terms.at(-1)}`;
};

const Records = ({ rows }: { readonly rows: readonly ComparedRow[] }) => {
  const neither = rows.filter(saidByNeither);
  return (
    <Card>
      <div class="od-compared">
        <Table
          caption="What the two records say"
          captionHidden
          rowKey={(row) => row.term}
          rows={rows.filter((row) => !saidByNeither(row))}
          columns={[
            { title: 'About', cell: (row) => row.term },
            { title: 'Told at the door', cell: (row) => <Side said={row.door} leftToRight={row.leftToRight} /> },
            { title: 'Our record', cell: (row) => <Side said={row.known} leftToRight={row.leftToRight} /> },
            { title: 'How they agree', cell: (row) => <Agreed row={row} /> },
          ]}
        />
      </div>
      {neither.length > 0 ? <p class="od-small">Neither record says: {inWords(neither)}.</p> : null}
    </Card>
  );
};

const Decision = ({ formKey, match, errors }: Pick<ComparePageProps, 'formKey' | 'match' | 'errors'>) => (
  <Card title="Is it the same person?" id="decision">
    <form method="post" action={`/identity/${match.matchId}`} novalidate>
      <ErrorSummary errors={errors} />
      <HiddenValues values={{ form_key: formKey, version: String(match.version) }} />
      <Stack gap="s">
        <Options
          name="outcome"
          legend="Is it the same person?"
          legendHidden
          error={errors[0]?.text}
          value={match.state === 'open' ? undefined : match.state}
          options={[
            {
              value: 'same',
              text: 'Same person',
              consequence: 'The referral moves to the record we have. New ways to reach them are checked with them first.',
            },
            { value: 'not_same', text: 'Not the same', consequence: 'The two stay apart, and nobody is asked about them again.' },
            { value: 'not_sure', text: 'Not sure', consequence: 'Carry on without deciding. Ask them when you speak.' },
          ]}
        />
        <p class="od-small">You can take any of these back. Nothing is deleted.</p>
      </Stack>
      <Actions>
        <Button>Save the answer</Button>
      </Actions>
    </form>
  </Card>
);

const Decided = ({ formKey, match, decidedAt }: Pick<ComparePageProps, 'formKey' | 'match' | 'decidedAt'>) => (
  <Card title={match.state === 'same' ? 'These are one person' : 'These are two people'} id="decided">
    <p>
      {match.decidedBy ?? 'A colleague'} decided this on {decidedAt}.
    </p>
    <p>
      {match.state === 'same'
        ? 'Undo puts the referral and all that belongs to it back where it was. What was written since goes with it.'
        : 'Undo asks the question again.'}
    </p>
    <form method="post" action={`/identity/${match.matchId}/undo`}>
      <HiddenValues values={{ form_key: formKey }} />
      <Button look="secondary">{match.state === 'same' ? 'Undo: take the two apart' : 'Undo: ask again'}</Button>
    </form>
  </Card>
);

const others = (match: MatchView) =>
  match.others.map((other) => ({
    icon: 'people' as const,
    title: other.state === 'not_same' ? 'Not the same' : 'Another possible match',
    detail: other.sentence,
    href: `/identity/${other.id}`,
  }));

export const comparePage = ({ shell, formKey, match, decidedAt, errors }: ComparePageProps): string =>
  renderDocument(
    <StaffPage
      {...shell}
      title={`Referral ${match.referralNumber}: somebody we know?`}
      shape="record"
      error={errors.length > 0}
      skipLinks={[{ text: 'Skip to the decision', target: match.state === 'same' || match.state === 'not_same' ? 'decided' : 'decision' }]}
    >
      <RecordMain>
        <Stack>
          <BackLink href={`/triage/${match.referralId}`} text={`Back to referral ${match.referralNumber}`} />
          <PageTitle
            title={
              <>
                Do we know <bdi>{match.name}</bdi> already?
              </>
            }
          />
          <Lead>{match.sentence}</Lead>
          <Records rows={match.rows} />
          {match.knownSeen ? null : (
            <p>Your team does not support the person in our record. You see how far the two agree, and nothing that it says.</p>
          )}
        </Stack>
      </RecordMain>
      <RecordSide>
        {match.state === 'same' || match.state === 'not_same' ? (
          <Decided formKey={formKey} match={match} decidedAt={decidedAt} />
        ) : (
          <Decision formKey={formKey} match={match} errors={errors} />
        )}
        <Card title="Before you decide" quiet>
          <p>People at one address share much: twins, and a parent and child of one name.</p>
          <p>Ask for something that only they would know, and offer nothing from our record.</p>
        </Card>
        {match.others.length > 0 ? (
          <Card title="Who else it may be" quiet>
            <Rows rows={others(match)} />
          </Card>
        ) : null}
      </RecordSide>
    </StaffPage>,
  );
