/** Why somebody can see a record: each reason in a sentence, with what it opens and where it came from. */
import { Inset } from '../../../design/components/asides.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { Stack } from '../../../design/components/layouts.tsx';
import { Table } from '../../../design/components/table.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { Shell } from '../../../platform/web/shell.ts';
import type { ExplainedReason } from '../model.ts';

export interface AccessPageProps {
  readonly shell: Shell;
  readonly reasons: readonly ExplainedReason[];
  /** Only the reasons of one account are shown; its name where one of them says it. */
  readonly one: boolean;
  readonly personId: string;
  /** Whether the reader also oversees who opened records. */
  readonly oversees: boolean;
}

export const AccessPage = ({ shell, reasons, one, personId, oversees }: AccessPageProps) => (
  <StaffPage {...shell} title="Why this record can be seen" shape="list">
    <Stack>
      <PageTitle
        title={one ? 'Why this colleague can see the record' : 'Who can see this record, and why'}
        sentence="No reason, no record: whoever is not here cannot open it. Each reason ends by itself when what made it ends."
      />
      {reasons.length === 0 ? (
        <EmptyState>
          {oversees
            ? 'You hold no reason to this record yourself, so its reasons are closed to you too. Opening it in an emergency shows them, and is reviewed.'
            : 'There is nothing here that you may see.'}
        </EmptyState>
      ) : (
        <Table
          caption="Reasons"
          captionHidden
          rows={reasons}
          rowKey={({ id }) => id}
          marked={({ relationship }) => relationship === 'break_glass'}
          columns={[
            { title: 'Why', cell: ({ words, because }) => (because ? `${words.sentence} “${because}”` : words.sentence) },
            { title: 'In the role of', cell: ({ words }) => words.roles.join(', ') || 'Nobody there acts for the team now' },
            { title: 'They see', cell: ({ words }) => words.opens },
            { title: 'It comes from', cell: ({ words }) => words.source },
            { title: 'Until', cell: ({ words }) => words.until },
            ...(one
              ? []
              : [
                  {
                    title: 'Alone',
                    cell: ({ holder }: ExplainedReason) =>
                      holder.kind === 'account' ? <a href={`/people/${personId}/access?account=${holder.id}`}>Only {holder.name}</a> : '–',
                  },
                ]),
          ]}
        />
      )}
      {oversees ? (
        <Inset>
          <p class="od-alone">
            <a href={`/people/${personId}/looked`}>Who opened this record, and when</a>
          </p>
          {reasons.length === 0 ? (
            <p class="od-alone">
              <a href={`/emergency?record=${personId}`}>See this record in an emergency</a>
            </p>
          ) : null}
        </Inset>
      ) : null}
    </Stack>
  </StaffPage>
);
