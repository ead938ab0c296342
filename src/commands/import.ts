// Brings in people, referrals or a directory from a file. All of it or nothing, unless asked otherwise; stopping half way leaves nothing.
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { bringIn, checkFile, type File } from '../exchange/imports/bringing-in.ts';
import { mostOnCommandLine } from '../exchange/imports/model.ts';
import { readDirectory } from '../exchange/open-referral/read-directory.ts';
import { keepDirectory } from '../place/directory/actions.ts';
import type { KeptDirectory } from '../place/directory/model.ts';
import { InstallationFault } from '../platform/installation-fault.ts';
import type { LiveTeam } from '../platform/live-place.ts';
import { counted } from '../platform/numbers.ts';
import type { Problem } from '../platform/problem.ts';
import { readSettings } from '../platform/settings.ts';
import { writeCommandAudit } from '../trust/audit/write.ts';
import { type Command, type Surroundings, UsageFault } from './command.ts';
import { commandContext, type OpenedPlace, withPlace } from './opened-place.ts';
import { readOptions } from './options.ts';

const kinds = ['people', 'referrals', 'directory'] as const;
type Kind = (typeof kinds)[number];
const mostShown = 50;

export const command: Command = {
  help: `Brings in people, referrals, or a directory of services, from a file.

  onedoor import people FILE --team CODE      a CSV file: people whom a team already supports
  onedoor import referrals FILE               a CSV file: referrals, which a team then reads first
  onedoor import directory FILE               a JSON file of an Open Referral UK directory

  --dry-run        only say what would happen
  --partly         leave out what has faults and bring in the rest; without it, everything or nothing
  --map FILE       which column is what, as JSON: {"Surname": "family", "DOB": "birth"}; otherwise columns are matched by their names
  --team CODE      the team they come to; for referrals the place’s front door unless you say
  --matches bring-in   also people who look like somebody already here; otherwise they are left out and listed
  --source ADDRESS --licence WORDS   where a directory comes from, and its terms; importing it again updates its entries

Stop with Ctrl-C: nothing of it stays. Exit code 0 when it was brought in, 1 when nothing was, 2 when called wrongly.`,

  async run(words, surroundings) {
    const { values, positionals } = readOptions(words, {
      map: { type: 'string' },
      team: { type: 'string' },
      matches: { type: 'string' },
      source: { type: 'string' },
      licence: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      partly: { type: 'boolean', default: false },
    });
    const [kindSaid = '', path, ...more] = positionals;
    const kind = kinds.find((one) => one === kindSaid);
    if (!kind) throw new UsageFault(`Say what to import: ${kinds.join(', ')}.`);
    if (!path || more.length > 0) throw new UsageFault('Name one file.');
    if (values.matches !== undefined && values.matches !== 'bring-in') throw new UsageFault('--matches takes bring-in.');
    if (kind === 'people' && !values.team) throw new UsageFault('Say with --team whose people they are.');
    const { settings, warnings } = readSettings(surroundings.environment);
    for (const warning of warnings) surroundings.tell(warning);
    const content = await contentOf(path);
    const columns = values.map === undefined ? undefined : columnsIn((await contentOf(values.map)).toString('utf8'));
    const asked: Asked = {
      kind,
      name: basename(path),
      content,
      columns,
      dryRun: values['dry-run'],
      partly: values.partly,
      team: values.team,
      bringInMatches: values.matches !== undefined,
      source: values.source,
      licence: values.licence,
    };
    return withPlace(settings, (opened) =>
      kind === 'directory' ? importDirectory(opened, asked, surroundings) : importRows(opened, { ...asked, kind }, surroundings),
    );
  },
};

interface Asked {
  readonly kind: Kind;
  readonly name: string;
  readonly content: Buffer;
  readonly columns: Readonly<Record<string, string>> | undefined;
  readonly dryRun: boolean;
  readonly partly: boolean;
  readonly team: string | undefined;
  readonly bringInMatches: boolean;
  readonly source: string | undefined;
  readonly licence: string | undefined;
}

async function contentOf(path: string): Promise<Buffer> {
  try {
    const { size } = await stat(path);
    if (size > mostOnCommandLine.bytes)
      throw new InstallationFault(
        `${path} is larger than ${mostOnCommandLine.bytes / 1_000_000} MB. Split it and bring in the parts one by one.`,
      );
    return await readFile(path);
  } catch (cause) {
    if (cause instanceof InstallationFault) throw cause;
    throw new InstallationFault(`${path} cannot be read. Check its name, and that you may open it.`, { cause });
  }
}

function columnsIn(text: string): Readonly<Record<string, string>> {
  const json = jsonOf(text, 'The map');
  if (typeof json !== 'object' || json === null || Array.isArray(json) || !Object.values(json).every((field) => typeof field === 'string'))
    throw new InstallationFault('The map should be like {"Surname": "family", "DOB": "birth"}: the name of a column, then what it is.');
  return json as Readonly<Record<string, string>>; // every value was just found to be a string
}

function jsonOf(text: string, what: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    throw new InstallationFault(`${what} is not JSON. Check that you named the right file.`, { cause });
  }
}

/** Ends the transaction without keeping anything. */
class Undone extends Error {
  override readonly name = 'Undone';
}

async function undoing<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Undone) return undefined;
    throw error;
  }
}

function tellProblem({ title, detail, faults = [] }: Problem, { tell }: Surroundings): 1 {
  tell(`${title}. ${detail}`);
  for (const { field, message } of faults.slice(0, mostShown)) tell(`  ${[field, message].filter(Boolean).join(': ')}`);
  if (faults.length > mostShown) tell(`  … and ${faults.length - mostShown} more.`);
  return 1;
}

