/** Trying a table with made-up answers: what it would say, why, and what is missing. Nothing is kept. */
import { BackLink } from '../../../design/components/back-link.tsx';
import { Button } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { Checkboxes } from '../../../design/components/choices.tsx';
import { errorOf, type FieldError } from '../../../design/components/error-summary.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { Columns } from '../../../design/components/layouts.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { RuleExplanation, type RuleExplanationProps } from '../../../design/components/rule-explanation.tsx';
import { Select } from '../../../design/components/select.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { Shell } from '../../../platform/web/shell.ts';

export interface TryView {
  readonly action: string;
  readonly back: string;
  readonly name: string;
  readonly number: number;
  readonly asked: readonly {
    readonly label: string;
    readonly kind: 'one' | 'many' | 'number' | 'date';
    readonly choices: readonly { readonly value: string; readonly text: string }[];
    readonly values: readonly string[];
    readonly unit: string;
  }[];
  readonly explanation: RuleExplanationProps;
  readonly hidden: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
}

export const TryPage = ({ shell, view }: { readonly shell: Shell; readonly view: TryView }) => (
  <StaffPage {...shell} title={`Try ${view.name}`} shape="list" errors={view.errors}>
    <BackLink href={view.back} text="Back to the table" />
    <PageTitle title={`Try “${view.name}”`} sentence={`Version ${view.number}. Make somebody up. Nothing you choose here is kept.`} />
    <Columns>
      <Card id="answers" title="What they said" level={2}>
        <form method="post" action={view.action} novalidate>
          <HiddenValues values={view.hidden} />
          {view.asked.map(({ label, kind, choices, values, unit }, index) =>
            kind === 'one' ? (
              <Select
                key={label}
                name={`answer_${index}`}
                error={errorOf(view.errors, `answer_${index}`)}
                label={label}
                options={[{ value: '', text: 'Not asked' }, ...choices]}
                value={values[0] ?? ''}
              />
            ) : kind === 'many' ? (
              <Checkboxes
                key={label}
                name={`answer_${index}`}
                error={errorOf(view.errors, `answer_${index}`)}
                label={label}
                choices={choices}
                values={values}
                small
              />
            ) : (
              <TextInput
                key={label}
                name={`answer_${index}`}
                error={errorOf(view.errors, `answer_${index}`)}
                label={label}
                type={kind === 'date' ? 'date' : 'text'}
                width={10}
                value={values[0] ?? ''}
                {...(kind === 'number' ? { inputmode: 'decimal' as const, suffix: unit || undefined } : {})}
              />
            ),
          )}
          <Button>What would it say?</Button>
        </form>
      </Card>
      <div>
        <RuleExplanation {...view.explanation} />
      </div>
    </Columns>
  </StaffPage>
);
