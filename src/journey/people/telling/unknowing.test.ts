// Referrals that somebody may not know of, beside those they agreed to, through links, support and conversations: what may be said to whom about what, held
// against a slow account of it that reads everything anew each time.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { arrivals, text } from '../../../../test/harness/arrivals.ts';
import { type Scene, setScene } from '../../../../test/harness/context.ts';
import { createDatabase } from '../../../../test/harness/postgres.ts';
import type { Tables, Visitor } from '../../../platform/web/context.ts';
import { identityOf, knowsOf, linkReferral, mayGoNow, previewForPerson, unlinkReferral, wasSpokenWith } from '../actions.ts';
import { contactPreferenceOf } from '../store-unknowing.ts';
import { unknowing } from './safe-contact.ts';

interface Person {
  readonly id: string;
  readonly pointId: string;
}
interface Referral {
  readonly id: string;
  person: Person;
  knows: boolean;
}
interface Support {
  readonly id: string;
  readonly sessionId: string;
  readonly person: Person;
  readonly from: Referral | null;
  active: boolean;
}
interface Link {
  readonly referral: Referral;
  readonly from: Person;
  to: Person;
  /** Links into the record that was linked, which went with it. */
  readonly along: readonly Link[];
}
interface World {
  readonly people: Person[];
  readonly referrals: Referral[];
  readonly supports: Support[];
  readonly links: Link[];
}

/** What the rules promise, read from the world as it stands, one sentence at a time. */
const oracle = {
  /** One human: the record and those that were found to be the same. */
  records: ({ links }: World, person: Person): Person[] => [person, ...links.filter(({ to }) => to === person).map(({ from }) => from)],
  referrals(world: World, person: Person): Referral[] {
    const records = oracle.records(world, person);
    return world.referrals.filter(
      (one) => records.includes(one.person) || world.links.some((link) => link.referral === one && link.from === person),
    );
  },
  knowsNothing(world: World, person: Person): boolean {
    const referrals = oracle.referrals(world, person);
    const support = world.supports.some(
      (one) => one.active && oracle.records(world, person).includes(one.person) && (one.from === null || one.from.knows),
    );
    return referrals.length > 0 && referrals.every(({ knows }) => !knows) && !support;
  },
};

/** Whoever they turned out to be. */
const survivorOf = (world: World, person: Person): Person => {
  const link = world.links.find(({ from }) => from === person);
  return link ? survivorOf(world, link.to) : person;
};
function goWith(links: readonly Link[], to: Person): void {
  for (const link of links) {
    link.to = to;
    link.referral.person = to;
  }
}

const pick = <T>(among: readonly T[], nth: number): T | undefined => among[nth % Math.max(among.length, 1)];
type Step = readonly [kind: keyof ReturnType<typeof steps>, nth: number, other: number, yes: boolean];

