// Changing a draft: a row written, added, moved or taken out. Each gives new content and leaves the old as it was. Pure.
import type { Rule } from '../../platform/decisions/table.ts';
import type { RuleContent } from './model.ts';

/** Most rows of a table: more than anybody reads, fewer than anybody waits for. */
export const mostRows = 200;

/** Rows as another editor wrote them, with a name of their own each and a code to count by, which that editor may not have given. */
export function asRowsOfOurs(rules: readonly Rule[]): Rule[] {
  const named: Rule[] = [];
  for (const rule of rules) {
    const isOwn = rule.id !== '' && rule.id.length <= mostLettersOfId && !named.some(({ id }) => id === rule.id);
    const reasonCode = rule.reasonCode || (rule.sentence === '' ? '' : codeFromWords(rule.sentence));
    named.push({ ...rule, id: isOwn ? rule.id : freeRowId({ rules: [...named, ...rules] }), reasonCode });
  }
  return named;
}

/** A row’s name stands in addresses. */
const mostLettersOfId = 100;

/** The name of a row nobody has used in this table. */
export function freeRowId({ rules }: Pick<RuleContent, 'rules'>): string {
  const used = new Set(rules.map(({ id }) => id));
  for (let number = rules.length + 1; ; number++) if (!used.has(`row-${number}`)) return `row-${number}`;
}

/** Puts the row in place of the one with its id, or, new, before the last row, which is usually the one for everybody. */
export function withRow(content: RuleContent, row: Rule): RuleContent {
  const at = content.rules.findIndex(({ id }) => id === row.id);
  if (at >= 0) return { ...content, rules: content.rules.with(at, row) };
  const last = content.rules.at(-1);
  const forEverybody = last !== undefined && Object.values(last.cells).every((cell) => cell.trim() === '-');
  return { ...content, rules: forEverybody ? [...content.rules.slice(0, -1), row, last] : [...content.rules, row] };
}

/** One place up or down; at the end it stays. */
export function movedRow(content: RuleContent, id: string, where: 'up' | 'down'): RuleContent {
  const at = content.rules.findIndex((row) => row.id === id);
  const to = where === 'up' ? at - 1 : at + 1;
  const [row, other] = [content.rules[at], content.rules[to]];
  return row && other ? { ...content, rules: content.rules.with(at, other).with(to, row) } : content;
}

export const withoutRow = (content: RuleContent, id: string): RuleContent => ({
  ...content,
  rules: content.rules.filter((row) => row.id !== id),
});

/** Straight apostrophes become curly ones, so that nobody has to look for the key. */
export const typographic = (text: string): string => text.replaceAll(/(?<=\p{L})'(?=\p{L}|\s|$|[.,?!])/gu, '’');

/** “May be in danger at home” → “MAY_BE_IN_DANGER_AT_HOME”: a code for counting, from the first words of a sentence. */
export function codeFromWords(text: string): string {
  const words = text.toUpperCase().match(/[A-Z][A-Z0-9]*/g) ?? [];
  return words.slice(0, 5).join('_').slice(0, 40).replace(/_$/, '') || 'ROW';
}
