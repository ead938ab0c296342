/**
 * Every colour, size and measure of the product, once: the style sheets and the charts are both made from here.
 * It decides no layout; it only names values and the pairs of them that must stay readable.
 */

/** A six-digit sRGB colour, such as `#1f2a30`. */
export type Hex = `#${string}`;

/** Colours of every staff page, and of person pages in a light theme. */
export const colour = {
  ink: '#1f2a30',
  mute: '#4d5b62',
  brand: '#0b5c66',
  brandDark: '#0b3b43',
  tint: '#e6f1f1',
  paper: '#f7f5f0',
  card: '#ffffff',
  bar: '#0b3b43',
  line: '#dfdbd1',
  lineDark: '#c9c4b8',
  edge: '#767f84',
  ok: '#0b6b4f',
  okShade: '#05412f',
  okInk: '#0a5039',
  okTint: '#e7f4ee',
  risk: '#b3261e',
  riskInk: '#8f1c15',
  riskTint: '#fcefed',
  warn: '#8a4b00',
  warnInk: '#6e3d00',
  warnTint: '#fff4dc',
  plum: '#5b3a82',
  plumInk: '#46296a',
  plumTint: '#f1ecf7',
  rust: '#b4532a',
  focus: '#ffeb3b',
  door: '#f2b632',
} as const satisfies Record<string, Hex>;

export type ColourName = keyof typeof colour;

/** Colours of person pages when the device asks for dark. Names missing here keep their light value. */
export const darkColour = {
  ink: '#edf2f1',
  mute: '#b4c0c1',
  brand: '#8fd6dc',
  brandDark: '#c3ebee',
  tint: '#17393e',
  paper: '#10181a',
  card: '#18262a',
  bar: '#082a30',
  line: '#34464a',
  lineDark: '#465a5f',
  edge: '#7d9195',
  ok: '#0f7f5e',
  okShade: '#074b37',
  okInk: '#a9e2cb',
  okTint: '#123a2d',
  risk: '#ff9d92',
  riskInk: '#ffc2bb',
  riskTint: '#43201d',
  warn: '#f0b765',
  warnInk: '#ffdca3',
  warnTint: '#3d2c10',
  plum: '#c9b0ea',
  plumInk: '#dfcdf6',
  plumTint: '#31244a',
  rust: '#ef9a76',
} as const satisfies Partial<Record<ColourName, Hex>>;

/** How a chart draws one role: the colour, the stroke, its dashes and the mark that says the same without colour. */
export interface ChartRole {
  readonly colour: Hex;
  /** Stroke width in CSS pixels. */
  readonly width: number;
  /** SVG `stroke-dasharray`; a solid line has none. */
  readonly dash?: string;
  readonly mark: 'circle' | 'diamond' | 'ring' | 'square' | 'triangle' | 'none';
}

export const chart = {
  average: { colour: colour.brandDark, width: 4, mark: 'diamond' },
  person: { colour: colour.brand, width: 3.5, mark: 'circle' },
  comparison: { colour: colour.rust, width: 2.5, dash: '8 5', mark: 'none' },
  reference: { colour: colour.plum, width: 2, dash: '7 5', mark: 'none' },
  cutOff: { colour: colour.ok, width: 2.5, mark: 'none' },
  limit: { colour: colour.edge, width: 1.5, dash: '5 4', mark: 'none' },
  context: { colour: '#5f8f95', width: 2, mark: 'ring' },
  neutral: { colour: '#66777a', width: 2, mark: 'circle' },
  neutralFlow: { colour: '#7d8a8c', width: 0, mark: 'none' },
  improvement: { colour: colour.brand, width: 2, mark: 'diamond' },
  concern: { colour: colour.rust, width: 2, mark: 'triangle' },
  strained: { colour: colour.rust, width: 2.5, mark: 'none' },
  interval: { colour: colour.tint, width: 3, mark: 'none' },
  grid: { colour: '#efece5', width: 1, mark: 'none' },
} as const satisfies Record<string, ChartRole>;

/** Opacity of a flow band beside its solid node. */
export const flowOpacity = 0.28;

/** Two font families: the product's own, and the machine's for codes. Arabic and Urdu use the device's fonts first; Welsh and Polish only those. */
export const family = {
  text: '"Atkinson Hyperlegible Next Variable", Arial, sans-serif',
  arabic: '"Noto Sans Arabic", "Geeza Pro", Tahoma, "Atkinson Hyperlegible Next Variable", sans-serif',
  device: 'system-ui, "Segoe UI", Roboto, Arial, sans-serif',
  code: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
} as const;

/** A step of the type scale: size in rem, unitless line height, weight. */
export interface TypeStep {
  readonly size: number;
  readonly line: number;
  readonly weight: number;
}

