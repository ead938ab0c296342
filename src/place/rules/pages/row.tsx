/** One row of a draft: what it says, when it applies, what follows. Each fact is asked for as people answer it; FEEL is there for what ticks cannot say. */
import { Details } from '../../../design/components/asides.tsx';
import { BackLink } from '../../../design/components/back-link.tsx';
import { Actions, Button, ButtonLink, EnterDoes } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { Checkboxes } from '../../../design/components/choices.tsx';
import { errorOf, type FieldError } from '../../../design/components/error-summary.tsx';
import { PageTitle, SectionTitle } from '../../../design/components/heading.tsx';
import { Stack } from '../../../design/components/layouts.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { Select, type SelectOption } from '../../../design/components/select.tsx';
import { TextArea } from '../../../design/components/text-area.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { Shell } from '../../../platform/web/shell.ts';

export interface CellView {
  readonly name: string;
  readonly label: string;
  readonly kind: 'choices' | 'number' | 'date' | 'feel';
  readonly choices: readonly { readonly value: string; readonly text: string }[];
  readonly chosen: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly missing: boolean;
  readonly feel: string;
  readonly unit: string;
}

export interface RowFormView {
  readonly action: string;
  readonly back: string;
  readonly title: string;
  readonly isNew: boolean;
  readonly sentence: string;
  readonly reason: string;
  readonly changes: string;
  readonly code: string;
  readonly cells: readonly CellView[];
  readonly otherFacts: readonly SelectOption[];
  readonly results: readonly {
    readonly name: string;
    readonly label: string;
    readonly required: boolean;
    readonly numeric: boolean;
    readonly options: readonly SelectOption[] | null;
    readonly value: string;
  }[];
  readonly hidden: Readonly<Record<string, string>>;
}

/** Sent by the tick for what was not asked. */
export const notAsked = 'not asked';

/** Where the page opens after a fact is added, so that nobody looks for it from the top. */
const lastFact = 'last-fact';

export const RowPage = ({
  shell,
  view,
  errors = [],
}: {
  readonly shell: Shell;
  readonly view: RowFormView;
  readonly errors?: readonly FieldError[];
}) => (
  <StaffPage {...shell} title={view.title} shape="list" errors={errors}>
    <BackLink href={view.back} text="Back to the draft" />
    <PageTitle title={view.title} sentence="People read these words: whoever asks for help, and whoever decides." />
    <form method="post" action={view.action} novalidate>
      <HiddenValues values={view.hidden} />
      <EnterDoes name="do" value="save" />
      <TextArea
        name="sentence"
        label="The whole row in one plain sentence"
        hint="Up to 20 words."
        rows={2}
        value={view.sentence}
        error={errorOf(errors, 'sentence')}
      />
      <SectionTitle title="When" />
      {view.cells.length === 0 ? <p>This row is for everybody. Add a fact to make it narrower.</p> : null}
      <Stack>
        {view.cells.map((cell, index) => (
          <div key={cell.name} id={index === view.cells.length - 1 ? lastFact : undefined}>
            <Cell cell={cell} index={index} error={errorOf(errors, `cell-${cell.name}`)} />
          </div>
        ))}
        <Card quiet>
          <Select name="add" label="Look at another fact" options={view.otherFacts} value="" error={errorOf(errors, 'add')} />
          <Button look="secondary" small name="do" value="add" formaction={`${view.action}#${lastFact}`} formnovalidate>
            Add this fact
          </Button>
        </Card>
      </Stack>
      <SectionTitle title="Then" />
      {view.results.map((result) =>
        result.options ? (
          <Select
            key={result.name}
            name={`give_${result.name}`}
            id={`give-${result.name}`}
            label={result.required ? result.label : `${result.label} (may stay empty)`}
            options={result.options}
            value={result.value}
            error={errorOf(errors, `give-${result.name}`)}
          />
        ) : (
          <TextInput
            key={result.name}
            name={`give_${result.name}`}
            id={`give-${result.name}`}
            label={result.label}
            value={result.value}
            error={errorOf(errors, `give-${result.name}`)}
            {...(result.numeric ? { inputmode: 'numeric' as const, width: 5 as const } : {})}
          />
        ),
      )}
      <SectionTitle title="Why" />
      <TextArea
        name="reason"
        label="Because"
        hint="In words the person and the clinician can both read."
        rows={2}
        value={view.reason}
        error={errorOf(errors, 'reason')}
      />
      <TextArea name="changes" label="What would change this" rows={2} value={view.changes} error={errorOf(errors, 'changes')} />
      <TextInput
        name="code"
        id="reasonCode"
        label="Code for counting"
        hint="Capitals, such as HOME_AT_RISK. Left empty, it is made from the sentence."
        value={view.code}
        code
        error={errorOf(errors, 'reasonCode')}
      />
      <Actions>
        <Button name="do" value="save">
          {view.isNew ? 'Add the row' : 'Save the row'}
        </Button>
        <ButtonLink look="link" href={view.back}>
          Leave it as it was
        </ButtonLink>
      </Actions>
    </form>
  </StaffPage>
);

const Cell = ({ cell, index, error }: { readonly cell: CellView; readonly index: number; readonly error: string | undefined }) => {
  const id = `cell-${cell.name}`;
  const feel = (
    <TextInput
      name={`feel_${index}`}
      id={cell.kind === 'feel' ? id : `feel-${index}`}
      label={cell.kind === 'feel' ? cell.label : 'In FEEL'}
      hint="For example not(&quot;yes&quot;), or [18..30]. Write - where anything will do."
      value={cell.feel}
      code
      error={cell.kind === 'feel' ? error : undefined}
    />
  );
  return (
    <Card>
      <input type="hidden" name={`fact_${index}`} value={cell.name} />
      {cell.kind === 'choices' ? (
        <Checkboxes
          name={`any_${index}`}
          id={id}
          label={cell.label}
          hint="Any one of these is enough. With none, the row does not look at it."
          choices={[...cell.choices, { value: notAsked, text: 'Not asked, or not said' }]}
          values={[...cell.chosen, ...(cell.missing ? [notAsked] : [])]}
          small
          error={error}
        />
      ) : cell.kind === 'feel' ? null : (
        <>
          <TextInput
            name={`from_${index}`}
            id={id}
            label={`${cell.label}: from`}
            type={cell.kind === 'date' ? 'date' : 'text'}
            {...(cell.kind === 'number' ? { inputmode: 'decimal' as const, suffix: cell.unit || undefined } : {})}
            width={10}
            value={cell.from}
            error={error}
          />
          <TextInput
            name={`to_${index}`}
            label="up to and with"
            type={cell.kind === 'date' ? 'date' : 'text'}
            {...(cell.kind === 'number' ? { inputmode: 'decimal' as const, suffix: cell.unit || undefined } : {})}
            width={10}
            value={cell.to}
          />
          <Checkboxes
            name={`any_${index}`}
            id={`missing-${index}`}
            label="Or"
            choices={[{ value: notAsked, text: 'Not asked, or not said' }]}
            values={cell.missing ? [notAsked] : []}
            small
          />
        </>
      )}
      {cell.kind === 'feel' ? feel : <Details summary="Write it in FEEL instead">{feel}</Details>}
    </Card>
  );
};
