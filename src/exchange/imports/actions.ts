// Imports' face: take a file and look at it, match its columns again, bring it in, or forget it.
import { z } from 'zod';
import { defineJob } from '../../platform/jobs/job.ts';
import { isUnderWay, type Work, workAbout } from '../../platform/jobs/work.ts';
import { overtaken } from '../../platform/lifecycle.ts';
import { failure, notFound, type Result, success } from '../../platform/problem.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { chooseMap, savedMap } from '../spreadsheets/column-map.ts';
import type { ImportKind } from '../spreadsheets/import-fields.ts';
import { putRightFirst } from '../spreadsheets/import-file.ts';
import { type Beginning, beginningOf, checkFile, countRows } from './bringing-in.ts';
import { bringInWaiting, gone, type WaitingRun } from './doing.ts';
import { bringInJob, lookJob } from './long.ts';
import { type BroughtIn, type ImportRun, type MatchChoice, mostAtOnce, mostOnPage } from './model.ts';
import { findRun, forgetOldRuns, forgetRun, insertRun, takeContent, updateChecked, updateColumns } from './store.ts';
import { fitting } from './teams.ts';

export interface Upload {
  readonly kind: ImportKind;
  readonly teamId: string;
  readonly name: string;
  readonly content: Buffer;
}

/** A name that a database and a page can show; without the folders that some browsers send. */
const plainName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '').replaceAll(/\p{C}/gu, '').slice(0, 200) || 'A file without a name';

/** Looks at the file, or asks for a long look when it has many rows, and keeps it for a day at most. Returns the run’s id. */
export async function takeFile(context: SignedIn, { kind, teamId, name, content }: Upload): Promise<Result<string>> {
  const team = fitting(context, kind, teamId);
  if (!team.ok) return team;
  const id = context.identify();
  const run = { id, kind, teamId, fileName: plainName(name), createdAt: context.now, accountId: context.visitor.accountId, content };
  const rows = await countRows({ content, most: mostOnPage });
  if (!rows.ok) return rows;
  if (rows.value <= mostAtOnce) {
    const checked = await checkFile(context, { kind, content, most: mostOnPage });
    if (!checked.ok) return checked;
    await context.asWorker('keep a file for an import', (tables) => insertRun(tables, run, checked.value));
    return success(id);
  }
  const beginning = await beginningOf({ content, most: mostOnPage });
  if (!beginning.ok) return beginning;
  const { headers } = beginning.value;
  const map = chooseMap(undefined, headers, kind);
  if (!map.ok) return map;
  await context.asWorker('keep a file for an import', (tables) =>
    insertRun(tables, run, { headers, columns: savedMap(map.value), findings: null }),
  );
  await context.queue(lookJob, { run: id, version: 1 }, id);
  return success(id);
}

/** A run, with the long work about it that is under way or that ended without result. */
export interface FollowedRun {
  readonly run: ImportRun;
  readonly work: Work | null;
}

/** A run of the visitor’s own; undefined when there is none. */
export async function followRun(context: SignedIn, id: string): Promise<FollowedRun | undefined> {
  const run = await findRun(context.tables, id);
  if (run?.state !== 'checked') return run && { run, work: null };
  const work = await workAbout(context.tables, run.findings === null ? lookJob : bringInJob, id);
  if (work?.state !== 'done') return { run, work };
  // It may have ended between the two questions: the run is read as the work left it.
  const left = await findRun(context.tables, id);
  return left && { run: left, work: null };
}

const atWork = failure({
  status: 409,
  title: 'This file is being worked on now',
  detail: 'Load its page again to see how far it is.',
});

/** A run of the visitor’s own, still waiting, as they last saw it. */
async function waiting(context: SignedIn, id: string, version: number): Promise<Result<WaitingRun>> {
  const followed = await followRun(context, id);
  if (!followed) return failure(notFound);
  if (isUnderWay(followed.work)) return atWork;
  const kept = await context.asWorker('open a file for an import', (tables) => takeContent(tables, id));
  if (!kept) return gone;
  return kept.version === version ? success({ run: followed.run, content: kept.content }) : failure(overtaken);
}

/** Headers and first rows of the waiting file, for matching its columns. */
export async function lookInto(context: SignedIn, id: string): Promise<Beginning | null> {
  const kept = await context.asWorker('open a file for an import', (tables) => takeContent(tables, id, false));
  const beginning = kept ? await beginningOf({ content: kept.content, most: mostOnPage }) : null;
  return beginning?.ok ? beginning.value : null;
}

/** `fields` says for each column of the file, in order, what it is brought in as; '' leaves it out. Faults name the column as `field-1`. */
export async function matchColumns(
  context: SignedIn,
  given: { readonly id: string; readonly version: number; readonly fields: readonly string[] },
): Promise<Result<void>> {
  const found = await waiting(context, given.id, given.version);
  if (!found.ok) return found;
  const { run, content } = found.value;
  const columns = Object.fromEntries(run.headers.flatMap((header, at) => (header === '' ? [] : [[header, given.fields[at] ?? '']])));
  const map = chooseMap(columns, run.headers, run.kind);
  if (!map.ok) {
    const { faults = [] } = map.problem;
    return failure({
      ...map.problem,
      faults: faults.map((fault) => ({ ...fault, field: `field-${run.headers.indexOf(fault.field) + 1}` })),
    });
  }
  if (run.findings && run.findings.rows <= mostAtOnce) {
    const checked = await checkFile(context, { kind: run.kind, content, columns, most: mostOnPage });
    if (!checked.ok) return checked;
    await context.asWorker('keep what was found in a file', (tables) => updateChecked(tables, given.id, checked.value));
    return success(undefined);
  }
  const version = await context.asWorker('keep other columns of a file', (tables) => updateColumns(tables, given.id, savedMap(map.value)));
  await context.queue(lookJob, { run: given.id, version }, given.id);
  return success(undefined);
}

/** Everything or nothing, or only the good rows. Null when there are many: then it is asked for, and goes on after the page. On a failure the file waits as before. */
export async function bringInRun(
  context: SignedIn,
  given: { readonly id: string; readonly version: number; readonly partly: boolean; readonly matches: MatchChoice },
): Promise<Result<BroughtIn | null>> {
  const found = await waiting(context, given.id, given.version);
  if (!found.ok) return found;
  const { run } = found.value;
  if (!run.findings || run.findings.rows <= mostAtOnce) return bringInWaiting(context, found.value, given);
  const { faultCount, good } = run.findings;
  if (faultCount > 0 && (!given.partly || good === 0)) return failure(putRightFirst(faultCount));
  const team = fitting(context, run.kind, run.teamId);
  if (!team.ok) return team;
  const { id, ...how } = given;
  await context.queue(bringInJob, { run: id, ...how }, id);
  return success(null);
}

export async function forgetFile(context: SignedIn, id: string): Promise<boolean> {
  if (!(await findRun(context.tables, id))) return false;
  await context.asWorker('forget a file', (tables) => forgetRun(tables, id));
  return true;
}

/** Files that nobody brought in go after a day. */
const forgetImportsJob = defineJob({
  name: 'forget-imports',
  input: z.object({}),
  schedule: { cron: '41 * * * *', input: {} },
  run: (_input, { act }) => act(async (tables) => void (await forgetOldRuns(tables))),
});

export const importJobs = [lookJob, bringInJob, forgetImportsJob];