function teamFor({ live }: OpenedPlace, kind: 'people' | 'referrals', code: string | undefined): LiveTeam {
  const teams = [...live.teams.values()].filter((team) => kind === 'people' || team.triages);
  const found = code === undefined ? teams[0] : teams.find((team) => team.code === code);
  if (!found)
    throw new UsageFault(
      `There is no such team${kind === 'referrals' ? ' that reads referrals' : ''}. Choose ${teams.map((team) => team.code).join(', ')}.`,
    );
  return found;
}

async function importRows(
  opened: OpenedPlace,
  asked: Asked & { readonly kind: 'people' | 'referrals' },
  surroundings: Surroundings,
): Promise<number> {
  const { say, tell, progress, signal } = surroundings;
  const team = teamFor(opened, asked.kind, asked.team);
  const file: File = { kind: asked.kind, content: asked.content, columns: asked.columns, most: mostOnCommandLine };
  const job = `import ${asked.kind}`;
  const checked = await opened.as({ kind: 'worker', job }, (tables) => checkFile(commandContext(tables, opened).context, file), {
    readOnly: true,
  });
  if (!checked.ok) return tellProblem(checked.problem, surroundings);
  const { findings } = checked.value;
  for (const warning of findings.warnings) tell(warning);
  if (findings.unplaced.length > 0) tell(`Left out, because nobody could tell what they are: ${findings.unplaced.join(', ')}.`);
  say(
    `${counted(findings.rows, 'row', 'rows')}: ${findings.good} right, ${findings.rows - findings.good} with faults, ${counted(findings.newPeople, 'new person', 'new people')}, ${counted(findings.matchCount, 'possible match', 'possible matches')}.`,
  );
  for (const { row, column, words } of findings.faults.slice(0, mostShown))
    say(`  ${[row === 0 ? '' : `row ${row}`, column].filter(Boolean).join(', ')}: ${words}`);
  if (findings.faultCount > mostShown) say(`  … and ${findings.faultCount - mostShown} more.`);
  if (asked.dryRun) return findings.faultCount === 0 ? 0 : 1;
  const brought = await undoing(() =>
    opened.as({ kind: 'worker', job }, async (tables) => {
      const { context, touched } = commandContext(tables, opened);
      const importId = context.identify();
      const result = await bringIn(context, file, {
        partly: asked.partly,
        matches: asked.bringInMatches ? 'bring_in' : 'leave_out',
        team,
        importId,
        onWritten: (done) => {
          if (signal.aborted) throw new Undone();
          if (done % 25 === 0 || done === findings.good) progress(done, findings.good, `bringing in ${asked.kind}`);
        },
      });
      if (!result.ok) {
        tellProblem({ ...result.problem, faults: [] }, surroundings);
        throw new Undone();
      }
      await writeCommandAudit(tables, {
        id: context.identify(),
        at: context.now,
        command: `onedoor import ${asked.kind}`,
        kind: 'import.bring_in',
        personIds: [...touched],
      });
      return result.value;
    }),
  );
  // What was interrupted is told by whoever called.
  if (!brought) return signal.aborted ? 0 : 1;
  for (const { row, words } of brought.notes.slice(0, mostShown)) say(`  row ${row}: ${words}`);
  say(`${counted(brought.added, 'row', 'rows')} brought in for ${team.name}, ${brought.leftOut} left out.`);
  return 0;
}

async function importDirectory(opened: OpenedPlace, asked: Asked, surroundings: Surroundings): Promise<number> {
  const { say, tell, signal } = surroundings;
  const fetchedAt = opened.clock.now();
  const address = asked.source ?? asked.name;
  const licence = asked.licence ?? 'Terms not stated';
  const read = readDirectory(jsonOf(asked.content.toString('utf8'), 'The file'), {
    url: address,
    licence,
    fetchedAt: fetchedAt.toISOString(),
  });
  if (!read.ok) return tellProblem(read.problem, surroundings);
  const { faults, faultCount, ...directory } = read.value;
  for (const { field, message } of faults.slice(0, mostShown)) tell(`  ${field}: ${message}`);
  if (faultCount > 0 && !asked.partly && !asked.dryRun) {
    tell(
      `Nothing was brought in: ${counted(faultCount, 'thing in the file is', 'things in the file are')} not as it should be. With --partly they are left out.`,
    );
    return 1;
  }
  if (Object.values(directory).every((list) => list.length === 0)) {
    tell('There is no service in this file. Check that you named the right one.');
    return 1;
  }
  let kept: KeptDirectory | undefined;
  await undoing(() =>
    opened.as({ kind: 'worker', job: 'import a directory' }, async (tables) => {
      kept = await keepDirectory(tables, opened.identify, directory, { address, name: asked.source ?? asked.name, licence, fetchedAt });
      if (asked.dryRun || signal.aborted) throw new Undone();
    }),
  );
  if (!kept || signal.aborted) return 0;
  for (const { kind, name, words } of kept.conflicts.slice(0, mostShown)) say(`  ${name} (${kind}): ${words}`);
  if (kept.conflicts.length > mostShown) say(`  … and ${kept.conflicts.length - mostShown} more.`);
  say(
    `${asked.dryRun ? 'It would be: ' : ''}${counted(kept.added, 'service', 'services')} new, ${kept.changed} changed, ${kept.unchanged} as before, ${counted(kept.conflicts.length, 'thing', 'things')} to look at.`,
  );
  return asked.dryRun && faultCount > 0 ? 1 : 0;
}
