// Reads the YAML files of one folder and remembers where every value stands, so that each fault can name its file, line and column.
// What the values mean is not its business.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, isMap, isNode, isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { didYouMean } from '../closest.ts';
import { fileOf, type PartName, partNames } from './parts.ts';

/** One thing wrong in one place of one file, and what to do. Lines and columns count from 1. */
export interface BlueprintFault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly fix: string;
}

export type Path = readonly (string | number)[];

export interface SourceFile {
  /** From the blueprint's folder: 'rules/triage.yaml'. */
  readonly file: string;
  readonly document: Document;
  readonly lines: LineCounter;
}

/** One part of a blueprint as written: plain data, and the file each top-level entry came from. */
export interface SourcePart {
  readonly data: unknown;
  readonly main: SourceFile | undefined;
  readonly origin: ReadonlyMap<string, { readonly source: SourceFile; readonly path: Path }>;
}

export interface SourceFolder {
  readonly parts: ReadonlyMap<PartName, SourcePart>;
  readonly files: readonly SourceFile[];
  readonly faults: readonly BlueprintFault[];
}

/** Reads every part that is in `folder`. `label` goes before each file's name in faults. Throws only when the folder cannot be read. */
export function readFolder(folder: string, label = ''): SourceFolder {
  const parts = new Map<PartName, SourcePart>();
  const files: SourceFile[] = [];
  const faults: BlueprintFault[] = [];
  const open = (name: string): SourceFile => {
    const source = openFile(join(folder, name), `${label}${name}`, faults);
    files.push(source);
    return source;
  };
  for (const entry of readdirSync(folder, { withFileTypes: true }).toSorted((one, other) => one.name.localeCompare(other.name))) {
    const part = partNames.find((name) => fileOf(name) === (entry.isDirectory() ? `${entry.name}/` : entry.name));
    if (part === 'rules') parts.set('rules', readRules(join(folder, 'rules'), open));
    else if (part) parts.set(part, onePart(open(entry.name)));
    else if (entry.isDirectory() || /\.ya?ml$/.test(entry.name))
      faults.push(
        fault(
          `${label}${entry.name}`,
          1,
          1,
          `A blueprint has no ${entry.isDirectory() ? 'folder' : 'file'} of this name.`,
          didYouMean(entry.name, partNames.map(fileOf)) || 'Take it out.',
        ),
      );
  }
  return { parts, files, faults };
}

function openFile(path: string, file: string, faults: BlueprintFault[]): SourceFile {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines, prettyErrors: false });
  for (const { pos, message, code } of [...document.errors, ...document.warnings]) {
    const { line, col } = lines.linePos(pos[0]);
    faults.push(
      fault(
        file,
        line,
        col,
        `This is not YAML: ${message.replace(/\.?$/, '.')}`,
        YAML_FIXES[code] ?? 'Check the indentation and the quotes on this line.',
      ),
    );
  }
  return { file, document, lines };
}

const YAML_FIXES: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'Keep one of the two, or give one another name.',
  TAB_AS_INDENT: 'Indent with two spaces, not with a tab.',
  BAD_INDENT: 'Line it up with the lines beside it, with two spaces for each step.',
  MISSING_CHAR: 'Close the quote or bracket, or add the missing colon.',
};

function onePart(source: SourceFile): SourcePart {
  const data = source.document.errors.length > 0 ? undefined : source.document.toJS();
  const origin = new Map(isRecord(data) ? Object.keys(data).map((name) => [name, { source, path: [name] }]) : []);
  return { data, main: source, origin };
}

// Each file of rules/ is one entry, keyed by its name.
function readRules(folder: string, open: (name: string) => SourceFile): SourcePart {
  const data: Record<string, unknown> = {};
  const origin = new Map<string, { source: SourceFile; path: Path }>();
  for (const name of readdirSync(folder).toSorted()) {
    if (!name.endsWith('.yaml')) continue;
    const source = open(`rules/${name}`);
    const table = name.replace(/\.yaml$/, '');
    if (source.document.errors.length === 0) data[table] = source.document.toJS();
    origin.set(table, { source, path: [] });
  }
  return { data, main: undefined, origin };
}

/** A blueprint's own parts over those it is built on, entry by entry: an own entry replaces the other whole. */
export function builtOn(own: SourceFolder, base: SourceFolder): SourceFolder {
  const parts = new Map(base.parts);
  for (const [name, part] of own.parts) {
    const under = base.parts.get(name);
    const joins = under && isRecord(under.data) && isRecord(part.data);
    parts.set(
      name,
      joins
        ? {
            data: { ...objectOf(under.data), ...objectOf(part.data) },
            main: part.main ?? under.main,
            origin: new Map([...under.origin, ...part.origin]),
          }
        : part,
    );
  }
  return { parts, files: [...own.files, ...base.files], faults: [...own.faults, ...base.faults] };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const objectOf = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {});

/** A fault at a value of a part, or at the nearest thing above it that is there. With `atKey`, at the name rather than the value. */
export function faultAt(folder: SourceFolder, part: PartName, path: Path, message: string, fix: string, atKey = false): BlueprintFault {
  const written = folder.parts.get(part);
  const from = written?.origin.get(String(path[0]));
  const source = from?.source ?? written?.main;
  if (!source) return fault(fileOf(part), 1, 1, message, fix);
  const within: Path = from ? [...from.path, ...path.slice(1)] : path;
  const { line, col } = source.lines.linePos(offsetOf(source.document, within, atKey));
  return fault(source.file, Math.max(line, 1), Math.max(col, 1), message, fix);
}

function offsetOf(document: Document, path: Path, atKey: boolean): number {
  for (let depth = path.length; depth > 0; depth--) {
    const above = depth === 1 ? document.contents : document.getIn(path.slice(0, depth - 1), true);
    const name = path[depth - 1];
    if (isMap(above)) {
      const pair = above.items.find((item) => isScalar(item.key) && String(item.key.value) === String(name));
      const node = pair && (atKey || depth < path.length ? pair.key : (pair.value ?? pair.key));
      if (isNode(node) && node.range) return node.range[0];
    }
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return isNode(document.contents) ? (document.contents.range?.[0] ?? 0) : 0;
}

/** Every text written in a file, with where it stands: for checks of wording. */
export function textsIn(
  source: SourceFile,
): { readonly text: string; readonly line: number; readonly column: number; readonly name: string }[] {
  const found: { text: string; line: number; column: number; name: string }[] = [];
  visit(source.document, {
    Scalar(place, node, above) {
      if (place === 'key' || typeof node.value !== 'string') return;
      const { line, col } = source.lines.linePos(node.range?.[0] ?? 0);
      const pair = above.at(-1);
      const name = isPair(pair) && isScalar(pair.key) ? String(pair.key.value) : '';
      found.push({ text: node.value, line, column: col, name });
    },
  });
  return found;
}

export const fault = (file: string, line: number, column: number, message: string, fix: string): BlueprintFault => ({
  file,
  line,
  column,
  message,
  fix,
});
