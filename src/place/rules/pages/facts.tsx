/** What rules can read, by blueprint: its own facts, and those made here. */
import { BackLink } from '../../../design/components/back-link.tsx';
import { Actions, ButtonLink } from '../../../design/components/button.tsx';
import { SmallPrint } from '../../../design/components/found-list.tsx';
import { PageTitle, SectionTitle } from '../../../design/components/heading.tsx';
import { Table } from '../../../design/components/table.tsx';
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
  readonly mayWrite: boolean;
}

export const FactsPage = ({ shell, view }: { readonly shell: Shell; readonly view: FactsView }) => (
  <StaffPage {...shell} title="What rules can read" shape="list">
    <BackLink href="/rules" text="All rules" />
    <PageTitle title="What rules can read" sentence="Answers people gave, and what follows from them. What was not asked stays unknown." />
    {view.mayWrite ? (
      <Actions>
        <ButtonLink look="secondary" href="/rules/new-fact">
          Make a fact
        </ButtonLink>
      </Actions>
    ) : null}
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
  </StaffPage>
);
