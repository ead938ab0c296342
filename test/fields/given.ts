// The forms of the house as they are given to people: each once, by whoever is shown it first, and filled in so that it is taken when sent.
import type { LightMyRequestResponse } from 'fastify';
import { type Client, client } from '../harness/client.ts';
import type { Visit } from '../harness/walk.ts';
import { type Form, faultsOn, formsOn } from './forms.ts';
import type { Rehearsal } from './rehearsal.ts';

export type Fields = Readonly<Record<string, readonly string[]>>;

/** A page, and whose browser it is open in. */
export type Opened = Pick<Visit, 'who' | 'path' | 'cookies'>;

export interface Given {
  readonly visit: Opened;
  readonly form: Form;
  /** What the form is sent with; words of somebody who fills in the whole of it. */
  readonly filled: Fields;
  /** Whether it is taken so. Where it is not, its faults are what is looked at. */
  readonly taken: boolean;
}

const withoutIds = (address: string): string => address.replaceAll(/[0-9a-f-]{36}/g, ':id').replace(/\?.*/, '');

export const visitorOf = ({ server }: Rehearsal, { cookies }: Opened): Client => {
  const visitor = client(server);
  for (const [name, value] of cookies) visitor.cookies.set(name, value);
  return visitor;
};

/** The key is in the fields, as it is in the form. */
export const send = (visitor: Client, { method, action }: Form, fields: Fields): Promise<LightMyRequestResponse> => {
  if (method === 'post') return visitor.post(action, fields);
  const asked = new URLSearchParams(Object.entries(fields).flatMap(([name, values]) => values.map((value) => [name, value])));
  return visitor.get(`${action}?${asked}`);
};

/** What somebody might write in a field of this name, most likely first. */
function likely(name: string, type: string): readonly string[] {
  const all = [
    'Some words of theirs.',
    '2026-11-27',
    '2026-11-16',
    '10:30',
    '3',
    'ola@example.org',
    '07700 900155',
    'TA6 3BL',
    'https://example.org',
    '14',
    '2026',
  ];
  const first: readonly (readonly [RegExp, string])[] = [
    [/-day$/, '14'],
    [/-month$/, '5'],
    [/-year$|_year/, '1988'],
    [/email/, 'ola@example.org'],
    [/phone|number|mobile/, '07700 900155'],
    [/postcode/, 'TA6 3BL'],
    [/time|_at$|from|until|opens|closes/, '10:30'],
    [/date|starts|ends|day|by$|review/, '2026-11-27'],
  ];
  const known =
    type === 'date'
      ? '2026-11-27'
      : type === 'time'
        ? '10:30'
        : type === 'email'
          ? 'ola@example.org'
          : first.find(([like]) => like.test(name))?.[1];
  return known ? [known, ...all] : all;
}

const mostTries = 24;

/** Fills in what is empty, and what is said to be wrong in another way, until the form is taken or nothing more can be tried. */
async function fillIn(
  rehearsal: Rehearsal,
  visit: Opened,
  form: Form,
): Promise<Pick<Given, 'filled' | 'taken'> & { readonly refused?: number }> {
  const tries = new Map<string, number>();
  const filled: Record<string, readonly string[]> = { ...form.fields };
  const another = (name: string): boolean => {
    const at = tries.get(name) ?? 0;
    tries.set(name, at + 1);
    const type = form.typed.get(name);
    const options = type === undefined ? (form.choices.get(name) ?? []).filter((one) => one !== '') : likely(name, type);
    const next = options[at];
    if (next !== undefined) filled[name] = [next];
    return next !== undefined;
  };
  // What need not be there at all is the last thing to try.
  const empty = (name: string): boolean => {
    const words = form.typed.has(name) && filled[name]?.[0] !== '';
    if (words) filled[name] = [''];
    return words;
  };
  // All but what is left alone by most; a password is nobody’s to guess.
  for (const [name, type] of form.typed) if ((filled[name]?.[0] ?? '') === '' && type !== 'password') another(name);
  for (let round = 0; round < mostTries; round += 1) {
    const answer = await rehearsal.undone(() => send(visitorOf(rehearsal, visit), form, filled));
    if (answer.statusCode < 400) return { filled, taken: true };
    if (answer.statusCode !== 422) return { filled, taken: false, refused: answer.statusCode };
    const wrong = faultsOn(answer.body, form).filter(Boolean);
    const changed = wrong.map((name) => another(name) || empty(name));
    if (!changed.includes(true)) break;
  }
  return { filled, taken: false };
}

/** What every form of one kind has in common, whoever it is given to and whomever it is about. */
const kindOf = (form: Form): string =>
  `${form.method} ${withoutIds(form.action)} ${[...form.typed.keys()].map((name) => name.replaceAll(/[0-9a-f-]{36}|\d+/g, '#')).join(' ')}`;

export interface AllGiven {
  readonly forms: readonly Given[];
  /** Who is given a form that is not theirs to send. */
  readonly notTheirs: readonly string[];
}

/** Of these pages: the forms in which words can be typed, each by the first who can send it; only those `wanted`, by where they are sent. */
export async function givenForms(rehearsal: Rehearsal, pages: readonly Opened[], wanted: RegExp): Promise<AllGiven> {
  const forms = new Map<string, Given>();
  const tried = new Set<string>();
  const notTheirs: string[] = [];
  for (const visit of pages) {
    const { body } = await rehearsal.undone(() => visitorOf(rehearsal, visit).get(visit.path));
    for (const form of formsOn(body)) {
      const kind = kindOf(form);
      const theirs = `${visit.who} ${kind}`;
      if (form.typed.size === 0 || !form.action.startsWith('/') || !wanted.test(form.action) || tried.has(theirs)) continue;
      tried.add(theirs);
      const known = forms.get(kind);
      const { refused, ...filled } = await fillIn(rehearsal, visit, form);
      if (refused === 403) notTheirs.push(`${visit.who}: ${withoutIds(form.action)} on ${withoutIds(visit.path)}`);
      else if (!known?.taken) forms.set(kind, { visit, form, ...filled });
    }
  }
  return { forms: [...forms.values()], notTheirs };
}
