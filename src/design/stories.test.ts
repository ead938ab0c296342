import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { renderDocument } from './layout/document.tsx';
import { stories, storyPages } from './stories/catalogue.tsx';
import { examplePages } from './stories/pages.tsx';

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Preact prints every void element and boolean attribute in one way; these rules are about how a person types.
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-inline-style': 'error',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    // nhsuk-frontend marks these roles on purpose, for older readers: role="group" on a date's fieldset.
    'no-redundant-role': 'off',
    'prefer-native-element': 'off',
    // Links of the form tel:999 carry short numbers that are known everywhere.
    'tel-non-breaking': 'off',
    // Several buttons of one form share a name and differ by value.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit'] }],
  },
});

const pages = [...storyPages(), ...examplePages];

for (const { name, page } of pages) {
  test(`${name} is valid HTML`, async () => {
    const report = await validator.validateString(renderDocument(page));
    assert.deepEqual(
      report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line, column }) => `${ruleId}: ${message} (${line}:${column})`),
      ),
      [],
    );
  });
}

test('no page needs an inline style, an inline script or another host', () => {
  for (const { name, page } of pages) {
    const html = renderDocument(page);
    assert.doesNotMatch(html, /\sstyle="/, name);
    assert.doesNotMatch(html, /<script(?![^>]*\ssrc=)/, name);
    assert.doesNotMatch(html, /(?:src|href)="https?:\/\/(?!www\.bbc\.co\.uk\/weather")/, name);
  }
});

test('each state of a component has its own story', () => {
  const names = stories.map(({ component, state }) => `${component}: ${state}`);
  assert.deepEqual(names, [...new Set(names)]);
});

test('example pages have one heading of the first level and one main', () => {
  for (const { name, page } of examplePages) {
    const html = renderDocument(page);
    assert.equal(html.match(/<h1[\s>]/g)?.length, 1, name);
    assert.equal(html.match(/<main[\s>]/g)?.length, 1, name);
  }
});
