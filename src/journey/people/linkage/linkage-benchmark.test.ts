import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { type IdentityColumns, identityFromRow } from './columns.ts';
import { linkAll } from './link.ts';
import { type Measured, measure } from './measure.ts';
import { prepare } from './record.ts';

const folder = new URL('../../../../../shared/data/linkage/', import.meta.url);

/** Larger sets are measured by `npm run bench:linkage`; these two keep the weights from drifting. */
function measured(file: string, columns: IdentityColumns, person: (row: Readonly<Record<string, string>>) => string): Measured {
  // Every cell is text, because no casting is asked for.
  const rows = parse(readFileSync(new URL(file, folder)), { columns: true, trim: true }) as Readonly<Record<string, string>>[];
  return measure(linkAll(rows.map((row, place) => prepare(identityFromRow(String(place), row, columns)))), rows.map(person));
}

test('linkage finds 500 of 500 true pairs in FEBRL 1 without being told one', (t) => {
  if (!existsSync(folder)) return t.skip('the published linkage sets are not here');
  const columns = {
    given: 'given_name',
    family: 'surname',
    address: ['street_number', 'address_1'],
    town: 'suburb',
    postcode: 'postcode',
    birth: 'date_of_birth',
    otherIdentifier: 'soc_sec_id',
  };
  const { clusters, pairs } = measured('febrl1.csv', columns, (row) => /^rec-(\d+)/.exec(row.rec_id ?? '')?.[1] ?? '');
  assert.equal(clusters.all, 500);
  assert.ok(clusters.f1 >= 0.999 && pairs.f1 >= 0.999, JSON.stringify({ clusters, pairs }));
});

test('linkage groups 1,000 badly scrambled records with F1 of at least .95 and joins no two people', (t) => {
  if (!existsSync(folder)) return t.skip('the published linkage sets are not here');
  const { clusters } = measured(
    'fake_1000.csv',
    { given: 'first_name', family: 'surname', birth: 'dob', town: 'city', email: 'email' },
    (row) => row.cluster ?? '',
  );
  assert.equal(clusters.all, 2031);
  assert.ok(clusters.f1 >= 0.95 && clusters.precision >= 0.999, JSON.stringify(clusters));
});
