// Finding from anywhere: people within reach, services, the pages of one's role, and in a demo whom one can be.

import { findServices } from '../../place/directory/actions.ts';
import { localDate } from '../../platform/clock.ts';
import type { Context, SignedIn } from '../../platform/web/context.ts';
import { shownName } from '../people/name.ts';
import { ageInWords, ageOn, partialDateInWords } from '../people/partial-date.ts';
import { matches, readAsked } from './finding.ts';
import { demoColleagues, type FoundPerson, peopleByName, peopleByNhsNumber, referralByNumber } from './store.ts';

export interface FoundGroup {
  readonly title: string;
  readonly results: readonly { readonly text: string; readonly detail?: string; readonly href: string }[];
}

/** Tries of one account in a minute: a fast typist's, and far from enough to walk through names. */
export const mostTries = 90;

export const mayFind = (context: SignedIn): Promise<boolean> => context.mayTry('find', context.visitor.accountId, mostTries, 60);

const personDetail = (person: FoundPerson, context: Context): string => {
  const age = person.born ? ageOn(person.born, localDate(context.now)) : undefined;
  return person.born ? `Born ${partialDateInWords(person.born)}${age ? ` (${ageInWords(age)})` : ''}` : 'Date of birth not known';
};

const triages = ({ visitor }: SignedIn): boolean => visitor.roles.some(({ access }) => access === 'TRI' || access === 'SNR');
const inTriage = ['submitted', 'in_triage', 'waiting_info', 'unreachable'];

/** Groups in the order in which they are read; a group with nothing in it is left out. Touches every person it names. */
export async function find(context: SignedIn, typed: string, most = 8): Promise<readonly FoundGroup[]> {
  const asked = readAsked(typed);
  const { tables } = context;
  const people: FoundGroup['results'][number][] = [];
  const add = (person: FoundPerson, href = `/people/${person.id}`, more = ''): void => {
    context.touch(person.id);
    const name = shownName({ given: person.givenName, family: person.familyName, knownAs: person.knownAs });
    people.push({ text: name, detail: [more, personDetail(person, context)].filter(Boolean).join('. '), href });
  };
  switch (asked.kind) {
    case 'nothing':
      return [];
    case 'nhs number':
      for (const person of await peopleByNhsNumber(tables, asked.number)) add(person);
      return grouped([{ title: 'People', results: people }]);
    case 'referral': {
      const found = await referralByNumber(tables, asked.number);
      if (found)
        add(
          found,
          triages(context) && inTriage.includes(found.state) ? `/triage/${found.referralId}` : undefined,
          `Referral R-${asked.number}`,
        );
      return grouped([{ title: 'People', results: people }]);
    }
    case 'words': {
      if (asked.name) for (const person of await peopleByName(tables, asked.name.first, asked.name.second, most)) add(person);
      return grouped([
        { title: 'People', results: people },
        { title: 'Pages', results: await pages(context, asked.words) },
        { title: 'Services', results: asked.name ? await services(context, asked.words, most) : [] },
        { title: 'Be somebody else', results: await colleagues(context, asked.words, most) },
      ]);
    }
  }
}

const grouped = (groups: readonly FoundGroup[]): readonly FoundGroup[] => groups.filter(({ results }) => results.length > 0);

async function pages(context: SignedIn, words: string): Promise<FoundGroup['results']> {
  const shell = await context.shell();
  const all = [{ text: 'Home', href: '/home' }, ...shell.navigation, { text: 'Find help near somebody', href: '/help' }];
  return all.filter(({ text }) => matches(text, words)).map(({ text, href }) => ({ text, href }));
}

async function services(context: SignedIn, words: string, most: number): Promise<FoundGroup['results']> {
  const { services: found } = await findServices(context, { words, area: '', openNow: false, noReferral: false }, null);
  return found.slice(0, most).map((service) => ({
    text: service.name,
    ...(service.organisation ? { detail: service.organisation } : {}),
    href: `/services/${service.id}`,
  }));
}

async function colleagues(context: SignedIn, words: string, most: number): Promise<FoundGroup['results']> {
  if (!context.place.demo) return [];
  return (await demoColleagues(context.tables))
    .filter(({ id, name }) => id !== context.visitor.accountId && matches(`Be ${name}`, words))
    .slice(0, most)
    .map(({ id, name, job }) => ({ text: `Be ${name}`, detail: job, href: `/demo/as/${id}` }));
}
