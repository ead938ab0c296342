/**
 * What we take from nhsuk-frontend's compiled styles: only rules for classes our components print, in logical properties, in our
 * tokens, with no font, image or address of anyone else.
 */
import { colour, type Hex } from '../tokens.ts';
import { type Block, type CssNode, type Declaration, mapBlocks, mapDeclarations, parseCss, splitOutside } from './css-tree.ts';
import { directionSafe } from './direction-safe.ts';

/** Class names of nhsuk-frontend found in source text, whole. */
export const nhsukClasses = (sources: readonly string[]): ReadonlySet<string> =>
  new Set(sources.flatMap((source) => source.match(/nhsuk-[a-z0-9]+(?:(?:__|--|-)[a-z0-9]+)*/g) ?? []));

const classesOf = (selector: string): string[] => selector.match(/\.(?:\\.|[\w-])+/g)?.map((name) => name.slice(1)) ?? [];

/** What nhsuk's own script sets, which we do not load. */
const scripted = /nhsuk-frontend-supported|js-enabled|data-sort/;

const keepsSelector = (selector: string, used: ReadonlySet<string>): boolean =>
  !scripted.test(selector) && classesOf(selector).every((name) => used.has(name)) && classesOf(selector).length > 0;

/** Colours of text that nhsuk sets again for forced colours, which a browser sets by itself. */
const repeated = ({ head, children }: Block): boolean =>
  head.includes('forced-colors') &&
  children.every(
    (inner) => inner.kind === 'block' && inner.children.every((one) => one.kind === 'declaration' && one.property === 'color'),
  );

const isNested = (head: string): boolean => /^@(media|supports|layer|container)/.test(head);

const purge = (sheet: readonly CssNode[], used: ReadonlySet<string>): CssNode[] =>
  mapBlocks(sheet, (block) => {
    if (block.children.length === 0 || repeated(block)) return [];
    if (isNested(block.head)) return [block];
    if (block.head.startsWith('@')) return [];
    const kept = splitOutside(block.head, ',').filter((selector) => keepsSelector(selector, used));
    return kept.length === 0 ? [] : [{ ...block, head: kept.join(',') }];
  });

const token = new Map<string, string>(
  Object.entries(colour)
    .filter(([name]) => !['bar', 'card'].includes(name))
    .map(([name, hex]): [Hex, string] => [hex, `var(--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)})`]),
);

const inTokens = (declaration: Declaration): Declaration => {
  const named = declaration.value.replace(/#[0-9a-f]{6}\b/gi, (hex) => token.get(hex.toLowerCase()) ?? hex);
  const white = /^(?:background|background-color)$/.test(declaration.property) && /^(?:#fff(?:fff)?|white)$/.test(named);
  return { ...declaration, value: white ? 'var(--card)' : named };
};

/** Declarations that would ask another file or set the typeface, which is ours to set; and those for browsers before `:has()`, which our own styles need. */
const ours = ({ property, value }: Declaration): boolean =>
  !/url\(/.test(value) && property !== 'font-family' && !/^(?:--nhsuk|-ms-|-webkit-(?:appearance|clip-path))/.test(property);

/** From nhsuk's compiled CSS to the part we ship. */
export const nhsukPart = (compiled: string, used: ReadonlySet<string>): CssNode[] =>
  directionSafe(
    purge(
      mapDeclarations(
        parseCss(compiled).filter(({ kind }) => kind !== 'statement'),
        (declaration) => (ours(declaration) ? [inTokens(declaration)] : []),
      ),
      used,
    ),
  );
