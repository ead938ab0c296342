// Reads a spreadsheet twice: once to say what would happen, once to do it. Used by the pages and by the command line alike; the caller owns the transaction.
import { submitReferral } from '../../journey/front-door/actions.ts';
import { linkageModel, peopleWithKeys, registerPerson } from '../../journey/people/actions.ts';
import { localDate } from '../../platform/clock.ts';
import { record } from '../../platform/events.ts';
import { failure, type Result, success } from '../../platform/problem.ts';
import type { Context } from '../../platform/web/context.ts';
import { grantAccess } from '../../trust/access/actions.ts';
import { savedMap } from '../spreadsheets/column-map.ts';
import type { ImportKind } from '../spreadsheets/import-fields.ts';
import {
  dryRun,
  type FindPeople,
  type ImportRequest,
  type ImportSink,
  importFile,
  type PossibleMatch,
} from '../spreadsheets/import-file.ts';
import type { RowFault } from '../spreadsheets/imported-row.ts';
import { readTable, type TableLimits, tableLimits } from '../spreadsheets/read-table.ts';
import { personOf, referralOf } from './from-row.ts';
import type { BroughtIn, Checked, LooksLike, MatchChoice, Most, RowNote } from './model.ts';

const pieceSize = 65_536;

/** The file piece by piece, so that looking at its beginning reads no more. */
export function* pieces(content: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < content.length; at += pieceSize) yield content.subarray(at, at + pieceSize);
}

/** One row more than is allowed, so that a longer file is told from one that is just full. */
const limitsOf = ({ most }: Pick<File, 'most'>): TableLimits => ({ ...tableLimits, bytes: most.bytes, rows: most.rows + 1 });
const mostKept = 200;

export interface File {
  readonly kind: ImportKind;
  readonly content: Uint8Array;
  /** Field by header; guessed from the headers when left out. */
  readonly columns?: Readonly<Record<string, string>> | undefined;
  readonly most: Most;
}

/** What a long look or import says as it goes, row by row; throwing stops it, and nothing of it stays. */
export interface Follow {
  /** At each row of each time through the file. */
  readonly onRow?: () => void;
}

export interface Beginning {
  readonly headers: readonly string[];
  /** The first cells of each column, in the order of the headers. */
  readonly examples: readonly (readonly string[])[];
}

/** The headers and the first three rows, for matching columns. */
export async function beginningOf({ content, most }: Pick<File, 'content' | 'most'>): Promise<Result<Beginning>> {
  const table = await readTable(pieces(content), limitsOf({ most }));
  if (!table.ok) return table;
  const rows: (readonly string[])[] = [];
  for await (const row of table.value.rows) {
    if (row.fault === undefined) rows.push(row.cells);
    if (rows.length === 3) break;
  }
  const { headers } = table.value;
  return success({ headers, examples: headers.map((_, at) => rows.map((cells) => cells[at] ?? '').filter(Boolean)) });
}

/** Counted before anything is compared, so that a file that is too long is refused at once. */
export async function countRows({ content, most }: Pick<File, 'content' | 'most'>): Promise<Result<number>> {
  const table = await readTable(pieces(content), limitsOf({ most }));
  if (!table.ok) return table;
  let rows = 0;
  for await (const row of table.value.rows) if (row.fault === undefined || !row.last) rows++;
  return rows > most.rows
    ? failure({
        status: 422,
        title: 'That is too many rows at once',
        detail: `The file has more than ${most.rows.toLocaleString('en-GB')} rows. Split it and bring in the parts one by one.`,
      })
    : success(rows);
}

/** `besides` are people whom this very import has just written: they are compared as earlier rows. */
const finder =
  (context: Context, besides: ReadonlySet<string>): FindPeople =>
  (keys) =>
    context.asWorker('look for people who may be in a file', async (tables) =>
      (await peopleWithKeys(tables, keys)).filter(({ id }) => !besides.has(id)),
    );

/** Without `besides` nobody already here is compared. */
async function requestFor(
  context: Context,
  { kind, content, columns, most }: File,
  { onRow }: Follow,
  besides: ReadonlySet<string> | null,
): Promise<ImportRequest> {
  const model = await context.asWorker('weigh how alike people are', linkageModel);
  return {
    kind,
    open: () => pieces(content),
    ...(columns === undefined ? {} : { columns }),
    context: { today: localDate(context.now) },
    model,
    ...(besides === null ? {} : { findPeople: finder(context, besides) }),
    limits: limitsOf({ most }),
    mostFaults: mostKept,
    ...(onRow === undefined ? {} : { onRow }),
  };
}

