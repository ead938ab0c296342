// Holds every table to "no one is too ill": refuses rows that would turn a person away for how ill, complex, unsettled or hard to reach they
// are (MOS-2, S5.4), refuses to decide by who they are (S9), refuses the words that go with it, and refuses grades of risk (S1).
import type { ReadTable } from './read-table.ts';
import { type GroundRefused, soundOf } from './sounds-like.ts';
import { ANY, cellOf, type Input, type Rule } from './table.ts';
import type { TableFault } from './table-fault.ts';

/** For which nobody may be turned away: “because of …”. */
export const groundWords: Readonly<Record<GroundRefused, string>> = {
  severity: 'how severe things are',
  complexity: 'how complex things are',
  diagnosis: 'a diagnosis',
  missed_visits: 'missed visits',
  housing: 'where they live',
  substances: 'drink or drugs',
  motivation: 'motivation',
  setting: 'the place they are in, or the door they came by',
  language: 'the language they speak',
  who_they_are: 'who they are',
};

/** A fact by such a name is a grade, whatever it is used for. */
const GRADES =
  /\brisk[ _-]*(level|score|grade|rating|band|category|tier|status)|\b(level|score|grade|rating|band|category|tier) of risk|\b(low|medium|high)[ -](er )?risk\b|\brag (rating|status)\b|\bred,? amber/i;

