// Tries words in the fields of every form on some pages, and gathers what goes wrong by form and field.
import { openTestHouse, type TestHouse } from '../harness/house.ts';
import { tryWords } from './each-field.ts';
import { type AllGiven, type Given, givenForms, type Opened } from './given.ts';
import { rehearse } from './rehearsal.ts';

export interface Fields extends AllGiven {
  /** Tries each of the words that `wordsFor` gives for a field; says what went wrong, once for each kind of fault, and how many were tried. */
  tryAll(
    wordsFor: (given: Given, field: string, at: number) => readonly string[],
  ): Promise<{ readonly wrong: Readonly<Record<string, string>>; readonly tries: number }>;
  close(): Promise<void>;
}

/** `pages` opens the pages whose forms are meant, in the house it is given. */
export async function openFields(pages: (house: TestHouse) => Promise<readonly Opened[]>): Promise<Fields> {
  const house = await openTestHouse({ people: true });
  const opened = await pages(house);
  const rehearsal = await rehearse(house);
  const given = await givenForms(rehearsal, opened);
  return {
    ...given,
    async tryAll(wordsFor) {
      const wrong = new Map<string, string>();
      let tries = 0;
      let at = 0;
      for (const one of given.forms)
        for (const field of one.form.typed.keys())
          for (const words of wordsFor(one, field, at++)) {
            tries += 1;
            for (const fault of await tryWords(rehearsal, { given: one, field, words })) {
              const name = `${field} of ${one.form.action.replaceAll(/[0-9a-f-]{36}/g, ':id')} as ${one.visit.who} ${fault}`;
              if (!wrong.has(name)) wrong.set(name, JSON.stringify(words.slice(0, 60)));
            }
          }
      return { wrong: Object.fromEntries(wrong), tries };
    },
    async close() {
      await rehearsal.close();
      await house.close();
    },
  };
}
