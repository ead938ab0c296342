/** The forms in which a manager writes down a development, what pays for it, and a funding line. */
import { BackLink } from '../../../design/components/back-link.tsx';
import { Button, ButtonLink } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import type { FieldError } from '../../../design/components/error-summary.tsx';
import { filledIn } from '../../../design/components/filled-in.ts';
import { PageTitle } from '../../../design/components/heading.tsx';
import { Columns, Stack } from '../../../design/components/layouts.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { Select } from '../../../design/components/select.tsx';
import { TextArea } from '../../../design/components/text-area.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { Shell } from '../../../platform/web/shell.ts';
import type { Money } from '../actions.ts';
import { type Development, type FundingLine, stages } from '../model.ts';
import { amountWords, stageWords } from './money.tsx';

/** As it stands in the form: texts, also where they cannot be read as money or a day. */
export type Typed<Names extends string> = Readonly<Record<Names, string>>;
export type TypedDevelopment = Typed<'name' | 'words' | 'stage' | 'since' | 'cost'>;
export type TypedLine = Typed<'name' | 'funder' | 'amount' | 'from_on' | 'to_on' | 'recurring'>;

export interface DevelopmentView {
  /** Null for a new one. */
  readonly development: Development | null;
  readonly typed: TypedDevelopment;
  /** What stands in the form of one more that pays for it. */
  readonly pays: Typed<'line' | 'amount'>;
  readonly version: number;
  readonly money: Money;
  readonly formKey: () => string;
}

const PaysFor = ({
  development,
  view: { money, pays, formKey },
  errors,
}: {
  readonly development: Development;
  readonly view: Pick<DevelopmentView, 'money' | 'pays' | 'formKey'>;
  readonly errors: readonly FieldError[];
}) => {
  const field = filledIn(pays, errors);
  const action = `/changes/developments/${development.id}/funding`;
  const links = money.fundings.filter(({ developmentId }) => developmentId === development.id);
  return (
    <Card title="What pays for it" level={2} id="pays">
      <Stack>
        {links.map(({ fundingLineId, amountPence }) => {
          const line = money.lines.find(({ id }) => id === fundingLineId);
          return (
            <form key={fundingLineId} method="post" action={action} novalidate>
              <HiddenValues values={{ form_key: formKey(), line: fundingLineId, ends: 'yes' }} />
              <p>
                {line?.name}: {amountWords(amountPence)}
              </p>
              <Button look="secondary" small>
                It no longer pays<span class="nhsuk-u-visually-hidden">: {line?.name}</span>
              </Button>
            </form>
          );
        })}
        <form method="post" action={action} novalidate>
          <HiddenValues values={{ form_key: formKey() }} />
          <Select
            {...field('line')}
            label="A funding line"
            options={[{ value: '', text: 'Choose a line' }, ...money.lines.map(({ id, name }) => ({ value: id, text: name }))]}
          />
          <TextInput
            {...field('amount')}
            label="How much of it pays for this"
            hint="In pounds. Leave it empty where nobody has said."
            prefix="£"
            width={10}
            inputmode="decimal"
          />
          <Button look="secondary">It pays for this</Button>
        </form>
      </Stack>
    </Card>
  );
};

export const DevelopmentPage = ({
  shell,
  view,
  errors,
}: {
  readonly shell: Shell;
  readonly view: DevelopmentView;
  readonly errors: readonly FieldError[];
}) => {
  const { development, typed } = view;
  const title = development ? development.name : 'A new development';
  const field = filledIn(typed, errors);
  return (
    <StaffPage {...shell} title={title} shape="list" errors={errors}>
      <BackLink href="/changes" text="Developments and money" />
      <PageTitle title={title} sentence="What it is, where it stands, what it costs. Every change is kept." />
      <Columns>
        <Card>
          <form method="post" action={`/changes/developments/${development?.id ?? 'new'}`} novalidate>
            <HiddenValues values={{ form_key: view.formKey(), version: String(view.version) }} />
            <TextInput {...field('name')} label="What is it called?" />
            <TextArea {...field('words')} label="What is it, and for whom?" />
            <Select
              {...field('stage')}
              label="Where does it stand?"
              options={stages.map((stage) => ({ value: stage, text: stageWords[stage] }))}
            />
            <TextInput {...field('since')} type="date" label="Since which day, if there is one" />
            <TextInput
              {...field('cost')}
              label="What does it cost?"
              hint="In pounds, such as 205,000. A year’s cost where its money comes every year. Leave it empty where nobody has said."
              prefix="£"
              width={10}
              inputmode="decimal"
            />
            <Button>Keep it</Button>
          </form>
        </Card>
        {development ? <PaysFor development={development} view={view} errors={errors} /> : null}
      </Columns>
    </StaffPage>
  );
};

export interface LineView {
  readonly line: FundingLine | null;
  readonly typed: TypedLine;
  readonly version: number;
  readonly formKey: string;
}

export const LinePage = ({
  shell,
  view,
  errors,
}: {
  readonly shell: Shell;
  readonly view: LineView;
  readonly errors: readonly FieldError[];
}) => {
  const { line, typed } = view;
  const title = line ? line.name : 'A new funding line';
  const field = filledIn(typed, errors);
  return (
    <StaffPage {...shell} title={title} shape="list" errors={errors}>
      <BackLink href="/changes" text="Developments and money" />
      <PageTitle title={title} sentence="Who gives the money, how much, and for how long." />
      <Card>
        <form method="post" action={`/changes/funding/${line?.id ?? 'new'}`} novalidate>
          <HiddenValues values={{ form_key: view.formKey, version: String(view.version) }} />
          <TextInput {...field('name')} label="What is it called?" />
          <TextInput {...field('funder')} label="Who gives it?" />
          <TextInput
            {...field('amount')}
            label="How much is it?"
            hint="In pounds, such as 410,000. Leave it empty where nobody has said."
            prefix="£"
            width={10}
            inputmode="decimal"
          />
          <Select
            {...field('recurring')}
            label="How often does it come?"
            options={[
              { value: 'yes', text: 'Every year' },
              { value: 'no', text: 'Once' },
            ]}
          />
          <TextInput {...field('from_on')} type="date" label="From" />
          <TextInput {...field('to_on')} type="date" label="To, if it ends" />
          <div class="od-actions">
            <Button>Keep it</Button>
            <ButtonLink href="/changes" look="secondary">
              Leave it
            </ButtonLink>
          </div>
        </form>
      </Card>
    </StaffPage>
  );
};
