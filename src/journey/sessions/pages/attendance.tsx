/** Whether somebody came, and nothing else: for workers who book a time and keep no clinical notes. */
import { AlertBlock } from '../../../design/components/alert-block.tsx';
import { Button } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../../../design/components/error-summary.tsx';
import { IdentityBar } from '../../../design/components/identity-bar.tsx';
import { Options } from '../../../design/components/options.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { SafeContactLine } from '../../../design/components/safe-contact-line.tsx';
import { RecordMain, RecordSide } from '../../../design/layout/record-columns.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { Shell } from '../../../platform/web/shell.ts';
import type { RecordFrame } from '../../record/model.ts';
import { whetherTheyCame } from './whether-they-came.tsx';

export interface AttendanceView {
  readonly frame: RecordFrame;
  readonly title: string;
  readonly sentence: string;
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly typed: { readonly came: string; readonly welfare: string; readonly offer: string };
  readonly errors: readonly FieldError[];
}

export const AttendancePage = ({ shell, view }: { readonly shell: Shell; readonly view: AttendanceView }) => {
  const { frame, typed, errors } = view;
  const name = frame.who.firstName;
  return (
    <StaffPage
      {...shell}
      title={`${frame.name}: ${view.title}`}
      shape="record"
      error={errors.length > 0}
      identity={<IdentityBar {...frame} />}
    >
      <RecordMain>
        <form class="od-form" method="post" action={view.action} novalidate>
          <HiddenValues values={view.hidden} />
          <ErrorSummary errors={errors} />
          <Card title={view.title} id="came-title">
            <p>{view.sentence}</p>
            <Options
              name="came"
              legend={`Did ${name} come?`}
              value={typed.came}
              error={errorOf(errors, 'came')}
              options={[
                ...whetherTheyCame(typed, errors, {
                  missed: 'Nothing ends. They get a kind message, by a safe way only',
                  welfare: 'What you did to find out. Leave out anything about health.',
                  offer: 'Another time, place, person or way to talk.',
                }),
                {
                  value: 'cancelled_person',
                  text: `${name} said beforehand that they can’t make it`,
                  consequence: 'You offer another time',
                },
                { value: 'cancelled_service', text: 'We had to cancel', consequence: 'You offer another time' },
              ]}
            />
          </Card>
          <div class="od-form__foot">
            <Button>Save</Button>
            <a href={`/people/${frame.who.personId}`}>Back to the record</a>
          </div>
        </form>
      </RecordMain>
      <RecordSide>
        <SafeContactLine contact={frame.safeContact} />
        <AlertBlock kind="information" title="Who sees this">
          Everybody who works with {name} sees whether they came. What you write about a missed time is for those who keep clinical notes,
          and for {name}.
        </AlertBlock>
      </RecordSide>
    </StaffPage>
  );
};
