/** Beginning a table that no blueprint has. */
import { BackLink } from '../../../design/components/back-link.tsx';
import { Button } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { Radios } from '../../../design/components/choices.tsx';
import type { FieldError } from '../../../design/components/error-summary.tsx';
import { filledIn } from '../../../design/components/filled-in.ts';
import { PageTitle } from '../../../design/components/heading.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { Select, type SelectOption } from '../../../design/components/select.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { Shell } from '../../../platform/web/shell.ts';

export interface NewTableView {
  readonly services: readonly SelectOption[];
  readonly purposes: readonly { readonly value: string; readonly text: string; readonly hint: string }[];
  readonly typed: { readonly service: string; readonly purpose: string; readonly name: string };
  readonly hidden: Readonly<Record<string, string>>;
}

export const NewTablePage = ({
  shell,
  view,
  errors,
}: {
  readonly shell: Shell;
  readonly view: NewTableView;
  readonly errors: readonly FieldError[];
}) => {
  const field = filledIn(view.typed, errors);
  return (
    <StaffPage {...shell} title="Begin a new table" shape="list" errors={errors}>
      <BackLink href="/rules" text="All rules" />
      <PageTitle
        title="Begin a new table"
        sentence="You write its rows next. It decides nothing until it was replayed and somebody else approved it."
      />
      <Card>
        <form method="post" action="/rules/new" novalidate>
          <HiddenValues values={view.hidden} />
          <Select {...field('service')} label="Which service is it for?" options={view.services} />
          <Radios {...field('purpose')} label="What does it answer?" choices={view.purposes} />
          <TextInput
            {...field('name')}
            label="Name of the table"
            hint="Everybody who works here reads it, for example “Who comes first at the café”."
          />
          <Button>Begin it</Button>
        </form>
      </Card>
    </StaffPage>
  );
};
