// Brings a waiting file in, for the page and for the work that goes on after it alike.
import { failure, type Result } from '../../platform/problem.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { bringIn, type Follow } from './bringing-in.ts';
import { type BroughtIn, type ImportRun, type MatchChoice, mostOnPage } from './model.ts';
import { markDone } from './store.ts';
import { fitting } from './teams.ts';

export interface WaitingRun {
  readonly run: ImportRun;
  readonly content: Buffer;
}

export const gone = failure({
  status: 409,
  title: 'This file is not here any more',
  detail: 'It was brought in or forgotten since you loaded the page. Look at it under Imports.',
});

/** In the caller’s transaction, which holds the file. On a failure the caller undoes what was written. */
export async function bringInWaiting(
  context: SignedIn,
  { run, content }: WaitingRun,
  { partly, matches }: { readonly partly: boolean; readonly matches: MatchChoice },
  follow: Follow = {},
): Promise<Result<BroughtIn>> {
  const team = fitting(context, run.kind, run.teamId);
  if (!team.ok) return team;
  const file = { kind: run.kind, content, columns: run.columns, most: mostOnPage };
  const brought = await bringIn(context, file, { ...follow, partly, matches, team: team.value, importId: run.id });
  if (!brought.ok) return brought;
  await context.asWorker('end an import', (tables) => markDone(tables, run.id, brought.value, matches, context.now));
  return brought;
}
