/** One concern for whoever decides it: fact and opinion apart, their own view, where it is and by when, what can be done next, and the hub’s support. */
import { AlertBlock } from '../../../design/components/alert-block.tsx';
import { BackLink } from '../../../design/components/back-link.tsx';
import { Actions, Button, ButtonLink } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import type { FieldError } from '../../../design/components/error-summary.tsx';
import { type Fact, FactsList } from '../../../design/components/facts-list.tsx';
import { filledIn } from '../../../design/components/filled-in.ts';
import { PageTitle } from '../../../design/components/heading.tsx';
import { Stack } from '../../../design/components/layouts.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { TextArea } from '../../../design/components/text-area.tsx';
import { RecordMain, RecordSide } from '../../../design/layout/record-columns.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import { wordsFor } from '../../../platform/codes/codes.ts';
import { saidDate, saidDayAndTime } from '../../../platform/said.ts';
import type { Shell } from '../../../platform/web/shell.ts';
import type { Waiting } from '../backlog.ts';
import { stateWords, type WholeConcern } from '../model.ts';
import { subjectOf, toldWords } from '../raising.ts';
import type { StepName, TypedStep } from '../steps.ts';
import { type StepChoices, StepForm } from './step-form.tsx';

export interface ConcernPageProps {
  readonly shell: Shell;
  readonly concern: WholeConcern;
  readonly waiting: Pick<Waiting, 'age' | 'left' | 'chase'>;
  readonly hub: string | null;
  readonly levelWords: string | null;
  /** Steps that this reader may take now. */
  readonly steps: readonly StepName[];
  readonly tried: StepName | null;
  readonly typed: TypedStep;
  readonly choices: StepChoices;
  /** `wants` as it was typed. */
  readonly support: { readonly name: string; readonly hindrance: string | null; readonly may: boolean; readonly wants: string } | null;
  readonly mayTell: boolean;
  readonly formKey: () => string;
  readonly errors: readonly FieldError[];
}

const fact = (term: string, value: string | null | undefined): Fact[] => (value ? [{ term, value }] : []);
const said = (at: Date | null): string | null => at && saidDayAndTime(at);

const soFar = ({ concern, levelWords }: Pick<ConcernPageProps, 'concern' | 'levelWords'>): Fact[] => [
  { term: 'Raised', value: `${saidDayAndTime(concern.raisedAt)}${concern.raisedBy ? `, by ${concern.raisedBy}` : ''}` },
  ...fact('Instead', concern.otherAction && `${concern.otherAction}${concern.otherOwner ? ` (${concern.otherOwner})` : ''}`),
  ...fact('Sent', said(concern.sentAt)),
  ...fact('How soon', levelWords),
  ...fact('Why the level changed', concern.levelBecause),
  ...fact(
    'Agreement',
    concern.agreement &&
      `${concern.agreement === 'agreed' ? 'They agreed' : wordsFor('lawfulBasis', concern.lawfulBasis ?? '')}. ${concern.agreementWords}`,
  ),
  ...fact('Receipt', said(concern.acknowledgedAt)),
  ...fact(
    'First decision',
    concern.initialDecision &&
      `${wordsFor('mashInitialDecision', concern.initialDecision)}, ${said(concern.initialDecidedAt)}${concern.inTime === null ? '' : concern.inTime ? ', in time' : ', late'}`,
  ),
  ...fact('Screening', concern.screening),
  ...fact(
    'Final decision',
    concern.finalDecision && `${wordsFor('mashFinalDecision', concern.finalDecision)}, ${said(concern.finalDecidedAt)}`,
  ),
  ...fact('Told whoever raised it', concern.feedback && `${said(concern.fedBackAt)}: ${concern.feedback}`),
  ...fact('Plan', [concern.closing, concern.reviewOn ? `Look again on ${saidDate(concern.reviewOn)}` : ''].filter(Boolean).join('. ')),
];

