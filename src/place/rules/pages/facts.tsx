/** What rules can read, by blueprint, and making a fact out of answers that people already give. */
import { BackLink } from '../../../design/components/back-link.tsx';
import { Button } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { Checkboxes, Radios } from '../../../design/components/choices.tsx';
import { errorOf, type FieldError } from '../../../design/components/error-summary.tsx';
import { SmallPrint } from '../../../design/components/found-list.tsx';
import { PageTitle, SectionTitle } from '../../../design/components/heading.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { Table } from '../../../design/components/table.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { Shell } from '../../../platform/web/shell.ts';

export interface FactLine {
  readonly name: string;
  readonly label: string;
  readonly answers: string;
  /** By which nobody may be turned away, in words; '' where it is none. */
  readonly ground: string;
  /** How a fact made here is worked out, and who made it. */
  readonly own: { readonly words: string; readonly by: string } | null;
}

export interface FactsView {
  readonly places: readonly { readonly code: string; readonly name: string; readonly facts: readonly FactLine[] }[];
  readonly asked: readonly {
    readonly code: string;
    readonly words: string;
    readonly answers: readonly { readonly value: string; readonly text: string }[];
  }[];
  readonly typed: { readonly blueprint: string; readonly label: string; readonly answers: readonly string[] };
  readonly mayWrite: boolean;
  readonly hidden: Readonly<Record<string, string>>;
}

export const FactsPage = ({
  shell,
  view,
  errors,
}: {
  readonly shell: Shell;
  readonly view: FactsView;
  readonly errors: readonly FieldError[];
}) => (
  <StaffPage {...shell} title="What rules can read" shape="list" errors={errors}>
    <BackLink href="/rules" text="All rules" />
    <PageTitle title="What rules can read" sentence="Answers people gave, and what follows from them. What was not asked stays unknown." />
    {view.places.map(({ code, name, facts }) => (
      <section key={code} aria-labelledby={`facts-${code}`}>
        <SectionTitle id={`facts-${code}`} title={name} />
        <Table
          caption={`What rules of ${name} can read`}
          captionHidden
          rows={facts}
          rowKey={(fact) => fact.name}
          columns={[
            {
              title: 'Fact',
              cell: (fact) => (
                <>
                  {fact.label}
                  {fact.own ? (
                    <SmallPrint>
                      {fact.own.words} {fact.own.by}
                    </SmallPrint>
                  ) : null}
                </>
              ),
            },
            { title: 'Answers', cell: (fact) => fact.answers },
            { title: 'Nobody is turned away for', cell: (fact) => fact.ground || '–' },
          ]}
        />
      </section>
    ))}
    {view.mayWrite ? (
      <Card id="make" title="Make a fact" level={2}>
        <p>A yes or no, worked out from answers at the front door. It stays as you make it, so that approved rules keep their meaning.</p>
        <form method="post" action="/rules/facts" novalidate>
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
    ) : null}
  </StaffPage>
);