const REFUSED_WORDS: readonly (readonly [RegExp, string])[] = [
  [
    /\btoo (ill|unwell|poorly|complex|severe|acute|sick|risky|chaotic|dangerous|disturbed|difficult|challenging|unstable)\b/i,
    'No one is too ill or too complex for support. Say what is offered instead.',
  ],
  [/\bnot (ill|unwell|poorly|severe|complex|motivated|ready|engaged|stable) enough\b/i, 'Say what is offered instead.'],
  [
    /\b(must|has to|have to|needs? to)( first)? be (sober|abstinent|clean|drug[- ]free|stable|stabilised|housed|motivated|ready)\b/i,
    'Nobody earns support. Say what is offered now.',
  ],
  [
    /\b(un|not )motivated\b|\blacks? motivation\b|\bnon-?complian|\brefus(es|ed|ing) to engage\b|\bdisengag/i,
    'Say what would make it easier to come.',
  ],
  [
    /\breject(s|ed|ion)?\b|\bunsuitable\b|\bnot suitable\b|\b(criteria|threshold)s? (is |are )?not met\b|\binappropriate\b|\bexcluded?\b|\bineligible\b|\bturned? away\b|\bdoes not meet\b|\bnot meet(ing)? (the )?(criteria|threshold)/i,
    'Say “not the right fit here, so…” and name the next offer.',
  ],
  [
    /\b(low|medium|high)[ -](er )?risk\b|\brisk (level|score|grade|rating)\b/i,
    'Say the answer that matters and the response time, never a grade of risk.',
  ],
  [
    /\bDNA('?d|s)?\b|\bno-shows?\b|\b(failed|failure) to attend\b|\bdid not attend\b|\bnot engag(ed|ing)\b|\bdischarged? (for|after) (missed|not attending)/i,
    'Say “missed”, and what is offered differently. Missed visits never end support.',
  ],
];

/** Faults against the rule that no one is turned away for being ill. */
export const exclusionFaults = (read: ReadTable): readonly TableFault[] => [
  ...wordFaults(read),
  ...gradeFaults(read),
  ...equalityFaults(read),
  ...groundFaults(read),
  ...laterFaults(read),
];

function wordFaults({ table }: ReadTable): TableFault[] {
  const said = (written: string, where: Pick<TableFault, 'rule' | 'text' | 'output'>): TableFault[] =>
    refusedWords(written).map(({ words, fix }) => ({ kind: 'words', ...where, message: `A rule may not say “${words}”.`, fix }));
  return [
    ...said(table.name, { text: 'name' }),
    ...table.rules.flatMap((rule) => [
      ...(['sentence', 'reason', 'changes'] as const).flatMap((text) => said(rule[text], { rule: rule.id, text })),
      ...said(rule.reasonCode.replaceAll('_', ' '), { rule: rule.id, text: 'reasonCode' }),
      ...table.outputs.flatMap(({ name }) =>
        said(String(rule.outputs[name] ?? '').replaceAll(/[_-]/g, ' '), { rule: rule.id, output: name }),
      ),
    ]),
  ];
}

/** Words a rule or a page may not say, as found in a text, each with what to do instead. */
export const refusedWords = (written: string): { readonly words: string; readonly fix: string }[] =>
  REFUSED_WORDS.flatMap(([pattern, fix]) => {
    const words = pattern.exec(written)?.[0];
    return words === undefined ? [] : [{ words, fix }];
  });

/** A fact that grades risk may not be read at all (S1.1, S1.2): a rule names the answer that matters instead. */
const gradeFaults = ({ table }: ReadTable): TableFault[] =>
  table.inputs.flatMap((input): TableFault[] => {
    const said = [input.name.replaceAll('_', ' '), input.label, ...(input.values ?? []).map(({ label }) => label)].find((text) =>
      GRADES.test(text),
    );
    if (said === undefined) return [];
    return [
      {
        kind: 'exclusion',
        input: input.name,
        message: `“${input.label}” is a grade of risk. No rule may read one (S1.1).`,
        fix: 'Take the fact out. Read the answer that matters, and give a response time.',
      },
    ];
  });

/** Who somebody is may put a list in order, and may say whom a service was set up for. It decides nothing else (S9, TWP-15). */
const equalityFaults = ({ table, rows }: ReadTable): TableFault[] =>
  table.outputs.some((output) => output.orders)
    ? []
    : table.inputs.flatMap((input) => {
        if (input.about === 'whom_it_is_for' || !isAboutWhoTheyAre(input)) return [];
        return rows
          .filter(({ rule }) => cellOf(rule, input) !== ANY)
          .map(
            ({ rule }): TableFault => ({
              kind: 'exclusion',
              rule: rule.id,
              input: input.name,
              message: `Row “${rule.id}” decides by “${input.label}”. Who somebody is may not decide what they are offered (S9).`,
              fix: 'Take the cell out. A table of who comes first may read it, because it only sets an order.',
            }),
          );
      });

const isAboutWhoTheyAre = (input: Input): boolean =>
  input.about === 'who_they_are' || input.category === 'equality' || (input.about === undefined && soundOf(input) === 'who_they_are');

function groundFaults({ table, rows }: ReadTable): TableFault[] {
  const excludes = (rule: Rule): boolean => table.outputs.some((output) => output.excludes?.includes(String(rule.outputs[output.name])));
  const faults: TableFault[] = [];
  for (const [index, { rule }] of rows.entries()) {
    if (!excludes(rule)) continue;
    for (const input of table.inputs) {
      if (cellOf(rule, input) !== ANY) faults.push(...groundFault(rule, input, 'this row sends people elsewhere because of'));
      // Under FIRST a row that only lets some in is a row that keeps the others out.
      else if (
        table.hitPolicy === 'FIRST' &&
        rows.slice(0, index).some((above) => !excludes(above.rule) && cellOf(above.rule, input) !== ANY)
      )
        faults.push(...groundFault(rule, input, 'with the rows above it, this row sends people elsewhere because of'));
    }
  }
  return faults;
}

const MOVES_NOBODY_DOWN: readonly (GroundRefused | undefined)[] = ['missed_visits', 'motivation'];

/** In an order, missed visits may bring somebody forward and never move them down (S6.1). */
function laterFaults({ table, rows }: ReadTable): TableFault[] {
  const orders = table.outputs.find((output) => output.orders);
  if (!orders) return [];
  const orderOf = (rule: Rule): number => Number(rule.outputs[orders.name]);
  const forEverybody = rows.filter(({ rule }) => table.inputs.every((input) => cellOf(rule, input) === ANY));
  return table.inputs.flatMap((input) => {
    if (!MOVES_NOBODY_DOWN.includes(groundOf(input))) return [];
    const reading = rows.filter(({ rule }) => cellOf(rule, input) !== ANY);
    const beside = Math.min(...(forEverybody.length > 0 ? forEverybody : reading).map(({ rule }) => orderOf(rule)));
    return reading
      .filter(({ rule }) => orderOf(rule) > beside)
      .map(
        ({ rule }): TableFault => ({
          kind: 'exclusion',
          rule: rule.id,
          input: input.name,
          message: `Row “${rule.id}” moves people down because of “${input.label}”. Nobody comes later for that (S6.1).`,
          fix: 'Take the row out, or give it an earlier place: somebody who could not come may need us sooner.',
        }),
      );
  });
}

/** What it is about, as it says or as it sounds. */
const groundOf = (input: Input): GroundRefused | undefined =>
  input.about === undefined ? soundOf(input) : input.about === 'whom_it_is_for' ? undefined : input.about;

function groundFault(rule: Rule, input: Input, how: string): TableFault[] {
  if (input.about === 'whom_it_is_for') return [];
  const place = { kind: 'exclusion' as const, rule: rule.id, input: input.name };
  if (input.about)
    return [
      {
        ...place,
        message: `Row “${rule.id}”: ${how} ${groundWords[input.about]}. No one may be turned away for that (S5.4).`,
        fix: 'Take the cell out. Use the fact to choose what to offer, or how soon.',
      },
    ];
  const sounds = soundOf(input);
  // Reported once, by the rule about who they are.
  if (!sounds || isAboutWhoTheyAre(input)) return [];
  return [
    {
      ...place,
      message: `Row “${rule.id}”: ${how} “${input.label}”, which sounds like ${groundWords[sounds]}.`,
      fix: `Say what the fact is about: “about: ${sounds}”, or “about: whom_it_is_for” if it only says whom the service was set up for.`,
    },
  ];
}
