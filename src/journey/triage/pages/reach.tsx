/** Reaching somebody: every try so far, one more, and what is done when enough was tried. */
import { Inset } from '../../../design/components/asides.tsx';
import { BackLink } from '../../../design/components/back-link.tsx';
import { Actions, Button } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { Radios } from '../../../design/components/choices.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { ErrorSummary } from '../../../design/components/error-summary.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { Columns, Prose, Stack } from '../../../design/components/layouts.tsx';
import { Rows } from '../../../design/components/lists.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { type SafeContact, SafeContactLine } from '../../../design/components/safe-contact-line.tsx';
import { Table } from '../../../design/components/table.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import { wordsFor } from '../../../platform/codes/codes.ts';
import { counted } from '../../../platform/numbers.ts';
import type { Fault } from '../../../platform/problem.ts';
import { saidDayAndTime } from '../../../platform/said.ts';
import { asErrors } from '../../../platform/web/faults.ts';
import type { Shell } from '../../../platform/web/shell.ts';
import type { AskedByCarer } from '../../front-door/actions.ts';
import { carerName, workersWords } from '../../front-door/carer-texts.ts';
import { leastTries, leastWays, type Routine, tryChannels, tryResults } from '../reaching-routine.ts';
import type { TryRow } from '../store-reaching.ts';

export interface ReachPageProps {
  readonly shell: Shell;
  readonly back: string;
  readonly address: string;
  readonly name: string;
  readonly firstName: string;
  readonly safeContact: SafeContact;
  /** Told with another request of theirs, and not asked about since. */
  readonly newer: readonly { readonly value: string; readonly line: string }[];
  /** Where it is asked and written down how to reach them. */
  readonly contact: string;
  readonly tries: readonly TryRow[];
  readonly routine: Routine;
  /** Whether saying that they could not be reached is a step the referral can take now. */
  readonly open: boolean;
  readonly waitsForThem: boolean;
  readonly letterIsSafe: boolean;
  readonly hasReferrer: boolean;
  /** Whoever asked for them at home; null where nobody did. */
  readonly carer: AskedByCarer | null;
  readonly mayAskAboutCarer: boolean;
  /** What a call from us shows: the number, or null where it is withheld. */
  readonly callsShow: string | null;
  readonly typed: { readonly channel: string; readonly result: string; readonly words: string };
  readonly faults: readonly Fault[];
  readonly hidden: Readonly<Record<string, string>>;
  readonly formKey: string;
}

const faultOf = (faults: readonly Fault[], field: string): string | undefined => faults.find((one) => one.field === field)?.message;

const Routines = (props: ReachPageProps) => {
  const { routine, firstName } = props;
  if (props.waitsForThem)
    return (
      <Inset>
        <p>
          <strong>The door is kept open.</strong> {firstName} has been told how to come back. When you speak to them, write it here and the
          referral is read again.
        </p>
      </Inset>
    );
  return (
    <Card title="When enough was tried" level={2} quiet>
      <Prose>
        <p>
          Since they were last reached: {counted(routine.tries, 'try', 'tries')} by {counted(routine.ways, 'way', 'ways')}. At least{' '}
          {leastTries} by {leastWays} ways come first.
        </p>
        <p>Then this happens at once. Nothing ends and the clock runs on.</p>
        <ul>
          <li>
            {props.letterIsSafe
              ? `${firstName} gets a letter in neutral words`
              : `${firstName} is told by a safe way, or you get a task to tell them`}
          </li>
          {props.hasReferrer ? <li>Whoever referred them is told, and asked for a safe way</li> : null}
          <li>The team’s manager looks at it and decides with you what is tried next</li>
        </ul>
      </Prose>
      {routine.enough && props.open ? (
        <form method="post" action={`${props.address}/open`}>
          <HiddenValues values={props.hidden} />
          <Button look="secondary">Keep the door open</Button>
        </form>
      ) : null}
    </Card>
  );
};