function steps(scene: Scene, clinician: Visitor) {
  const people = arrivals(scene);
  const versionOf = (tables: Tables, id: string) =>
    tables.selectFrom('referral').select('version').where('id', '=', id).executeTakeFirstOrThrow();
  return {
    async arrives(world: World, _nth: number, _other: number, knows: boolean) {
      const door = await people.arrive({ ...people.ellie(), contactPoints: [text] });
      const pointId = await scene.worker(async (tables) => {
        await tables.updateTable('referral').set({ mayNotKnow: !knows }).where('id', '=', door.referralId).execute();
        return (await tables.selectFrom('contactPoint').select('id').where('personId', '=', door.personId).executeTakeFirstOrThrow()).id;
      });
      const person = { id: door.personId, pointId };
      world.people.push(person);
      world.referrals.push({ id: door.referralId, person, knows });
    },
    async linked(world: World, nth: number, other: number) {
      const [referral, to] = [pick(world.referrals, nth), pick(world.people, other)];
      if (!referral || !to || referral.person === to || world.links.some((link) => link.referral === referral)) return;
      const done = await scene.as(clinician, async (context) => {
        await context.asWorker('arrange', (tables) =>
          tables
            .insertInto('possibleMatch')
            .values({ id: scene.identify(), referralId: referral.id, personId: referral.person.id, candidateId: to.id, probability: 0.9,
              evidence: '{}', sentence: 'Maybe', state: 'open', createdAt: context.now }) // biome-ignore format: one row
            .onConflict((conflict) => conflict.doNothing())
            .execute(),
        );
        const { version } = await context.asWorker('look', (tables) => versionOf(tables, referral.id));
        return linkReferral(context, { referralId: referral.id, candidateId: to.id, version });
      });
      const [from, survivor] = [referral.person, survivorOf(world, to)];
      assert.equal(done.ok, survivor !== from, JSON.stringify(done));
      if (survivor === from) return;
      const along = world.links.filter((link) => link.to === from);
      goWith(along, survivor);
      referral.person = survivor;
      world.links.push({ referral, from, to: survivor, along });
    },
    async unlinked(world: World, nth: number) {
      const link = pick(world.links, nth);
      if (!link) return;
      const done = await scene.as(clinician, async (context) => {
        const { version } = await context.asWorker('look', (tables) => versionOf(tables, link.referral.id));
        return unlinkReferral(context, { referralId: link.referral.id, version });
      });
      assert.ok(done.ok, JSON.stringify(done));
      world.links.splice(world.links.indexOf(link), 1);
      link.referral.person = link.from;
      goWith(
        link.along.filter((one) => world.links.includes(one) && one.to === link.to),
        link.from,
      );
    },
    async spoken(world: World, nth: number) {
      const referral = pick(world.referrals, nth);
      if (!referral) return;
      await scene.worker((tables) => knowsOf(tables, { kind: 'referral', id: referral.id }));
      referral.knows = true;
    },
    async asked(world: World, nth: number) {
      const person = pick(world.people, nth);
      if (!person) return;
      await scene.worker((tables) => wasSpokenWith(tables, person.id));
      if (!oracle.knowsNothing(world, person)) return;
      for (const one of world.referrals) if (oracle.records(world, person).includes(one.person)) one.knows = true;
    },
    async met(world: World, nth: number) {
      const support = pick(world.supports, nth);
      if (!support) return;
      await scene.worker((tables) => knowsOf(tables, { kind: 'support_session', id: support.sessionId }));
      if (support.from) support.from.knows = true;
    },
    async supported(world: World, nth: number, other: number, ofReferral: boolean) {
      const from = ofReferral ? (pick(world.referrals, nth) ?? null) : null;
      const person = from?.person ?? pick(world.people, other);
      if (!person) return;
      const support: Support = { id: scene.identify(), sessionId: scene.identify(), person, from, active: true };
      await scene.worker(async (tables) => {
        const by = { personId: person.id, createdAt: scene.clock.now() };
        await tables
          .insertInto('enrolment')
          .values({ ...by, id: support.id, referralId: from?.id ?? null, serviceCode: 'willow', pathwayCode: 'p', pathwayVersion: '1', teamId: scene.teams.support.id, state: 'offered' }) // biome-ignore format: one row
          .execute();
        for (const state of ['accepted', 'active'])
          await tables.updateTable('enrolment').set({ state }).where('id', '=', support.id).execute();
        await tables
          .insertInto('supportSession')
          .values({ ...by, id: support.sessionId, enrolmentId: support.id, workerId: clinician.accountId, state: 'scheduled', startsAt: scene.clock.now(), minutes: 50, channel: '01' }) // biome-ignore format: one row
          .execute();
      });
      world.supports.push(support);
    },
    async ended(world: World, nth: number) {
      const support = pick(world.supports, nth);
      if (!support?.active) return;
      await scene.worker(async (tables) => {
        for (const state of ['ending', 'ended'])
          await tables.updateTable('enrolment').set({ state }).where('id', '=', support.id).execute();
      });
      support.active = false;
    },
  };
}

