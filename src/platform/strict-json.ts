// Reads JSON that another program sent, more strictly than JSON.parse: bytes that are not UTF-8, escapes of what is no character, a name given twice, and nesting
// without end are refused, each with its line.
import { failure, type Problem, type Result, success } from './problem.ts';

export interface JsonLimits {
  readonly bytes: number;
  readonly depth: number;
}
export const jsonLimits: JsonLimits = { bytes: 5 * 1024 * 1024, depth: 60 };

const unreadable = (detail: string, status: Problem['status'] = 400): Result<never> =>
  failure({ status, title: 'That is not JSON we can read', detail });

/** The value, or what is wrong and on which line. Never throws; numbers keep JavaScript’s precision. */
export function readJson(bytes: Uint8Array, limits: JsonLimits = jsonLimits): Result<unknown> {
  if (bytes.length > limits.bytes)
    return unreadable(`It is larger than ${Math.floor(limits.bytes / 1024 / 1024)} MB. Send less at once.`, 413);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return unreadable('Its characters are not UTF-8. Write it as UTF-8 and send it again.');
  }
  if (text.trim() === '') return unreadable('It is empty.');
  // Depth first: the parser itself may run out of room on what is nested without end.
  const names = scan(text, limits.depth);
  if (names.kind === 'deep') return unreadable(`Line ${lineAt(text, names.at)}: brackets are nested more than ${limits.depth} deep.`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return unreadable(syntaxFault(text, error));
  }
  if (names.kind === 'broken')
    return unreadable(`Line ${lineAt(text, names.at)}: a character stands there that no text can hold. Leave it out and send it again.`);
  if (names.kind === 'twice')
    return unreadable(`Line ${lineAt(text, names.at)}: “${shortened(names.name)}” is given twice in the same object. Send it once.`);
  return success(value);
}

type Scanned =
  | { readonly kind: 'fine' }
  | { readonly kind: 'deep'; readonly at: number }
  | { readonly kind: 'broken'; readonly at: number }
  | { readonly kind: 'twice'; readonly at: number; readonly name: string };

/** Walks strings and brackets only. On text that is not JSON the result means nothing; the parser then says what is wrong. */
function scan(text: string, deepest: number): Scanned {
  const open: (Set<string> | null)[] = [];
  let twice: Scanned | undefined;
  let broken: Scanned | undefined;
  for (let at = 0; at < text.length; at++) {
    switch (text[at]) {
      case '{':
      case '[':
        if (open.length >= deepest) return { kind: 'deep', at };
        open.push(text[at] === '{' ? new Set() : null);
        break;
      case '}':
      case ']':
        open.pop();
        break;
      case '"': {
        const end = endOfString(text, at);
        broken ??= isBroken(text.slice(at, end + 1)) ? { kind: 'broken', at } : undefined;
        const names = open.at(-1);
        if (names && !twice && /^\s*:/.test(text.slice(end + 1, end + 40))) {
          const name = nameOf(text.slice(at, end + 1));
          if (names.has(name)) twice = { kind: 'twice', at, name };
          names.add(name);
        }
        at = end;
        break;
      }
    }
  }
  return broken ?? twice ?? { kind: 'fine' };
}

/** An escape of no character, or of half of one: a database keeps neither as it was sent. */
function isBroken(quoted: string): boolean {
  if (!quoted.includes('\\u')) return false;
  const said = nameOf(quoted);
  return said.includes('\0') || !said.isWellFormed();
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

/** Names are compared as they are meant, so that an escape hides nothing. */
function nameOf(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted;
  }
}

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length;
const shortened = (name: string): string => (name.length > 60 ? `${name.slice(0, 60)}…` : name);

/** The engine says at which character; people look for a line. Its quotation of the text is left out: it may hold what is private. */
function syntaxFault(text: string, error: unknown): string {
  const position = /at position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  return position === undefined
    ? `Line ${lineAt(text, text.length)}: it ends before it is complete.`
    : `Line ${lineAt(text, Number(position))}: a comma, bracket or quotation mark is missing or too many.`;
}