export const staffType = {
  micro: { size: 0.8125, line: 1.3, weight: 700 },
  small: { size: 0.875, line: 1.45, weight: 400 },
  dense: { size: 0.96875, line: 1.4, weight: 400 },
  body: { size: 1, line: 1.5, weight: 400 },
  lead: { size: 1.0625, line: 1.35, weight: 650 },
  h3: { size: 1.125, line: 1.3, weight: 700 },
  h2: { size: 1.25, line: 1.25, weight: 700 },
  finding: { size: 1.3125, line: 1.3, weight: 650 },
  voice: { size: 1.375, line: 1.42, weight: 400 },
  title: { size: 1.75, line: 1.15, weight: 700 },
  headline: { size: 2.375, line: 1.17, weight: 700 },
} as const satisfies Record<string, TypeStep>;

export const personType = {
  micro: { size: 1, line: 1.3, weight: 700 },
  small: { size: 1, line: 1.45, weight: 400 },
  dense: { size: 1.0625, line: 1.45, weight: 400 },
  body: { size: 1.1875, line: 1.5, weight: 400 },
  lead: { size: 1.25, line: 1.4, weight: 650 },
  h3: { size: 1.1875, line: 1.3, weight: 700 },
  h2: { size: 1.3125, line: 1.3, weight: 700 },
  finding: { size: 1.3125, line: 1.3, weight: 650 },
  voice: { size: 1.3125, line: 1.45, weight: 400 },
  title: { size: 1.9375, line: 1.18, weight: 700 },
  headline: { size: 1.9375, line: 1.18, weight: 700 },
} as const satisfies Record<keyof typeof staffType, TypeStep>;

/** Space in CSS pixels, on a grid of four. */
export const space = { 1: 4, 2: 8, 3: 12, 4: 16, 5: 20, 6: 24, 7: 28, 8: 32, 12: 48 } as const;

/** Corner radius in CSS pixels. */
export const radius = { chip: 6, control: 8, card: 10, personControl: 12, personBox: 14, pill: 20 } as const;

/** Two colours that meet on a page, and the least contrast ratio they must keep. */
export interface Pair {
  readonly front: ColourName;
  readonly back: ColourName;
  /** 4.5 for text, 3 for large text and marks. */
  readonly atLeast: 3 | 4.5;
  /** The ratio printed in the handbook, where it prints one. */
  readonly printed?: number;
}

const onCardAndPaper = (front: ColourName, atLeast: 3 | 4.5, card?: number, paper?: number): Pair[] => [
  { front, back: 'card', atLeast, ...(card === undefined ? {} : { printed: card }) },
  { front, back: 'paper', atLeast, ...(paper === undefined ? {} : { printed: paper }) },
];

/** Every pair that staff pages and light person pages use. */
export const lightPairs: readonly Pair[] = [
  ...onCardAndPaper('ink', 4.5, 14.7, 13.5),
  ...onCardAndPaper('mute', 4.5, 7.0, 6.5),
  ...onCardAndPaper('brand', 4.5, 7.7, 7.0),
  ...onCardAndPaper('brandDark', 4.5, 12.2, 11.2),
  ...onCardAndPaper('edge', 3, 4.1, 3.8),
  ...onCardAndPaper('ok', 4.5, 6.5, 6.0),
  ...onCardAndPaper('risk', 4.5, 6.5, 6.0),
  ...onCardAndPaper('warn', 4.5, 6.8, 6.2),
  ...onCardAndPaper('plum', 4.5, 8.9, 8.1),
  ...onCardAndPaper('rust', 4.5, 5.0, 4.6),
  { front: 'brandDark', back: 'tint', atLeast: 4.5, printed: 10.6 },
  { front: 'mute', back: 'tint', atLeast: 4.5, printed: 6.1 },
  { front: 'ink', back: 'tint', atLeast: 4.5 },
  { front: 'brand', back: 'tint', atLeast: 4.5 },
  { front: 'edge', back: 'tint', atLeast: 3 },
  { front: 'okInk', back: 'okTint', atLeast: 4.5, printed: 8.4 },
  { front: 'riskInk', back: 'riskTint', atLeast: 4.5, printed: 8.0 },
  { front: 'warnInk', back: 'warnTint', atLeast: 4.5, printed: 8.3 },
  { front: 'plumInk', back: 'plumTint', atLeast: 4.5, printed: 10.1 },
  { front: 'ink', back: 'okTint', atLeast: 4.5 },
  { front: 'ink', back: 'riskTint', atLeast: 4.5 },
  { front: 'ink', back: 'warnTint', atLeast: 4.5 },
  { front: 'ink', back: 'plumTint', atLeast: 4.5 },
  { front: 'card', back: 'bar', atLeast: 4.5, printed: 12.2 },
  { front: 'card', back: 'ok', atLeast: 4.5, printed: 6.5 },
  { front: 'card', back: 'brand', atLeast: 4.5 },
  { front: 'card', back: 'risk', atLeast: 4.5 },
  { front: 'ink', back: 'focus', atLeast: 4.5 },
  { front: 'door', back: 'bar', atLeast: 3 },
];

