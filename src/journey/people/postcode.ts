// Reads a UK postcode into capitals with one space, and takes it apart for comparing. Whether the postcode is in use is not known here.
import { type Reading, read, unreadable } from './reading.ts';

/** 'SW1A 2AA'. */
export type Postcode = string;

export type PostcodeKind = 'ordinary' | 'no fixed abode' | 'not known' | 'abroad or other' | 'forces';

export interface PostcodeReading {
  readonly postcode: Postcode;
  readonly kind: PostcodeKind;
}

const ordinary =
  /^((?:[A-PR-UWYZ]\d{1,2}|[A-PR-UWYZ][A-HK-Y]\d{1,2}|[A-PR-UWYZ]\d[A-HJKPSTUW]|[A-PR-UWYZ][A-HK-Y]\d[ABEHMNPRVWXY]))(\d[ABD-HJLNP-UW-Z]{2})$/;

/** The 124 postcode areas of the United Kingdom and the Crown dependencies. */
const areas = new Set(
  `AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR
  HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL
  SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE`.split(/\s+/),
);

const territories = new Set([
  'ASCN1ZZ',
  'BBND1ZZ',
  'BIQQ1ZZ',
  'FIQQ1ZZ',
  'GX111AA',
  'PCRN1ZZ',
  'SIQQ1ZZ',
  'STHL1ZZ',
  'TDCU1ZZ',
  'TKCA1ZZ',
  'GIR0AA',
]);

/** NHS pseudo postcodes: 3VZ stands for no fixed abode, 3WZ and 3CZ for an address that is not known. */
const pseudoKinds = new Map<string, PostcodeKind>([
  ['3VZ', 'no fixed abode'],
  ['3WZ', 'not known'],
  ['3CZ', 'not known'],
]);

const noFixedAbode = /^(NFA|NO ?FIXED ?(ABODE|ADDRESS))\b/;

const spaced = (joined: string, tail: number): Postcode => `${joined.slice(0, -tail)} ${joined.slice(-tail)}`;

export function readPostcode(typed: string): Reading<PostcodeReading> {
  const tidy = typed.toUpperCase().replace(/\s+/g, ' ').trim();
  if (tidy === '') return unreadable('Enter a postcode, or say that the person has no fixed abode.');
  if (noFixedAbode.test(tidy)) return read({ postcode: 'ZZ99 3VZ', kind: 'no fixed abode' });
  const joined = tidy.replace(/[\s.\-\u2010-\u2015]/g, '');
  if (/^ZZ99\d[A-Z]{2}$/.test(joined)) {
    return read({ postcode: spaced(joined, 3), kind: pseudoKinds.get(joined.slice(4)) ?? 'abroad or other' });
  }
  const forces = /^BFPO(\d{1,4})$/.exec(joined);
  if (forces?.[1] !== undefined) return read({ postcode: `BFPO ${forces[1]}`, kind: 'forces' });
  if (territories.has(joined)) return read({ postcode: spaced(joined, 3), kind: 'ordinary' });
  const area = /^[A-Z]{1,2}/.exec(joined)?.[0] ?? '';
  if (ordinary.test(joined) && areas.has(area)) return read({ postcode: spaced(joined, 3), kind: 'ordinary' });
  return unreadable(
    'This is not a UK postcode. It should look like TA6 5AA. Check for a letter O typed as a zero, or the other way round.',
  );
}

export interface PostcodeParts {
  /** 'SW' */
  readonly area: string;
  /** 'SW1A' */
  readonly district: string;
  /** 'SW1A 2' */
  readonly sector: string;
}

export function postcodeParts(postcode: Postcode): PostcodeParts {
  const [district = '', inward = ''] = postcode.split(' ');
  return { area: /^[A-Z]+/.exec(district)?.[0] ?? '', district, sector: inward === '' ? district : `${district} ${inward[0]}` };
}
