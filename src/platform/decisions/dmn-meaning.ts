// What a DMN file can say that this house would read as something else: a hit policy it does not know, sums, a result for nobody’s row, two tables that
// read each other, two columns of one fact, cells that stand under no column. Such a file is refused whole, with its line, and never read as another table.
import type { Element } from 'dmn-moddle';
import type { Problem } from '../problem.ts';
import { children, isElement, lineAt, plainId, problem, words } from './dmn-element.ts';
import { type HitPolicy, hitPolicies } from './table.ts';

/** Undefined where the file asks for one we do not have. DMN’s own, where a file says none, is UNIQUE. */
export const policyOf = (logic: Element): HitPolicy | undefined =>
  hitPolicies.find((policy) => policy === (words(logic, 'hitPolicy') ?? 'UNIQUE'));

/** The fact a column reads. */
export const factOf = (input: Element): string => words(input.get('inputExpression'), 'text')?.trim() || plainId(input, 'input_');

/** Undefined when every part of the table means here what it means in the file. */
export function meantOtherwise(root: Element, logic: Element, xml: string): Problem | undefined {
  const at = (written: string): string => {
    const index = xml.indexOf(written);
    return index < 0 ? 'The file' : `Line ${lineAt(xml, index)}`;
  };
  const tables = children(root, 'drgElement').filter((each) => {
    const decides = each.get('decisionLogic');
    return isElement(decides) && decides.$type === 'dmn:DecisionTable';
  });
  if (tables.length > 1)
    return problem(`There are ${tables.length} tables in this file`, 'One may read what another gives. Export the one table you need.');
  if (!policyOf(logic))
    return problem(
      'Its hit policy is not known here',
      `${at('hitPolicy')} says “${words(logic, 'hitPolicy')}”. Save it as FIRST, RULE ORDER, COLLECT or UNIQUE.`,
    );
  if (words(logic, 'aggregation') !== undefined)
    return problem(
      'It adds its rows up',
      `${at('aggregation')} says “${words(logic, 'aggregation')}”. Here each row that fits stands by itself.`,
    );
  if (children(logic, 'output').some((output) => isElement(output.get('defaultOutputEntry'))))
    return problem(
      'It has a result for when no row fits',
      `${at('defaultOutputEntry')} gives one. Write it as a last row that looks at nothing.`,
    );
  return uneven(logic);
}

function uneven(logic: Element): Problem | undefined {
  const facts = children(logic, 'input').map(factOf);
  const twice = facts.find((fact, index) => facts.indexOf(fact) !== index);
  if (twice !== undefined)
    return problem('Two columns read one fact', `Both read “${twice}”. Put them in one column, for example [18..30].`);
  for (const [index, rule] of children(logic, 'rule').entries()) {
    const counts = [
      ['cells', children(rule, 'inputEntry').length, 'facts', facts.length],
      ['results', children(rule, 'outputEntry').length, 'results', children(logic, 'output').length],
    ] as const;
    for (const [cells, there, columns, wanted] of counts)
      if (there !== wanted)
        return problem('A row does not fit its columns', `Row ${index + 1} has ${there} ${cells}, and the table ${wanted} ${columns}.`);
  }
  return undefined;
}
