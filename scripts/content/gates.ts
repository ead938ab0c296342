// The content gates (S19, S1.1): what each kind of text must never hold. Pure: texts in, sentences about faults out.
import type { ReadText } from './read-texts.ts';
import { configurable, gradeNames, gradeValues, straightApostrophe, unsaidIn } from './words.ts';

/** Files whose subject is these very words, or which carry the names that national lists and other people's spreadsheets use. */
const setApart = [
  /^src\/platform\/(codes|decisions|blueprint)\//,
  /^src\/platform\/vocabulary\.ts$/,
  /^src\/exchange\/spreadsheets\/import-fields\.ts$/,
];
/** What people see: pages, the words of pages, and the components they are made of. Stories show components to us only. */
const seen = /\/pages\/|\/texts(\.ts$|\/)|\/routes\.tsx$|^src\/design\/(components|layout)\/|^src\/surroundings\.tsx$/;

export const isRead = (file: string): boolean =>
  file.startsWith('src/') &&
  !/\.(test|stories)\.tsx?$|\/generated\/|\/stories\//.test(file) &&
  !setApart.some((pattern) => pattern.test(file));

export function faultsOfTexts(texts: readonly ReadText[]): string[] {
  return texts.flatMap(({ file, line, text }) => {
    const at = `${file}:${line}`;
    const quoted = text.length > 60 ? `${text.slice(0, 60)}…` : text;
    const found = unsaidIn(text).map(({ said, say }) => `${at} says “${said}”: say ${say}. (${quoted})`);
    if (straightApostrophe.test(text)) found.push(`${at} has a straight apostrophe: use ’. (${quoted})`);
    if (seen.test(file)) {
      for (const { said, say } of unsaidIn(text, configurable))
        found.push(`${at} writes “${said}”, which each place names for itself: use ${say}. (${quoted})`);
    }
    return found;
  });
}

/** S1.1: no column, table or list of allowed values may hold a grade of risk. `text` is a migration or a blueprint; its comments may speak of it. */
export function gradesIn(file: string, text: string): string[] {
  const code = text.replaceAll(/--.*$/gm, '').replaceAll(/'(?:[^']|'')*'(?=\s*;)/g, (said) => said.replaceAll(/[^\n]/g, ' '));
  const lineOf = (index: number): number => code.slice(0, index).split('\n').length;
  const named = [...code.matchAll(/\w+/g)]
    .filter(([word]) => gradeNames.test(word))
    .map(({ 0: word, index }) => `${file}:${lineOf(index)} has “${word}”: a person’s risk is never graded (S1.1).`);
  const listed = [...code.matchAll(gradeValues)].map(
    ({ index }) => `${file}:${lineOf(index)} allows values from low to high: a person’s risk is never graded (S1.1).`,
  );
  return [...named, ...listed];
}
