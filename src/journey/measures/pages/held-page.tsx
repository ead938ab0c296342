/** In which languages this place may ask its measures, and one measure with its versions: entered, confirmed by somebody else, no longer used. */
import { AlertBlock } from '../../../design/components/alert-block.tsx';
import { Details } from '../../../design/components/asides.tsx';
import { BackLink } from '../../../design/components/back-link.tsx';
import { Actions, Button } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { Chip, type ChipTone } from '../../../design/components/chip.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { errorOf, type FieldError } from '../../../design/components/error-summary.tsx';
import { FactsList } from '../../../design/components/facts-list.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { Stack } from '../../../design/components/layouts.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { Select } from '../../../design/components/select.tsx';
import { Table } from '../../../design/components/table.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { RecordMain, RecordSide } from '../../../design/layout/record-columns.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import { saidDate } from '../../../platform/said.ts';
import type { Shell } from '../../../platform/web/shell.ts';
import type { InstrumentDefinition } from '../definition.ts';
import { type HeldState, type HeldVersion, languageInWords, versionLanguages } from '../held.ts';

const stateWords: Readonly<Record<HeldState, { readonly tone: ChipTone; readonly text: string }>> = {
  entered: { tone: 'warn', text: 'Waits to be confirmed' },
  confirmed: { tone: 'ok', text: 'Confirmed' },
  ended: { tone: 'neutral', text: 'No longer used' },
};

const inUse = (held: readonly HeldVersion[]): string =>
  ['English as published', ...held.filter(({ state }) => state === 'confirmed').map(({ language }) => languageInWords(language))].join(
    ', ',
  );

const waiting = (held: readonly HeldVersion[]): string =>
  held
    .filter(({ state }) => state === 'entered')
    .map(({ language }) => languageInWords(language))
    .join(', ');

interface MeasureHere {
  readonly definition: InstrumentDefinition;
  readonly held: readonly HeldVersion[];
}

export const MeasuresPage = ({ shell, measures }: { readonly shell: Shell; readonly measures: readonly MeasureHere[] }) => (
  <StaffPage {...shell} title="Measures" shape="list">
    <Stack>
      <PageTitle
        title="Measures and their languages"
        sentence="A measure is asked in English as published, or in a version from whoever holds its licence. Nobody here translates one."
      />
      <Table
        caption="Measures and their languages"
        captionHidden
        rows={measures}
        rowKey={({ definition }) => definition.id}
        columns={[
          { title: 'Measure', cell: ({ definition }) => <a href={`/measures/${definition.id}`}>{definition.name}</a> },
          { title: 'May be asked in', cell: ({ held }) => inUse(held) },
          { title: 'Waits to be confirmed', cell: ({ held }) => waiting(held) || '–' },
        ]}
      />
    </Stack>
  </StaffPage>
);

