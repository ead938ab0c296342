/** Making a fact out of answers that people already give. */
import { BackLink } from '../../../design/components/back-link.tsx';
import { Button } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { Checkboxes, Radios } from '../../../design/components/choices.tsx';
import { errorOf, type FieldError } from '../../../design/components/error-summary.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { Shell } from '../../../platform/web/shell.ts';

export interface NewFactView {
  readonly places: readonly { readonly code: string; readonly name: string }[];
  readonly asked: readonly {
    readonly code: string;
    readonly words: string;
    readonly answers: readonly { readonly value: string; readonly text: string }[];
  }[];
  readonly typed: { readonly blueprint: string; readonly label: string; readonly answers: readonly string[] };
  readonly hidden: Readonly<Record<string, string>>;
}

export const NewFactPage = ({
  shell,
  view,
  errors,
}: {
  readonly shell: Shell;
  readonly view: NewFactView;
  readonly errors: readonly FieldError[];
}) => (
  <StaffPage {...shell} title="Make a fact" shape="list" errors={errors}>
    <BackLink href="/rules/facts" text="What rules can read" />
    <PageTitle
      title="Make a fact"
      sentence="A yes or no, worked out from answers at the front door. It stays as you make it, so that approved rules keep their meaning."
    />
    <Card>
      <form method="post" action="/rules/new-fact" novalidate>
        <HiddenValues values={view.hidden} />
        {view.places.length > 1 ? (
          <Radios
            name="blueprint"
            label="Whose rules may read it?"
            choices={view.places.map(({ code, name }) => ({ value: code, text: name }))}
            value={view.typed.blueprint}
            error={errorOf(errors, 'blueprint')}
          />
        ) : (
          <input type="hidden" name="blueprint" value={view.places[0]?.code ?? ''} />
        )}
        <TextInput
          name="label"
          label="What does a yes say?"
          hint="For example “Cares for somebody”."
          value={view.typed.label}
          error={errorOf(errors, 'label')}
        />
        <p id="answers">Tick the answers of one question that make it a yes.</p>
        {view.asked.map(({ code, words, answers }, at) => (
          <Checkboxes
            key={code}
            name="answers"
            id={`answers-${code}`}
            label={words}
            choices={answers}
            values={view.typed.answers}
            small
            error={at === 0 ? errorOf(errors, 'answers') : undefined}
          />
        ))}
        <Button>Make this fact</Button>
      </form>
    </Card>
  </StaffPage>
);
