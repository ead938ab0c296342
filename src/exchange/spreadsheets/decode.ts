// Turns the bytes of a file that somebody saved into text, in whichever way their program wrote it, and says so when it had to guess.
// What the text means is read by `read-table.ts`.

export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Filled while the text is read: warnings about the whole file, and the fault that ended the reading early. */
export interface ReadingNotes {
  readonly warnings: string[];
  fault: string | undefined;
}

/** First bytes of files that people choose by mistake, and what to do instead. */
const mistakenFiles: readonly { readonly starts: readonly number[]; readonly message: string }[] = [
  { starts: [0x50, 0x4b, 0x03, 0x04], message: 'This is an Excel or other packed file. Open it, choose Save as, and pick “CSV UTF-8”.' },
  { starts: [0xd0, 0xcf, 0x11, 0xe0], message: 'This is an old Excel file. Open it, choose Save as, and pick “CSV UTF-8”.' },
  { starts: [0x25, 0x50, 0x44, 0x46], message: 'This is a PDF. Ask for the spreadsheet that it was made from.' },
  { starts: [0x3c, 0x21, 0x44, 0x4f], message: 'This is a web page. Ask for the spreadsheet itself.' },
  { starts: [0x3c, 0x68, 0x74, 0x6d], message: 'This is a web page. Ask for the spreadsheet itself.' },
];

export const windowsWarning =
  'This file was not saved as UTF-8. We read it as older Windows text. Check that names with accents look right.';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** By the byte order mark, else by where zero bytes stand; UTF-8 until shown otherwise. */
function encodingOf(bytes: Uint8Array): { readonly encoding: Encoding; readonly skip: number } {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', skip: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', skip: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', skip: 2 };
  const sample = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  sample.forEach((byte, place) => {
    if (byte !== 0) return;
    if (place % 2 === 0) even++;
    else odd++;
  });
  if (odd > sample.length / 5 && odd > 4 * even) return { encoding: 'utf-16le', skip: 0 };
  if (even > sample.length / 5 && even > 4 * odd) return { encoding: 'utf-16be', skip: 0 };
  return { encoding: 'utf-8', skip: 0 };
}

/** How many bytes at the end begin a UTF-8 letter that the next piece completes. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  if (one.length === 0) return other;
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

/** The text piece by piece. Bytes that are not UTF-8 turn the rest of the file into Windows-1252, with a warning. Never throws of itself. */
export async function* decodeText(source: Bytes, mostBytes: number, notes: ReadingNotes): AsyncGenerator<string> {
  let encoding: Encoding | undefined;
  let decoder: TextDecoder | undefined;
  let left: Uint8Array = new Uint8Array(0);
  let total = 0;
  for await (const piece of source) {
    total += piece.length;
    if (total > mostBytes) {
      notes.fault = `The file is larger than ${Math.floor(mostBytes / 1_000_000)} MB. Split it and bring in the parts one by one.`;
      return;
    }
    let bytes = joined(left, piece);
    left = new Uint8Array(0);
    if (encoding === undefined) {
      if (bytes.length < 4) {
        left = bytes;
        continue;
      }
      const mistaken = mistakenFiles.find(({ starts }) => starts.every((byte, place) => bytes[place] === byte));
      if (mistaken !== undefined) {
        notes.fault = mistaken.message;
        return;
      }
      const found = encodingOf(bytes);
      encoding = found.encoding;
      bytes = bytes.subarray(found.skip);
    }
    if (encoding === 'utf-8') {
      const keep = unfinished(bytes);
      const text = strictUtf8(bytes.subarray(0, bytes.length - keep));
      if (text !== undefined) {
        left = bytes.slice(bytes.length - keep);
        yield text;
        continue;
      }
      encoding = 'windows-1252';
      notes.warnings.push(windowsWarning);
    }
    decoder ??= new TextDecoder(encoding);
    yield decoder.decode(bytes, { stream: true });
  }
  if (left.length > 0) {
    const text = strictUtf8(left.subarray(encodingOf(left).skip));
    if (text === undefined) notes.warnings.push(windowsWarning);
    yield text ?? new TextDecoder('windows-1252').decode(left);
  }
  if (decoder !== undefined) yield decoder.decode();
}
