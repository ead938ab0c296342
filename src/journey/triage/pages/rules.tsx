/** The rules behind a suggestion, as sentences: rows that fired, data used, data missing, the nearest row that did not fire. */

import { Details } from '../../../design/components/asides.tsx';
import { BackLink } from '../../../design/components/back-link.tsx';
import { PageTitle, SectionTitle } from '../../../design/components/heading.tsx';
import { RuleExplanation } from '../../../design/components/rule-explanation.tsx';
import { Table } from '../../../design/components/table.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import { explained } from '../../../place/rules/presenting.ts';
import type { ServiceRules } from '../../../platform/blueprint/blueprint.ts';
import type { Evaluation } from '../../../platform/decisions/evaluation.ts';
import type { Rule } from '../../../platform/decisions/table.ts';
import { saidDate } from '../../../platform/said.ts';
import type { Shell } from '../../../platform/web/shell.ts';
import type { Suggestion } from '../model.ts';

export const RulesPage = ({
  shell,
  suggestion,
  rules,
  others,
  back,
}: {
  readonly shell: Shell;
  readonly suggestion: Suggestion;
  readonly rules: ServiceRules | null;
  readonly others: readonly { readonly rules: ServiceRules; readonly evaluation: Evaluation }[];
  readonly back: string;
}) => {
  const fired = new Set(suggestion.evaluation?.fired.map((one) => one.rule));
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
      {suggestion.evaluation ? <RuleExplanation {...explained(suggestion.evaluation)} /> : null}
      {others.length > 0 ? <SectionTitle title="What the other tables say" /> : null}
      {others.map(({ rules: { table }, evaluation }) => (
        <Details
          key={table.id}
          summary={`${table.name}: ${evaluation.fired.map(({ sentence }) => sentence).join(' ') || 'no row applied'}`}
        >
          <p>Version {table.version}, which held on the day of the referral.</p>
          <RuleExplanation {...explained(evaluation)} level={3} />
        </Details>
      ))}
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
