// Finds classes that a page or component prints and nothing defines, so that nothing looks like a page of the design and is none. Pure.

export interface PageSource {
  /** From the root. */
  readonly file: string;
  readonly text: string;
}

/** Class names of a style sheet; of scripts, those they look for. */
export const classesOf = (text: string): ReadonlySet<string> => new Set(text.match(/\b(?:od|nhsuk)-[\w-]+/g) ?? []);

/** Drawings name their parts for tests; nhsuk-frontend’s own markup carries names it gives no style to, and a test holds us to its markup. */
const named = (file: string, name: string): boolean =>
  /^src\/design\/charts\//.test(file) || (name.startsWith('nhsuk-') && file.startsWith('src/design/'));

/**
 * A sentence for each class printed and not defined. `od-chip--${tone}` is defined when a class begins like that, and `od-care` when it
 * names a block whose parts are defined, such as `od-care__route`.
 */
export function undefinedClasses(sources: readonly PageSource[], defined: ReadonlySet<string>): string[] {
  const begins = (start: string): boolean => [...defined].some((one) => one.startsWith(start));
  return sources.flatMap(({ file, text }) =>
    text.split('\n').flatMap((line, at) =>
      [...line.matchAll(/(?<![\w/.#-])((?:od|nhsuk)-[\w-]+)(?!\.\w)(\$\{)?/g)].flatMap(([, name = '', more]) => {
        const fits = more ? begins(name) : defined.has(name) || begins(`${name}__`) || begins(`${name}--`);
        return fits || named(file, name) ? [] : [`${file}:${at + 1} prints the class ${name}, which no style sheet defines.`];
      }),
    ),
  );
}
