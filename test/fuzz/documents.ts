// Spoils a document that another program, or somebody with a file, might send: bytes changed, cut off, said twice, in another encoding, or without an end.
import fc from 'fast-check';

export type Spoilt = Buffer;
type Spoil = (whole: Buffer) => Spoilt;

const asText = (change: (text: string) => string): Spoil => {
  return (whole) => Buffer.from(change(whole.toString('utf8')));
};

/** What programs get wrong about encodings: two bytes a letter, one byte a letter, a mark at the beginning, half a letter at the end. */
const encodings: readonly Spoil[] = [
  (whole) => Buffer.from(whole.toString('utf8'), 'utf16le'),
  (whole) => Buffer.from(`é${whole.toString('utf8')}é`, 'latin1'),
  (whole) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), whole]),
  (whole) => Buffer.concat([whole, Buffer.from([0xf0, 0x9f])]),
];

/** Documents that are wrong as a whole. */
const strange: readonly Spoil[] = [
  () => Buffer.alloc(0),
  () => Buffer.from('null'),
  () => Buffer.from('[]'),
  () => Buffer.from('{}'),
  () => Buffer.from('['.repeat(20_000)),
  () => Buffer.from('{"a":'.repeat(5_000)),
  () => Buffer.from(','.repeat(20_000)),
  () => Buffer.from('"'.repeat(9_999)),
  () => Buffer.from('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
  () => Buffer.from(`${'<a>'.repeat(3_000)}`),
  // A name said twice, in each format a way of its own.
  asText((text) => text.replace('{', '{"resourceType":"Patient","resourceType":"Bundle",')),
  asText((text) => text.replace(/^([^\n]*)\n/, '$1,$1\n')),
  asText((text) => text.replace(/ id="[^"]*"/, '$& id="twice"')),
  asText((text) => `${text}${text}`),
];

const awkward = ['', '\u0000', '\u202e', '=1+1', '"', ']]>', '&x;', '1e999', '{"__proto__":{}}', '2026-02-30', 'ا'.repeat(5_000)];

const bytesChanged = fc
  .tuple(fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 }), fc.nat(100))
  .map(([changes, keep]): Spoil => {
    return (whole) => {
      // A third of them also lose their end.
      const bytes = Buffer.from(keep < 34 ? whole.subarray(0, Math.floor((whole.length * keep) / 34)) : whole);
      for (const [at, byte] of changes) if (bytes.length > 0) bytes[at % bytes.length] = byte;
      return bytes;
    };
  });

/** One text or number in it, replaced by something awkward; the rest stands. */
const valueChanged = fc.tuple(fc.nat(), fc.constantFrom(...awkward)).map(([at, words]): Spoil => {
  return asText((text) => {
    const values = [...text.matchAll(/(?<=")[^"\n]{1,80}(?=")|(?<=[,\n])[^,"\n]{1,80}(?=[,\n])|(?<=>)[^<]{1,200}(?=<)/g)];
    const chosen = values[at % Math.max(values.length, 1)];
    return chosen ? text.slice(0, chosen.index) + words + text.slice(chosen.index + chosen[0].length) : text;
  });
});

/** Sometimes not spoilt at all, so that what comes after reading is reached too. */
export const spoilt: fc.Arbitrary<Spoil> = fc.oneof(
  { weight: 3, arbitrary: bytesChanged },
  { weight: 4, arbitrary: valueChanged },
  { weight: 1, arbitrary: fc.constantFrom(...encodings) },
  { weight: 1, arbitrary: fc.constantFrom(...strange) },
  { weight: 1, arbitrary: fc.constant<Spoil>((whole) => whole) },
);
