/** Takes out of the style sheet for people what only staff components print. Pure: sources and a sheet in, a smaller sheet out. */
import { type CssNode, mapBlocks, splitOutside } from './css-tree.ts';

/** Class names written in source text. One that ends in a dash begins names whose end is worked out, such as `od-chip--${tone}`. */
const classesIn = (sources: readonly string[]): ReadonlySet<string> =>
  new Set(sources.flatMap((source) => source.match(/(?:od|nhsuk)-[a-zA-Z0-9_-]+/g) ?? []));

const prints = (classes: ReadonlySet<string>, name: string): boolean =>
  classes.has(name) || [...classes].some((one) => one.endsWith('-') && name.startsWith(one));

/** Classes a selector needs, outside the brackets of `:is()` and `:not()`, where another may do. */
const needed = (selector: string): string[] =>
  (selector.replaceAll(/\([^)]*\)/g, '').match(/\.[\w-]+/g) ?? []).map((name) => name.slice(1));

/** `staff` are the sources of components that only staff pages use; `others` those of all the rest, scripts among them. */
export const forPeople = (sheet: readonly CssNode[], staff: readonly string[], others: readonly string[]): CssNode[] => {
  const theirs = classesIn(staff);
  const shared = classesIn(others);
  const staffOnly = (name: string): boolean => prints(theirs, name) && !prints(shared, name);
  return mapBlocks(sheet, (block) => {
    if (block.children.length === 0) return [];
    if (block.head.startsWith('@')) return [block];
    const kept = splitOutside(block.head, ',').filter((selector) => !needed(selector).some(staffOnly));
    return kept.length === 0 ? [] : [{ ...block, head: kept.join(',') }];
  });
};
