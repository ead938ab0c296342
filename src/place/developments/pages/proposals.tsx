/** What recovery partners propose, as everybody who works here reads it: the log, one proposal with its next step, and writing one down. */
import { Inset } from '../../../design/components/asides.tsx';
import { BackLink } from '../../../design/components/back-link.tsx';
import { Button } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { Chips, type ChipTone } from '../../../design/components/chip.tsx';
import type { FieldError } from '../../../design/components/error-summary.tsx';
import { filledIn } from '../../../design/components/filled-in.ts';
import { PageTitle } from '../../../design/components/heading.tsx';
import { Columns, Stack } from '../../../design/components/layouts.tsx';
import { Pager } from '../../../design/components/pager.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { Select, type SelectOption } from '../../../design/components/select.tsx';
import { Table } from '../../../design/components/table.tsx';
import { TextArea } from '../../../design/components/text-area.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { Timeline } from '../../../design/components/timeline.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import { saidDate } from '../../../platform/said.ts';
import type { Shell } from '../../../platform/web/shell.ts';
import { authorOf, type Proposal, type ProposalState, type ProposalTrace } from '../model.ts';
import { Parts } from './frame.tsx';

export const stateWords: Readonly<Record<ProposalState, string>> = {
  proposed: 'Proposed',
  considered: 'Being considered',
  agreed: 'Agreed',
  not_agreed: 'Not agreed',
  done: 'Done',
  result: 'Result known',
};
const tones: Readonly<Record<ProposalState, ChipTone>> = {
  proposed: 'warn',
  considered: 'neutral',
  agreed: 'brand',
  not_agreed: 'neutral',
  done: 'ok',
  result: 'ok',
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

export interface LogView {
  readonly proposals: readonly Proposal[];
  readonly next: string | undefined;
  readonly mayPropose: boolean;
  readonly mayShow: boolean;
  readonly shown: boolean;
  readonly formKey: string;
}

export const LogPage = ({ shell, view }: { readonly shell: Shell; readonly view: LogView }) => (
  <StaffPage {...shell} title="Proposals" shape="list">
    <Stack gap="l">
      <PageTitle
        title="Proposals"
        sentence="What people with own experience propose, what was decided and why, and what changed. Nothing is ever taken away."
        aside={view.mayPropose ? <a href="/changes/proposals/new">Write down a proposal</a> : undefined}
      />
      <Parts current="/changes/proposals" />
      <Table
        caption="Proposals"
        captionHidden
        rows={view.proposals}
        rowKey={({ id }) => id}
        empty="No proposal is written down yet."
        columns={[
          { title: 'Proposal', cell: ({ id, title }) => <a href={`/changes/proposals/${id}`}>{title}</a> },
          { title: 'By', cell: (proposal) => capital(authorOf(proposal)) },
          { title: 'Since', cell: ({ createdAt }) => saidDate(createdAt) },
          { title: 'Where it stands', cell: ({ state }) => <Chips chips={[{ tone: tones[state], children: stateWords[state] }]} /> },
        ]}
      />
      <Pager next={view.next} label="Older proposals" />
      {view.mayShow ? (
        <Card title="Who reads this" level={2} quiet>
          <form method="post" action="/changes/proposals/shown">
            <HiddenValues values={{ form_key: view.formKey, shown: view.shown ? 'no' : 'yes' }} />
            <p>
              {view.shown ? (
                <>
                  Everybody can read this log at <a href="/have-your-say/proposals">Have your say</a>.
                </>
              ) : (
                'Only people who work here can read this log.'
              )}
            </p>
            <Button look="secondary">{view.shown ? 'Show it only to people who work here' : 'Show it to everybody'}</Button>
          </form>
        </Card>
      ) : null}
    </Stack>
  </StaffPage>
);

export interface ProposalView {
  readonly proposal: Proposal;
  readonly traces: readonly ProposalTrace[];
  /** The steps this visitor may take now. */
  readonly steps: readonly ProposalState[];
  readonly typed: { readonly reason: string; readonly result: string; readonly result_on: string };
  readonly formKey: () => string;
}

const stepText: Readonly<Partial<Record<ProposalState, string>>> = {
  considered: 'We are considering it',
  agreed: 'We agree',
  not_agreed: 'We do not agree',
  done: 'It is done',
  result: 'Write down the result',
};

const Step = ({ view, errors }: { readonly view: ProposalView; readonly errors: readonly FieldError[] }) => {
  const { proposal, steps, typed } = view;
  if (steps.length === 0) return null;
  const decides = steps.includes('agreed');
  const ends = steps.includes('result');
  const field = filledIn(typed, errors);
  return (
    <Card title="The next step" level={2} id="step">
      <form method="post" action={`/changes/proposals/${proposal.id}/step`} novalidate>
        <HiddenValues values={{ form_key: view.formKey(), version: String(proposal.version) }} />
        {decides ? (
          <TextArea {...field('reason')} label="Why?" hint="Its author reads it. Where you do not agree, a reason is needed." />
        ) : null}
        {ends ? (
          <>
            <TextArea {...field('result')} label="What changed?" />
            <TextInput {...field('result_on')} type="date" label="Since which day?" />
          </>
        ) : null}
        <div class="od-actions">
          {steps.map((to, at) => (
            <Button key={to} name="to" value={to} look={at === 0 ? 'primary' : 'secondary'}>
              {stepText[to]}
            </Button>
          ))}
        </div>
      </form>
    </Card>
  );
};

export const ProposalPage = ({
  shell,
  view,
  errors,
}: {
  readonly shell: Shell;
  readonly view: ProposalView;
  readonly errors: readonly FieldError[];
}) => {
  const { proposal, traces } = view;
  return (
    <StaffPage {...shell} title={proposal.title} shape="list" errors={errors}>
      <BackLink href="/changes/proposals" text="All proposals" />
      <PageTitle title={proposal.title} sentence={`By ${authorOf(proposal)}, ${saidDate(proposal.createdAt)}.`} />
      <Columns>
        <Stack>
          <Card title="What it proposes" level={2} id="proposes">
            <p>{proposal.words}</p>
            {proposal.developmentName ? (
              <p>
                Belongs to <a href="/changes">{proposal.developmentName}</a>.
              </p>
            ) : null}
          </Card>
          <Card title="Why" level={2} id="why">
            <p>{proposal.why}</p>
          </Card>
          {proposal.result && proposal.resultOn ? (
            <Inset>
              <p>
                <strong>What changed, since {saidDate(proposal.resultOn)}</strong>
              </p>
              <p>{proposal.result}</p>
            </Inset>
          ) : null}
          <Step view={view} errors={errors} />
        </Stack>
        <Card title="What happened" level={2} id="happened">
          <Timeline
            days={[...Map.groupBy(traces.toReversed(), ({ at }) => saidDate(at))].map(([title, steps]) => ({
              title,
              entries: steps.map(({ to, by, words }) => ({
                key: to,
                icon: to === 'proposed' ? ('people' as const) : ('check' as const),
                title: stateWords[to],
                byline: by,
                ...(words ? { note: words } : {}),
              })),
            }))}
          />
        </Card>
      </Columns>
    </StaffPage>
  );
};

export interface NewProposalView {
  readonly typed: Readonly<Record<'title' | 'words' | 'why' | 'author_name' | 'author_role' | 'development', string>>;
  readonly developments: readonly SelectOption[];
  readonly formKey: string;
}

export const NewProposalPage = ({
  shell,
  view,
  errors,
}: {
  readonly shell: Shell;
  readonly view: NewProposalView;
  readonly errors: readonly FieldError[];
}) => {
  const field = filledIn(view.typed, errors);
  return (
    <StaffPage {...shell} title="A new proposal" shape="list" errors={errors}>
      <BackLink href="/changes/proposals" text="All proposals" />
      <PageTitle title="A new proposal" sentence="Write it together with its author, in their words. It stays as it was made." />
      <Card>
        <form method="post" action="/changes/proposals/new" novalidate>
          <HiddenValues values={{ form_key: view.formKey }} />
          <TextInput {...field('title')} label="In a few words" />
          <TextArea {...field('words')} label="What do they propose?" />
          <TextArea {...field('why')} label="Why?" />
          <TextInput
            {...field('author_name')}
            label="How do they want to be named?"
            hint="Any name they choose. Leave it empty where they want none. Nothing about their health belongs here."
          />
          <TextInput
            {...field('author_role')}
            label="As what do they propose it?"
            hint="For example “recovery partner” or “a recovery partner from Mendip”."
          />
          <Select {...field('development')} label="Does it belong to a development?" options={view.developments} />
          <Button>Keep the proposal</Button>
        </form>
      </Card>
    </StaffPage>
  );
};
