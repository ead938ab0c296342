// Says which column of a file is which field: guessed from the headers, or saved from last time and checked against this file.
import { oneSlipApart } from '../../journey/people/linkage/similarity.ts';
import { type Fault, failure, invalid, type Result, success } from '../../platform/problem.ts';
import { fieldsOf, type ImportFieldName, type ImportKind } from './import-fields.ts';

/** Field by header; a header that is not named, or is '', is left out of the import. */
export type ColumnMap = ReadonlyMap<string, ImportFieldName>;

export interface GuessedMap {
  readonly map: ColumnMap;
  /** Headers nobody could place. Shown, so that nothing is left out unseen. */
  readonly unplaced: readonly string[];
}

const folded = (header: string): string =>
  header
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Exact headers first, then known other names, then one slip of the finger; each field is given to one column. */
export function guessMap(headers: readonly string[], kind: ImportKind): GuessedMap {
  const fields = fieldsOf(kind);
  const map = new Map<string, ImportFieldName>();
  const taken = new Set<ImportFieldName>();
  const rounds: readonly ((header: string, names: readonly string[]) => boolean)[] = [
    (header, names) => header === names[0] || header === names[1],
    (header, names) => names.includes(header),
    (header, names) => header.length > 4 && names.some((name) => name.length > 4 && oneSlipApart(header, name)),
  ];
  for (const fits of rounds) {
    for (const header of headers) {
      if (header === '' || map.has(header)) continue;
      const field = fields.find(
        ({ name, label, synonyms }) => !taken.has(name) && fits(folded(header), [folded(label), folded(name), ...synonyms]),
      );
      if (field === undefined) continue;
      map.set(header, field.name);
      taken.add(field.name);
    }
  }
  return { map, unplaced: headers.filter((header) => header !== '' && !map.has(header)) };
}

/** A map that was saved as header → field, brought back: unknown fields, missing columns and fields given twice are faults. */
export function readMap(
  saved: Readonly<Record<string, string>>,
  headers: readonly string[],
  kind: ImportKind,
): { readonly map: ColumnMap; readonly faults: readonly Fault[] } {
  const map = new Map<string, ImportFieldName>();
  const faults: Fault[] = [];
  const columnOf = new Map<string, string>();
  for (const [header, name] of Object.entries(saved)) {
    if (name === '') continue;
    const field = fieldsOf(kind).find((entry) => entry.name === name);
    const before = columnOf.get(name);
    if (field === undefined) faults.push({ field: header, message: `“${name}” is not something that can be brought in. Choose another.` });
    else if (!headers.includes(header))
      faults.push({ field: header, message: `The file has no column “${header}”. Match its columns again.` });
    else if (before !== undefined)
      faults.push({ field: header, message: `“${before}” and “${header}” are both matched to ${field.label}. Choose one.` });
    else {
      map.set(header, field.name);
      columnOf.set(name, header);
    }
  }
  return { map, faults };
}

/** The map that was saved, else one guessed from the headers; a failure when nothing of the file can be placed. */
export function chooseMap(
  saved: Readonly<Record<string, string>> | undefined,
  headers: readonly string[],
  kind: ImportKind,
): Result<ColumnMap> {
  const read = saved === undefined ? undefined : readMap(saved, headers, kind);
  if (read !== undefined && read.faults.length > 0) return failure(invalid(read.faults));
  const map = read?.map ?? guessMap(headers, kind).map;
  return map.size > 0
    ? success(map)
    : failure({
        status: 422,
        title: 'No column was recognised',
        detail: 'The first row must name the columns, such as First name and Date of birth.',
      });
}

/** The form in which a map is saved. */
export const savedMap = (map: ColumnMap): Readonly<Record<string, ImportFieldName>> => Object.fromEntries(map);
