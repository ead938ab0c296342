// npm run content: fails on words that the product never says, straight apostrophes, words that a place sets itself, any place for a grade of risk,
// and classes that no style sheet defines.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { classesOf, undefinedClasses } from './content/classes.ts';
import { faultsOfTexts, gradesIn, isRead } from './content/gates.ts';
import { readTexts } from './content/read-texts.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const filesUnder = (folder: string, ending: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);

const { files, texts } = readTexts(root, isRead);
const data = [...filesUnder('migrations', '.sql'), ...filesUnder('blueprints', '.yaml')];
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const drawn = filesUnder('src', '.tsx').filter((file) => !/\.test\.tsx$|\/stories\//.test(file));
const sheets = [...filesUnder('src/design/generated', '.css'), ...filesUnder('src/design/scripts', '.js')];
const faults = [
  ...faultsOfTexts(texts),
  ...undefinedClasses(
    drawn.map((file) => ({ file, text: read(file) })),
    classesOf(sheets.map(read).join('\n')),
  ),
  ...data.flatMap((file) => gradesIn(file, read(file))),
];
if (files < 50 || texts.length < 500 || data.length < 5 || drawn.length < 50 || sheets.length < 5)
  faults.push(
    `Only ${files} files, ${texts.length} texts, ${data.length} schemas and ${drawn.length} pages were read: that cannot be all.`,
  );
for (const fault of faults) console.error(fault);
console.log(
  `${files} files, ${texts.length} texts, ${data.length} schemas and blueprints: ${faults.length === 0 ? 'all fit to be read' : `${faults.length} faults`}.`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
