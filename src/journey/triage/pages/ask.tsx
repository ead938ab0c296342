/** Asking the person or the referrer one thing. The clock runs on, and the person is told that we carry on meanwhile. */
import { BackLink } from '../../../design/components/back-link.tsx';
import { Button } from '../../../design/components/button.tsx';
import { Radios } from '../../../design/components/choices.tsx';
import { ErrorSummary } from '../../../design/components/error-summary.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { TextArea } from '../../../design/components/text-area.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { Fault } from '../../../platform/problem.ts';
import { asErrors } from '../../../platform/web/faults.ts';
import type { Shell } from '../../../platform/web/shell.ts';

/** A form on a page of its own about one referral, and who can be named in it. */
export interface ReferralForm {
  readonly shell: Shell;
  readonly back: string;
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly firstName: string;
  /** '' when they asked for themselves. */
  readonly referrer: string;
}

export interface AskPageProps extends ReferralForm {
  readonly question: string;
  readonly faults: readonly Fault[];
}

export const AskPage = ({ shell, back, action, hidden, firstName, referrer, question, faults }: AskPageProps) => (
  <StaffPage {...shell} title="Ask for one thing" shape="list" error={faults.length > 0}>
    <BackLink href={back} text={`Back to ${firstName}`} />
    <ErrorSummary errors={asErrors(faults)} />
    <PageTitle title="Ask for one thing" sentence="Ask only what would change the first step. The clock runs on." />
    <form method="post" action={action} novalidate>
      <HiddenValues values={hidden} />
      <Radios
        name="whom"
        label="Whom do you ask?"
        choices={[{ value: 'person', text: firstName }, ...(referrer ? [{ value: 'referrer', text: referrer }] : [])]}
        value="person"
        error={faults.find((fault) => fault.field === 'whom')?.message}
      />
      <TextArea
        name="question"
        label="The one thing you need to know"
        hint="They read these very words."
        rows={3}
        value={question}
        error={faults.find((fault) => fault.field === 'question')?.message}
      />
      <Button>Ask</Button>
    </form>
  </StaffPage>
);
