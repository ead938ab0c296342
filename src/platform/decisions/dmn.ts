// Writes a decision table as DMN 1.3 and reads one back, so that any DMN editor can open it. What DMN has no place for (the kind of data a
// fact is, the words of its answers, dates) travels in attributes of our own, which other editors keep and ignore.
import { DmnModdle, type Element } from 'dmn-moddle';
import { isCode } from '../codes/codes.ts';
import { failure, type Problem, type Result, success } from '../problem.ts';
import { children, isElement, lineAt, plainId, problem, words } from './dmn-element.ts';
import { factOf, meantOtherwise, policyOf } from './dmn-meaning.ts';
import { type DecisionTable, grounds, type Input, inputTypes, type Output, type OutputValues, type Rule } from './table.ts';

const NAMESPACE = 'https://onedoor.example/decisions';

const attribute = (name: string) => ({ name, isAttr: true, type: 'String' });

const OUR_PACKAGE = {
  name: 'OneDoor',
  prefix: 'onedoor',
  uri: NAMESPACE,
  // The names of DMN's own elements are written as this package says, because it adds to them.
  xml: { tagAlias: 'lowerCase' },
  types: [
    { name: 'Table', extends: ['dmn:DecisionTable'], properties: ['version', 'from', 'to', 'answersAlways'].map(attribute) },
    {
      name: 'Fact',
      extends: ['dmn:InputClause'],
      properties: ['type', 'words', 'lowest', 'highest', 'decimals', 'unit', 'category', 'about'].map(attribute),
    },
    { name: 'Conclusion', extends: ['dmn:OutputClause'], properties: ['required', 'excludes', 'orders'].map(attribute) },
  ],
};

/** The rows' texts that DMN keeps as annotations, in this order. The sentence is the row's description. */
const ANNOTATIONS = ['reason', 'reasonCode', 'changes'] as const;

const TYPE_REFS: Readonly<Record<Input['type'], string>> = {
  code: 'string',
  codes: 'string',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
};

/** DMN 1.3 XML of the table, indented. */
export async function writeDmn(table: DecisionTable): Promise<string> {
  const moddle = new DmnModdle({ onedoor: OUR_PACKAGE });
  const make = (type: string, properties: Readonly<Record<string, unknown>>): Element => moddle.create(`dmn:${type}`, present(properties));
  const input = (each: Input): Element =>
    make('InputClause', {
      id: `input_${each.name}`,
      label: each.label,
      inputExpression: make('LiteralExpression', { id: `expression_${each.name}`, typeRef: TYPE_REFS[each.type], text: each.name }),
      inputValues:
        each.values &&
        make('UnaryTests', { id: `answers_${each.name}`, text: each.values.map((value) => JSON.stringify(value.code)).join(', ') }),
      'onedoor:type': each.type,
      'onedoor:words': each.values && JSON.stringify(each.values.map((value) => [value.code, value.label])),
      'onedoor:lowest': each.lowest?.toString(),
      'onedoor:highest': each.highest?.toString(),
      'onedoor:decimals': each.decimals?.toString(),
      'onedoor:unit': each.unit,
      'onedoor:category': each.category,
      'onedoor:about': each.about,
    });
  const output = (each: Output): Element =>
    make('OutputClause', {
      id: `output_${each.name}`,
      name: each.name,
      label: each.label,
      typeRef: each.type === 'text' ? 'string' : each.type,
      outputValues:
        each.values &&
        make('UnaryTests', { id: `values_${each.name}`, text: each.values.map((value) => JSON.stringify(value)).join(', ') }),
      'onedoor:required': String(each.required),
      'onedoor:excludes': each.excludes && JSON.stringify(each.excludes),
      'onedoor:orders': each.orders?.toString(),
    });
  const rule = (each: Rule): Element =>
    make('DecisionRule', {
      id: `rule_${each.id}`,
      description: each.sentence,
      inputEntry: table.inputs.map(({ name }) => make('UnaryTests', { id: `cell_${each.id}_${name}`, text: each.cells[name] ?? '-' })),
      outputEntry: table.outputs.map(({ name }) =>
        make('LiteralExpression', { id: `result_${each.id}_${name}`, text: JSON.stringify(each.outputs[name]) ?? '' }),
      ),
      annotationEntry: ANNOTATIONS.map((name) => make('RuleAnnotation', { text: each[name] })),
    });
  const decisionTable = make('DecisionTable', {
    id: `table_${table.id}`,
    hitPolicy: table.hitPolicy,
    input: table.inputs.map(input),
    output: table.outputs.map(output),
    annotation: ANNOTATIONS.map((name) => make('RuleAnnotationClause', { name })),
    rule: table.rules.map(rule),
    'onedoor:version': String(table.version),
    'onedoor:from': table.effectiveFrom,
    'onedoor:to': table.effectiveTo,
    'onedoor:answersAlways': String(table.answersAlways),
  });
  const decision = make('Decision', { id: `decision_${table.id}`, name: table.name, decisionLogic: decisionTable });
  const definitions = make('Definitions', {
    id: `definitions_${table.id}`,
    name: table.name,
    namespace: NAMESPACE,
    drgElement: [decision],
  });
  const { xml } = await moddle.toXML(definitions, { format: true });
  return xml;
}

