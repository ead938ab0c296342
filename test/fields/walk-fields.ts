// Tries words in the fields of every form on some pages, and gathers what goes wrong by form and field.
import { openTestHouse, type TestHouse } from '../harness/house.ts';
import { tryWords } from './each-field.ts';
import { type AllGiven, type Given, givenForms, type Opened } from './given.ts';
import { rehearse } from './rehearsal.ts';

export interface Fields extends AllGiven {
  /** Tries a string in every field, then the next: each field is given its own, at its place among all of them. Says what went wrong, once for each kind. */
  tryAll(
    rounds: readonly ((at: number) => string)[],
    tell?: (line: string) => void,
  ): Promise<{ readonly wrong: Readonly<Record<string, string>>; readonly tries: number }>;
  close(): Promise<void>;
}

const nameOf = ({ form, visit }: Given, field: string): string =>
  `${field} of ${form.action.replaceAll(/[0-9a-f-]{36}/g, ':id')} as ${visit.who}`;

/** `pages` opens the pages whose forms are meant, in the house it is given; all their forms, or those that are sent to what is `wanted`. */
export async function openFields(pages: (house: TestHouse) => Promise<readonly Opened[]>, wanted = /^/): Promise<Fields> {
  const house = await openTestHouse({ people: true });
  const opened = await pages(house);
  const rehearsal = await rehearse(house);
  const given = await givenForms(rehearsal, opened, wanted);
  return {
    ...given,
    async tryAll(rounds, tell = () => undefined) {
      const all = given.forms.flatMap((one) => [...one.form.typed.keys()].map((field) => ({ given: one, field })));
      const wrong = new Map<string, string>();
      let tries = 0;
      for (const wordsAt of rounds)
        for (const [at, trial] of all.entries()) {
          const words = wordsAt(at);
          tries += 1;
          for (const fault of await tryWords(rehearsal, { ...trial, words })) {
            const name = `${nameOf(trial.given, trial.field)} ${fault}`;
            if (wrong.has(name)) continue;
            wrong.set(name, JSON.stringify(words.slice(0, 60)));
            tell(`${name}: ${wrong.get(name)}`);
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