const noteOf = ({ row, column, message }: RowFault): RowNote => ({ row, column, words: message });
const likeOf = ({ row, with: whom, outcome, reasons }: PossibleMatch): LooksLike => ({
  row,
  earlierRow: 'row' in whom ? whom.row : null,
  sure: outcome === 'same',
  because: reasons,
});

/** What would happen. Changes nothing, and tells of others only what agrees and what differs. */
export async function checkFile(context: Context, file: File, follow: Follow = {}): Promise<Result<Checked>> {
  const beginning = await beginningOf(file);
  if (!beginning.ok) return beginning;
  const counted = await countRows(file);
  if (!counted.ok) return counted;
  const check = await dryRun(await requestFor(context, file, follow, new Set()));
  if (!check.ok) return check;
  const { rows, good, faultCount, faults, newPeople, possibleMatches, warnings, unplaced, map } = check.value;
  // Each row once, with whom it is most like.
  const alike = possibleMatches.filter((match, at) => possibleMatches[at - 1]?.row !== match.row);
  return success({
    headers: beginning.value.headers,
    columns: savedMap(map),
    findings: {
      rows,
      good,
      faultCount,
      faults: faults.map(noteOf),
      newPeople,
      matchCount: alike.length,
      matches: alike.slice(0, mostKept).map(likeOf),
      warnings,
      unplaced,
    },
  });
}

export interface HowToBringIn extends Follow {
  /** Leaves out the rows with faults; otherwise the whole file or nothing. */
  readonly partly: boolean;
  /** People who look like somebody already here. Referrals are always brought in: triage decides who they are about. */
  readonly matches: MatchChoice;
  /** Whose work they become: for referrals a team that reads them first. */
  readonly team: { readonly id: string; readonly name: string; readonly serviceCode: string };
  /** What the rows come from, kept as the reason of access. */
  readonly importId: string;
  /** Called at each row that is written; throwing stops the import, and nothing of it stays. */
  readonly onWritten?: (done: number) => void;
}

/** In the caller’s transaction, through the same doors as everybody else. On a failure the caller undoes what was written. */
export async function bringIn(context: Context, file: File, how: HowToBringIn): Promise<Result<BroughtIn>> {
  const counted = await countRows(file);
  if (!counted.ok) return counted;
  const leavesOut = file.kind === 'people' && how.matches === 'leave_out';
  const alike: RowNote[] = [];
  const written = new Set<string>();
  let done = 0;
  const sink: ImportSink = {
    whole: (work) =>
      work({
        add: async ({ row, values, matches }) => {
          how.onWritten?.(++done);
          const match = matches[0];
          if (leavesOut && match) {
            alike.push({
              row,
              column: '',
              words: `Left out: ${'row' in match.with ? `looks like row ${match.with.row}` : 'looks like somebody already here'}. ${match.reasons}`,
            });
            return success(undefined);
          }
          if (file.kind === 'referrals') await submitReferral(context, referralOf(values, how.team.serviceCode));
          else written.add(await addPerson(context, values, how));
          return success(undefined);
        },
      }),
  };
  const brought = await importFile(await requestFor(context, file, how, leavesOut ? written : null), sink, { partly: how.partly });
  if (!brought.ok) return brought;
  const { added, leftOut, faults } = brought.value;
  return success({
    added: added - alike.length,
    leftOut: leftOut + alike.length,
    notes: [...faults.map(noteOf), ...alike].sort((one, other) => one.row - other.row).slice(0, 500),
  });
}

async function addPerson(context: Context, values: Parameters<typeof personOf>[0], { team, importId }: HowToBringIn): Promise<string> {
  const { personId } = await registerPerson(context, personOf(values));
  await grantAccess(context, { personId, teamId: team.id, relationship: 'serves', source: { kind: 'import', id: importId } });
  await record(context, {
    personId,
    category: 'contact',
    kind: 'person.imported',
    subjectKind: 'import',
    subjectId: importId,
    data: { team: team.name },
  });
  return personId;
}