/** Every pair that dark person pages use. `card` in front stands for white there: see {@link darkWhitePairs}. */
export const darkPairs: readonly Pair[] = [
  ...onCardAndPaper('ink', 4.5, 13.8, 15.9),
  ...onCardAndPaper('mute', 4.5, 8.3, 9.6),
  ...onCardAndPaper('brand', 4.5, 9.5, 11.0),
  ...onCardAndPaper('brandDark', 4.5),
  ...onCardAndPaper('edge', 3, 4.7, 5.4),
  ...onCardAndPaper('risk', 4.5, 7.8, 9.0),
  ...onCardAndPaper('warn', 4.5),
  ...onCardAndPaper('plum', 4.5),
  ...onCardAndPaper('rust', 4.5),
  { front: 'ink', back: 'tint', atLeast: 4.5, printed: 11.0 },
  { front: 'mute', back: 'tint', atLeast: 4.5 },
  { front: 'brand', back: 'tint', atLeast: 4.5 },
  { front: 'okInk', back: 'okTint', atLeast: 4.5 },
  { front: 'riskInk', back: 'riskTint', atLeast: 4.5 },
  { front: 'warnInk', back: 'warnTint', atLeast: 4.5 },
  { front: 'plumInk', back: 'plumTint', atLeast: 4.5 },
  { front: 'ink', back: 'okTint', atLeast: 4.5 },
  { front: 'ink', back: 'riskTint', atLeast: 4.5 },
  { front: 'ink', back: 'warnTint', atLeast: 4.5 },
  { front: 'ink', back: 'bar', atLeast: 4.5 },
];

/** Backgrounds that carry white text in dark pages, with the ratio the handbook prints. */
export const darkWhitePairs: readonly { readonly back: ColourName; readonly atLeast: 4.5; readonly printed?: number }[] = [
  { back: 'ok', atLeast: 4.5, printed: 5.0 },
  { back: 'bar', atLeast: 4.5 },
];

/** Relative luminance of a colour, 0 to 1 (WCAG 2.2, definition of relative luminance). */
export const luminance = (hex: Hex): number => {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
};

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio). */
export const contrast = (one: Hex, other: Hex): number => {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
};

/** Colours a service may set for itself. */
export type Theme = Partial<Record<'brand' | 'brandDark' | 'bar' | 'tint' | 'door', Hex>>;

/** A pair whose colours are too close, as the person who chose the theme should read it. */
export interface WeakPair {
  readonly front: ColourName;
  readonly back: ColourName;
  readonly ratio: number;
  readonly atLeast: number;
}

/** Pairs that a theme would push under their limit; an empty list means the theme may be used. */
export const weakPairs = (theme: Theme): readonly WeakPair[] => {
  const themed: Record<ColourName, Hex> = { ...colour, ...theme };
  return lightPairs
    .map(({ front, back, atLeast }) => ({ front, back, atLeast, ratio: contrast(themed[front], themed[back]) }))
    .filter(({ ratio, atLeast }) => ratio < atLeast);
};

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const declarations = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => `--${kebab(name)}:${value};`)
    .join('');

/** A style sheet of a service's own colours, for pages that load it after the bundle. Refuses a theme with a weak pair. */
export const themeSheet = (theme: Theme): string => {
  const weak = weakPairs(theme);
  if (weak.length > 0) throw new Error(`These colours are too close: ${weak.map(({ front, back }) => `${front} on ${back}`).join(', ')}`);
  return `:root{${declarations({ ...theme })}}`;
};

const scale = (steps: Readonly<Record<string, TypeStep>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(steps).flatMap(([name, { size, line, weight }]) => [
      [`type-${name}`, `${weight} ${size}rem/${line} var(--family)`],
      [`size-${name}`, `${size}rem`],
    ]),
  );

const lengths = (prefix: string, values: Readonly<Record<string, number>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, pixels]) => [`${prefix}-${name}`, `${pixels / 16}rem`]));

/**
 * The CSS custom properties of one bundle. Staff pages are light; person pages follow the device into dark.
 * `--type-…` is a whole `font` value, `--space-…` and `--radius-…` are in rem so that they grow with the text.
 */
export const tokenSheet = (audience: 'staff' | 'person'): string => {
  const radii = Object.fromEntries(Object.entries(radius).map(([name, pixels]) => [`radius-${name}`, `${pixels}px`]));
  const root = declarations({
    ...colour,
    family: family.text,
    'family-arabic': family.arabic,
    'family-device': family.device,
    'family-code': family.code,
    ...scale(audience === 'staff' ? staffType : personType),
    ...lengths('space', space),
    ...radii,
  });
  const more = declarations({ line: 'var(--edge)', lineDark: 'var(--edge)', mute: 'var(--ink)' });
  const sheet = `:root{color-scheme:light${audience === 'person' ? ' dark' : ''};${root}}`;
  // Half of the letters of Welsh and Polish are in the second file of our typeface: two files would weigh more than the rest of the page.
  const letters =
    ':root:lang(ar),:root:lang(ur){--family:var(--family-arabic);}' +
    ':root:lang(cy),:root:lang(pl),:root.od-save-data{--family:var(--family-device);}';
  const dark = `@media (prefers-color-scheme:dark){:root{${declarations(darkColour)}}}`;
  return `${sheet}${letters}${audience === 'person' ? dark : ''}@media (prefers-contrast:more){:root{${more}}}`;
};
