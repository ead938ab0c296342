// What is written down when a concern is raised, and what is sent to the safeguarding hub: every fault of it, and the copy in words. Pure.
import { isLocalDate, type LocalDate } from '../../platform/clock.ts';
import { isCode, wordsFor } from '../../platform/codes/codes.ts';
import type { Fault } from '../../platform/problem.ts';
import { saidDate } from '../../platform/said.ts';
import type { Told, WholeConcern } from './model.ts';
import { longestText } from './steps.ts';

export interface TypedConcern {
  readonly route: string;
  readonly concerns: readonly string[];
  readonly about: string;
  readonly harmed: string;
  readonly saw: string;
  readonly opinion: string;
  readonly happened_on: string;
  readonly happened_at: string;
  readonly made_safe: string;
  readonly persons_view: string;
  readonly not_asked_because: string;
  readonly told: string;
  readonly not_told_because: string;
}

export const nothingRaised: TypedConcern = {
  route: '',
  concerns: [],
  about: '',
  harmed: '',
  saw: '',
  opinion: '',
  happened_on: '',
  happened_at: '',
  made_safe: '',
  persons_view: '',
  not_asked_because: '',
  told: '',
  not_told_because: '',
};

const tooLong = (typed: TypedConcern): Fault[] =>
  Object.entries(typed).flatMap(([field, said]) =>
    typeof said === 'string' && said.length > longestText
      ? [{ field, message: `Use at most ${longestText} characters. This has ${said.length}.` }]
      : [],
  );

export function raisingFaults(typed: TypedConcern, today: LocalDate): Fault[] {
  const faults: Fault[] = [];
  const ask = (wrong: boolean, field: keyof TypedConcern, message: string): void => {
    if (wrong) faults.push({ field, message });
  };
  ask(typed.route !== 'adult' && typed.route !== 'child', 'route', 'Choose whether it is about an adult or a child.');
  ask(
    typed.concerns.some((code) => !isCode('mashReferralCategory', code)),
    'concerns',
    'Choose from the list.',
  );
  ask(typed.route === 'child' && typed.concerns.length === 0, 'concerns', 'Choose what it is about.');
  ask(typed.route === 'adult' && typed.about === '', 'about', 'Say in a few words what it is about.');
  ask(typed.harmed === '', 'harmed', 'Say who may be harmed.');
  ask(typed.saw === '', 'saw', 'Say what you saw or heard.');
  ask(typed.made_safe === '', 'made_safe', 'Say what makes it safe for now.');
  ask(
    typed.persons_view === '' && typed.not_asked_because === '',
    'persons_view',
    'Write what they say and want, or why they were not asked.',
  );
  ask(
    typed.happened_on !== '' && (!isLocalDate(typed.happened_on) || typed.happened_on > today),
    'happened_on',
    'Enter a day that has been, such as 2026-11-18.',
  );
  ask(!['told', 'not_yet', 'unsafe'].includes(typed.told), 'told', 'Say whether they know that you raise this.');
  ask(['not_yet', 'unsafe'].includes(typed.told) && typed.not_told_because === '', 'not_told_because', 'Say why they have not been told.');
  return [...faults, ...tooLong(typed)];
}

export const toldWords: Readonly<Record<Told, string>> = {
  told: 'Yes, they know',
  not_yet: 'Not yet',
  unsafe: 'No: telling them now would put somebody in danger',
};

/** What it is about, in the words of the list and whoever raised it. */
export const subjectOf = ({ concerns, about }: Pick<WholeConcern, 'concerns' | 'about'>): string =>
  [...concerns.map((code) => wordsFor('mashReferralCategory', code)), about].filter(Boolean).join('. ');

/** What goes to the safeguarding hub: plain paragraphs, fact and opinion apart. Whoever sends it reads and changes it first. */
export const copyOf = (
  concern: Pick<
    WholeConcern,
    | 'name'
    | 'born'
    | 'route'
    | 'concerns'
    | 'about'
    | 'harmed'
    | 'saw'
    | 'opinion'
    | 'happenedOn'
    | 'happenedAt'
    | 'madeSafe'
    | 'personsView'
    | 'notAskedBecause'
  >,
  by: string,
): string =>
  [
    `About: ${concern.name}${concern.born ? `, born ${concern.born.length === 10 ? saidDate(concern.born) : concern.born}` : ''} (${concern.route}).`,
    `Concern: ${subjectOf(concern)}.`,
    `Who may be harmed: ${concern.harmed}`,
    `Seen or heard${concern.happenedOn ? ` on ${saidDate(concern.happenedOn)}` : ''}${concern.happenedAt ? `, ${concern.happenedAt}` : ''}: ${concern.saw}`,
    concern.opinion ? `Our view: ${concern.opinion}` : '',
    `Safe for now: ${concern.madeSafe}`,
    concern.personsView ? `What they say and want: ${concern.personsView}` : '',
    concern.notAskedBecause ? `Not asked: ${concern.notAskedBecause}` : '',
    `From: ${by}.`,
  ]
    .filter(Boolean)
    .join('\n\n');