describe('what somebody may not know of', () => {
  let scene: Scene;
  let clinician: Visitor;
  before(async () => {
    scene = await setScene(createDatabase);
    clinician = await scene.staff('Priya', 'TRI');
  });
  after(() => scene.database.close());

  /** For every person and everything a message may be about: whether it is kept back, when it is written, when it leaves, and on the line beside their name. */
  async function check(world: World): Promise<void> {
    for (const person of world.people) {
      const nothing = oracle.knowsNothing(world, person);
      const abouts = [
        { kind: 'account', id: person.id, back: nothing },
        { kind: 'enrolment', id: null, back: nothing },
        ...world.referrals
          .filter((one) => oracle.referrals(world, person).includes(one))
          .map(({ id, knows }) => ({ kind: 'referral', id, back: !knows })),
        ...world.supports
          .filter((one) => one.person === person)
          .flatMap(({ id, sessionId, from }) => {
            const back = from ? !from.knows : nothing;
            return [{ kind: 'enrolment', id, back }, { kind: 'support_session', id: sessionId, back }]; // biome-ignore format: two of a kind
          }),
      ];
      await scene.worker(async (tables) => {
        for (const { back, ...about } of abouts) {
          assert.equal((await contactPreferenceOf(tables, person.id, about)).mayNotKnow, back, `${about.kind} of ${person.id}`);
          const message = { personId: person.id, audience: 'person', purpose: 'appointment', channel: 'text', contactPointId: person.pointId,
            toValue: text.value, sender: '', subject: '', body: 'Friday', aboutKind: about.kind, aboutId: about.id }; // biome-ignore format: one message
          const verdict = await mayGoNow(tables, message, scene.clock.now(), scene.place.blueprint);
          assert.equal(verdict.kind === 'refuse' && verdict.because === unknowing, back, `leaving: ${about.kind} of ${person.id}`);
        }
      });
      await scene.as(clinician, async (context) => {
        const [first] = abouts;
        const preview = await previewForPerson(context, {
          personId: person.id,
          purpose: 'appointment',
          facts: { day: 'Friday' },
          subject: first ?? { kind: 'account', id: null },
        });
        assert.equal(preview.kind === 'task' && preview.because === unknowing, nothing, `writing to ${person.id}`);
        const rule = (await identityOf(context, person.id))?.safeContact?.rule;
        if (!rule) return; // not theirs to read
        assert.equal(rule.startsWith('Do not contact them yet'), nothing, rule);
        const unspoken = world.referrals.some((one) => one.person === person && !one.knows);
        assert.equal(/Do not speak of R-\d+/.test(rule), unspoken && !nothing, rule);
      });
    }
  }

  test('S3.2, H5: nothing about a referral they may not know of leaves, all else does, whatever is linked, undone, said or begun', async () => {
    const taken = steps(scene, clinician);
    const kinds = Object.keys(taken) as (keyof typeof taken)[]; // its own keys
    const step: fc.Arbitrary<Step> = fc.tuple(fc.constantFrom(...kinds), fc.nat(11), fc.nat(11), fc.boolean());
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (rest) => {
        const world: World = { people: [], referrals: [], supports: [], links: [] };
        await taken.arrives(world, 0, 0, false);
        await taken.arrives(world, 0, 0, true);
        for (const [kind, nth, other, yes] of rest) {
          await taken[kind](world, nth, other, yes);
          await check(world);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('the answer is found by keys, never by reading everything', async () => {
    await scene.worker(async (tables) => {
      await sql`set local enable_seqscan = off`.execute(tables);
      const { rows } = await sql<{ prosrc: string }>`select prosrc from pg_proc where proname = 'knows_of_nothing_here'`.execute(tables);
      const question = (rows[0]?.prosrc ?? '').replaceAll('knows_of_nothing_here.person', `'${scene.identify()}'::uuid`);
      const plan = await sql<{ 'QUERY PLAN': string }>`explain ${sql.raw(question)}`.execute(tables);
      assert.doesNotMatch(JSON.stringify(plan.rows), /Seq Scan/);
    });
  });
});
