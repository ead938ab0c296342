// npm run content: fails on words that the product never says, straight apostrophes, words that a place sets itself, and any place for a grade of risk.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { faultsOfTexts, gradesIn, isRead } from './content/gates.ts';
import { readTexts } from './content/read-texts.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const filesUnder = (folder: string, ending: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);

const { files, texts } = readTexts(root, isRead);
const data = [...filesUnder('migrations', '.sql'), ...filesUnder('blueprints', '.yaml')];
const faults = [...faultsOfTexts(texts), ...data.flatMap((file) => gradesIn(file, readFileSync(join(root, file), 'utf8')))];
if (files < 50 || texts.length < 500 || data.length < 5)
  faults.push(`Only ${files} files, ${texts.length} texts and ${data.length} schemas were read: that cannot be all.`);
for (const fault of faults) console.error(fault);
console.log(
  `${files} files, ${texts.length} texts, ${data.length} schemas and blueprints: ${faults.length === 0 ? 'all fit to be read' : `${faults.length} faults`}.`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
