import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { assetPath, assets } from '../assets.ts';
import { renderDocument } from '../layout/document.tsx';
import { examplePages } from '../stories/pages.tsx';
import { buildAssets } from './build.ts';
import { parseCss, printCss } from './css-tree.ts';
import { directionSafe, physical } from './direction-safe.ts';

const generated = new URL('../generated/', import.meta.url);
const built = buildAssets();

/** Fonts are compressed already; the rest travels with brotli. */
const weight = (name: string, body: Buffer | undefined): number => {
  assert.ok(body, name);
  return name.endsWith('.woff2') ? body.length : brotliCompressSync(body).length;
};

test('the committed files are what their sources make: run npm run styles', () => {
  assert.deepEqual(readdirSync(generated).sort(), [...built.keys()].sort());
  for (const [name, body] of built) {
    assert.ok(existsSync(new URL(name, generated)), name);
    assert.ok(readFileSync(new URL(name, generated)).equals(body), `${name} is out of date`);
  }
});

test('assets are served under names that change with their bytes', () => {
  assert.match(assetPath('person.css'), /^\/assets\/person\.[0-9a-f]{10}\.css$/);
  assert.equal(assets.get(assetPath('staff.js'))?.type, 'text/javascript; charset=utf-8');
  assert.throws(() => assetPath('missing.css'), /npm run styles/);
});

for (const [bundle, limit, scriptLimit] of [
  ['person', 60, 8],
  ['staff', 120, 40],
] as const) {
  const shared = [`${bundle}.css`, `${bundle}.js`, 'text-latin.woff2'];
  const weights = shared.map((name) => weight(name, built.get(name)));

  for (const { name, page } of examplePages.filter((example) => example.bundle === bundle)) {
    test(`the first load of ${name} is within ${limit} KB and 6 requests`, () => {
      const html = renderDocument(page);
      const total = weights.reduce((sum, one) => sum + one, 0) + brotliCompressSync(Buffer.from(html)).length;
      assert.ok(total <= limit * 1024, `${(total / 1024).toFixed(1)} KB`);
      const requests = new Set(html.match(/\/assets\/[\w.-]+/g) ?? []);
      assert.ok(requests.size + 1 <= 6, [...requests].join(' '));
    });
  }

  test(`the ${bundle} script is within ${scriptLimit} KB`, () => {
    assert.ok(weight(`${bundle}.js`, built.get(`${bundle}.js`)) <= scriptLimit * 1024);
  });

  test(`${bundle}.css asks no other host, inlines no data and prints no addresses`, () => {
    const css = String(built.get(`${bundle}.css`));
    for (const unwanted of [/https?:/, /url\(["']?data:/, /frutiger/i, /attr\(href\)/]) assert.ok(!unwanted.test(css), String(unwanted));
    for (const [, address] of css.matchAll(/url\(["']?([^"')]+)/g)) assert.ok([...assets.keys()].includes(`/assets/${address}`), address);
  });

  test(`${bundle}.css reads the same from either side`, () => {
    // A mark drawn with gradients has no logical position; its mirror stands beside it under [dir=rtl].
    const sheet = parseCss(String(built.get(`${bundle}.css`)));
    assert.deepEqual(physical(sheet), []);
  });
}

test('a physical property becomes a logical one, on either side and in a shorthand', () => {
  const turned = (css: string): string => printCss(directionSafe(parseCss(css))).trim();
  assert.equal(turned('a{margin-left:1px}'), 'a{margin-inline-start:1px;}');
  assert.equal(turned('a{padding:1px 2px 3px 4px}'), 'a{padding-block:1px 3px;padding-inline:4px 2px;}');
  assert.equal(turned('a{padding:1px 2px 3px}'), 'a{padding:1px 2px 3px;}');
  assert.equal(turned('a{text-align:left!important;float:right}'), 'a{text-align:start !important;float:inline-end;}');
  assert.deepEqual(physical(parseCss('a{right:0;top:0}')), ['right: 0']);
});

test('the tree keeps strings, brackets and nested rules whole', () => {
  const css = '@media (min-width:1px){a:is(.b,.c)::before{content:"}{;";width:calc(1px + (2px*3));}}';
  assert.equal(printCss(parseCss(css)).replace(/\n/g, ''), css);
});
