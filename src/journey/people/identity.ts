// Who a record is about, for the bar over every page of it: only what this reader may see.
import { sql } from 'kysely';
import { localDate } from '../../platform/clock.ts';
import { atOnce } from '../../platform/database/at-once.ts';
import type { Context } from '../../platform/web/context.ts';
import type { Identity } from './model.ts';
import { shownName } from './name.ts';
import { ageInWords, ageOn, partialDateInWords } from './partial-date.ts';
import { contactPointsOf } from './store.ts';
import { safeContactLine } from './telling/safe-contact-line.ts';

/** Null when there is nobody, or nobody the reader may know of. Touches the person. */
export async function identityOf(context: Context, personId: string): Promise<Identity | null> {
  const { tables } = context;
  const asked = tables
    .selectFrom('person as p')
    .leftJoin('contactPreference as preference', 'preference.personId', 'p.id')
    .selectAll('p')
    .select([
      'preference.willContactUs',
      sql<boolean>`may_know_of_nothing(p.id)`.as('mayNotKnow'),
      sql<number[]>`array(select r.number::int from referral r where r.person_id = p.id and r.may_not_know order by r.number)`.as(
        'notToSpeakOf',
      ),
      sql<Identity['keyWorker'] | null>`(
        select jsonb_build_object('accountId', a.id, 'name', a.name, 'job', a.job) from enrolment e join account a on a.id = e.key_worker_id
        where e.person_id = p.id and e.state in ('accepted', 'waiting', 'active', 'paused', 'ending') order by e.created_at desc limit 1)`.as(
        'keyWorker',
      ),
    ])
    .where('p.id', '=', personId);
  const [person, points] = await atOnce(tables, [() => asked.executeTakeFirst(), () => contactPointsOf(tables, [personId])]);
  if (!person) return shortIdentity(context, personId);
  context.touch(personId);
  const today = localDate(context.now);
  const age = person.born ? ageOn(person.born, today) : undefined;
  return {
    personId,
    name: shownName({ given: person.givenName, family: person.familyName, knownAs: person.knownAs }),
    firstName: person.knownAs.trim() || person.givenName.trim() || 'They',
    knownAs: person.knownAs,
    givenName: person.givenName,
    familyName: person.familyName,
    born: person.born,
    ...(person.born ? { bornInWords: `${partialDateInWords(person.born)}${age ? ` (${ageInWords(age)})` : ''}` } : {}),
    pronouns: person.pronouns,
    nhsNumber: person.nhsNumber,
    home: homeInWords(person),
    language: person.language,
    interpreter: person.interpreter,
    adjustments: person.adjustments,
    safeContact: safeContactLine(points, { ...person, willContactUs: person.willContactUs ?? false }, today),
    keyWorker: person.keyWorker ?? null,
    diedOn: person.diedOn,
    version: person.version,
  };
}

async function shortIdentity(context: Context, personId: string): Promise<Identity | null> {
  const short = await context.tables
    .selectFrom('personShort')
    .select(['knownAs', 'givenName'])
    .where('id', '=', personId)
    .executeTakeFirst();
  if (!short) return null;
  context.touch(personId);
  const name = short.knownAs?.trim() || short.givenName?.trim() || 'Name not given';
  return { personId, name, firstName: name };
}

const homeInWords = (person: { address: string; postcode: string | null; area: string; noFixedAbode: boolean }): string =>
  person.noFixedAbode
    ? ['No fixed abode', person.area].filter(Boolean).join(', ')
    : [person.address.replaceAll(/\s*\n\s*/g, ', '), person.area, person.postcode ?? ''].filter(Boolean).join(', ');
