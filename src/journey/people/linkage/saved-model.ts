// A learned model as plain JSON, named by field and level so that a later version with other levels never reads one rate for another.
import { z } from 'zod';
import { fields, offsets } from './fields.ts';
import type { LinkageModel, termNames } from './parameters.ts';
import type { PreparedPerson } from './record.ts';

const share = z.number().gt(0).lte(1.01);
const rates = z.record(z.string(), z.record(z.string(), z.strictObject({ m: share, u: share })));
const shares = z.record(z.string(), z.number().min(0).max(1));

const savedModel = z.strictObject({
  version: z.literal(1),
  prior: z.number().gt(0).lt(1),
  apart: rates,
  home: rates,
  terms: z.strictObject({ least: share, given: shares, family: shares, town: shares }),
});

export type SavedModel = z.infer<typeof savedModel>;

/** Names that fewer records share than this are not written down: they could point at somebody, and count as rare without being listed. */
const fewest = 5;

/** `people` are those it was learnt from: how many records share a name is counted among them. */
export function saveModel({ prior, m, u, terms }: LinkageModel, people: readonly PreparedPerson[]): SavedModel {
  const ratesOf = (context: 0 | 1): SavedModel['apart'] =>
    Object.fromEntries(
      fields.map(({ name, levels }, at) => [
        name,
        Object.fromEntries(
          levels.slice(1).map((level, after) => {
            const place = (offsets[at] ?? 0) + after + 1;
            return [level.name, { m: m[context][place] ?? 1, u: u[context][place] ?? 1 }];
          }),
        ),
      ]),
    );
  const common = (name: (typeof termNames)[number]): Record<string, number> => {
    const records = new Map<string, number>();
    for (const { [name]: value } of people) records.set(value, (records.get(value) ?? 0) + 1);
    return Object.fromEntries([...terms[name]].filter(([value]) => (records.get(value) ?? 0) >= fewest));
  };
  return {
    version: 1,
    prior,
    apart: ratesOf(0),
    home: ratesOf(1),
    terms: { least: terms.least, given: common('given'), family: common('family'), town: common('town') },
  };
}

/** Undefined when it is not a saved model or lacks a level that is compared now: then start again and learn. */
export function readModel(json: unknown): LinkageModel | undefined {
  const parsed = savedModel.safeParse(json);
  if (!parsed.success) return undefined;
  const { prior, apart, home, terms } = parsed.data;
  const flat = (saved: SavedModel['apart'], rate: 'm' | 'u'): Float64Array | undefined => {
    const all = fields.flatMap(({ name, levels }) => levels.map((level, number) => (number === 0 ? 1 : saved[name]?.[level.name]?.[rate])));
    const known = all.filter((each) => each !== undefined);
    return known.length === all.length ? Float64Array.from(known) : undefined;
  };
  const [mApart, mHome, uApart, uHome] = [flat(apart, 'm'), flat(home, 'm'), flat(apart, 'u'), flat(home, 'u')];
  if (mApart === undefined || mHome === undefined || uApart === undefined || uHome === undefined) return undefined;
  const names = (saved: Readonly<Record<string, number>>): ReadonlyMap<string, number> => new Map(Object.entries(saved));
  return {
    prior,
    m: [mApart, mHome],
    u: [uApart, uHome],
    terms: { least: terms.least, given: names(terms.given), family: names(terms.family), town: names(terms.town) },
  };
}
