import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from 'preact-render-to-string';
import { LanguageProvider } from '../language.tsx';
import type { Language } from '../texts.ts';
import { OwnWords } from './own-words.tsx';

const langsOn = (page: Language, written: string | undefined): readonly (string | undefined)[] =>
  [
    ...render(
      <LanguageProvider value={page}>
        <OwnWords words="…" source="" language={written} />
      </LanguageProvider>,
    ).matchAll(/od-words__text"(?: lang="([^"]*)")? dir="auto"/g),
  ].map(([, lang]) => lang);

test('Own words say their language where it is not the page’s, and run their own way', () => {
  assert.deepEqual(langsOn('en', 'en'), [undefined]);
  assert.deepEqual(langsOn('en', undefined), [undefined]);
  assert.deepEqual(langsOn('en', 'ar'), ['ar']);
  assert.deepEqual(langsOn('ar', 'ar'), [undefined]);
  assert.deepEqual(langsOn('ar', 'en'), ['en']);
});
