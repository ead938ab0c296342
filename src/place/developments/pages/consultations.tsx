/** Consultations as whoever runs them sees them: the list, and one with its writing, publishing and what was heard. */
import { Details, Inset } from '../../../design/components/asides.tsx';
import { BackLink } from '../../../design/components/back-link.tsx';
import { Button } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { Chips, type ChipTone } from '../../../design/components/chip.tsx';
import { errorOf, type FieldError } from '../../../design/components/error-summary.tsx';
import { filledIn } from '../../../design/components/filled-in.ts';
import { PageTitle } from '../../../design/components/heading.tsx';
import { Columns, Stack } from '../../../design/components/layouts.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { SaveNote } from '../../../design/components/save-note.tsx';
import { Select } from '../../../design/components/select.tsx';
import { Table } from '../../../design/components/table.tsx';
import { TextArea } from '../../../design/components/text-area.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { LocalDate } from '../../../platform/clock.ts';
import { languageFacts, languages } from '../../../platform/language/languages.ts';
import { saidDate } from '../../../platform/said.ts';
import type { Shell } from '../../../platform/web/shell.ts';
import { type Consultation, type ConsultationStage, type PublishedText, stageOf } from '../model.ts';
import { Parts } from './frame.tsx';

const stageTones: Readonly<Record<ConsultationStage, ChipTone>> = {
  draft: 'warn',
  announced: 'neutral',
  open: 'ok',
  closed: 'brand',
  heard: 'neutral',
};

function stageWords(consultation: Consultation, today: LocalDate): string {
  const stage = stageOf(consultation, today);
  switch (stage) {
    case 'draft':
      return 'Being written';
    case 'announced':
      return `Opens ${saidDate(consultation.opensOn)}`;
    case 'open':
      return `Open until ${saidDate(consultation.closesOn)}`;
    case 'closed':
      return 'Closed: say what you heard';
    case 'heard':
      return 'Closed, and answered';
  }
}

export interface ConsultationsView {
  readonly consultations: readonly Consultation[];
  readonly today: LocalDate;
  readonly mayWrite: boolean;
  readonly mayRead: boolean;
}

const titleOf = ({ draft }: Consultation): string => draft.title || 'Without a title yet';

export const ConsultationsPage = ({ shell, view }: { readonly shell: Shell; readonly view: ConsultationsView }) => (
  <StaffPage {...shell} title="Consultations" shape="list">
    <Stack gap="l">
      <PageTitle
        title="Consultations"
        sentence="What we ask everybody, and what we did with the answers. Nobody who answers is known."
        aside={view.mayWrite ? <a href="/changes/consultations/new">Write a consultation</a> : undefined}
      />
      <Parts current="/changes/consultations" />
      <Table
        caption="Consultations"
        captionHidden
        rows={view.consultations}
        rowKey={({ id }) => id}
        empty="Nothing has been asked yet."
        columns={[
          {
            title: 'Consultation',
            cell: (one) => <a href={view.mayWrite ? `/changes/consultations/${one.id}` : `/have-your-say/${one.id}`}>{titleOf(one)}</a>,
          },
          {
            title: 'Where it stands',
            cell: (one) => <Chips chips={[{ tone: stageTones[stageOf(one, view.today)], children: stageWords(one, view.today) }]} />,
          },
          { title: 'From', cell: ({ opensOn }) => saidDate(opensOn) },
          ...(view.mayRead
            ? [
                {
                  title: 'Answers',
                  cell: (one: Consultation) =>
                    one.publishedAt === null ? (
                      'None yet'
                    ) : (
                      <a href={`/changes/consultations/${one.id}/answers`}>
                        Read the answers<span class="nhsuk-u-visually-hidden">: {titleOf(one)}</span>
                      </a>
                    ),
                },
              ]
            : []),
        ]}
      />
      <p>
        Everybody reads and answers them at <a href="/have-your-say">Have your say</a>.
      </p>
    </Stack>
  </StaffPage>
);

export interface WritingView {
  /** Null for a new one. */
  readonly consultation: Consultation | null;
  readonly texts: readonly PublishedText[];
  readonly typed: Readonly<Record<'title' | 'in_short' | 'document' | 'questions' | 'language' | 'opens_on' | 'closes_on', string>>;
  readonly corrected: string;
  readonly heard: string;
  readonly today: LocalDate;
  readonly toTell: number;
  readonly draft: { readonly address: string; readonly version: number; readonly saved: string | null };
  readonly formKey: () => string;
  /** What somebody else saved meanwhile. */
  readonly theirs: string | null;
}

