// The queries behind finding from anywhere. Each is answered by an index and gives back only what the account that asks may read.
import { sql } from 'kysely';
import type { Tables } from '../../platform/web/context.ts';

export interface FoundPerson {
  readonly id: string;
  readonly knownAs: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly born: string | null;
}

const person = ['p.id', 'p.knownAs', 'p.givenName', 'p.familyName', 'p.born'] as const;

/** Names that begin with the word, or the one with the first and the other with the second; in small letters. */
export async function peopleByName(tables: Tables, first: string, second: string, most: number): Promise<FoundPerson[]> {
  const { rows } =
    await sql<FoundPerson>`select id, known_as, given_name, family_name, born from find_people(${first}, ${second}, ${most})`.execute(
      tables,
    );
  return rows;
}

export const peopleByNhsNumber = (tables: Tables, nhsNumber: string): Promise<FoundPerson[]> =>
  tables.selectFrom('person as p').select(person).where('p.nhsNumber', '=', nhsNumber).limit(5).execute();

export const referralByNumber = (
  tables: Tables,
  number: number,
): Promise<(FoundPerson & { referralId: string; state: string }) | undefined> =>
  tables
    .selectFrom('referral as r')
    .innerJoin('person as p', 'p.id', 'r.personId')
    .select(person)
    .select(['r.id as referralId', 'r.state'])
    .where('r.number', '=', number)
    .executeTakeFirst();

/** Invented colleagues of a demo, whom one can be. */
export const demoColleagues = (tables: Tables): Promise<{ id: string; name: string; job: string }[]> =>
  tables
    .selectFrom('account')
    .select(['id', 'name', 'job'])
    .where('demo', '=', true)
    .where('kind', '=', 'staff')
    .orderBy('name')
    .limit(100)
    .execute();
