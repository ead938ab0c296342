/** The rules behind a suggestion, as sentences: rows that fired, data used, data missing, the nearest row that did not fire. */
import { BackLink } from '../../../design/components/back-link.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { PageTitle, SectionTitle } from '../../../design/components/heading.tsx';
import { Table } from '../../../design/components/table.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { ServiceRules } from '../../../platform/blueprint/blueprint.ts';
import type { MissingFact, UsedFact } from '../../../platform/decisions/evaluation.ts';
import type { Rule } from '../../../platform/decisions/table.ts';
import { saidDate } from '../../../platform/said.ts';
import type { Shell } from '../../../platform/web/shell.ts';
import type { Suggestion } from '../model.ts';

const missingWords: Readonly<Record<MissingFact['because'], string>> = {
  'not asked': 'Not asked yet',
  'asked, chose not to say': 'Asked, chose not to say',
  'not known': 'Not known',
};

export const RulesPage = ({
  shell,
  suggestion,
  rules,
  back,
}: {
  readonly shell: Shell;
  readonly suggestion: Suggestion;
  readonly rules: ServiceRules | null;
  readonly back: string;
}) => {
  const fired = new Set(suggestion.evaluation?.fired.map((one) => one.rule));
  const nearest = suggestion.evaluation?.nearest;
  return (
    <StaffPage {...shell} title="The rules behind it" shape="list">
      <BackLink href={back} text="Back to the referral" />
      <PageTitle
        title={suggestion.tableName || 'No rules in effect'}
        sentence={
          rules
            ? `Version ${rules.table.version}, in effect since ${saidDate(rules.table.effectiveFrom)}. Written by ${rules.author}. Agreed by ${rules.approvedBy}.`
            : (suggestion.failed ?? '')
        }
      />
      {suggestion.evaluation ? (
        <>
          <SectionTitle title="What was used" />
          {suggestion.evaluation.used.length === 0 ? (
            <EmptyState>No answer was used: only the row for everyone fired.</EmptyState>
          ) : (
            <Table
              caption="Answers that the rules read"
              captionHidden
              columns={[
                { title: 'Question', cell: (fact: UsedFact) => fact.label },
                { title: 'Answer', cell: (fact: UsedFact) => fact.words },
              ]}
              rows={suggestion.evaluation.used}
              rowKey={(fact) => fact.input}
            />
          )}
          {suggestion.evaluation.missing.length > 0 ? (
            <>
              <SectionTitle title="What we do not know" />
              <Table
                caption="Answers that the rules would read"
                captionHidden
                columns={[
                  { title: 'Question', cell: (fact: MissingFact) => fact.label },
                  { title: 'Why it is missing', cell: (fact: MissingFact) => missingWords[fact.because] },
                ]}
                rows={suggestion.evaluation.missing}
                rowKey={(fact) => fact.input}
              />
            </>
          ) : null}
          {nearest ? (
            <>
              <SectionTitle title="The nearest row that did not apply" />
              <p>{nearest.sentence}</p>
              <ul>
                {nearest.failing.map((cell) => (
                  <li key={cell.input}>
                    {cell.label}: {cell.actual}. It would need {cell.needed}.
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </>
      ) : null}
      {rules ? (
        <>
          <SectionTitle title="Every row" />
          <Table
            caption="Every row of the table, in order"
            captionHidden
            columns={[
              { title: 'What it says', cell: (rule: Rule) => rule.sentence },
              { title: 'Fired', cell: (rule: Rule) => (fired.has(rule.id) ? 'Yes' : 'No') },
            ]}
            rows={rules.table.rules}
            rowKey={(rule) => rule.id}
            marked={(rule) => fired.has(rule.id)}
          />
        </>
      ) : null}
    </StaffPage>
  );
};
