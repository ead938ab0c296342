/** Questions of people at work, by time left; and one of them with room for the answer. */
import { Inset } from '../../../../design/components/asides.tsx';
import { Button } from '../../../../design/components/button.tsx';
import { Card } from '../../../../design/components/card.tsx';
import { Radios } from '../../../../design/components/choices.tsx';
import { EmptyState } from '../../../../design/components/empty-state.tsx';
import { ErrorSummary } from '../../../../design/components/error-summary.tsx';
import { FactsList } from '../../../../design/components/facts-list.tsx';
import { PageTitle } from '../../../../design/components/heading.tsx';
import { Columns, Prose, Stack } from '../../../../design/components/layouts.tsx';
import { HiddenValues } from '../../../../design/components/question-page.tsx';
import { SaveNote } from '../../../../design/components/save-note.tsx';
import { Table } from '../../../../design/components/table.tsx';
import { TextArea } from '../../../../design/components/text-area.tsx';
import { renderDocument } from '../../../../design/layout/document.tsx';
import { StaffPage } from '../../../../design/layout/staff-page.tsx';
import type { Fault } from '../../../../platform/problem.ts';
import { saidDay } from '../../../../platform/said.ts';
import { asErrors } from '../../../../platform/web/faults.ts';
import type { Shell } from '../../../../platform/web/shell.ts';
import { AsTyped } from '../../pages/as-typed.tsx';
import { type Advice, askerOf } from '../model.ts';
import { answering } from '../texts.ts';
import { adviceStands, beginning } from './asked.tsx';

const toOne = ({ id, question }: Advice) => <a href={`/advice/${id}`}>{beginning(question)}</a>;

export const adviceListPage = ({
  shell,
  waiting,
  lately,
  now,
}: {
  readonly shell: Shell;
  readonly waiting: readonly Advice[];
  readonly lately: readonly Advice[];
  readonly now: Date;
}): string =>
  renderDocument(
    <StaffPage {...shell} title={answering.title} shape="list">
      <PageTitle title={answering.title} sentence={answering.lead} />
      <Stack>
        {waiting.length === 0 ? (
          <EmptyState>{answering.none}</EmptyState>
        ) : (
          <Table<Advice>
            caption={answering.waiting}
            rows={waiting}
            rowKey={({ id }) => id}
            marked={({ answerBy }) => answerBy < now}
            columns={[
              { title: answering.question, cell: toOne },
              { title: answering.who, cell: askerOf },
              { title: answering.by, cell: ({ answerBy }) => (answerBy < now ? answering.late(saidDay(answerBy)) : saidDay(answerBy)) },
              { title: answering.whose, cell: ({ takerName }) => takerName ?? answering.nobody },
            ]}
          />
        )}
        {lately.length === 0 ? null : (
          <Table<Advice>
            caption={answering.lately}
            rows={lately}
            rowKey={({ id }) => id}
            columns={[
              { title: answering.question, cell: toOne },
              { title: answering.who, cell: askerOf },
              { title: answering.answered, cell: adviceStands },
              { title: answering.read, cell: ({ readAt }) => (readAt ? saidDay(readAt) : answering.unread) },
            ]}
          />
        )}
      </Stack>
    </StaffPage>,
  );

export interface AnswerView {
  readonly shell: Shell;
  readonly advice: Advice;
  /** The visitor may answer: a clinician of the team. Others read. */
  readonly mayAnswer: boolean;
  readonly mine: boolean;
  readonly typed: { readonly answer: string; readonly next: string };
  readonly faults: readonly Fault[];
  readonly formKey: () => string;
  readonly draft: { readonly address: string; readonly version: number; readonly saved: string | null };
}

const faultOf = (faults: readonly Fault[], field: string): string | undefined => faults.find((one) => one.field === field)?.message;

const AnswerForm = ({ advice, typed, faults, formKey, draft }: AnswerView) => (
  <form method="post" action={`/advice/${advice.id}`} novalidate data-draft={draft.address}>
    <HiddenValues values={{ form_key: formKey(), draft_version: String(draft.version) }} />
    <TextArea
      name="answer"
      label={answering.answerWords}
      hint={answering.answerHint}
      rows={9}
      value={typed.answer}
      error={faultOf(faults, 'answer')}
      direction="auto"
    />
    <Radios
      name="next"
      label={answering.next}
      small
      choices={[
        { value: 'advice', text: answering.choices.advice },
        { value: 'refer', text: answering.choices.refer, hint: answering.consequence },
      ]}
      value={typed.next || undefined}
      error={faultOf(faults, 'next')}
    />
    <p class="nhsuk-hint">{answering.told(advice.askerName)}</p>
    <div class="od-actions">
      <Button>{answering.send}</Button>
      <SaveNote saved={draft.saved ?? undefined} />
    </div>
  </form>
);

const Taken = ({ view }: { readonly view: AnswerView }) => {
  const { advice, mine } = view;
  if (mine || advice.takerName) return <p class="nhsuk-hint">{mine ? answering.takenByYou : answering.takenBy(advice.takerName ?? '')}</p>;
  return (
    <form method="post" action={`/advice/${advice.id}/take`}>
      <HiddenValues values={{ form_key: view.formKey(), version: String(advice.version) }} />
      <Button look="secondary">{answering.take}</Button>
    </form>
  );
};

export const answerPage = (view: AnswerView): string => {
  const { shell, advice, faults } = view;
  const open = advice.state === 'asked';
  return renderDocument(
    <StaffPage {...shell} title={answering.one(advice.number)} shape="list" error={faults.length > 0}>
      <ErrorSummary errors={asErrors(faults)} />
      <PageTitle
        title={answering.one(advice.number)}
        sentence={
          open
            ? answering.asks(askerOf(advice), saidDay(advice.answerBy))
            : `${answering.wasAsked(askerOf(advice))} ${adviceStands(advice)}`
        }
      />
      <Columns>
        <Stack>
          <Inset>
            {advice.question.split(/\n{2,}/).map((paragraph, at) => (
              <p key={at} class="od-lead">
                <AsTyped text={paragraph} />
              </p>
            ))}
          </Inset>
          <FactsList
            facts={[
              { term: answering.safety, value: advice.safety ? <AsTyped text={advice.safety} /> : answering.noneKnown },
              { term: answering.tried, value: <AsTyped text={advice.tried} /> },
              { term: answering.phone, value: <bdi dir="ltr">{advice.askerPhone}</bdi> },
            ]}
          />
          {open && view.mayAnswer ? <Taken view={view} /> : null}
        </Stack>
        {advice.answer ? (
          <Card title={answering.answerOf(advice.answererName ?? advice.teamName)} level={2}>
            <Prose>
              {advice.answer.split(/\n{2,}/).map((paragraph, at) => (
                <p key={at}>
                  <AsTyped text={paragraph} />
                </p>
              ))}
              {advice.referNow ? <p class="nhsuk-hint">{answering.askedToRefer}</p> : null}
            </Prose>
          </Card>
        ) : open && view.mayAnswer ? (
          <Card title={answering.answer} level={2}>
            <AnswerForm {...view} />
          </Card>
        ) : null}
      </Columns>
    </StaffPage>,
  );
};
