// Names for many people, made of syllables: nobody's, and spread as real ones are, so that searching and comparing have as much to do.
import type { Client } from 'pg';

const listed = (names: string): string[] => names.split(' ');

const given = {
  begin: listed('Al Bea Car Da El Fa Ge Ha Is Jo Ka Li Ma Na Or Pe Ra Sa To Vi'),
  end: listed('dan fie gan la len mi na nor ra rik sha sson ta tin vin yan zel bert da rus'),
};
const family = {
  begin: listed('Ash Bar Col Dun Ever Fair Gar Hol Ing Kel Lang Mor Nor Pen Rad Stan Thorn Wal Whit Yar'),
  middle: ['', ...listed('ber den ing ner sel ter wor')],
  end: listed('borough bury by cott field ford ham ley man more nall ridge shaw son stead stone ton well wick worth'),
};
const street = {
  begin: listed('Abbey Bridge Canal Church East Mill North Park Queen River School Station Victoria West'),
  end: listed('Avenue Close Court Drive Gardens Lane Road Street Terrace Way'),
};

const joined = (first: readonly string[], second: readonly string[], between = ''): string[] =>
  first.flatMap((one) => second.map((other) => `${one}${between}${other}`));

const lists: Readonly<Record<string, readonly string[]>> = {
  given: joined(given.begin, given.end),
  family: joined(joined(family.begin, family.middle), family.end),
  street: joined(street.begin, street.end, ' '),
};

/** Makes the table bench.name. */
export async function makeNames(client: Client): Promise<void> {
  await client.query('create unlogged table bench.name (kind text primary key, names text[] not null)');
  for (const [kind, names] of Object.entries(lists)) await client.query('insert into bench.name values ($1, $2)', [kind, names]);
}
