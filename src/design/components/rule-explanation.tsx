/** Why rules said what they said: the rows that applied with their reasons, what was used, what is not known, and the nearest row that did not apply. */
import { type HeadingLevel, SectionTitle } from './heading.tsx';
import { Table } from './table.tsx';

export interface RuleExplanationProps {
  /** Rows that applied: what each says, why, and what would change it. */
  readonly fired: readonly { readonly key: string; readonly sentence: string; readonly reason: string; readonly changes: string }[];
  readonly used: readonly { readonly key: string; readonly label: string; readonly words: string }[];
  readonly missing: readonly { readonly key: string; readonly label: string; readonly because: string }[];
  /** The nearest row that did not apply, with what it would have needed. */
  readonly nearest?: string | undefined;
  /** Said instead of rows when the rules could not be worked out. */
  readonly failed?: string | undefined;
  readonly level?: HeadingLevel | undefined;
}

export const RuleExplanation = ({ fired, used, missing, nearest, failed, level = 2 }: RuleExplanationProps) => (
  <>
    <SectionTitle title="Rows that applied" level={level} />
    {failed ? (
      <p>{failed} The rules give no suggestion, and the work goes on without one.</p>
    ) : (
      <Table
        caption="Rows that applied"
        captionHidden
        columns={[
          { title: 'Row', cell: (row) => row.sentence },
          { title: 'Because', cell: (row) => row.reason },
          { title: 'What would change it', cell: (row) => row.changes },
        ]}
        rows={fired}
        rowKey={(row) => row.key}
        empty="No row applied."
      />
    )}
    {nearest ? (
      <>
        <SectionTitle title="The nearest row that did not apply" level={level} />
        <p>{nearest}</p>
      </>
    ) : null}
    <SectionTitle title="What was used" level={level} />
    <Table
      caption="Answers that the rules read"
      captionHidden
      columns={[
        { title: 'Question', cell: (fact) => fact.label },
        { title: 'Answer', cell: (fact) => fact.words },
      ]}
      rows={used}
      rowKey={(fact) => fact.key}
      empty="No answer was used: only a row for everybody applied."
    />
    {missing.length > 0 ? (
      <>
        <SectionTitle title="What we do not know" level={level} />
        <Table
          caption="Answers that the rules would read"
          captionHidden
          columns={[
            { title: 'Question', cell: (fact) => fact.label },
            { title: 'Why it is missing', cell: (fact) => fact.because },
          ]}
          rows={missing}
          rowKey={(fact) => fact.key}
        />
      </>
    ) : null}
  </>
);
