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
import { type FormKey, Goals, type PlanView, Voices } from './plan-parts.tsx';

export const longestDifference = 2000;

export interface MyPlanProps {
  readonly frame: PersonFrame;
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

const Written = ({ plan, parts }: { readonly plan: PlanView; readonly parts: typeof planParts | typeof stayWellParts }) => (
  <>
    {parts.map(({ field, asks }) =>
      plan.parts[field] ? (
        <Box key={field} title={asks}>
          <p class="od-written">{plan.parts[field]}</p>
        </Box>
      ) : null,
    )}
  </>
);

const SayYes = ({
  plan,
  formKey,
  typed,
  errors,
}: {
  readonly plan: PlanView;
  readonly formKey: FormKey;
  readonly typed: string;
  readonly errors: readonly FieldError[];
}) => (
  <Box title="Does it say what you mean?">
    <form method="post" action="/me/plan/agree" novalidate autocomplete="off">
      <HiddenValues values={{ form_key: formKey(), plan: plan.id, version: String(plan.version) }} />
      <TextArea
        name="differently"
        label="What do you see differently? (optional)"
        hint={`Your words stand in the plan beside ${plan.worker}’s. You can leave this empty.`}
        value={typed}
        limit={longestDifference}
        error={errorOf(errors, 'differently')}
      />
      <Actions>
        <Button>Yes, this is my plan</Button>
      </Actions>
      <p>You do not have to answer now. You can talk with {plan.worker} first.</p>
    </form>
  </Box>
);

export const myPlanPage = ({ frame, name, plan, older, past = false, formKey, typed = '', errors = [], printed }: MyPlanProps): string =>
  renderDocument(
    <PersonPage {...frame} title="Your page" language="en" direction="ltr" back={{ href: past ? '/me/plan' : '/me' }} errors={errors}>
      <Stack>
        <QuestionTitle title={past ? `Your plan, version ${plan?.number ?? ''}` : 'Your plan'} hint={plan?.sentence} />
        {plan === null ? (
          <Box>
            <EmptyState>No plan yet. It is written together with you, in your words, when you are ready.</EmptyState>
          </Box>
        ) : (
          <>
            <Written plan={plan} parts={planParts} />
            <Box title="What you want">
              {plan.goals.length === 0 ? <EmptyState>No goals are written yet.</EmptyState> : <Goals plan={plan} formKey={formKey} whole />}
            </Box>
            {plan.voices.length > 0 ? (
              <Box title="Where you see it differently">
                <Voices plan={plan} />
              </Box>
            ) : null}
            <Written plan={plan} parts={stayWellParts} />
            {plan.toAgree && !past ? <SayYes plan={plan} formKey={formKey} typed={typed} errors={errors} /> : null}
          </>
        )}
        {older.length > 0 ? (
          <Box title="Older versions">
            <Rows rows={older.map(({ id, title }) => ({ icon: 'note', title, href: `/me/plan/versions/${id}` }))} />
          </Box>
        ) : null}
        {plan && !past ? (
          <p class="od-own-paper">To keep it on paper, choose Print in your browser. Think about who could find it.</p>
        ) : null}
        <p class="od-printed">
          {name}’s plan. Private. Printed {printed}.
        </p>
      </Stack>
    </PersonPage>,
  );