const present = (properties: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));

/** Longest file that is read, in letters: some thousand rows. */
export const mostDmn = 1_000_000;

const MODEL = 'https://www.omg.org/spec/DMN/20191111/MODEL/';

/** The decision table in a DMN 1.3 file. Run `check` on what comes back: this reads what is there, and judges nothing. Problems name the line. */
export async function readDmn(xml: string): Promise<Result<DecisionTable>> {
  const refused = unreadable(xml);
  if (refused) return failure(refused);
  let root: Element;
  try {
    const read = await new DmnModdle({ onedoor: OUR_PACKAGE }).fromXML(xml);
    root = read.rootElement;
    const lost = read.warnings.map(messageOf).find((message) => message !== undefined);
    if (lost !== undefined) return failure(notXml(lost));
  } catch (error) {
    return failure(notXml(messageOf(error) ?? ''));
  }
  const foreign = foreignLanguage(xml);
  if (foreign) return failure(foreign);
  const decision = children(root, 'drgElement').find((each) => isElement(each.get('decisionLogic')));
  const logic = decision?.get('decisionLogic');
  if (!decision || !isElement(logic) || logic.$type !== 'dmn:DecisionTable')
    return failure({ status: 422, title: 'There is no decision table in this file', detail: 'Choose a DMN file that holds one table.' });
  const inputs = children(logic, 'input').map(readInput);
  const outputs = children(logic, 'output').map(readOutput);
  const otherwise = meantOtherwise(root, logic, xml);
  if (otherwise) return failure(otherwise);
  return success({
    id: plainId(logic, 'table_'),
    name: words(decision, 'name') ?? '',
    version: Number(words(logic, 'onedoor:version') ?? 1),
    effectiveFrom: words(logic, 'onedoor:from') ?? '9999-12-31',
    effectiveTo: words(logic, 'onedoor:to'),
    hitPolicy: policyOf(logic) ?? 'UNIQUE',
    answersAlways: words(logic, 'onedoor:answersAlways') === 'true',
    inputs,
    outputs,
    rules: children(logic, 'rule').map((each) => readRule(each, inputs, outputs)),
  });
}

/** What is refused before a parser sees it: too long, with entities of its own, or another version of DMN. */
function unreadable(xml: string): Problem | undefined {
  if (xml.length > mostDmn)
    return { status: 413, title: 'This file is too large', detail: 'A table of rules is less than 1 MB. Export the one table you need.' };
  const doctype = /<!(DOCTYPE|ENTITY)/i.exec(xml);
  if (doctype)
    return problem(
      'This file cannot be read',
      `Line ${lineAt(xml, doctype.index)} defines a document type or an entity. Save it as plain DMN 1.3, without them.`,
    );
  const other = /xmlns(?::[\w-]+)?\s*=\s*["']([^"']*\/DMN\/[^"']*)["']/i.exec(xml);
  const spaces = [...xml.matchAll(/xmlns(?::[\w-]+)?\s*=\s*["']([^"']*)["']/g)].map((found) => found[1]);
  if (!spaces.includes(MODEL))
    return problem(
      'This is not a DMN 1.3 file',
      other
        ? `Line ${lineAt(xml, other.index)} says it is another version of DMN. Save it as DMN 1.3.`
        : 'Choose a file that a DMN editor saved as DMN 1.3.',
    );
  return undefined;
}

const messageOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : undefined;

/** The reader says “line: 3”, counted from 0, and why in words of its own. */
function notXml(message: string): Problem {
  const line = /line: (\d+)/.exec(message)?.[1];
  const why = /nested error: ([^\n]*)/.exec(message)?.[1];
  return problem(
    'This file cannot be read',
    `${line === undefined ? 'It is not whole' : `Line ${Number(line) + 1} is not right`}${why ? ` (${why})` : ''}. Save it again as DMN 1.3.`,
  );
}

