import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { comparisons } from './stories/nhsuk-fixtures.tsx';

const require = createRequire(import.meta.url);

interface Fixture {
  readonly name: string;
  readonly html: string;
}

const fixture = (component: string, name: string, at: number): string => {
  const path = require.resolve('nhsuk-frontend/package.json').replace('package.json', `dist/nhsuk/components/${component}/fixtures.json`);
  const { fixtures }: { fixtures: readonly Fixture[] } = JSON.parse(readFileSync(path, 'utf8'));
  const found = fixtures.filter((each) => each.name === name)[at];
  assert.ok(found, `${component} has no fixture “${name}”`);
  return found.html;
};

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&#39;': "'",
  '&quot;': '"',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': '\u00a0',
};

const plain = (text: string): string =>
  text
    .replace(/&(?:amp|#39|quot|lt|gt|nbsp);/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();

/** A tag as its name and its attributes in order of name; classes in order too; a boolean attribute is its name. */
const tag = (source: string): string => {
  const [, slash = '', name = '', rest = ''] = /^<(\/?)([\w-]+)([\s\S]*?)\/?>$/.exec(source) ?? [];
  const attributes = [...rest.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)]
    .filter(([, key = '', value]) => !(key === 'class' && value === ''))
    .map(([, key = '', value]) => {
      if (value === undefined || value === '') return key;
      return `${key}="${key === 'class' ? plain(value).split(' ').sort().join(' ') : plain(value)}"`;
    })
    .sort();
  return `<${slash}${[name, ...attributes].join(' ')}>`;
};

/** Tags and texts one after another; end tags of void elements and white space between tags do not count. */
const normal = (html: string): string[] =>
  html
    .split(/(<[^>]+>)/)
    .map((part) => (part.startsWith('<') ? tag(part) : plain(part)))
    .filter((part) => part !== '' && !/^<\/(?:input|path|br)>$/.test(part));

const render = (node: VNode): string[] => normal(renderToString(node));

for (const { component, name, at = 0, node, without = [] } of comparisons) {
  test(`${component} prints what nhsuk-frontend prints: ${name}${at ? ` (${at + 1})` : ''}`, () => {
    const strip = (parts: readonly string[]): string[] =>
      parts.map((part) => without.reduce((rest, exception) => rest.replace(exception, ''), part));
    assert.deepEqual(strip(render(node)), strip(normal(fixture(component, name, at))));
  });
}

test('the comparison sees a changed class, attribute, text or order', () => {
  assert.deepEqual(normal('<a class="b a" href="#">x</a>'), normal('<a href="#"   class="a b">\n x\n</a>'));
  for (const changed of ['<a class="a" href="#">x</a>', '<a class="b a">x</a>', '<a class="b a" href="#">y</a>']) {
    assert.notDeepEqual(normal(changed), normal('<a class="b a" href="#">x</a>'));
  }
});
