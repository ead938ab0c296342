/** A person's own page, one scroll: what happens next, what was agreed, their plan, how they have been, who helps them, who can see them. */
import { Actions, Button, ButtonLink } from '../../../design/components/button.tsx';
import { Box } from '../../../design/components/care-box.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { Stack } from '../../../design/components/layouts.tsx';
import { Rows } from '../../../design/components/lists.tsx';
import { renderDocument } from '../../../design/layout/document.tsx';
import { PersonPage } from '../../../design/layout/person-page.tsx';
import type { PersonFrame } from '../../../platform/web/shell.ts';
import type { OwnTexts } from '../texts.ts';
import { Later, Next, type NextView } from './next-part.tsx';
import { Agreed, type AgreedView, Messages, type MessageView, Sees, type SeesView, Team } from './people-parts.tsx';
import { type FormKey, Goals, type PlanView, Voices } from './plan-parts.tsx';
import { type OwnMeasureView, Scores } from './scores-part.tsx';

export interface MyPageView extends NextView, SeesView {
  readonly name: string;
  readonly agreed: AgreedView | null;
  readonly messages: readonly MessageView[];
  readonly plan: PlanView | null;
  readonly measure: OwnMeasureView | null;
}

const Plan = ({
  view: { plan, worker },
  texts,
  formKey,
}: {
  readonly view: Pick<MyPageView, 'plan' | 'worker'>;
  readonly texts: OwnTexts;
  readonly formKey: FormKey;
}) => (
  <Box title={texts.plan.title}>
    {plan === null ? (
      <EmptyState>{worker ? texts.plan.noneWith({ who: worker }) : texts.plan.none}</EmptyState>
    ) : (
      <>
        <p>{plan.sentence}</p>
        {plan.toAgree ? (
          <Actions>
            <ButtonLink href="/me/plan">{texts.plan.read}</ButtonLink>
          </Actions>
        ) : null}
        <Goals plan={plan} texts={texts} formKey={formKey} />
        <Voices plan={plan} />
        <Rows rows={[{ icon: 'note', title: texts.plan.whole, href: '/me/plan' }]} />
      </>
    )}
  </Box>
);

export const myPage = ({
  frame,
  texts,
  easy,
  view,
  formKey,
}: {
  readonly frame: PersonFrame;
  readonly texts: OwnTexts;
  /** The separately written Easy Read. */
  readonly easy: boolean;
  readonly view: MyPageView;
  readonly formKey: FormKey;
}): string => {
  const later = view.appointments.slice(1);
  const plan = <Plan view={view} texts={texts} formKey={formKey} />;
  return renderDocument(
    <PersonPage {...frame} easy={easy} title={texts.page}>
      <Stack>
        <h1 class="od-question-title__text">{texts.hello({ name: view.name })}</h1>
        <Next view={view} texts={texts} formKey={formKey} />
        {view.plan?.toAgree ? plan : null}
        {later.length > 0 ? <Later appointments={later} texts={texts} formKey={formKey} /> : null}
        <Messages messages={view.messages} texts={texts} />
        {view.agreed ? <Agreed agreed={view.agreed} texts={texts} /> : null}
        {view.plan?.toAgree ? null : plan}
        <Scores measure={view.measure} worker={view.worker} texts={texts} />
        <Team team={view.team} texts={texts} />
        <Sees view={view} texts={texts} />
        <form method="post" action="/sign-out">
          <Actions>
            <Button look="secondary">{texts.signOut}</Button>
          </Actions>
        </form>
      </Stack>
    </PersonPage>,
  );
};
