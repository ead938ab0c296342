// Invents a large town for measuring linkage at the door: households with couples, children, twins and namesakes, names as common and as rare as real
// ones, and second records with the faults of real doors. The same seed gives the same town. Nobody in it is real.
import type { IdentityRecord } from '../../src/journey/people/linkage/record.ts';

export interface Invented extends IdentityRecord {
  readonly given: string;
  readonly family: string;
  /** 'YYYY-MM-DD'; in second records also 'YYYY-MM' or 'YYYY'. */
  readonly birth: string | undefined;
  readonly woman: boolean;
}

export type Draw = () => number;

/** Mulberry32: even numbers from 0 to 1. */
export function drawing(seed: number): Draw {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const pick = <T>(draw: Draw, list: readonly T[], otherwise: T): T => list[Math.floor(draw() * list.length)] ?? otherwise;
/** The first of the list are drawn oftenest, as names are in life: the commonest family name by 1.4 in 100, the commonest first name by 6 in 100. */
const common = (draw: Draw, list: readonly string[], steepness: number): string =>
  list[Math.floor(list.length * draw() ** steepness)] ?? 'Lee';
const steepness = { given: 1.3, family: 1.6 };
const two = (number: number): string => String(number).padStart(2, '0');

const listed = (names: string): string[] => names.trim().split(/\s+/);

const men = listed(`
  David John Paul Michael Andrew James Robert Stephen Mohammed Daniel Thomas Christopher Matthew
  Richard William Joseph Samuel Benjamin Edward Anthony Ibrahim Piotr Adam George Peter Kevin Ryan
  Liam Hassan Nicholas Alexander Gregory Kwame Arjun Tariq Jakub
`);
const women = listed(`
  Susan Sarah Margaret Elizabeth Emma Jennifer Patricia Rebecca Fatima Laura Catherine Victoria Nicola
  Deborah Jessica Amanda Alexandra Katarzyna Aisha Maria Samantha Christine Hannah Olivia Abigail
  Grace Priya Wei Amara Zainab Helen Joanna Ruth Stephanie
`);
/** A name on each line, and the forms of it that people also give. */
const shortForms: ReadonlyMap<string, readonly string[]> = new Map(
  `
  David Dave Davey
  John Jack Johnny
  Michael Mick Mike
  Andrew Andy Drew
  James Jim Jamie
  Robert Bob Rob
  Stephen Steve Steven
  Mohammed Muhammad Mohamed Mo
  Daniel Dan
  Thomas Tom
  Christopher Chris
  Matthew Matt
  Richard Dick Rick
  William Bill Will
  Joseph Joe
  Samuel Sam
  Benjamin Ben
  Edward Ted Ed
  Anthony Tony
  Ibrahim Ebrahim Ibraheem
  Nicholas Nick
  Alexander Alex Sasha
  Gregory Greg
  Susan Sue
  Margaret Peggy Maggie
  Elizabeth Liz Beth Betty
  Jennifer Jen Jenny
  Patricia Pat Tricia
  Rebecca Becky
  Fatima Fatema Fatimah
  Catherine Kate Cathy Katherine
  Victoria Vicky
  Nicola Nicky
  Deborah Debbie
  Jessica Jess
  Amanda Mandy
  Alexandra Sandra Alex
  Aisha Ayesha
  Katarzyna Kasia
  Samantha Sam
  Christine Chris Tina
  Abigail Abby
  Zainab Zeinab
  Joanna Jo
  Stephanie Steph
`
    .trim()
    .split('\n')
    .map(listed)
    .map(([name = '', ...forms]) => [name, forms] as const),
);
const beginnings = listed(`
  Smith Jones Taylor Brown Khan Patel Williams Wilson Davies Evans Ash Bar Col Dun Ever Fair Gar Hol
  Ing Kel Lang Mor Nor Pen Rad Stan Thorn Wal Whit Yar Okaf Nowak Sing Huss Ahm
`);
const endings = [
  '',
  ...listed('borough bury by cott field ford ham ley man more ridge shaw son stead stone ton well wick worth er ing or ain ed'),
];
const families = endings.flatMap((end) => beginnings.map((begin) => begin + end));
const rareGiven = endings
  .slice(1)
  .flatMap((end) => ['Al', 'Be', 'Ca', 'Da', 'El', 'Fa', 'Is', 'Ka', 'Li', 'Na', 'Ra', 'To'].map((begin) => begin + end));
const roads = [
  'Mill',
  'Church',
  'Station',
  'High',
  'Park',
  'Queens',
  'Victoria',
  'Green',
  'School',
  'North',
  'Abbey',
  'Canal',
  'Bridge',
  'Orchard',
].flatMap((name) => ['Road', 'Street', 'Lane', 'Close', 'Avenue', 'Way', 'Gardens'].map((kind) => `${name} ${kind}`));
const letters = 'ABDEFGHJLNPQRSTUWXYZ';
const letter = (draw: Draw): string => letters[Math.floor(draw() * letters.length)] ?? 'A';

const postcodes = (draw: Draw, how: number): string[] =>
  Array.from(
    { length: how },
    () => `${letter(draw)}${letter(draw)}${1 + Math.floor(draw() * 30)} ${Math.floor(draw() * 10)}${letter(draw)}${letter(draw)}`,
  );

const mobile = (draw: Draw): string => `07${String(Math.floor(draw() * 1e9)).padStart(9, '0')}`;
const day = (draw: Draw, from: number, to: number): string =>
  `${from + Math.floor(draw() * (to - from))}-${two(1 + Math.floor(draw() * 12))}-${two(1 + Math.floor(draw() * 28))}`;
const firstName = (draw: Draw, woman: boolean): string =>
  draw() < 0.12 ? pick(draw, rareGiven, 'Alby') : common(draw, woman ? women : men, steepness.given);

/** Ten digits with their check digit. */
function nhsNumber(draw: Draw): string {
  for (;;) {
    const nine = String(400_000_000 + Math.floor(draw() * 599_999_999));
    const check = (11 - ([...nine].reduce((sum, digit, at) => sum + Number(digit) * (10 - at), 0) % 11)) % 11;
    if (check < 10) return nine + check;
  }
}

/** Household by household, until there are so many people. */
export function* inventTown(people: number, draw: Draw, id: () => string): Generator<Invented> {
  const codes = postcodes(draw, Math.ceil(people / 40));
  for (let made = 0; made < people; ) {
    const home = {
      address: `${1 + Math.floor(draw() * 90)} ${pick(draw, roads, 'High Street')}`,
      postcode: pick(draw, codes, 'AA1 1AA'),
      area: '',
    };
    const landline = draw() < 0.4 ? `01${String(Math.floor(draw() * 1e9)).padStart(9, '0')}` : undefined;
    const family = common(draw, families, steepness.family);
    const parentBorn = 1935 + Math.floor(draw() * 60);
    const size = 1 + Math.floor(draw() ** 1.6 * 6);
    let before: Invented | undefined;
    for (let member = 0; member < size && made < people; member++, made++) {
      const adult = member < 2;
      const twin: boolean = !adult && before !== undefined && member > 2 && draw() < 0.03;
      const woman = draw() < 0.5;
      const namesake = !adult && !twin && !woman && draw() < 0.04;
      const phone = landline !== undefined && draw() < 0.5 ? landline : draw() < 0.85 ? mobile(draw) : undefined;
      let given = namesake && before ? before.given : firstName(draw, woman);
      while (twin && given === before?.given) given = firstName(draw, woman);
      const person: Invented = {
        id: id(),
        given,
        family: member === 1 && draw() < 0.4 ? common(draw, families, steepness.family) : family,
        birth:
          twin && before?.birth
            ? before.birth
            : adult
              ? day(draw, parentBorn - 4, parentBorn + 4)
              : day(draw, parentBorn + 18, parentBorn + 40),
        address: home.address,
        postcode: home.postcode,
        phone,
        email: draw() < 0.5 ? `p${Math.floor(draw() * 1e9).toString(36)}@example.org` : undefined,
        nhsNumber: draw() < 0.3 ? nhsNumber(draw) : undefined,
        woman,
      };
      before = person;
      yield person;
    }
  }
}

function slip(text: string, draw: Draw): string {
  const at = Math.floor(draw() * Math.max(1, text.length - 1));
  const kind = draw();
  if (kind < 0.3) return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
  if (kind < 0.6) return text.slice(0, at) + text.slice(at + 1);
  return text.slice(0, at) + 'aeiounrst'[Math.floor(draw() * 9)] + text.slice(at + (kind < 0.85 ? 1 : 0));
}

function birthAgain(birth: string, draw: Draw): string | undefined {
  const [year = '', month = '', date = ''] = birth.split('-');
  const kind = draw();
  if (kind < 0.06) return undefined;
  if (kind < 0.09) return year;
  if (kind < 0.12) return `${year}-${month}`;
  if (kind < 0.15) return `${year}-01-01`;
  if (kind < 0.18 && Number(date) <= 12) return `${year}-${date}-${month}`;
  if (kind < 0.23) return `${year}-${month}-${two(1 + Math.floor(draw() * 28))}`;
  if (kind < 0.25) return `${Number(year) + (draw() < 0.5 ? 1 : -1)}-${month}-${date}`;
  return birth;
}

/** Somebody asks again: whoever writes it down writes it otherwise, and life has gone on. */
export function askedAgain(person: Invented, draw: Draw, id: string): Invented {
  const shorts = shortForms.get(person.given) ?? [];
  const given =
    shorts.length > 0 && draw() < 0.2 ? pick(draw, shorts, person.given) : draw() < 0.08 ? slip(person.given, draw) : person.given;
  const family =
    draw() < (person.woman ? 0.07 : 0.01)
      ? common(draw, families, steepness.family)
      : draw() < 0.07
        ? slip(person.family, draw)
        : person.family;
  const swapped = draw() < 0.02;
  const moved = draw() < 0.2;
  const homeless = draw() < 0.03;
  const draft = draw();
  return {
    ...person,
    id,
    given: swapped ? family : given,
    family: swapped ? given : family,
    birth: person.birth === undefined ? undefined : birthAgain(person.birth, draw),
    address: homeless
      ? 'No fixed abode'
      : moved
        ? `${1 + Math.floor(draw() * 90)} ${pick(draw, roads, 'High Street')}`
        : draw() < 0.1
          ? ''
          : draw() < 0.05
            ? slip(person.address ?? '', draw)
            : person.address,
    postcode: homeless || draw() < 0.1 ? undefined : moved ? postcodes(draw, 1)[0] : person.postcode,
    phone: draft < 0.25 ? undefined : draft < 0.45 ? mobile(draw) : person.phone,
    email: draw() < 0.5 ? undefined : person.email,
    nhsNumber: draw() < 0.7 ? undefined : person.nhsNumber,
  };
}

/** Somebody who was never here; every fourth is a relative at the home of somebody who was, and every tenth of those a twin. */
export function stranger(near: Invented, draw: Draw, id: string): Invented {
  const woman = draw() < 0.5;
  const related = draw() < 0.25;
  const twin = related && draw() < 0.1;
  let given = firstName(draw, woman);
  while (given === near.given) given = firstName(draw, woman);
  return {
    id,
    given,
    family: related ? near.family : common(draw, families, steepness.family),
    birth: twin ? near.birth : day(draw, 1935, 2008),
    address: related ? near.address : `${1 + Math.floor(draw() * 90)} ${pick(draw, roads, 'High Street')}`,
    postcode: related ? near.postcode : postcodes(draw, 1)[0],
    phone: related && draw() < 0.3 ? near.phone : mobile(draw),
    email: undefined,
    woman,
  };
}
