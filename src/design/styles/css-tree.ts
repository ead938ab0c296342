/** A small tree of a style sheet, enough to take rules out and rename properties in Sass's output. It is not a general CSS parser. */

export interface Declaration {
  readonly kind: 'declaration';
  readonly property: string;
  readonly value: string;
}

export interface Block {
  readonly kind: 'block';
  /** Selector list, or an at-rule with its condition. */
  readonly head: string;
  readonly children: readonly CssNode[];
}

/** An at-rule without a block, such as `@charset`. */
export interface Statement {
  readonly kind: 'statement';
  readonly text: string;
}

export type CssNode = Declaration | Block | Statement;

/** End of a quoted string or a bracketed part that starts at `at`, or `at` itself where none starts. */
const skip = (css: string, at: number): number => {
  const start = css[at];
  if (start === '"' || start === "'") {
    let end = at + 1;
    while (end < css.length && css[end] !== start) end += css[end] === '\\' ? 2 : 1;
    return end + 1;
  }
  if (start === '(') {
    let end = at + 1;
    while (end < css.length && css[end] !== ')') end = Math.max(end + 1, skip(css, end));
    return end + 1;
  }
  return at;
};

const declaration = (text: string): CssNode => {
  const colon = text.indexOf(':');
  if (text.startsWith('@') || colon < 0) return { kind: 'statement', text };
  return { kind: 'declaration', property: text.slice(0, colon).trim(), value: text.slice(colon + 1).trim() };
};

/** Parses compressed or expanded CSS. Comments are dropped. */
export const parseCss = (source: string): CssNode[] => {
  const css = source.replace(/\/\*[\s\S]*?\*\//g, '');
  let at = 0;
  const nodes = (): CssNode[] => {
    const found: CssNode[] = [];
    let start = at;
    const text = (): string => css.slice(start, at).trim();
    while (at < css.length) {
      const skipped = skip(css, at);
      if (skipped > at) {
        at = skipped;
        continue;
      }
      const character = css[at];
      if (character === ';' || character === '}') {
        if (text()) found.push(declaration(text()));
        if (character === '}') return found;
        at += 1;
        start = at;
      } else if (character === '{') {
        const head = text();
        at += 1;
        const children = nodes();
        at += 1;
        found.push({ kind: 'block', head, children });
        start = at;
      } else at += 1;
    }
    if (text()) found.push(declaration(text()));
    return found;
  };
  return nodes();
};

const printNode = (node: CssNode): string => {
  switch (node.kind) {
    case 'declaration':
      return `${node.property}:${node.value};`;
    case 'statement':
      return `${node.text};`;
    case 'block':
      return `${node.head}{${printCss(node.children)}}\n`;
  }
};

export const printCss = (nodes: readonly CssNode[]): string => nodes.map(printNode).join('');

/** Splits at commas or spaces that stand outside brackets and strings. */
export const splitOutside = (text: string, separator: ',' | ' '): string[] => {
  const parts: string[] = [];
  let start = 0;
  let at = 0;
  while (at < text.length) {
    const skipped = skip(text, at);
    if (skipped > at) at = skipped;
    else {
      if (text[at] === separator) {
        parts.push(text.slice(start, at));
        start = at + 1;
      }
      at += 1;
    }
  }
  parts.push(text.slice(start));
  return parts.map((part) => part.trim()).filter(Boolean);
};

/** Rebuilds a tree block by block, from the inside; what a function answers with takes the block's place. */
export const mapBlocks = (nodes: readonly CssNode[], change: (block: Block) => readonly CssNode[]): CssNode[] =>
  nodes.flatMap((node) => (node.kind === 'block' ? change({ ...node, children: mapBlocks(node.children, change) }) : [node]));

/** Rebuilds every declaration. */
export const mapDeclarations = (nodes: readonly CssNode[], change: (declaration: Declaration) => readonly Declaration[]): CssNode[] =>
  nodes.flatMap((node): CssNode[] => {
    if (node.kind === 'declaration') return [...change(node)];
    return node.kind === 'block' ? [{ ...node, children: mapDeclarations(node.children, change) }] : [node];
  });
