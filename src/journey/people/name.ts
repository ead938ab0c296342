// Folds a name into plain lower-case letters for comparing and searching, and puts a name together for showing. What people typed is what is kept.

const standalone: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', þ: 'th', ı: 'i' };

const titles = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'mx',
  'dr',
  'prof',
  'professor',
  'rev',
  'reverend',
  'sir',
  'lady',
  'lord',
  'dame',
  'baby',
  'infant',
]);

const notNames = new Set(['unknown', 'notknown', 'anonymous', 'anon', 'na', 'none', 'null', 'test', 'xxx', 'tbc']);

/** What is only plain letters, figures and signs has no accents to take off. */
const plain = /^[\x20-\x7e]*$/;

function withoutAccents(name: string): string {
  if (plain.test(name)) return name.toLowerCase();
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðłþı]/g, (letter) => standalone[letter] ?? letter);
}

/** 'Ó Dónaill-Smith' → ['o', 'donaill', 'smith']: no accents, apostrophes closed up, titles and words for “not known” left out. */
export function nameTokens(name: string): readonly string[] {
  const folded = withoutAccents(name).replace(/['’‘`´.]/g, '');
  const tokens = folded.split(/[^\p{L}\p{N}]+/u).filter((token) => token !== '' && !titles.has(token));
  return notNames.has(tokens.join('')) ? [] : tokens;
}

export interface NameParts {
  readonly given?: string | null;
  readonly family?: string | null;
  readonly knownAs?: string | null;
}

/** The name to show first: known as, then given, with the family name; a nickname alone is a name. */
export function shownName({ given, family, knownAs }: NameParts): string {
  const first = knownAs?.trim() || given?.trim() || '';
  return [first, family?.trim() ?? ''].filter((part) => part !== '').join(' ') || 'Name not given';
}
