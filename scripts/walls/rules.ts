// Who may import whom: exchange, learning → journey, place → trust → platform. Pure: a graph of imports in, sentences about broken walls out.
import type { Import } from './read-imports.ts';

/** From the outermost wing to the innermost; a wing may import its own level and all after it. */
const levels: readonly (readonly string[])[] = [['exchange', 'learning'], ['journey', 'place'], ['trust'], ['platform']];

/** Decisions without clock, database or network, so that they can be tested, replayed and read. Each entry must fit at least one file. */
export const pureModules: readonly RegExp[] = [
  /^src\/(journey|place|learning|trust)\/[^/]+\/model\.ts$/,
  /^src\/platform\/(numbers|closest|problem)\.ts$/,
  /^src\/platform\/codes\//,
  /^src\/platform\/language\//,
  /^src\/platform\/decisions\//,
  /^src\/learning\/(evaluation|outcomes)\//,
  /^src\/journey\/people\/linkage\//,
  /^src\/journey\/people\/(name|nhs-number|partial-date|postcode)\.ts$/,
  /^src\/journey\/people\/(telling\/(safe-contact|wording|times-of-week)|matching\/comparison|sign-in\/who-opens)\.ts$/,
  /^src\/journey\/measures\/(change|definition|finding|score)\.ts$/,
];

const impure = [
  /^node:(?!test$|assert)/,
  /^pg(-boss)?$/,
  /^kysely$/,
  /^fastify$/,
  /^nodemailer$/,
  /^src\/platform\/(database|jobs|messages|postgres|web)\//,
];

const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path) || !path.startsWith('src/');
const levelOf = (path: string): number => levels.findIndex((wings) => wings.some((wing) => path.startsWith(`src/${wing}/`)));
const roomOf = (path: string): string | null => /^src\/(?:exchange|learning|journey|place|trust)\/[^/]+\//.exec(path)?.[0] ?? null;
/** Files straight in src/ put the house together; commands are its other doors, and the demo fills it with invented people. */
const isComposition = (path: string): boolean => /^src\/[^/]+$/.test(path) || /^src\/(commands|demo)\//.test(path);

interface Wall {
  readonly why: string;
  /** True when this import goes through the wall. */
  broken(from: string, to: Import): boolean;
}

const walls: readonly Wall[] = [
  {
    why: 'wings import inwards only: exchange, learning → journey, place → trust → platform',
    broken: (from, { to }) => levelOf(from) >= 0 && levelOf(to) >= 0 && levelOf(to) < levelOf(from),
  },
  {
    why: 'a room knows nothing of how the house is put together',
    broken: (from, { to }) => !isComposition(from) && to.startsWith('src/') && isComposition(to) && to !== 'src/loader.mjs',
  },
  {
    why: 'src/design imports nothing of ours but itself and how languages are spoken',
    broken: (from, { to }) => from.startsWith('src/design/') && to.startsWith('src/') && !/^src\/(design|platform\/language)\//.test(to),
  },
  {
    why: 'only pages, routes and what puts them together import src/design; its texts may be reviewed like any other',
    broken: (from, { to, typesOnly }) =>
      to.startsWith('src/design/') &&
      !from.startsWith('src/design/') &&
      !isComposition(from) &&
      !/\/pages\/|\/routes(-[a-z-]+)?\.tsx$/.test(from) &&
      !(to === 'src/design/texts.ts' && (typesOnly || from === 'src/place/translations/catalogues.ts')),
  },
  {
    why: 'another room’s store and pages are private; its model and actions are its face',
    broken: (from, { to }) => {
      const room = roomOf(to);
      return room !== null && !from.startsWith(room) && !isComposition(from) && /^(store\.ts|pages\/)/.test(to.slice(room.length));
    },
  },
  {
    why: 'a rule reads no clock, database, network or file',
    broken: (from, { to, typesOnly }) =>
      !typesOnly && pureModules.some((pattern) => pattern.test(from)) && impure.some((pattern) => pattern.test(to)),
  },
];

/** A sentence for each import that goes through a wall, and for each cycle; none when the walls hold. */
export function brokenWalls(graph: ReadonlyMap<string, readonly Import[]>): string[] {
  const faults: string[] = [];
  for (const [from, imports] of graph) {
    if (isTest(from)) continue;
    for (const one of imports) {
      for (const { why, broken } of walls) if (broken(from, one)) faults.push(`${from} imports ${one.to}: ${why}.`);
    }
  }
  return [...faults, ...cycles(graph).map((cycle) => `${cycle.join(' → ')}: imports go round in a circle.`)];
}

/** Entries of pureModules that no file fits: the list has gone stale and proves less than it says. */
export const stalePureModules = (files: Iterable<string>): string[] => {
  const all = [...files];
  return pureModules.filter((pattern) => !all.some((file) => pattern.test(file))).map(String);
};

/** Circles of imports that load each other when the program runs; types alone load nothing. */
function cycles(graph: ReadonlyMap<string, readonly Import[]>): string[][] {
  const found: string[][] = [];
  const state = new Map<string, 'open' | 'done'>();
  const path: string[] = [];
  const visit = (file: string): void => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      found.push([...path.slice(path.indexOf(file)), file]);
      return;
    }
    state.set(file, 'open');
    path.push(file);
    for (const { to, typesOnly } of graph.get(file) ?? []) if (!typesOnly && graph.has(to)) visit(to);
    path.pop();
    state.set(file, 'done');
  };
  for (const file of graph.keys()) visit(file);
  return found;
}
