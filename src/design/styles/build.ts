/** Makes the files of `src/design/generated/` from their sources. It writes nothing: `npm run styles` does, and a test compares. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync, transformSync } from 'esbuild';
import { compile } from 'sass';
import { tokenSheet } from '../tokens.ts';
import { parseCss, printCss } from './css-tree.ts';
import { forPeople } from './for-people.ts';
import { nhsukClasses, nhsukPart } from './nhsuk-part.ts';
import { staffComponents } from './staff-components.ts';

type Bundle = 'staff' | 'person';

const here = dirname(fileURLToPath(import.meta.url));
const design = dirname(here);
const modules = dirname(dirname(createRequire(import.meta.url).resolve('nhsuk-frontend/package.json')));
const fontPackage = join(modules, '@fontsource-variable/atkinson-hyperlegible-next');

/** The two files of the typeface that pages use, by unicode range: nearly every page needs only the first. */
const fonts = {
  'text-latin.woff2': 'atkinson-hyperlegible-next-latin-wght-normal.woff2',
  'text-latin-extended.woff2': 'atkinson-hyperlegible-next-latin-ext-wght-normal.woff2',
} as const;

const short = (body: Buffer): string => createHash('sha256').update(body).digest('hex').slice(0, 10);

const hashed = (name: string, body: Buffer): string => {
  const dot = name.lastIndexOf('.');
  return `${name.slice(0, dot)}.${short(body)}${name.slice(dot)}`;
};

/** Unicode ranges as the font's own package states them. */
const ranges = (): Readonly<Record<string, string>> => {
  const sheet = readFileSync(join(fontPackage, 'index.css'), 'utf8');
  return Object.fromEntries(
    [...sheet.matchAll(/files\/([\w-]+\.woff2)\)[^}]*?unicode-range:\s*([^;]+);/g)].map(([, file, range]) => [file ?? '', range ?? '']),
  );
};

const fontFaces = (bodies: ReadonlyMap<string, Buffer>): string => {
  const range = ranges();
  return Object.entries(fonts)
    .map(([name, source]) => {
      const body = bodies.get(name);
      if (!body || !range[source]) throw new Error(`The font package no longer has ${source}`);
      return `@font-face{font-family:"Atkinson Hyperlegible Next Variable";font-style:normal;font-display:swap;font-weight:200 800;src:url("${hashed(name, body)}") format("woff2");unicode-range:${range[source]};}`;
    })
    .join('\n');
};

interface Source {
  /** Under `src/design/`, without the ending. */
  readonly name: string;
  readonly text: string;
}

/** Text of every component and layout, from which the used classes are read. */
const componentSources = (): Source[] =>
  ['components', 'layout', 'charts'].flatMap((folder) => {
    const path = join(design, folder);
    return readdirSync(path)
      .filter((file) => file.endsWith('.tsx') && !file.includes('.test.'))
      .map((file) => ({ name: `${folder}/${file.slice(0, -'.tsx'.length)}`, text: readFileSync(join(path, file), 'utf8') }));
  });

const sass = (file: string): string =>
  compile(join(here, file), { loadPaths: [modules, here], style: 'expanded', quietDeps: true, silenceDeprecations: ['import'] }).css;

const sheet = (bundle: Bundle, faces: string): Buffer => {
  const sources = componentSources();
  const [staff, others] = [true, false].map((only) =>
    sources.filter(({ name }) => staffComponents.includes(name) === only).map(({ text }) => text),
  ) as [string[], string[]];
  const scripts = readdirSync(join(design, 'scripts'))
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(join(design, 'scripts', file), 'utf8'));
  const own = parseCss(sass(`${bundle}.scss`));
  const taken = nhsukPart(sass(`nhsuk-${bundle}.scss`), nhsukClasses(bundle === 'person' ? others : [...staff, ...others]));
  const ours = bundle === 'person' ? forPeople(own, staff, [...others, ...scripts]) : own;
  const whole = `@layer reset,nhsuk,design;\n${faces}\n${tokenSheet(bundle)}\n@layer nhsuk{${printCss(taken)}}\n${printCss(ours)}`;
  const { code } = transformSync(whole, { loader: 'css', minify: true, legalComments: 'none' });
  return Buffer.from(code);
};

const script = (bundle: Bundle): Buffer => {
  const { outputFiles } = buildSync({
    entryPoints: [join(design, 'scripts', `${bundle}.js`)],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2020',
    write: false,
    legalComments: 'none',
  });
  const [file] = outputFiles;
  if (!file) throw new Error(`No script was made for ${bundle}`);
  return Buffer.from(file.contents);
};

/** Every file of `generated/` by name; `assets.json` maps names to the hashed names they are served under. */
export const buildAssets = (): ReadonlyMap<string, Buffer> => {
  const files = new Map<string, Buffer>();
  for (const [name, source] of Object.entries(fonts)) files.set(name, readFileSync(join(fontPackage, 'files', source)));
  const faces = fontFaces(files);
  for (const bundle of ['staff', 'person'] as const) {
    files.set(`${bundle}.css`, sheet(bundle, faces));
    files.set(`${bundle}.js`, script(bundle));
  }
  files.set('door.svg', readFileSync(join(here, 'door.svg')));
  const index = Object.fromEntries([...files].map(([name, body]) => [name, hashed(name, body)]));
  files.set('assets.json', Buffer.from(`${JSON.stringify(index, null, 2)}\n`));
  files.set('FONT-LICENCE.txt', readFileSync(join(fontPackage, 'LICENSE')));
  return files;
};
