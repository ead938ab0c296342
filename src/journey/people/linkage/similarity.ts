// How alike two short texts are: by letters (Jaro–Winkler, one slip of the finger) and by sound (Soundex). Knows nothing about people.

const longest = 64;
const matchedOne = new Uint8Array(longest);
const matchedOther = new Uint8Array(longest);

/** Jaro–Winkler similarity from 0 to 1 with prefix weight 0.1 over at most 4 letters (Winkler 1990). Texts are cut at 64 letters. */
export function jaroWinkler(first: string, second: string): number {
  if (first === second) return 1;
  if (first === '' || second === '') return 0;
  // Matching letters greedily can depend on which text comes first, so the order is fixed.
  const ordered = first.length < second.length || (first.length === second.length && first < second);
  const one = ordered ? first : second;
  const other = ordered ? second : first;
  const length = Math.min(one.length, longest);
  const otherLength = Math.min(other.length, longest);
  const reach = Math.max(0, (Math.max(length, otherLength) >> 1) - 1);
  matchedOne.fill(0, 0, length);
  matchedOther.fill(0, 0, otherLength);
  let matches = 0;
  for (let place = 0; place < length; place++) {
    const letter = one.charCodeAt(place);
    const end = Math.min(place + reach + 1, otherLength);
    for (let at = Math.max(0, place - reach); at < end; at++) {
      if (matchedOther[at] === 0 && other.charCodeAt(at) === letter) {
        matchedOne[place] = 1;
        matchedOther[at] = 1;
        matches++;
        break;
      }
    }
  }
  if (matches === 0) return 0;
  let outOfOrder = 0;
  let at = 0;
  for (let place = 0; place < length; place++) {
    if (matchedOne[place] === 0) continue;
    while (matchedOther[at] === 0) at++;
    if (one.charCodeAt(place) !== other.charCodeAt(at)) outOfOrder++;
    at++;
  }
  const jaro = (matches / length + matches / otherLength + (matches - outOfOrder / 2) / matches) / 3;
  let prefix = 0;
  const most = Math.min(4, length, otherLength);
  while (prefix < most && one.charCodeAt(prefix) === other.charCodeAt(prefix)) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/** Whether one slip separates the texts: a letter more, less, changed, or two neighbours swapped. Equal texts are not a slip apart. */
export function oneSlipApart(one: string, other: string): boolean {
  const difference = one.length - other.length;
  if (difference > 1 || difference < -1 || one === other) return false;
  const shorter = difference <= 0 ? one : other;
  const longer = difference <= 0 ? other : one;
  let start = 0;
  while (start < shorter.length && shorter.charCodeAt(start) === longer.charCodeAt(start)) start++;
  let end = 0;
  while (end < shorter.length - start && shorter.charCodeAt(shorter.length - 1 - end) === longer.charCodeAt(longer.length - 1 - end)) end++;
  const left = shorter.length - start - end;
  if (difference !== 0) return left === 0;
  if (left === 1) return true;
  return left === 2 && shorter[start] === longer[start + 1] && shorter[start + 1] === longer[start];
}

const soundCodes: Readonly<Record<string, string>> = {
  b: '1',
  f: '1',
  p: '1',
  v: '1',
  c: '2',
  g: '2',
  j: '2',
  k: '2',
  q: '2',
  s: '2',
  x: '2',
  z: '2',
  d: '3',
  t: '3',
  l: '4',
  m: '5',
  n: '5',
  r: '6',
};

/** American Soundex: first letter and three digits. Text without Latin letters gives its first four characters, so that it still has a key. */
export function soundex(text: string): string {
  if (text === '') return '';
  if (!/[a-z]/.test(text)) return text.slice(0, 4);
  const letters = text.replace(/[^a-z]/g, '');
  const first = letters[0] ?? '';
  let key = first;
  let last = soundCodes[first] ?? '';
  for (let place = 1; place < letters.length && key.length < 4; place++) {
    const letter = letters[place] ?? '';
    const code = soundCodes[letter] ?? '';
    if (code !== '' && code !== last) key += code;
    if (letter !== 'h' && letter !== 'w') last = code;
  }
  return key.padEnd(4, '0');
}

/** Which letters a text has, a bit for each, and which other characters, all in one bit: for telling quickly that two texts cannot be alike. */
export function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at) - 97;
    letters |= 1 << (letter >= 0 && letter < 26 ? letter : 26);
  }
  return letters;
}

function bitsIn(letters: number): number {
  let left = letters - ((letters >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * Jaro–Winkler where it may be as much as `least`, else 0, told mostly from the letters (see `lettersOf`) alone: a letter that only one text has is matched by
 * none in the other.
 */
export function alikeness(one: string, other: string, letters: number, otherLetters: number, least: number): number {
  const length = one.length;
  const otherLength = other.length;
  if (length <= longest && otherLength <= longest) {
    const matches = Math.min(length - bitsIn(letters & ~otherLetters), otherLength - bitsIn(otherLetters & ~letters));
    if (matches <= 0) return 0;
    const jaro = (matches / length + matches / otherLength + 1) / 3;
    const most = one.charCodeAt(0) === other.charCodeAt(0) ? jaro + 0.4 * (1 - jaro) : jaro;
    // What is worked out in another order may differ in the last figure.
    if (most < least - 1e-9) return 0;
  }
  return jaroWinkler(one, other);
}

/** One slip apart, or as good as the same by Jaro–Winkler. */
export const nearlyAlike = (one: string, other: string): boolean =>
  (one.length > 2 && other.length > 2 && oneSlipApart(one, other)) || jaroWinkler(one, other) >= 0.92;