const Version = ({ held, view: { me, stopping, formKey, errors } }: { readonly held: HeldVersion; readonly view: MeasureVersionsView }) => {
  const name = languageInWords(held.language);
  const action = `/measures/${held.instrument}/versions/${held.id}`;
  const hidden = () => ({ form_key: formKey(), version: String(held.version) });
  return (
    <Card
      title={name}
      level={2}
      id={`version-${held.id}`}
      aside={<Chip tone={stateWords[held.state].tone}>{stateWords[held.state].text}</Chip>}
    >
      <FactsList
        facts={[
          { term: 'From', value: held.holder },
          { term: 'Reference', value: held.reference },
          { term: 'Came on', value: saidDate(held.receivedOn) },
          { term: 'Entered by', value: `${held.enteredByName}, ${saidDate(held.enteredAt)}` },
          ...(held.confirmedByName && held.confirmedAt
            ? [{ term: 'Confirmed by', value: `${held.confirmedByName}, ${saidDate(held.confirmedAt)}` }]
            : []),
          ...(held.because ? [{ term: 'Why it is no longer used', value: held.because }] : []),
        ]}
      />
      {held.state === 'entered' && held.enteredBy === me ? <p>A colleague confirms it. Until then it is asked of nobody.</p> : null}
      {held.state === 'entered' && held.enteredBy !== me ? (
        <form method="post" action={action} novalidate>
          <HiddenValues values={{ ...hidden(), to: 'confirmed' }} />
          <p>Lay the paper beside its reference. Is it what the holder of the licence gave us, unchanged?</p>
          <Actions>
            <Button>
              Yes, confirm it<span class="nhsuk-u-visually-hidden">: {name}</span>
            </Button>
          </Actions>
        </form>
      ) : null}
      {held.state === 'ended' ? null : (
        <Details summary={`Stop using it: ${name}`} open={stopping?.id === held.id}>
          <form method="post" action={action} novalidate>
            <HiddenValues values={{ ...hidden(), to: 'ended' }} />
            <TextInput
              name="because"
              id={`because-${held.id}`}
              label="Why"
              value={stopping?.id === held.id ? stopping.because : ''}
              error={errorOf(errors, `because-${held.id}`)}
              hint="Such as: the licence has ended. Scores that were taken stay."
            />
            <Button look="secondary">Stop using it</Button>
          </form>
        </Details>
      )}
    </Card>
  );
};

export interface MeasureVersionsView extends MeasureHere {
  readonly me: string;
  readonly typed: Readonly<Record<'language' | 'holder' | 'reference' | 'received_on', string>>;
  /** Why one of them is stopped, as it was typed. */
  readonly stopping: { readonly id: string; readonly because: string } | null;
  readonly formKey: () => string;
  readonly errors: readonly FieldError[];
}

export const MeasureVersionsPage = ({ shell, view }: { readonly shell: Shell; readonly view: MeasureVersionsView }) => {
  const { definition, held, typed, errors } = view;
  return (
    <StaffPage {...shell} title={`Measures: ${definition.name}`} shape="record" identity={null} errors={errors}>
      <RecordMain>
        <BackLink href="/measures" text="All measures" />
        <PageTitle title={definition.name} sentence={`It may be asked in: ${inUse(held)}.`} />
        <Stack>
          {held.length === 0 ? <EmptyState>No other language is held here.</EmptyState> : null}
          {held.map((one) => (
            <Version key={one.id} held={one} view={view} />
          ))}
          <Card title="Enter a version you were given" level={2} id="enter">
            <form method="post" action={`/measures/${definition.id}`} novalidate autocomplete="off">
              <HiddenValues values={{ form_key: view.formKey() }} />
              <Select
                name="language"
                label="Language"
                value={typed.language}
                options={[{ value: '', text: 'Choose' }, ...versionLanguages.map(({ tag, name }) => ({ value: tag, text: name }))]}
                error={errorOf(errors, 'language')}
              />
              <TextInput
                name="holder"
                label="From whom"
                hint="Whoever holds the licence, or whom they name."
                value={typed.holder}
                error={errorOf(errors, 'holder')}
              />
              <TextInput
                name="reference"
                label="Reference"
                hint="What tells this version from others: its date, number or letter."
                value={typed.reference}
                error={errorOf(errors, 'reference')}
              />
              <TextInput name="received_on" type="date" label="Came on" value={typed.received_on} error={errorOf(errors, 'received_on')} />
              <Actions>
                <Button>Enter it</Button>
              </Actions>
            </form>
          </Card>
        </Stack>
      </RecordMain>
      <RecordSide>
        <Card title="Its licence" level={2} quiet>
          <FactsList
            facts={[
              { term: 'Licence', value: definition.licence },
              { term: 'How to get it', value: definition.lawfulRoute },
              { term: 'Version', value: definition.version },
            ]}
          />
        </Card>
        <AlertBlock kind="information" title="A translation of our own makes no score">
          Words that were changed measure something else. Ask with an interpreter, note what was said, and leave the score empty.
        </AlertBlock>
      </RecordSide>
    </StaffPage>
  );
};
