// The weights by which records are compared at the door: learnt from the place’s own records once a week, each version kept; published ones until then.
import { sql } from 'kysely';
import { z } from 'zod';
import { systemClock } from '../../../platform/clock.ts';
import { type Identify, identifiers } from '../../../platform/identifiers.ts';
import { defineJob } from '../../../platform/jobs/job.ts';
import type { Tables } from '../../../platform/web/context.ts';
import { candidatePairs } from '../linkage/candidate-pairs.ts';
import { learn } from '../linkage/learn.ts';
import { type LinkageModel, startingModel } from '../linkage/parameters.ts';
import { publishedNames } from '../linkage/published-names.ts';
import { listPreparer } from '../linkage/record.ts';
import { readModel, saveModel } from '../linkage/saved-model.ts';
import { identityRecords, newestPeople, peopleAndModel } from '../store.ts';

/** Fewer records teach nothing that is not known already. */
const fewest = 500;
/** More would keep the program from answering for longer than a moment. */
const most = 12_000;
const readAtOnce = 1000;

export interface PlaceModel {
  /** Null for the published weights. */
  readonly id: string | null;
  readonly model: LinkageModel;
}

/** The last one read: a version never changes, and reading one costs more than comparing everybody by it. */
let lastRead: { readonly id: string; readonly model: LinkageModel | undefined } | undefined;

/** The newest weights of this place for a door at which so many people may be meant. Runs as the worker. */
export async function placeModel(tables: Tables): Promise<PlaceModel> {
  const { people, newest } = await peopleAndModel(tables);
  const published = startingModel(people, publishedNames);
  if (newest === null) return { id: null, model: published };
  if (lastRead?.id !== newest) {
    const { model } = await tables.selectFrom('linkageModel').select('model').where('id', '=', newest).executeTakeFirstOrThrow();
    lastRead = { id: newest, model: readModel(model) };
  }
  const learned = lastRead?.model;
  // Among the records of a tidy place hardly two are one person; at its door many come who were here before.
  return learned ? { id: newest, model: { ...learned, prior: Math.max(learned.prior, published.prior) } } : { id: null, model: published };
}

/** Learns from the records that came last, and keeps what was learnt as a new version. False where there are too few. Runs as the worker. */
export async function learnPlaceModel(
  tables: Tables,
  { identify, now }: { readonly identify: Identify; readonly now: Date },
): Promise<boolean> {
  const ids = await newestPeople(tables, most);
  if (ids.length < fewest) return false;
  const people = [];
  const prepare = listPreparer();
  for (let from = 0; from < ids.length; from += readAtOnce)
    people.push(...(await identityRecords(tables, ids.slice(from, from + readAtOnce))).map(prepare));
  const model = learn(people, candidatePairs(people, { largestBlock: 100 }));
  await tables
    .insertInto('linkageModel')
    .values({ id: identify(), learnedAt: now, people: people.length, model: JSON.stringify(saveModel(model, people)) })
    .execute();
  return true;
}

export const learnIdentityJob = defineJob({
  name: 'learn-identity',
  input: z.object({}),
  schedule: { cron: '40 3 * * 0', input: {} },
  run: (_input, { act }) =>
    act(async (tables) => {
      const { rows } = await sql<{ now: Date }>`select current_moment() as now`.execute(tables);
      const now = rows[0]?.now ?? systemClock.now();
      await learnPlaceModel(tables, { identify: identifiers({ now: () => now }), now });
    }),
});
