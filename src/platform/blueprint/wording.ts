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

export const wordingFaults = (files: readonly SourceFile[]): BlueprintFault[] =>
  files.flatMap((source) =>
    textsIn(source).flatMap(({ text, line, column, name }) => {
      const say = (message: string, fix: string): BlueprintFault => fault(source.file, line, column, message, fix);
      const found: BlueprintFault[] = [];
      if (text.includes("'")) found.push(say('This has a straight apostrophe.', 'Use ’.'));
      const plain = text.replace(QUOTED_NAMES, '');
      for (const [pattern, fix] of DONT_SAY) {
        const said = pattern.exec(plain)?.[0];
        if (said) found.push(say(`“${said}” is not a word we use.`, fix));
      }
      // Rules say this of their own rows already, and with the row's name.
      if (!source.file.includes('rules/'))
        found.push(...refusedWords(plain).map(({ words, fix }) => say(`“${words}” is not a word we use.`, fix)));
      if (READ_BY_PEOPLE.includes(name))
        for (const sentence of text.split(/(?<=[.?!])\s+/)) {
          const words = sentence.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
          if (words > MOST_WORDS)
            found.push(
              say(`A sentence of ${words} words is hard to read: “${sentence.slice(0, 40)}…”`, `Split it. Up to ${MOST_WORDS} words each.`),
            );
        }
      return found;
    }),
  );