/** Cells in another language than FEEL would be read as something they are not. */
function foreignLanguage(xml: string): Problem | undefined {
  for (const found of xml.matchAll(/(?:expressionLanguage|typeLanguage)\s*=\s*["']([^"']*)["']/g))
    if (!/(^|\/)feel\/?$/i.test(found[1] ?? ''))
      return problem(
        'The cells are not written in FEEL',
        `Line ${lineAt(xml, found.index)} says they are in “${(found[1] ?? '').slice(0, 60)}”. Write them in FEEL, or enter the rows here.`,
      );
  return undefined;
}

const numberIn = (element: Element, name: string): number | undefined => {
  const text = words(element, name);
  return text === undefined ? undefined : Number(text);
};

function readInput(element: Element): Input {
  const expression = element.get('inputExpression');
  const typeRef = words(expression, 'typeRef') ?? 'string';
  const codes = listIn(words(element.get('inputValues'), 'text'));
  const labels = new Map<string, string>(pairsIn(words(element, 'onedoor:words')));
  const category = words(element, 'onedoor:category');
  const decimals = words(element, 'onedoor:decimals');
  return {
    name: factOf(element),
    label: words(element, 'label') ?? words(expression, 'text') ?? '',
    type:
      inputTypes.find((type) => type === words(element, 'onedoor:type')) ??
      (typeRef === 'string' ? 'code' : (inputTypes.find((type) => TYPE_REFS[type] === typeRef) ?? 'code')),
    values: codes?.map((code) => ({ code, label: labels.get(code) ?? code })),
    lowest: numberIn(element, 'onedoor:lowest'),
    highest: numberIn(element, 'onedoor:highest'),
    decimals: decimals === undefined ? undefined : decimals === 'true',
    unit: words(element, 'onedoor:unit'),
    // A fact whose kind nobody said is kept as close as the closest.
    category: isCode('dataCategory', category) ? category : 'safety',
    about: grounds.find((ground) => ground === words(element, 'onedoor:about')),
  };
}

function readOutput(element: Element): Output {
  const typeRef = words(element, 'typeRef');
  return {
    name: words(element, 'name') ?? plainId(element, 'output_'),
    label: words(element, 'label') ?? words(element, 'name') ?? '',
    type: typeRef === 'number' || typeRef === 'boolean' ? typeRef : 'text',
    values: listIn(words(element.get('outputValues'), 'text')),
    required: words(element, 'onedoor:required') !== 'false',
    excludes: listOf(words(element, 'onedoor:excludes')),
    orders: words(element, 'onedoor:orders') === 'true' ? true : undefined,
  };
}

function readRule(element: Element, inputs: readonly Input[], outputs: readonly Output[]): Rule {
  const cells = children(element, 'inputEntry').map((entry) => words(entry, 'text')?.trim() || '-');
  const results = children(element, 'outputEntry').map((entry) => words(entry, 'text') ?? '');
  const [reason = '', reasonCode = '', changes = ''] = children(element, 'annotationEntry').map((entry) => words(entry, 'text') ?? '');
  return {
    id: plainId(element, 'rule_'),
    sentence: words(element, 'description') ?? '',
    cells: Object.fromEntries(
      inputs.flatMap(({ name }, column) => (cells[column] === undefined || cells[column] === '-' ? [] : [[name, cells[column]]])),
    ),
    outputs: Object.fromEntries(outputs.flatMap(({ name }, column) => resultIn(name, results[column] ?? ''))) satisfies OutputValues,
    reason,
    reasonCode,
    changes,
  };
}

function resultIn(name: string, text: string): [string, string | number | boolean][] {
  if (text.trim() === '') return [];
  const value = parsed(text);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [[name, value]] : [[name, text]];
}

/** '"a", "b"' as codes; undefined when the text is not such a list. */
const listIn = (text: string | undefined): string[] | undefined => (text === undefined ? undefined : listOf(`[${text}]`));

function listOf(text: string | undefined): string[] | undefined {
  const value = text === undefined ? undefined : parsed(text);
  return Array.isArray(value) && value.every((each) => typeof each === 'string') ? value : undefined;
}

function pairsIn(text: string | undefined): [string, string][] {
  const value = text === undefined ? undefined : parsed(text);
  return Array.isArray(value)
    ? value.flatMap((pair) => (Array.isArray(pair) ? [[String(pair[0]), String(pair[1])] satisfies [string, string]] : []))
    : [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
