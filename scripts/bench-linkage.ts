// Measures the linkage of people on your own records, on the published sets, or at the door of a place of a million people. `--help` says how.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measureAtTheDoor } from '../bench/linkage/at-the-door.ts';
import { type LabelledFile, type Measurement, measureFiles } from '../bench/linkage/measure-files.ts';
import { publishedSets } from '../bench/linkage/published-sets.ts';
import { readRecords } from '../bench/linkage/read-records.ts';
import { table } from '../bench/table.ts';
import { failure, type Problem, type Result, success } from '../src/platform/problem.ts';

const help = `Measures how well second records of one person are found, where the truth is known.

On your own records:
  npm run bench:linkage -- --records a.csv [--records b.csv] --columns map.json --truth COLUMN

  --records FILE    one file is searched for second records of one person; two files are linked with each other
  --columns FILE    JSON that says what the columns hold, such as {"given name": "fname", "date of birth": "dob"}, or the other way round.
                    It can be given once for each file. A field can be: given name, family name, full name, other names, date of birth,
                    year of birth, month of birth, day of birth, sex, address, town, postcode, phone, email, nhs number, identifier, other text.
  --truth COLUMN    the column that is equal for records of one person. It can be given once for each file. It is not used for linking.
  --pattern REGEX   the part of the truth that names the person, as the first group: '^rec-(\\d+)'
  It prints JSON: counts, precision, recall and F1 of pairs (at a probability of at least .5) and of groups, B³, seconds, pairs a second.

On the published sets (FEBRL, ESSnet, historical people and others), beside what others reached:
  npm run bench:linkage [-- --published FOLDER]     by default ../shared/data/linkage

At the door of a large place, with invented people, in a scratch database:
  npm run bench:linkage -- --door [--people 1000000] [--asked 2000] [--seed 1] [--turn 0] [--keep FOLDER]
  --keep FOLDER     the scratch database stays there, and is asked again without being filled anew
  --turn NUMBER     another turn asks for other people of the same town, so that several can be added up
`;

const stop = ({ title, detail }: Pick<Problem, 'title' | 'detail'>): never => {
  console.error(`${title}: ${detail ?? ''}`);
  console.error('Say --help to see how.');
  process.exit(2);
};

const options = {
  records: { type: 'string', multiple: true },
  columns: { type: 'string', multiple: true },
  truth: { type: 'string', multiple: true },
  pattern: { type: 'string' },
  published: { type: 'string' },
  door: { type: 'boolean' },
  people: { type: 'string' },
  asked: { type: 'string' },
  seed: { type: 'string' },
  turn: { type: 'string' },
  keep: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

function choices() {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    return stop({ title: 'That cannot be done', detail: error instanceof Error ? (error.message.split('.')[0] ?? '') : '' });
  }
}

const rounded = (_: string, value: unknown): unknown => (typeof value === 'number' ? Math.round(value * 1e5) / 1e5 : value);

async function readMap(file: string): Promise<Result<unknown>> {
  try {
    return success(JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/, '')));
  } catch (error) {
    const broken = error instanceof SyntaxError;
    return failure({
      status: 422,
      title: `${file} cannot be used`,
      detail: broken ? 'It is not JSON.' : 'There is no such file, or it could not be read.',
    });
  }
}

async function onFiles(values: ReturnType<typeof choices>): Promise<Result<Measurement>> {
  const { records = [], columns = [], truth = [], pattern } = values;
  const wrong = (detail: string) => failure({ status: 422, title: 'That cannot be done', detail });
  if (records.length === 0 || columns.length === 0 || truth.length === 0)
    return wrong('say --records FILE (once or twice), --columns FILE and --truth COLUMN.');
  if (records.length > 2) return wrong('at most two files are linked at once.');
  let expression: RegExp | undefined;
  try {
    if (pattern !== undefined) expression = new RegExp(pattern);
  } catch {
    return wrong(`“${pattern}” is not a regular expression.`);
  }
  const files: LabelledFile[] = [];
  for (const [at, file] of records.entries()) {
    const read = readRecords(file);
    if (!read.ok) return read;
    const map = await readMap(columns[at] ?? columns[0] ?? '');
    if (!map.ok) return map;
    files.push({ ...read.value, name: file, map: map.value, truth: truth[at] ?? truth[0] ?? '' });
  }
  return measureFiles(files, expression);
}

/** True when every set that is there reaches what we hold ourselves to. */
function onPublished(folder: string): boolean {
  const lines: string[][] = [
    ['set', 'records', 'P pairs', 'R pairs', 'F1 pairs', 'F1 groups', 'B³', 'seconds', 'pairs/s', 'ours', 'others'],
  ];
  let reached = true;
  for (const { name, files, map, truth, pattern, least, others } of publishedSets) {
    if (!files.every((file) => existsSync(join(folder, file)))) continue;
    const read = files.map((file) => ({ file, read: readRecords(join(folder, file)) }));
    const labelled = read.flatMap(({ file, read: found }) => (found.ok ? [{ ...found.value, name: file, map, truth }] : []));
    const measured = measureFiles(labelled, pattern);
    if (!measured.ok) return stop(measured.problem);
    const { records, pairs, clusters, bCubed, seconds, pairsASecond } = measured.value;
    const short = [pairs.f1 < (least.pairs ?? 0), pairs.precision < (least.precision ?? 0), clusters.f1 < (least.clusters ?? 0)].some(
      Boolean,
    );
    if (short) reached = false;
    const four = (share: number) => share.toFixed(4);
    lines.push([
      name,
      String(records),
      four(pairs.precision),
      four(pairs.recall),
      four(pairs.f1),
      four(clusters.f1),
      four(bCubed.f1),
      seconds.toFixed(1),
      String(pairsASecond),
      short ? 'short' : 'reached',
      others,
    ]);
  }
  if (lines.length === 1) stop({ title: 'Nothing to measure', detail: `${folder} holds none of the published sets.` });
  console.log(table(lines).join('\n'));
  return reached;
}

const values = choices();
if (values.help) console.log(help);
else if (values.door) {
  const number = (text: string | undefined, otherwise: number): number => {
    const found = Number(text ?? otherwise);
    return Number.isInteger(found) && found > 0
      ? found
      : stop({ title: 'That cannot be done', detail: `“${text}” is not a number of people.` });
  };
  const people = number(values.people, 1_000_000);
  console.log(
    JSON.stringify(
      await measureAtTheDoor({
        people,
        asked: number(values.asked, 2000),
        seed: number(values.seed, 1),
        turn: values.turn === undefined ? 0 : number(values.turn, 1),
        keepIn: values.keep === undefined ? undefined : resolve(values.keep),
        onWrong: (here, whom, found) => console.error(JSON.stringify({ here, whom, found })),
        say: (line) => console.error(line),
      }),
      rounded,
      1,
    ),
  );
} else if (values.records === undefined && values.columns === undefined && values.truth === undefined) {
  if (!onPublished(resolve(values.published ?? join(import.meta.dirname, '../../shared/data/linkage')))) process.exitCode = 1;
} else {
  const measured = await onFiles(values);
  if (measured.ok) console.log(JSON.stringify(measured.value, rounded, 1));
  else stop(measured.problem);
}