const Support = ({
  concern,
  support,
  formKey,
  errors,
}: Pick<ConcernPageProps, 'concern' | 'formKey' | 'errors'> & { readonly support: NonNullable<ConcernPageProps['support']> }) => (
  <Card title={`Support from the ${support.name}`} level={2} id="support">
    {concern.hubReferralId ? (
      <p>
        Offered. {concern.hubOwner ?? 'First contact'}{' '}
        {concern.hubAccepted ? 'said yes, and owns it.' : 'owns it until somebody of the hub says yes.'}
      </p>
    ) : support.hindrance ? (
      <p>{support.hindrance}</p>
    ) : support.may ? (
      <form method="post" action={`/safeguarding/${concern.id}/support`} novalidate>
        <HiddenValues values={{ form_key: formKey(), version: String(concern.version) }} />
        <p>They need not wait for the safeguarding hub. You own the offer until a named worker says yes.</p>
        <TextArea
          {...filledIn({ wants: support.wants }, errors)('wants')}
          label="What would help them meanwhile, if you know"
          hint="In their words if you can. Not what the concern is about."
          rows={2}
        />
        <Actions>
          <Button look="secondary">Offer the hub’s support</Button>
        </Actions>
      </form>
    ) : (
      <p>The safeguarding lead or the co-ordinator can offer it.</p>
    )}
  </Card>
);

const Telling = ({ concern, mayTell, formKey }: Pick<ConcernPageProps, 'concern' | 'mayTell' | 'formKey'>) => (
  <Card title="Do they know?" level={2} quiet>
    <p>
      {toldWords[concern.told]}.{concern.told === 'told' ? '' : ` ${concern.notToldBecause}`}
    </p>
    {concern.told === 'told' ? null : (
      <>
        <p>Until they are told, nothing of it shows on their own pages.</p>
        {mayTell ? (
          <form method="post" action={`/safeguarding/${concern.id}/told`}>
            <HiddenValues values={{ form_key: formKey(), version: String(concern.version) }} />
            <Actions>
              <Button look="secondary">They have been told now</Button>
            </Actions>
          </form>
        ) : null}
      </>
    )}
  </Card>
);

export const ConcernPage = ({
  shell,
  concern,
  waiting,
  hub,
  levelWords,
  steps,
  tried,
  typed,
  choices,
  support,
  mayTell,
  formKey,
  errors,
}: ConcernPageProps) => (
  <StaffPage {...shell} title="Safeguarding concern" shape="record" identity={null} errors={errors}>
    <RecordMain>
      <BackLink href="/safeguarding" text="Safeguarding" />
      <PageTitle
        title={concern.name}
        sentence={`${subjectOf(concern)}. ${stateWords[concern.state]}${waiting.left ? `: ${waiting.left.words.charAt(0).toLowerCase()}${waiting.left.words.slice(1)}` : ''}.`}
      />
      <Stack>
        {waiting.chase ? (
          <AlertBlock kind="danger" title="No receipt has come" level={2}>
            <p>{hub ?? 'The safeguarding hub'} has not said that it has this. Call and ask.</p>
          </AlertBlock>
        ) : null}
        <Card title="What was seen or heard" level={2}>
          <p class="od-lead">{concern.saw}</p>
          <FactsList
            facts={[
              ...fact(
                'When and where',
                [concern.happenedOn ? saidDate(concern.happenedOn) : '', concern.happenedAt].filter(Boolean).join(', '),
              ),
              { term: 'Who may be harmed', value: concern.harmed },
              { term: 'Safe for now', value: concern.madeSafe },
              {
                term: 'What they say and want',
                value: concern.personsView || { absent: 'not asked' as const, note: concern.notAskedBecause },
              },
              ...(concern.personsView ? fact('Why they were not asked', concern.notAskedBecause) : []),
            ]}
          />
        </Card>
        {concern.opinion ? (
          <Card title="What whoever raised it makes of it" level={2} quiet>
            <p>{concern.opinion}</p>
          </Card>
        ) : null}
        {steps.map((name) => (
          <StepForm
            key={name}
            name={name}
            concern={concern}
            typed={tried === name ? typed : choices.begins}
            errors={tried === name ? errors : []}
            choices={choices}
            formKey={formKey}
          />
        ))}
        {support ? <Support concern={concern} support={support} formKey={formKey} errors={errors} /> : null}
      </Stack>
    </RecordMain>
    <RecordSide>
      <Card title="So far" level={2} quiet>
        <FactsList facts={[{ term: 'Age', value: waiting.age }, ...soFar({ concern, levelWords })]} />
        <ButtonLink href={`/people/${concern.personId}`} look="secondary">
          Open their record
        </ButtonLink>
      </Card>
      <Telling concern={concern} mayTell={mayTell} formKey={formKey} />
      {concern.copy ? (
        <Card title="What was sent" level={2} quiet>
          {concern.copy.split('\n\n').map((paragraph, at) => (
            <p key={at}>{paragraph}</p>
          ))}
        </Card>
      ) : null}
    </RecordSide>
  </StaffPage>
);