const Writing = ({ view, errors }: { readonly view: WritingView; readonly errors: readonly FieldError[] }) => {
  const { consultation, typed, draft } = view;
  const published = consultation?.publishedAt !== null && consultation !== null;
  const asked = 'One question a line. For answers to choose from, write each below it on a line that begins with a hyphen.';
  const field = filledIn(typed, errors);
  return (
    <Card title={published ? 'The next text' : 'The text'} level={2} id="writing">
      {view.theirs === null ? null : (
        <Details summary="What somebody else saved meanwhile" open>
          <p>{view.theirs}</p>
        </Details>
      )}
      <form method="post" action={`/changes/consultations/${consultation?.id ?? 'new'}`} novalidate data-draft={draft.address}>
        <HiddenValues
          values={{ form_key: view.formKey(), version: String(consultation?.version ?? 0), draft_version: String(draft.version) }}
        />
        <TextInput {...field('title')} label="Title" />
        <TextInput {...field('in_short')} label="What changes, in a few words" hint="Four or five words are enough." />
        <TextArea
          {...field('document')}
          label="The document, in plain words"
          hint="A line that begins with # is a heading. An empty line begins a new paragraph."
          rows={14}
        />
        {published ? (
          <>
            <input type="hidden" name="questions" value={typed.questions} />
            <input type="hidden" name="language" value={typed.language} />
            <input type="hidden" name="opens_on" value={typed.opens_on} />
            <p>The questions stay as they were published: other questions would be another consultation.</p>
          </>
        ) : (
          <>
            <TextArea {...field('questions')} label="Questions" hint={asked} rows={8} />
            <Select
              {...field('language')}
              label="In which language is it written?"
              options={languages.map((code) => ({ value: code, text: languageFacts[code].inEnglish }))}
            />
            <TextInput {...field('opens_on')} type="date" label="Opens" />
          </>
        )}
        <TextInput {...field('closes_on')} type="date" label="Closes" hint="The last day on which people can answer." />
        <Button look={consultation && !published ? 'secondary' : 'primary'}>Keep what I wrote</Button>
        <SaveNote saved={draft.saved ?? undefined} />
      </form>
    </Card>
  );
};

const Publishing = ({ view, errors }: { readonly view: WritingView; readonly errors: readonly FieldError[] }) => {
  const { consultation, texts } = view;
  if (!consultation || stageOf(consultation, view.today) === 'heard') return null;
  const first = texts.length === 0;
  return (
    <Card title={first ? 'Publish it' : 'Publish a correction'} level={2} id="publishing">
      <p>
        {first
          ? 'What was kept last is published, and frozen. It can be corrected, and the correction is shown as one.'
          : 'What was kept last becomes the newest text. The text before stays readable, with what was corrected.'}
      </p>
      <form method="post" action={`/changes/consultations/${consultation.id}/publish`} novalidate>
        <HiddenValues values={{ form_key: view.formKey(), version: String(consultation.version) }} />
        {first ? null : (
          <TextInput
            name="corrected"
            label="What was corrected, in a few words"
            value={view.corrected}
            error={errorOf(errors, 'corrected')}
          />
        )}
        <Button look={first ? 'primary' : 'secondary'}>{first ? 'Publish it' : 'Publish the correction'}</Button>
      </form>
    </Card>
  );
};

const Heard = ({ view, errors }: { readonly view: WritingView; readonly errors: readonly FieldError[] }) => {
  const { consultation } = view;
  if (!consultation || stageOf(consultation, view.today) !== 'closed') return null;
  return (
    <Card title="What we heard and what we did" level={2} id="hearing">
      <p>
        It is published once, at the same address.{' '}
        {view.toTell > 0 ? 'Whoever asked to be told is written to, and their address deleted.' : 'Nobody asked to be told.'}
      </p>
      <form method="post" action={`/changes/consultations/${consultation.id}/heard`} novalidate>
        <HiddenValues values={{ form_key: view.formKey(), version: String(consultation.version) }} />
        <TextArea
          name="heard"
          label="In plain words"
          hint="What people said, what you do, what you do not do and why. Name nobody."
          rows={10}
          value={view.heard}
          error={errorOf(errors, 'heard')}
        />
        <Button>Publish what we heard</Button>
      </form>
    </Card>
  );
};

export const WritingPage = ({
  shell,
  view,
  errors,
}: {
  readonly shell: Shell;
  readonly view: WritingView;
  readonly errors: readonly FieldError[];
}) => {
  const { consultation, texts } = view;
  const title = consultation ? titleOf(consultation) : 'A new consultation';
  return (
    <StaffPage {...shell} title={title} shape="list" errors={errors}>
      <BackLink href="/changes/consultations" text="All consultations" />
      <PageTitle title={title} sentence={consultation ? stageWords(consultation, view.today) : 'Nothing is published before you say so.'} />
      {consultation && texts.length > 0 ? (
        <Inset>
          <p>
            Published {saidDate(texts.at(-1)?.publishedAt ?? view.today)}
            {texts.length > 1 ? `, corrected ${saidDate(texts[0]?.publishedAt ?? view.today)}` : ''}.{' '}
            <a href={`/have-your-say/${consultation.id}`}>As everybody reads it</a>
          </p>
          <p>
            What people answered is <a href={`/changes/consultations/${consultation.id}/answers`}>counted and listed here</a>.
          </p>
        </Inset>
      ) : null}
      <Columns>
        <Writing view={view} errors={errors} />
        <Stack>
          <Heard view={view} errors={errors} />
          <Publishing view={view} errors={errors} />
        </Stack>
      </Columns>
    </StaffPage>
  );
};
