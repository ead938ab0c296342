// People as they arrive at a front door, some of them known already, for tests of who somebody is.
import { findPossibleMatches, registerPerson } from '../../src/journey/people/actions.ts';
import type { NewContactPoint, NewPerson } from '../../src/journey/people/model.ts';
import { recordIn } from '../../src/platform/events.ts';
import type { Visitor } from '../../src/platform/web/context.ts';
import type { Scene } from './context.ts';

export const text: NewContactPoint = { channel: 'text', value: '07700 900123', safeToUse: 'safe', shared: 'no', mayNameService: true };

export interface Arrived {
  readonly referralId: string;
  readonly personId: string;
  readonly accountId: string;
  readonly matches: number;
}

/** Each test gives its own scene. */
export function arrivals(scene: Scene) {
  let people = 0;
  /** Somebody unlike everybody before, but for the name. */
  const ellie = (more: NewPerson = {}): NewPerson => {
    const nth = ++people;
    const letters = 'bcdfghjklmnprstvwz';
    const family = `${letters[nth % 18]}a${letters[(nth * 7) % 18]}o${letters[(nth * 11) % 18]}en${letters[(nth * 5) % 18]}y`;
    return {
      knownAs: 'Ellie',
      givenName: 'Eleanor',
      familyName: `${family.slice(0, 1).toUpperCase()}${family.slice(1)}`,
      born: `${1950 + (nth % 50)}-${String((nth % 12) + 1).padStart(2, '0')}-${String((nth % 27) + 2).padStart(2, '0')}`,
      address: `${nth} ${family} Row`,
      postcode: `TA${(nth % 9) + 1} ${nth % 10}AA`,
      contactPoints: [text],
      ...more,
    };
  };

  /** Somebody already known, whom the support team serves. */
  const known = (person: NewPerson): Promise<string> =>
    scene.as(null, async (context) => {
      const { personId } = await registerPerson(context, person);
      await context.asWorker('arrange', (tables) =>
        tables
          .insertInto('access')
          .values({
            id: context.identify(),
            personId,
            teamId: scene.teams.support.id,
            relationship: 'serves',
            sourceKind: 'test',
            sourceId: personId,
            startsAt: context.now,
          })
          .execute(),
      );
      return personId;
    });

  /** A referral as a front door makes it. */
  const arrive = (person: NewPerson, { state = 'submitted', referrer = null as Visitor | null } = {}): Promise<Arrived> =>
    scene.as(referrer, async (context) => {
      const { personId, accountId } = await registerPerson(context, person);
      const referralId = context.identify();
      const by = { createdAt: context.now, createdBy: referrer?.accountId ?? null };
      await context.asWorker('arrange', async (tables) => {
        await tables
          .insertInto('referral')
          .values({
            id: referralId,
            personId,
            state: 'submitted',
            door: 'web',
            kind: referrer ? 'professional' : 'self',
            teamId: scene.teams.triage.id,
            referrerAccountId: referrer?.accountId ?? null,
            receivedAt: context.now,
            decideBy: context.now,
            ...by,
          })
          .execute();
        await tables
          .insertInto('access')
          .values([
            {
              id: context.identify(),
              personId,
              teamId: scene.teams.triage.id,
              accountId: null,
              role: null,
              relationship: 'holds_referral',
              sourceKind: 'referral',
              sourceId: referralId,
              startsAt: context.now,
            },
            ...(referrer
              ? [
                  {
                    id: context.identify(),
                    personId,
                    teamId: null,
                    accountId: referrer.accountId,
                    role: 'REF',
                    relationship: 'referrer',
                    sourceKind: 'referral',
                    sourceId: referralId,
                    startsAt: context.now,
                  },
                ]
              : []),
          ])
          .execute();
        await tables
          .insertInto('referralAnswer')
          .values({
            id: context.identify(),
            referralId,
            personId,
            category: 'story',
            question: 'happening',
            status: 'answered',
            words: 'I can’t sleep.',
            saidBy: 'person',
            position: 1,
            askedAt: context.now,
            createdBy: by.createdBy,
          })
          .execute();
        await tables
          .insertInto('clock')
          .values({
            id: context.identify(),
            kind: 'TRIAGE',
            personId,
            subjectKind: 'referral',
            subjectId: referralId,
            startedAt: context.now,
            ...by,
          })
          .execute();
        await recordIn(
          tables,
          { personId, category: 'contact', kind: 'referral.submitted', subjectKind: 'referral', subjectId: referralId },
          { id: context.identify(), at: context.now, by: null },
        );
        if (state !== 'submitted') await tables.updateTable('referral').set({ state: 'in_triage' }).where('id', '=', referralId).execute();
        if (state === 'waiting_info') await tables.updateTable('referral').set({ state }).where('id', '=', referralId).execute();
      });
      return { referralId, personId, accountId, matches: await findPossibleMatches(context, { referralId, personId }) };
    });

  return { ellie, known, arrive };
}

export type Arrivals = ReturnType<typeof arrivals>;
