// The keys by which the door finds who somebody may already be, for every person that was copied: made by the program's own code, not imitated in SQL.
import type { Client } from 'pg';
import { blockingKeys } from '../../src/journey/people/linkage/blocking.ts';
import { prepare } from '../../src/journey/people/linkage/record.ts';

const atOnce = 5000;

interface Row {
  readonly id: string;
  readonly given: string;
  readonly family: string;
  readonly born: string;
  readonly address: string;
  readonly postcode: string;
  readonly town: string;
  readonly phone: string;
  readonly nhsNumber: string | null;
}

/** For people after the first town, who brought theirs. */
export async function makeIdentityKeys(client: Client, firstTown: readonly string[], progress: (done: number) => void): Promise<void> {
  const first = new Set(firstTown);
  let after = '00000000-0000-0000-0000-000000000000';
  let done = 0;
  for (;;) {
    const { rows } = await client.query<Row>(
      `select p.id, p.given_name as given, p.family_name as family, p.born, p.address, p.postcode, p.area as town, p.nhs_number as "nhsNumber",
         (select value from contact_point c where c.person_id = p.id limit 1) as phone
       from person p where p.id > $1 order by p.id limit ${atOnce}`,
      [after],
    );
    const last = rows.at(-1);
    if (!last) return;
    const keys: string[] = [];
    const people: string[] = [];
    for (const { born, nhsNumber, ...row } of rows) {
      if (first.has(row.id)) continue;
      const [year = '', month = '', day = ''] = born.split('-');
      for (const key of blockingKeys(prepare({ ...row, birth: { year, month, day }, ...(nhsNumber ? { nhsNumber } : {}) }))) {
        keys.push(key);
        people.push(row.id);
      }
    }
    await client.query('insert into identity_key select * from unnest($1::text[], $2::uuid[])', [keys, people]);
    after = last.id;
    done += rows.length;
    progress(done);
  }
}
