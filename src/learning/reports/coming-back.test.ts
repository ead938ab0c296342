// Coming back is another time that somebody asked: it counts in its own period, and no report of a time that has passed is another one afterwards. Random
// histories, told through the real doors for asking and coming back, beside a slow account of what each report must say.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { type Scene, setScene } from '../../../test/harness/context.ts';
import { createDatabase } from '../../../test/harness/postgres.ts';
import { reopenReferral, submitReferral } from '../../journey/front-door/actions.ts';
import { addDays, type LocalDate, localDate } from '../../platform/clock.ts';
import type { Tables, Visitor } from '../../platform/web/context.ts';
import { latestAskings } from '../replay/store.ts';
import type { Period } from './model.ts';
import { type JourneyRow, readJourneys } from './store.ts';
import type { GapGroup } from './unmet.ts';

type Happening =
  | { readonly kind: 'asked'; readonly at: Date; readonly decideBy: Date }
  | { readonly kind: 'decided'; readonly at: Date; readonly gap: GapGroup | null }
  | { readonly kind: 'again' | 'met' | 'withdrawn' | 'began' | 'closed'; readonly at: Date }
  /** Support that began at `of`. */
  | { readonly kind: 'ended'; readonly at: Date; readonly of: Date };

interface Life {
  readonly referralId: string;
  readonly personId: string;
  state: string;
  support: { readonly id: string; readonly began: Date } | null;
  readonly happenings: Happening[];
}

const day = 86_400_000;
type Seen = Pick<JourneyRow, 'person' | 'received' | 'decideBy' | 'decidedAt' | 'firstContact' | 'left' | 'rerouted' | 'gapGroup'>;

/** What a report of the period must say of one life, asking by asking. */
function expected({ personId, happenings }: Life, { from, to }: Period): Seen[] {
  const askings = happenings.filter((one) => one.kind === 'asked');
  return askings.flatMap((asked, nth) => {
    const received = localDate(asked.at);
    if (received < from || received > to) return [];
    const next = askings[nth + 1];
    const seen = happenings.filter(({ at }) => at >= asked.at && (next === undefined || at < next.at) && localDate(at) <= to);
    const decided = seen.find((one) => one.kind === 'decided');
    const met = seen.find(({ kind }) => kind === 'met');
    // Support may end after they asked again; it was begun by the asking before.
    const gone = [
      ...seen.filter(({ kind }) => kind === 'withdrawn'),
      ...happenings.filter(
        (one) => one.kind === 'ended' && localDate(one.at) <= to && seen.some(({ kind, at }) => kind === 'began' && at === one.of),
      ),
      ...(next && localDate(next.at) <= to ? [next] : []),
    ].map(({ at }) => localDate(at));
    return [
      {
        person: personId,
        received,
        decideBy: asked.decideBy,
        decidedAt: decided?.at ?? null,
        firstContact: met ? localDate(met.at) : null,
        left: met ? null : (gone.sort()[0] ?? null),
        rerouted: seen.some(
          ({ kind, at }) => kind === 'again' && decided !== undefined && at > decided.at && at.getTime() < decided.at.getTime() + 28 * day,
        ),
        gapGroup: decided?.gap ?? null,
      },
    ];
  });
}

const inOrder = (rows: readonly Seen[]): Seen[] =>
  rows.toSorted((one, other) =>
    `${one.person} ${one.received} ${one.decideBy.toISOString()}`.localeCompare(
      `${other.person} ${other.received} ${other.decideBy.toISOString()}`,
    ),
  );

