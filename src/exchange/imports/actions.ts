// Imports' face: take a file and look at it, match its columns again, bring it in, or forget it.
import { z } from 'zod';
import { defineJob } from '../../platform/jobs/job.ts';
import { overtaken } from '../../platform/lifecycle.ts';
import { failure, invalid, notFound, type Result, success } from '../../platform/problem.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import type { ImportKind } from '../spreadsheets/import-fields.ts';
import { type Beginning, beginningOf, bringIn, checkFile } from './bringing-in.ts';
import { type BroughtIn, type ImportRun, type MatchChoice, mostOnPage } from './model.ts';
import { findRun, forgetOldRuns, forgetRun, insertRun, markDone, takeContent, updateChecked } from './store.ts';

export interface TeamChoice {
  readonly id: string;
  readonly name: string;
  readonly serviceCode: string;
  readonly own: boolean;
  readonly triages: boolean;
}

/** The visitor’s own teams, and those that read referrals first. */
export function teamChoices({ place, visitor }: SignedIn): readonly TeamChoice[] {
  const own = new Set(visitor.roles.map(({ teamId }) => teamId));
  return [...place.teams.values()]
    .map(({ id, name, serviceCode, triages }) => ({ id, name, serviceCode, triages, own: own.has(id) }))
    .filter((team) => team.own || team.triages)
    .sort((one, other) => Number(other.own) - Number(one.own) || one.name.localeCompare(other.name, 'en-GB'));
}

function fitting(context: SignedIn, kind: ImportKind, teamId: string): Result<TeamChoice> {
  const teams = teamChoices(context);
  const team = teams.find(({ id }) => id === teamId);
  if (team && (kind === 'people' ? team.own : team.triages)) return success(team);
  const fit = teams.filter((one) => (kind === 'people' ? one.own : one.triages)).map(({ name }) => name);
  const ask = kind === 'people' ? 'People come to a team of yours.' : 'Referrals come to a team that reads them first.';
  return failure(invalid([{ field: 'team', message: `${ask} Choose ${fit.join(' or ') || 'another'}.` }]));
}

export interface Upload {
  readonly kind: ImportKind;
  readonly teamId: string;
  readonly name: string;
  readonly content: Buffer;
}

/** A name that a database and a page can show; without the folders that some browsers send. */
const plainName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '').replaceAll(/\p{C}/gu, '').slice(0, 200) || 'A file without a name';

/** Looks at the file and keeps it for a day at most. Returns the run’s id. */
export async function takeFile(context: SignedIn, { kind, teamId, name, content }: Upload): Promise<Result<string>> {
  const team = fitting(context, kind, teamId);
  if (!team.ok) return team;
  const checked = await checkFile(context, { kind, content, most: mostOnPage });
  if (!checked.ok) return checked;
  const id = context.identify();
  const run = { id, kind, teamId, fileName: plainName(name), createdAt: context.now, accountId: context.visitor.accountId, content };
  await context.asWorker('keep a file for an import', (tables) => insertRun(tables, run, checked.value));
  return success(id);
}

interface Waiting {
  readonly run: ImportRun;
  readonly content: Buffer;
}

const gone = failure({
  status: 409,
  title: 'This file is not here any more',
  detail: 'It was brought in or forgotten since you loaded the page. Look at it under Imports.',
});

/** A run of the visitor’s own, still waiting, as they last saw it. */
async function waiting(context: SignedIn, id: string, version: number): Promise<Result<Waiting>> {
  const run = await findRun(context.tables, id);
  if (!run) return failure(notFound);
  const kept = await context.asWorker('open a file for an import', (tables) => takeContent(tables, id));
  if (!kept) return gone;
  return kept.version === version ? success({ run, content: kept.content }) : failure(overtaken);
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
  const checked = await checkFile(context, { kind: run.kind, content, columns, most: mostOnPage });
  if (!checked.ok) {
    const { faults = [] } = checked.problem;
    return failure({
      ...checked.problem,
      faults: faults.map((fault) => ({ ...fault, field: `field-${run.headers.indexOf(fault.field) + 1}` })),
    });
  }
  await context.asWorker('keep what was found in a file', (tables) => updateChecked(tables, given.id, checked.value));
  return success(undefined);
}

/** Everything or nothing, or only the good rows. On a failure the file waits as before. */
export async function bringInRun(
  context: SignedIn,
  given: { readonly id: string; readonly version: number; readonly partly: boolean; readonly matches: MatchChoice },
): Promise<Result<BroughtIn>> {
  const found = await waiting(context, given.id, given.version);
  if (!found.ok) return found;
  const { run, content } = found.value;
  const team = fitting(context, run.kind, run.teamId);
  if (!team.ok) return team;
  const file = { kind: run.kind, content, columns: run.columns, most: mostOnPage };
  const brought = await bringIn(context, file, { partly: given.partly, matches: given.matches, team: team.value, importId: run.id });
  if (!brought.ok) return brought;
  await context.asWorker('end an import', (tables) => markDone(tables, run.id, brought.value, given.matches, context.now));
  return brought;
}

export async function forgetFile(context: SignedIn, id: string): Promise<boolean> {
  if (!(await findRun(context.tables, id))) return false;
  await context.asWorker('forget a file', (tables) => forgetRun(tables, id));
  return true;
}

/** Files that nobody brought in go after a day. */
export const forgetImportsJob = defineJob({
  name: 'forget-imports',
  input: z.object({}),
  schedule: { cron: '41 * * * *', input: {} },
  run: (_input, { act }) => act(async (tables) => void (await forgetOldRuns(tables))),
});
