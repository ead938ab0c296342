// Checks the words of a blueprint, whatever file they stand in: curly apostrophes, sentences a tired person can read, and none of the words
// that blame, grade or shut out (S19, S1.1).
import { refusedWords } from '../decisions/exclusion.ts';
import { type BlueprintFault, fault, type SourceFile, textsIn } from './source.ts';

/** Words not said of people, and what to say. Names of things that carry such a word are taken out first. */
const DONT_SAY: readonly (readonly [RegExp, string])[] = [
  [/\bpatients?\b|\bclients?\b|\bservice[- ]users?\b|\bsufferers?\b/i, 'Say “person”, “people”, or the word from vocabulary.yaml.'],
  [/\b(ex-)?offenders?\b|\bperpetrators?\b/i, 'Say “someone on probation”, or “a person who has offended”.'],
  [/\bcommit(s|ted|ting)? suicide\b|\bself-harmers?\b/i, 'Say “died by suicide”, “hurt themselves”.'],
  [/\bhard to reach\b|\bthe homeless\b/i, 'Say what happened: “we could not reach”, “people without a home”.'],
];
const QUOTED_NAMES = /Offender Personality Disorder|OPD/g;

/** Texts a person reads. Their sentences are kept short. */
const READ_BY_PEOPLE = ['about', 'says', 'because', 'changes', 'outOfHours', 'en', 'text'];
const MOST_WORDS = 20;

/** A sentence with more words than this is hard to read. */
const longSentence = (text: string): { readonly message: string; readonly fix: string }[] =>
  text.split(/(?<=[.?!])\s+/).flatMap((sentence) => {
    const words = sentence.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
    return words > MOST_WORDS
      ? [
          {
            message: `A sentence of ${words} words is hard to read: “${sentence.slice(0, 40)}…”`,
            fix: `Split it. Up to ${MOST_WORDS} words each.`,
          },
        ]
      : [];
  });

const notSaid = (text: string): { readonly message: string; readonly fix: string }[] => [
  ...(text.includes("'") ? [{ message: 'This has a straight apostrophe.', fix: 'Use ’.' }] : []),
  ...DONT_SAY.flatMap(([pattern, fix]) => {
    const said = pattern.exec(text.replace(QUOTED_NAMES, ''))?.[0];
    return said ? [{ message: `“${said}” is not a word we use.`, fix }] : [];
  }),
];

/** What is wrong with one text that people read, beside what rules refuse to say anyway. */
export const textFaults = (text: string): { readonly message: string; readonly fix: string }[] => [...notSaid(text), ...longSentence(text)];

export const wordingFaults = (files: readonly SourceFile[]): BlueprintFault[] =>
  files.flatMap((source) =>
    textsIn(source).flatMap(({ text, line, column, name }) => {
      const say = ({ message, fix }: { readonly message: string; readonly fix: string }): BlueprintFault =>
        fault(source.file, line, column, message, fix);
      const refused = refusedWords(text.replace(QUOTED_NAMES, '')).map(({ words, fix }) => ({
        message: `“${words}” is not a word we use.`,
        fix,
      }));
      return [
        ...notSaid(text),
        // Rules say this of their own rows already, and with the row's name.
        ...(source.file.includes('rules/') ? [] : refused),
        ...(READ_BY_PEOPLE.includes(name) ? longSentence(text) : []),
      ].map(say);
    }),
  );
