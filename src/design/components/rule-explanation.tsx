/** Why rules said what they said: the rows that applied with their reasons, what was used, what is not known, and the nearest row that did not apply. */
import { FactsList } from './facts-list.tsx';
import { type HeadingLevel, SectionTitle } from './heading.tsx';
import { Stack } from './layouts.tsx';
import { Table } from './table.tsx';

export interface RuleExplanationProps {
  /** Rows that applied: what each says, why, and what would change it. */
  readonly fired: readonly { readonly key: string; readonly sentence: string; readonly reason: string; readonly changes: string }[];
  readonly used: readonly { readonly key: string; readonly label: string; readonly words: string }[];
  readonly missing: readonly { readonly key: string; readonly label: string; readonly because: string }[];
  readonly nearest?:
    | {
        readonly sentence: string;
        readonly needs: readonly { readonly key: string; readonly label: string; readonly actual: string; readonly needed: string }[];
      }
    | undefined;
  /** Said instead of everything else when the rules could not be worked out. */
  readonly failed?: string | undefined;
  readonly level?: HeadingLevel | undefined;
}

export const RuleExplanation = ({ fired, used, missing, nearest, failed, level = 2 }: RuleExplanationProps) =>
  failed ? (
    <p>{failed} The rules give no suggestion, and the work goes on without one.</p>
  ) : (
    <Stack>
      <SectionTitle title="Rows that applied" level={level} />
      {fired.length === 0 ? (
        <p>No row applied.</p>
      ) : (
        <FactsList
          facts={fired.map(({ sentence, reason, changes }) => ({
            term: sentence,
            value: (
              <>
                {reason}
                <br />
                What would change it: {changes}
              </>
            ),
          }))}
        />
      )}
      <SectionTitle title="What was used" level={level} />
      {used.length === 0 ? (
        <p>No answer was used: only a row for everybody applied.</p>
      ) : (
        <Table
          caption="Answers that the rules read"
          captionHidden
          columns={[
            { title: 'Question', cell: (fact) => fact.label },
            { title: 'Answer', cell: (fact) => fact.words },
          ]}
          rows={used}
          rowKey={(fact) => fact.key}
        />
      )}
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
      {nearest ? (
        <>
          <SectionTitle title="The nearest row that did not apply" level={level} />
          <p>{nearest.sentence}</p>
          <FactsList
            facts={nearest.needs.map(({ label, actual, needed }) => ({ term: label, value: `${actual}. It would need ${needed}.` }))}
          />
        </>
      ) : null}
    </Stack>
  );
