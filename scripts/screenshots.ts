// npm run screenshots: makes every picture of docs/pictures from a fresh demo whose clock stands still. `npm run screenshots -- record plan` makes only those.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '../test/harness/browser.ts';
import { openTestHouse, type TestHouse } from '../test/harness/house.ts';
import { carolAgain, whoever } from './screenshots/people.ts';
import { factQueries, pictures, strips } from './screenshots/pictures.ts';
import { joinSideBySide, take } from './screenshots/take.ts';

const folder = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
const wanted = process.argv.slice(2);
const names = [...pictures.map(({ name }) => name), ...Object.keys(strips)];
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`There is no picture ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
  process.exit(2);
}
const isWanted = (name: string): boolean => wanted.length === 0 || wanted.includes(name);

async function readFacts(house: TestHouse): Promise<Map<string, string>> {
  const facts = new Map<string, string>();
  for (const [name, query] of Object.entries(factQueries)) {
    const { rows } = await house.database.pool.query<{ id: string }>(query);
    if (rows[0]) facts.set(name, rows[0].id);
  }
  return facts;
}

mkdirSync(folder, { recursive: true });
const browser = await openBrowser({ skip: (reason) => console.error(reason) });
if (!browser) process.exit(1);
const house = await openTestHouse({ people: true });
const missed: string[] = [];
try {
  await carolAgain(house);
  const address = await house.server.listen({ host: '127.0.0.1', port: 0 });
  const facts = await readFacts(house);
  const as = whoever(house);
  for (const picture of pictures.filter(({ name }) => isWanted(name))) {
    const path = picture.path.replaceAll(/\{(\w+)\}/g, (_, fact: string) => facts.get(fact) ?? `no-${fact}`);
    const { cookies } = await as(picture.by);
    const { status, image } = await take(browser, address, path, cookies, picture);
    const meant = picture.name === 'not-found' ? 404 : picture.name === 'not-allowed' ? 403 : 200;
    if (status === meant) writeFileSync(`${folder}${picture.name}.png`, image);
    else missed.push(`${picture.name}: ${path} answered ${status}`);
    console.log(
      `${picture.name.padEnd(20)} ${Math.round(image.length / 1000)} KB ${status === meant ? '' : `NOT KEPT, answered ${status}`}`,
    );
  }
  for (const [name, parts] of Object.entries(strips).filter(([strip]) => isWanted(strip)))
    writeFileSync(
      `${folder}${name}.png`,
      await joinSideBySide(
        browser,
        parts.map((part) => readFileSync(`${folder}${part}.png`)),
      ),
    );
} finally {
  await browser.close();
  await house.close();
}
for (const one of missed) console.error(one);
process.exitCode = missed.length === 0 ? 0 : 1;
