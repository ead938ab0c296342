/** Turns physical properties into logical ones, so that one style sheet serves both directions of reading. */
import { type CssNode, type Declaration, mapDeclarations, splitOutside } from './css-tree.ts';

const renamed: ReadonlyMap<string, string> = new Map(
  Object.entries({
    left: 'inset-inline-start',
    right: 'inset-inline-end',
    'margin-left': 'margin-inline-start',
    'margin-right': 'margin-inline-end',
    'padding-left': 'padding-inline-start',
    'padding-right': 'padding-inline-end',
    'border-left': 'border-inline-start',
    'border-right': 'border-inline-end',
    'border-left-color': 'border-inline-start-color',
    'border-right-color': 'border-inline-end-color',
    'border-left-style': 'border-inline-start-style',
    'border-right-style': 'border-inline-end-style',
    'border-left-width': 'border-inline-start-width',
    'border-right-width': 'border-inline-end-width',
    'border-top-left-radius': 'border-start-start-radius',
    'border-top-right-radius': 'border-start-end-radius',
    'border-bottom-left-radius': 'border-end-start-radius',
    'border-bottom-right-radius': 'border-end-end-radius',
  }),
);

const sides: ReadonlyMap<string, string> = new Map([
  ['left', 'start'],
  ['right', 'end'],
]);
const floats: ReadonlyMap<string, string> = new Map([
  ['left', 'inline-start'],
  ['right', 'inline-end'],
]);

const important = (value: string): { plain: string; mark: string } => {
  const plain = value.replace(/\s*!important$/, '');
  return { plain, mark: plain === value ? '' : ' !important' };
};

/** `margin: 1px 2px 3px 4px` differs by side; written as block and inline it does not care which side reading starts. */
const fourSides = ({ property, value }: Declaration): readonly Declaration[] => {
  const { plain, mark } = important(value);
  const [top, right, bottom, left] = splitOutside(plain, ' ');
  if (left === undefined || left === right) return [{ kind: 'declaration', property, value }];
  return [
    { kind: 'declaration', property: `${property}-block`, value: `${top} ${bottom}${mark}` },
    { kind: 'declaration', property: `${property}-inline`, value: `${left} ${right}${mark}` },
  ];
};

const logical = (declaration: Declaration): readonly Declaration[] => {
  const { property, value } = declaration;
  const name = renamed.get(property);
  if (name) return [{ ...declaration, property: name }];
  if (property === 'margin' || property === 'padding') return fourSides(declaration);
  const { plain, mark } = important(value);
  if (property === 'text-align') return [{ ...declaration, value: `${sides.get(plain) ?? plain}${mark}` }];
  if (property === 'float' || property === 'clear') return [{ ...declaration, value: `${floats.get(plain) ?? plain}${mark}` }];
  return [declaration];
};

export const directionSafe = (sheet: readonly CssNode[]): CssNode[] => mapDeclarations(sheet, logical);

/** Declarations that still care which side is left, for the test that there are none. */
export const physical = (sheet: readonly CssNode[]): string[] => {
  const found: string[] = [];
  mapDeclarations(sheet, (declaration) => {
    const [now] = logical(declaration);
    if (now !== declaration && (now?.property !== declaration.property || now.value !== declaration.value)) {
      found.push(`${declaration.property}: ${declaration.value}`);
    }
    return [declaration];
  });
  return found;
};
