// Makes a town into many: SQL that copies every row of its people, staff and teams under new ids, names and numbers. Pure: a catalogue in, statements out.
import type { Catalogue, Column } from './catalogue.ts';

/** Copied with every town, in the order in which they refer to one another. All else (services, agencies, rules) the towns share. */
export const townTables = [
  'team', 'account', 'membership', 'person', 'contact_point', 'contact_preference', 'equality', 'access', 'referral', 'referral_answer', 'clock', 'possible_match',
  'triage_decision', 'offer', 'enrolment', 'strand', 'support_session', 'session_note', 'measure_request', 'measure_result', 'plan', 'goal', 'goal_step',
  'transition', 'journey_event', 'message', 'task',
] as const; // biome-ignore format: an order reads best in rows

const copied: ReadonlySet<string> = new Set(townTables);

/** A whole number from 0 up to, not including, `below`: always the same for one row, town and salt. */
const draw = (salt: string, below: number, id = 't.id'): string =>
  `mod(abs(hashtextextended(${id}::text || town || '${salt}', 0) / 2), ${below})`;
/** A name of the list, the first far more often than the last, as names are. */
const name = (kind: string, id = 't.id'): string =>
  `(select b.names[1 + floor(power(${draw(kind, 10_000, id)} / 10000.0, 2) * cardinality(b.names))::int] from bench.name b where b.kind = '${kind}')`;

/** Columns that cannot be copied as they are, or that would make every index look alike. */
const renewed: Readonly<Record<string, string>> = {
  'team.code': "t.code || '-' || town",
  'account.email': "replace(t.email, '@', '.' || town || '@')",
  'account.name': `case when t.kind = 'person' then ${name('given', 't.person_id')} || ' ' || ${name('family', 't.person_id')} else t.name end`,
  'person.given_name': name('given'),
  'person.known_as': name('given'),
  'person.family_name': name('family'),
  'person.born': `to_char(date '1934-01-01' + ${draw('born', 27_000)}::int, 'YYYY-MM-DD')`,
  'person.nhs_number': `(4000000000 + ${draw('number', 5_000_000_000)})::text`,
  'person.address': `(1 + ${draw('house', 140)}) || ' ' || ${name('street')} || ', ' || split_part(t.address, ', ', 2)`,
  'person.postcode': `'TA' || (1 + ${draw('district', 24)}) || ' ' || ${draw('sector', 10)} || chr((65 + ${draw('unit', 26)})::int) || chr((65 + ${draw('second', 26)})::int)`,
  'contact_point.value': `'07' || lpad(${draw('phone', 1_000_000_000)}::text, 9, '0')`,
};

function copyOf(table: string, { name, type, refersTo }: Column): string {
  const given = renewed[`${table}.${name}`];
  if (given) return given;
  if (type !== 'uuid' || (refersTo !== null && !copied.has(refersTo))) return `t.${name}`;
  // Its time stays and the rest is new, so that copies stand in an index as rows do that were written in time.
  return `(replace(left(t.${name}::text, 15), '-', '') || substr(md5(t.${name}::text || town), 14))::uuid`;
}

/** One statement a table: copies the first town to the towns from $1 to $2. Needs the tables bench.name and bench.first_…, and no triggers or row-level security. */
export function multiply(catalogue: Catalogue): { table: string; statement: string }[] {
  return townTables.map((table) => {
    const columns = (catalogue.get(table) ?? []).filter(({ own }) => !own);
    if (columns.length === 0) throw new Error(`There is no table ${table}: mend the list of a town’s tables.`);
    return {
      table,
      statement: `insert into ${table} (${columns.map((column) => column.name).join(', ')})
        select ${columns.map((column) => copyOf(table, column)).join(', ')}
        from bench.first_${table} t cross join generate_series($1::int, $2::int) town`,
    };
  });
}

/** Keeps the first town’s rows apart, so that copying never reads its own copies. */
export const keepFirstTown = (): string[] =>
  townTables.map((table) => `create unlogged table bench.first_${table} as select * from ${table}`);