const Carer = ({ carer, address, formKey, mayAskAboutCarer }: ReachPageProps & { readonly carer: AskedByCarer }) => (
  <Card title={workersWords.title(carerName(carer))} level={2} quiet>
    <Prose>
      <p>{workersWords.stands[carer.mayKnow]}</p>
    </Prose>
    {mayAskAboutCarer ? (
      <form method="post" action={`${address}/carer`}>
        <input type="hidden" name="form_key" value={formKey} />
        <p>{workersWords.ask}</p>
        <Actions>
          {(['yes', 'no'] as const)
            .filter((answer) => answer !== carer.mayKnow)
            .map((answer) => (
              <Button key={answer} name="answer" value={answer} look="secondary" small>
                {workersWords[answer]}
              </Button>
            ))}
        </Actions>
      </form>
    ) : null}
  </Card>
);

export const ReachPage = (props: ReachPageProps) => {
  const { shell, tries, typed, faults, firstName } = props;
  return (
    <StaffPage {...shell} title={`Reaching ${props.name}`} shape="list" error={faults.length > 0}>
      <BackLink href={props.back} text={`Back to ${firstName}`} />
      <ErrorSummary errors={asErrors(faults)} />
      <PageTitle
        title={`Reaching ${props.name}`}
        sentence="Write down every try, also those without an answer. A missed call is a reason to ask, never a reason to end."
      />
      <SafeContactLine contact={props.safeContact} />
      {props.newer.length > 0 ? (
        <Card title="They gave these when they asked again" level={2} quiet>
          <Rows rows={props.newer.map(({ value, line }) => ({ icon: 'shield', title: <bdi>{value}</bdi>, detail: line }))} />
          <p>
            <a href={props.contact}>Ask which to use, and write it down</a>
          </p>
        </Card>
      ) : null}
      <p class="nhsuk-hint">
        {props.callsShow ? (
          <>
            Calls from us show <bdi dir="ltr">{props.callsShow}</bdi>. Call from that number only.
          </>
        ) : (
          'Calls from us show no number. Dial 141 first, and never call from your own phone without it.'
        )}
      </p>
      <Columns>
        <Card title="One more try" level={2}>
          <form method="post" action={props.address} novalidate>
            <input type="hidden" name="form_key" value={props.formKey} />
            <Radios
              name="channel"
              label="How did you try?"
              small
              inline
              choices={tryChannels.map((value) => ({ value, text: wordsFor('contactChannel', value) }))}
              value={typed.channel || undefined}
              error={faultOf(faults, 'channel')}
            />
            <Radios
              name="result"
              label="What came of it?"
              small
              inline
              choices={tryResults.map((value) => ({ value, text: wordsFor('contactTryResult', value) }))}
              value={typed.result || undefined}
              error={faultOf(faults, 'result')}
            />
            <TextInput
              name="words"
              label="Anything to remember"
              hint="They can read it too."
              value={typed.words}
              error={faultOf(faults, 'words')}
            />
            <Button>Keep this try</Button>
          </form>
        </Card>
        <Stack>
          <Routines {...props} />
          {props.carer ? <Carer {...props} carer={props.carer} /> : null}
        </Stack>
      </Columns>
      {tries.length === 0 ? (
        <EmptyState>Nobody has tried yet.</EmptyState>
      ) : (
        <Table
          caption="Tries so far"
          rows={tries}
          rowKey={({ id }) => id}
          columns={[
            { title: 'When', cell: ({ at }) => saidDayAndTime(at) },
            { title: 'How', cell: ({ channel }) => wordsFor('contactChannel', channel) },
            { title: 'What came of it', cell: ({ result }) => wordsFor('contactTryResult', result) },
            { title: 'To remember', cell: ({ note }) => note || '–' },
            { title: 'Who', cell: ({ by }) => by || '–' },
          ]}
        />
      )}
    </StaffPage>
  );
};
