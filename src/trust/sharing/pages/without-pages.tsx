/** Sharing without agreement, for those who work with the person: writing it down, and looking at it again. */
import { BackLink } from '../../../design/components/back-link.tsx';
import { Actions, Button } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { Checkboxes, Radios } from '../../../design/components/choices.tsx';
import { errorOf, type FieldError } from '../../../design/components/error-summary.tsx';
import { FactsList } from '../../../design/components/facts-list.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { Stack } from '../../../design/components/layouts.tsx';
import { NextSteps } from '../../../design/components/lists.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { Select } from '../../../design/components/select.tsx';
import { TextArea } from '../../../design/components/text-area.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { RecordMain, RecordSide } from '../../../design/layout/record-columns.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import { wordsFor } from '../../../platform/codes/codes.ts';
import { saidDate, saidDay } from '../../../platform/said.ts';
import type { Shell } from '../../../platform/web/shell.ts';
import { categoryTitle } from '../../access/texts.ts';
import {
  basesToChoose,
  kindsInWords,
  longestText,
  type RecordedSharing,
  type SharingReview,
  shareable,
  type Told,
  toldAnswers,
  toldWords,
  type WithoutAgreement,
} from '../without-agreement.ts';

interface Common {
  readonly shell: Shell;
  readonly personId: string;
  readonly name: string;
  readonly formKey: string;
  readonly errors: readonly FieldError[];
}

const Telling = ({ told, because, errors }: { readonly told: Told; readonly because: string; readonly errors: readonly FieldError[] }) => (
  <>
    <Radios
      name="told"
      label="Have they been told?"
      choices={toldAnswers.map((answer) => ({ value: answer, text: toldWords[answer] }))}
      value={told}
      error={errorOf(errors, 'told')}
      small
    />
    <TextArea name="not_told_because" label="If not, why" value={because} error={errorOf(errors, 'not_told_because')} rows={2} />
  </>
);

const ReviewDay = ({ day, errors }: { readonly day: string; readonly errors: readonly FieldError[] }) => (
  <TextInput name="review_on" label="Look at it again by" type="date" value={day} error={errorOf(errors, 'review_on')} width={10} />
);

export interface RecordSharingPageProps extends Common {
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly deciders: readonly { readonly id: string; readonly name: string; readonly job: string }[];
  readonly typed: WithoutAgreement;
}

export const RecordSharingPage = ({ shell, personId, name, organisations, deciders, typed, formKey, errors }: RecordSharingPageProps) => (
  <StaffPage {...shell} title={`${name}: sharing without agreement`} shape="record" identity={null} errors={errors}>
    <RecordMain>
      <BackLink href={`/people/${personId}/sharing`} text={`${name}: sharing`} />
      <PageTitle
        title={`Sharing without ${name}’s agreement`}
        sentence="For when the law allows or obliges us, such as when somebody is in danger. What they said about sharing stays as it is."
      />
      <form method="post" action={`/people/${personId}/sharing/without`} novalidate>
        <HiddenValues values={{ form_key: formKey }} />
        <Stack>
          <Card title="What was shared, and with whom" level={2}>
            <Select
              name="organisation"
              label="With whom"
              value={typed.organisationId}
              options={[{ value: '', text: 'Choose an organisation' }, ...organisations.map((one) => ({ value: one.id, text: one.name }))]}
              error={errorOf(errors, 'organisation')}
            />
            <TextArea
              name="what"
              label="What was shared"
              hint="Facts, not more than was shared. Such as “That she is in danger at home, and where she is tonight”."
              value={typed.what}
              error={errorOf(errors, 'what')}
              limit={longestText}
              rows={2}
            />
            <Checkboxes
              name="categories"
              label="What kind is it?"
              choices={shareable.map((code) => ({ value: code, text: categoryTitle(code) }))}
              values={typed.categories}
              error={errorOf(errors, 'categories')}
              small
            />
          </Card>
          <Card title="Why, and who decided" level={2}>
            <Select
              name="basis"
              label="On what ground"
              value={typed.basis}
              options={[
                { value: '', text: 'Choose the lawful basis' },
                ...basesToChoose.map((code) => ({ value: code, text: wordsFor('lawfulBasis', code) })),
              ]}
              error={errorOf(errors, 'basis')}
            />
            <TextArea
              name="reason"
              label="Why it could not wait for their yes"
              hint="They read this too."
              value={typed.reason}
              error={errorOf(errors, 'reason')}
              limit={longestText}
              rows={3}
            />
            <Select
              name="decided_by"
              label="Who decided"
              value={typed.decidedBy}
              options={deciders.map((one) => ({ value: one.id, text: [one.name, one.job].filter(Boolean).join(', ') }))}
              error={errorOf(errors, 'decided_by')}
            />
          </Card>
          <Card title="Telling them, and looking again" level={2}>
            <Telling told={typed.told} because={typed.notToldBecause} errors={errors} />
            <ReviewDay day={typed.reviewOn} errors={errors} />
          </Card>
          <Actions>
            <Button>Keep this record</Button>
          </Actions>
        </Stack>
      </form>
    </RecordMain>
    <RecordSide>
      <Card title="What happens with it" level={2} quiet>
        <NextSteps
          steps={[
            { title: 'They read it on their own page', detail: 'What, with whom, why and who decided. Not while telling is unsafe' },
            { title: 'Whoever decided is asked again', detail: 'By the day you set, until it has ended' },
            { title: 'Nothing is sent from here', detail: 'This keeps what you shared by other ways' },
          ]}
        />
      </Card>
    </RecordSide>
  </StaffPage>
);

