// Each text field of each form by itself with words made to break things, everything else right: what was typed is kept as typed, or said to be wrong beside its
// field with everything else still there. It never becomes markup, nothing fails, and nothing is half written.
import type { LightMyRequestResponse } from 'fastify';
import { decoded, type Form, faultsOn, formsOn } from './forms.ts';
import { type Fields, type Given, send, visitorOf } from './given.ts';
import type { Rehearsal, WrittenRow } from './rehearsal.ts';

/** Written also when what was sent is refused: who looked at whom, who is here, when a session was last used, how often somebody tried. */
const alwaysWritten: ReadonlySet<string> = new Set(['audit_entry', 'audit_person', 'presence', 'session', 'attempt']);

/** As the program keeps it: without the letter that ends a text elsewhere, ends of lines as one, without what surrounds it. */
const kept = (words: string): string => words.toWellFormed().replaceAll('\u0000', '').replaceAll('\r\n', '\n').trim();

const leaves = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(leaves)
      : value === null
        ? []
        : [String(value)];

const isWritten = (rows: readonly WrittenRow[], words: string): boolean =>
  rows.some(({ row }) => leaves(row).some((leaf) => leaf.includes(words)));

export interface Trial {
  readonly given: Given;
  readonly field: string;
  readonly words: string;
}

/** What is wrong with how the words were taken; empty when nothing is. */
export async function tryWords(rehearsal: Rehearsal, { given, field, words }: Trial): Promise<string[]> {
  const known = countsWith.get(given)?.get(field);
  const wrong = await tryOnce(rehearsal, { ...given, filled: { ...given.filled, ...known } }, field, words);
  if (known || !wrong.includes(lost)) return wrong;
  for (const [name, values] of given.form.choices)
    for (const value of values) {
      const also = { [name]: [value] };
      const otherwise = await tryOnce(rehearsal, { ...given, filled: { ...given.filled, ...also }, taken: true }, field, words);
      if (otherwise.length > 0) continue;
      countsWith.set(given, new Map([...(countsWith.get(given) ?? []), [field, also]]));
      return [];
    }
  countsWith.set(given, new Map([...(countsWith.get(given) ?? []), [field, {}]]));
  return wrong;
}

/** Some fields count only with another answer, such as who a helper is when somebody asks for themselves: found once for each. */
const countsWith = new WeakMap<Given, ReadonlyMap<string, Fields>>();

const lost = 'was taken, and is nowhere to be found';

/** Fields whose words are rightly found nowhere again, by where they are sent, and why. */
const keptNowhere: Readonly<Record<string, string>> = {
  'reach /me/sign-in': 'the answer is the same to everybody, so that nobody learns who is known here',
};

async function tryOnce(rehearsal: Rehearsal, given: Given, field: string, words: string): Promise<string[]> {
  const { form, visit, filled } = given;
  const sent: Fields = { ...filled, [field]: [words.toWellFormed(), ...(filled[field] ?? []).slice(1)] };
  return rehearsal.undone(async () => {
    const visitor = visitorOf(rehearsal, visit);
    const answer = await send(visitor, form, sent);
    if (answer.statusCode >= 500) return [`answered ${answer.statusCode}`];
    if (answer.statusCode >= 400) return refused(answer, given, sent, field, await rehearsal.written());
    const shown = await visitor.follow(answer);
    const wrong = shown.statusCode === 200 || shown.statusCode === 303 ? [] : [`then answered ${shown.statusCode}`];
    if (becomesMarkup(shown.body, words)) wrong.push('became markup');
    const found = isShown(form, field, kept(words), shown) || isWritten(await rehearsal.written(), kept(words));
    if (!found && !(`${field} ${form.action}` in keptNowhere)) wrong.push(lost);
    return wrong;
  });
}

const becomesMarkup = (html: string, words: string): boolean => /<[a-z/!?]/i.test(words) && words.length > 6 && html.includes(words.trim());

function isShown(form: Form, field: string, words: string, shown: LightMyRequestResponse): boolean {
  if (words === '' || form.typed.get(field) === 'password') return true;
  // A search looks for as much of it as anything could be called.
  if (form.method === 'get' || form.action === '/help') return decoded(shown.body).includes(words.slice(0, 20)) || shown.statusCode === 303;
  return decoded(shown.body).includes(words);
}

function refused(
  answer: LightMyRequestResponse,
  { form, taken }: Given,
  sent: Fields,
  field: string,
  rows: readonly WrittenRow[],
): string[] {
  const wrong: string[] = [];
  if (answer.statusCode !== 422) return [`answered ${answer.statusCode}`];
  const half = rows.filter(({ table }) => !alwaysWritten.has(table));
  if (half.length > 0) wrong.push(`was refused, and wrote ${[...new Set(half.map(({ table }) => table))].join(', ')}`);
  for (const words of sent[field] ?? []) if (becomesMarkup(answer.body, words)) wrong.push('became markup');
  const again = formsOn(answer.body).find(({ action, typed }) => action === form.action && typed.has(field));
  if (!again) return [...wrong, 'was refused, and the form is gone'];
  const faults = faultsOn(answer.body, again);
  if (faults.length === 0) wrong.push('was refused without a fault');
  // Where everything else is right, the fault is this field’s.
  else if (taken && !faults.includes(field) && !faults.some((one) => one.split('-')[0] === field.split('-')[0]))
    wrong.push(`was refused for ${faults.join(', ') || 'nothing'}`);
  for (const [name, type] of form.typed) {
    if (type === 'password') continue;
    const before = (sent[name] ?? []).map(kept).join('\n');
    const after = (again.fields[name] ?? []).map(kept).join('\n');
    if (before !== after) wrong.push(`was refused, and ${name === field ? 'it' : name} is no longer there`);
  }
  // What is added by a button of its own is asked for again, and ticks give way to a condition that is written.
  for (const [name] of form.choices)
    if (!/^(?:add|any_\d+)$/.test(name) && (sent[name] ?? []).join() !== (again.fields[name] ?? []).join())
      wrong.push(`was refused, and what was chosen for ${name} is gone`);
  return wrong;
}
