/** Correcting a note: the words it should say, beside those that stand. Both are kept. */
import { AlertBlock } from '../../../design/components/alert-block.tsx';
import { Details } from '../../../design/components/asides.tsx';
import { Button } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { ErrorSummary, type FieldError } from '../../../design/components/error-summary.tsx';
import { FactsList } from '../../../design/components/facts-list.tsx';
import { filledIn } from '../../../design/components/filled-in.ts';
import { IdentityBar } from '../../../design/components/identity-bar.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { TextArea } from '../../../design/components/text-area.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { RecordMain, RecordSide } from '../../../design/layout/record-columns.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { Shell } from '../../../platform/web/shell.ts';
import type { RecordFrame } from '../../record/model.ts';
import type { SessionNote } from '../model.ts';

export interface CorrectView {
  readonly frame: RecordFrame;
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly stands: SessionNote;
  readonly standsWhen: string;
  /** Somebody else wrote it up while this was being typed: both texts stand here. */
  readonly overtaken: boolean;
  readonly typed: {
    readonly did: string;
    readonly agreed: string;
    readonly mood: string;
    readonly next_step: string;
    readonly reason: string;
  };
  readonly errors: readonly FieldError[];
}

export const CorrectPage = ({ shell, view }: { readonly shell: Shell; readonly view: CorrectView }) => {
  const { stands, errors } = view;
  const field = filledIn(view.typed, errors);
  return (
    <StaffPage
      {...shell}
      title={`${view.frame.name}: correct a note`}
      shape="record"
      error={errors.length > 0}
      identity={<IdentityBar {...view.frame} />}
    >
      <RecordMain>
        <form class="od-form" method="post" action={view.action} novalidate>
          <HiddenValues values={view.hidden} />
          <ErrorSummary errors={errors} />
          {view.overtaken ? (
            <AlertBlock kind="information" title={`${stands.byName} wrote this up before you`}>
              Your words are below, and theirs beside them. Nothing is lost: save yours as a correction, or leave theirs as it is.
            </AlertBlock>
          ) : null}
          <Card title={view.overtaken ? 'Your words' : 'What it should say'} id="mine">
            <TextArea {...field('did')} label="What we did" rows={5} />
            <TextArea {...field('agreed')} label="What we agreed" rows={3} />
            <TextArea {...field('mood')} label="How they are, in their words" rows={2} />
            <TextInput {...field('next_step')} label="The one thing to remember next time" />
            <TextInput {...field('reason')} label="What you correct, and why" />
          </Card>
          <div class="od-form__foot">
            <Button>Save the correction</Button>
            <a href={`/people/${view.frame.who.personId}/contacts`}>Leave it as it is</a>
          </div>
        </form>
      </RecordMain>
      <RecordSide>
        <Card title={view.overtaken ? `${stands.byName}’s words` : 'What stands now'} id="theirs">
          <FactsList
            facts={[
              { term: 'What we did', value: stands.did },
              { term: 'What we agreed', value: stands.agreed },
              ...(stands.mood ? [{ term: 'In their words', value: `“${stands.mood}”` }] : []),
              ...(stands.nextStep ? [{ term: 'To remember', value: stands.nextStep }] : []),
            ]}
          />
          <p class="od-small">
            {stands.byName}, {view.standsWhen}. It is kept, whatever you save.
          </p>
        </Card>
        <Details summary="Why both are kept">A record shows what was known when. A correction stands beside the words it corrects.</Details>
      </RecordSide>
    </StaffPage>
  );
};