export interface SharingReviewPageProps extends Common {
  readonly sharing: RecordedSharing;
  readonly mayReview: boolean;
  readonly typed: SharingReview;
}

const Review = ({ personId, sharing, typed, formKey, errors }: SharingReviewPageProps) => (
  <Card title="Look at it again" level={2}>
    <form method="post" action={`/people/${personId}/sharing/without/${sharing.id}`} novalidate>
      <HiddenValues values={{ form_key: formKey, version: String(sharing.version) }} />
      <TextArea
        name="words"
        label="What you looked at, and what you found"
        value={typed.words}
        error={errorOf(errors, 'words')}
        limit={longestText}
        rows={3}
      />
      <Radios
        name="goes_on"
        label="Does it go on?"
        choices={[
          { value: 'no', text: 'No, it ends now' },
          { value: 'yes', text: 'Yes, it is still needed' },
        ]}
        value={typed.goesOn ? 'yes' : 'no'}
        small
      />
      <ReviewDay day={typed.reviewOn} errors={errors} />
      <Telling told={typed.told} because={typed.notToldBecause} errors={errors} />
      <Actions>
        <Button>Keep what you found</Button>
      </Actions>
    </form>
  </Card>
);

export const SharingReviewPage = (props: SharingReviewPageProps) => {
  const { shell, personId, name, sharing, mayReview, errors } = props;
  return (
    <StaffPage {...shell} title={`${name}: shared with ${sharing.organisation}`} shape="record" identity={null} errors={errors}>
      <RecordMain>
        <BackLink href={`/people/${personId}/sharing`} text={`${name}: sharing`} />
        <PageTitle title={`Shared with ${sharing.organisation} without agreement`} sentence={sharing.what} />
        {mayReview && !sharing.endedAt ? <Review {...props} /> : null}
        {sharing.reviewedAt ? (
          <Card title="What was found last" level={2}>
            <p>
              {sharing.reviewWords} {sharing.reviewedBy}, {saidDay(sharing.reviewedAt)}.
            </p>
          </Card>
        ) : null}
      </RecordMain>
      <RecordSide>
        <Card title="How it was" level={2}>
          <FactsList
            facts={[
              { term: 'Why', value: sharing.reason },
              { term: 'On what ground', value: wordsFor('lawfulBasis', sharing.basis) },
              { term: 'What kind', value: kindsInWords(sharing.categories) },
              { term: 'Decided', value: `${sharing.decidedBy}, ${saidDate(sharing.decidedAt)}` },
              {
                term: `Was ${name} told?`,
                value: sharing.told ? 'Yes' : `${sharing.keptFromPerson ? 'No, it is unsafe' : 'Not yet'}: “${sharing.notToldBecause}”`,
              },
              sharing.endedAt
                ? { term: 'Ended', value: saidDate(sharing.endedAt) }
                : { term: 'Look at it again by', value: saidDate(sharing.reviewOn) },
            ]}
          />
        </Card>
      </RecordSide>
    </StaffPage>
  );
};
