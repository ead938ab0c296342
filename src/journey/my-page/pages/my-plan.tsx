/** The whole plan, to read and print: every part in their words, every step, both voices, older versions; and saying yes to it. */
import { Actions, Button } from '../../../design/components/button.tsx';
import { Box } from '../../../design/components/care-box.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { errorOf, type FieldError } from '../../../design/components/error-summary.tsx';
import { Stack } from '../../../design/components/layouts.tsx';
import { Rows } from '../../../design/components/lists.tsx';
import { HiddenValues, QuestionTitle } from '../../../design/components/question-page.tsx';
import { TextArea } from '../../../design/components/text-area.tsx';
import { renderDocument } from '../../../design/layout/document.tsx';
import { PersonPage } from '../../../design/layout/person-page.tsx';
import type { PersonFrame } from '../../../platform/web/shell.ts';
import { planParts, stayWellParts } from '../../plans/model.ts';
import type { OwnTexts } from '../texts.ts';
import { type FormKey, Goals, type PlanView, Voices } from './plan-parts.tsx';

export const longestDifference = 2000;

export interface MyPlanProps {
  readonly frame: PersonFrame;
  readonly texts: OwnTexts;
  /** The separately written Easy Read. */
  readonly easy: boolean;
  readonly name: string;
  /** Null while there is none. */
  readonly plan: PlanView | null;
  readonly older: readonly { readonly id: string; readonly title: string }[];
  /** An older version: to read, not to change. */
  readonly past?: boolean;
  readonly formKey: FormKey;
  readonly typed?: string;
  readonly errors?: readonly FieldError[];
  readonly printed: string;
}

const Written = ({
  plan,
  parts,
  texts,
}: {
  readonly plan: PlanView;
  readonly parts: typeof planParts | typeof stayWellParts;
  readonly texts: OwnTexts;
}) => (
  <>
    {parts.map(({ field }) =>
      plan.parts[field] ? (
        <Box key={field} title={texts.plan.parts[field]}>
          <p class="od-written" dir="auto">
            {plan.parts[field]}
          </p>
        </Box>
      ) : null,
    )}
  </>
);

const SayYes = ({
  plan,
  texts: {
    plan: { answer },
  },
  formKey,
  typed,
  errors,
}: {
  readonly plan: PlanView;
  readonly texts: OwnTexts;
  readonly formKey: FormKey;
  readonly typed: string;
  readonly errors: readonly FieldError[];
}) => (
  <Box title={answer.title}>
    <form method="post" action="/me/plan/agree" novalidate autocomplete="off">
      <HiddenValues values={{ form_key: formKey(), plan: plan.id, version: String(plan.version) }} />
      <TextArea
        name="differently"
        label={answer.label}
        hint={answer.hint({ who: plan.worker })}
        value={typed}
        limit={longestDifference}
        error={errorOf(errors, 'differently')}
      />
      <Actions>
        <Button>{answer.yes}</Button>
      </Actions>
      <p>{answer.later({ who: plan.worker })}</p>
    </form>
  </Box>
);

export const myPlanPage = ({
  frame,
  texts,
  easy,
  name,
  plan,
  older,
  past = false,
  formKey,
  typed = '',
  errors = [],
  printed,
}: MyPlanProps): string =>
  renderDocument(
    <PersonPage {...frame} easy={easy} title={texts.page} back={{ href: past ? '/me/plan' : '/me' }} errors={errors}>
      <Stack>
        <QuestionTitle title={past && plan ? texts.plan.version({ number: plan.number }) : texts.plan.title} hint={plan?.sentence} />
        {plan === null ? (
          <Box>
            <EmptyState>{texts.plan.noneWhole}</EmptyState>
          </Box>
        ) : (
          <>
            <Written plan={plan} parts={planParts} texts={texts} />
            <Box title={texts.plan.goals}>
              {plan.goals.length === 0 ? (
                <EmptyState>{texts.plan.noGoals}</EmptyState>
              ) : (
                <Goals plan={plan} texts={texts} formKey={formKey} whole />
              )}
            </Box>
            {plan.voices.length > 0 ? (
              <Box title={texts.plan.voices.differ}>
                <Voices plan={plan} />
              </Box>
            ) : null}
            <Written plan={plan} parts={stayWellParts} texts={texts} />
            {plan.toAgree && !past ? <SayYes plan={plan} texts={texts} formKey={formKey} typed={typed} errors={errors} /> : null}
          </>
        )}
        {older.length > 0 ? (
          <Box title={texts.plan.older}>
            <Rows rows={older.map(({ id, title }) => ({ icon: 'note', title, href: `/me/plan/versions/${id}` }))} />
          </Box>
        ) : null}
        {plan && !past ? <p class="od-own-paper">{texts.plan.paper}</p> : null}
        <p class="od-printed">{texts.plan.printed({ name, date: printed })}</p>
      </Stack>
    </PersonPage>,
  );
