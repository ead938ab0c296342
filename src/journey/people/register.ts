// Writes down somebody new, by any door: who they are, how to reach them, and the account through which they may see their own record.
import { localDate } from '../../platform/clock.ts';
import type { Context, Tables } from '../../platform/web/context.ts';
import type { NewPerson } from './model.ts';
import { shownName } from './name.ts';
import { keepIdentityKeys } from './store.ts';

export const registerPerson = (context: Context, person: NewPerson): Promise<{ personId: string; accountId: string }> =>
  context.asWorker('register a person', async (tables) => {
    const personId = context.identify();
    const accountId = context.identify();
    const by = { createdAt: context.now, createdBy: context.visitor?.accountId ?? null };
    await tables
      .insertInto('person')
      .values({
        id: personId,
        knownAs: person.knownAs ?? '',
        givenName: person.givenName ?? '',
        familyName: person.familyName ?? '',
        pronouns: person.pronouns ?? '',
        born: person.born ?? null,
        nhsNumber: person.nhsNumber ?? null,
        address: person.address ?? '',
        postcode: person.postcode ?? null,
        noFixedAbode: person.noFixedAbode ?? false,
        area: person.area ?? '',
        language: person.language ?? 'en',
        interpreter: person.interpreter ?? null,
        adjustments: person.adjustments ?? '',
        gpPractice: person.gpPractice ?? '',
        ...by,
        changedAt: context.now,
      })
      .execute();
    await writeContactPoints(context, tables, personId, person);
    await writeWhatElse(context, tables, personId, person);
    await keepIdentityKeys(tables, personId);
    const name = shownName({ given: person.givenName ?? null, family: person.familyName ?? null, knownAs: person.knownAs ?? null });
    await tables
      .insertInto('account')
      .values({ id: accountId, kind: 'person', name, personId, demo: context.place.demo, createdAt: context.now })
      .execute();
    await tables
      .insertInto('access')
      .values({
        id: context.identify(),
        personId,
        accountId,
        relationship: 'self',
        role: 'PER',
        sourceKind: 'person',
        sourceId: personId,
        startsAt: context.now,
        createdBy: by.createdBy,
      })
      .execute();
    context.touch(personId);
    return { personId, accountId };
  });

async function writeContactPoints(context: Context, tables: Tables, personId: string, person: NewPerson): Promise<void> {
  const by = { createdAt: context.now, createdBy: context.visitor?.accountId ?? null };
  if (person.contactPoints?.length)
    await tables
      .insertInto('contactPoint')
      .values(
        person.contactPoints.map((point) => ({
          ...point,
          id: context.identify(),
          personId,
          checkedOn: localDate(context.now),
          checkedBy: context.visitor?.accountId ?? null,
          ...by,
        })),
      )
      .execute();
  await tables
    .insertInto('contactPreference')
    .values({ personId, willContactUs: person.willContactUs ?? false, ...by })
    .execute();
}

async function writeWhatElse(context: Context, tables: Tables, personId: string, person: NewPerson): Promise<void> {
  const by = { createdAt: context.now, createdBy: context.visitor?.accountId ?? null };
  const { equality } = person;
  if (equality)
    await tables
      .insertInto('equality')
      .values({
        personId,
        ethnicCategory: equality.ethnicCategory ?? null,
        ethnicityOwnWords: equality.ethnicityOwnWords ?? '',
        genderIdentity: equality.genderIdentity ?? null,
        declined: [...(equality.declined ?? [])],
        ...by,
      })
      .execute();
  if (person.relatedPeople?.length)
    await tables
      .insertInto('relatedPerson')
      .values(
        person.relatedPeople.map((related) => ({
          id: context.identify(),
          personId,
          name: related.name,
          relationship: related.relationship,
          professional: related.professional ?? false,
          mayTalkTo: related.mayTalkTo ?? 'not_asked',
          note: related.note ?? '',
          ...by,
        })),
      )
      .execute();
}