describe('whoever comes back', () => {
  let scene: Scene;
  let worker: Visitor;
  before(async () => {
    scene = await setScene(createDatabase, { at: '2024-01-02T10:00:00Z' });
    worker = await scene.staff('Siobhan', 'KW', 'support');
  });
  after(() => scene.database.close());

  const read = (period: Period): Promise<JourneyRow[]> =>
    scene.worker(async (tables) => {
      const all: JourneyRow[] = [];
      for await (const part of readJourneys(tables, period)) all.push(...part);
      return all;
    });
  const seenOf = (rows: readonly JourneyRow[]): Seen[] =>
    inOrder(
      rows.map(({ person, received, decideBy, decidedAt, firstContact, left, rerouted, gapGroup }) => {
        return { person, received, decideBy, decidedAt, firstContact, left, rerouted, gapGroup };
      }),
    );

  const to = (tables: Tables, life: Life, state: string) =>
    tables.updateTable('referral').set({ state }).where('id', '=', life.referralId).execute();
  const decideByOf = async (referralId: string): Promise<Date> =>
    (
      await scene.worker((tables) =>
        tables.selectFrom('referral').select('decideBy').where('id', '=', referralId).executeTakeFirstOrThrow(),
      )
    ).decideBy;

  const steps = {
    async comesBack(life: Life) {
      if (life.state !== 'closed' && life.state !== 'withdrawn') return;
      const back = await scene.as(worker, (context) => reopenReferral(context, life.referralId));
      assert.ok(back.ok);
      life.state = 'in_triage';
      life.happenings.push({ kind: 'asked', at: scene.clock.now(), decideBy: await decideByOf(life.referralId) });
    },
    async decided(life: Life, gap: GapGroup | null) {
      if (life.state !== 'submitted' && life.state !== 'in_triage') return;
      const at = scene.clock.now();
      await scene.worker(async (tables) => {
        if (life.state === 'submitted') await to(tables, life, 'in_triage');
        await to(tables, life, 'decided');
        const id = scene.identify();
        await tables
          .insertInto('triageDecision')
          .values({ id, referralId: life.referralId, personId: life.personId, state: 'suggested', suggestion: '{}', gapGroup: gap, createdAt: at }) // biome-ignore format: one row
          .execute();
        for (const state of ['drafted', 'confirmed', 'communicated'])
          await tables.updateTable('triageDecision').set({ state, confirmedAt: at }).where('id', '=', id).execute();
      });
      life.state = 'decided';
      life.happenings.push({ kind: 'decided', at, gap });
    },
    /** An offer was given back: decided again, with another day for it. */
    async again(life: Life) {
      if (life.state !== 'decided') return;
      const at = scene.clock.now();
      await scene.worker((tables) =>
        tables
          .updateTable('referral')
          .set({ state: 'in_triage', decideBy: new Date(at.getTime() + day) })
          .where('id', '=', life.referralId)
          .execute(),
      );
      life.state = 'in_triage';
      life.happenings.push({ kind: 'again', at });
    },
    async began(life: Life) {
      if (life.state !== 'decided') return;
      const support = { id: scene.identify(), began: scene.clock.now() };
      await scene.worker(async (tables) => {
        for (const state of ['handed_over', 'closed']) await to(tables, life, state);
        await tables
          .insertInto('enrolment')
          .values({ id: support.id, personId: life.personId, referralId: life.referralId, serviceCode: 'willow', pathwayCode: 'p', pathwayVersion: '1', teamId: scene.teams.support.id, state: 'offered', createdAt: support.began }) // biome-ignore format: one row
          .execute();
        for (const state of ['accepted', 'active'])
          await tables.updateTable('enrolment').set({ state }).where('id', '=', support.id).execute();
      });
      life.state = 'closed';
      life.support = support;
      life.happenings.push({ kind: 'began', at: support.began });
    },
    async met(life: Life) {
      const { support } = life;
      if (!support) return;
      const at = scene.clock.now();
      await scene.worker((tables) =>
        tables
          .insertInto('supportSession')
          .values({ id: scene.identify(), personId: life.personId, enrolmentId: support.id, workerId: worker.accountId, state: 'attended', startsAt: at, minutes: 50, channel: '01', createdAt: at }) // biome-ignore format: one row
          .execute(),
      );
      life.happenings.push({ kind: 'met', at });
    },
    async ended(life: Life) {
      const { support } = life;
      if (!support) return;
      const at = scene.clock.now();
      await scene.worker(async (tables) => {
        await tables.updateTable('enrolment').set({ state: 'ending' }).where('id', '=', support.id).execute();
        await tables
          .updateTable('enrolment')
          .set({ state: 'ended', endedOn: localDate(at) })
          .where('id', '=', support.id)
          .execute();
      });
      life.support = null;
      life.happenings.push({ kind: 'ended', at, of: support.began });
    },
    async withdrawn(life: Life) {
      if (life.state !== 'submitted' && life.state !== 'in_triage' && life.state !== 'decided') return;
      await scene.worker((tables) => to(tables, life, 'withdrawn'));
      life.state = 'withdrawn';
      life.happenings.push({ kind: 'withdrawn', at: scene.clock.now() });
    },
  };

  async function asks(): Promise<Life> {
    const { referralId, personId, decideBy } = await scene.as(null, (context) =>
      submitReferral(context, { door: 'self', kind: 'self', language: 'en', person: { knownAs: 'Sam' }, answers: [], agreement: 'own' }),
    );
    return { referralId, personId, state: 'submitted', support: null, happenings: [{ kind: 'asked', at: scene.clock.now(), decideBy }] };
  }

  test('SOM-24: every report says what had happened by its last day, and says the same for ever', async () => {
    const kinds = Object.keys(steps) as (keyof typeof steps)[]; // its own keys
    const step = fc.record({
      kind: fc.constantFrom(...kinds, 'comesBack' as const, 'decided' as const),
      after: fc.integer({ min: 1, max: 40 }),
      gap: fc.constantFrom<GapGroup | null>('G1', 'G2', null),
      whose: fc.nat(2),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 6, maxLength: 20 }),
        fc.array(fc.tuple(fc.nat(300), fc.nat(120)), { minLength: 3, maxLength: 3 }),
        async (taken, periods) => {
          const began = localDate(scene.clock.now());
          const lives: Life[] = [await asks()];
          const kept: { readonly period: Period; readonly seen: readonly JourneyRow[]; readonly asked: unknown }[] = [];
          const ours = (rows: readonly JourneyRow[]) => rows.filter(({ person }) => lives.some(({ personId }) => personId === person));
          const teams = [scene.teams.triage.id];
          for (const { kind, after: days, gap, whose } of taken) {
            scene.clock.advance(days * day);
            if (lives.length < 3 && whose === lives.length) lives.push(await asks());
            const life = lives[whose % lives.length];
            assert.ok(life);
            await steps[kind](life, gap);
            const today = localDate(scene.clock.now());
            // What is over: every report of it that was read before.
            for (const one of kept) {
              assert.deepEqual(
                ours(await read(one.period)),
                one.seen,
                `${kind} on ${today} changed ${one.period.from} to ${one.period.to}`,
              );
              assert.deepEqual(await scene.worker((tables) => latestAskings(tables, one.period, teams, 9)).then(withoutNext), one.asked);
            }
            const yesterday = { from: addDays(today, -90), to: addDays(today, -1) };
            if (kept.length < 6)
              kept.push({
                period: yesterday,
                seen: ours(await read(yesterday)),
                asked: withoutNext(await scene.worker((tables) => latestAskings(tables, yesterday, teams, 9))),
              });
          }
          for (const [first, length] of periods) {
            const from: LocalDate = addDays(began, first);
            const period = { from, to: addDays(from, length) };
            assert.deepEqual(seenOf(ours(await read(period))), inOrder(lives.flatMap((life) => expected(life, period))));
          }
          scene.clock.advance(400 * day);
        },
      ),
      { numRuns: 10 },
    );
  });

  /** When they asked next is learnt later. */
  const withoutNext = (asked: readonly { readonly id: string; readonly askedAt: Date }[]) =>
    asked.map(({ id, askedAt }) => ({ id, askedAt }));
});
