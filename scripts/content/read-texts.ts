// Reads the words that people may read out of program files: markup's text and strings that look like words, with where they stand.
import { relative, resolve } from 'node:path';
import type { Node } from 'typescript/unstable/ast';
import {
  isImportDeclaration,
  isJsxText,
  isNoSubstitutionTemplateLiteral,
  isStringLiteral,
  isTaggedTemplateExpression,
  isTemplateHead,
  isTemplateMiddle,
  isTemplateTail,
} from 'typescript/unstable/ast/is';
import { API } from 'typescript/unstable/sync';

export interface ReadText {
  /** From the root. */
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** Two words or more: a code, a class or a path is none. */
const looksLikeWords = /\p{L}{2,}[^\p{L}]*\s+[^\p{L}]*\p{L}/u;

const statement =
  /^(select|insert|update|delete|create|grant|alter|drop|set|with|begin|do|explain|truncate)\b.*\b(from|into|set|table|role|database|schema|on|transaction|to)\b/;

export function readTexts(root: string, of: (file: string) => boolean): { files: number; texts: ReadText[] } {
  const api = new API({ cwd: root });
  const texts: ReadText[] = [];
  let files = 0;
  try {
    const program = api.updateSnapshot({ openProject: resolve(root, 'tsconfig.json') }).getProjects()[0]?.program;
    for (const name of program?.getSourceFileNames() ?? []) {
      const file = relative(root, name).replaceAll('\\', '/');
      const source = file.startsWith('..') || !of(file) ? undefined : program?.getSourceFile(name);
      if (!source) continue;
      files++;
      const visit = (node: Node): void => {
        if (isImportDeclaration(node) || isTaggedTemplateExpression(node)) return;
        if (
          isJsxText(node) ||
          isStringLiteral(node) ||
          isNoSubstitutionTemplateLiteral(node) ||
          isTemplateHead(node) ||
          isTemplateMiddle(node) ||
          isTemplateTail(node)
        ) {
          const text = node.text.replaceAll(/\s+/g, ' ').trim();
          if (looksLikeWords.test(text) && !statement.test(text))
            texts.push({ file, line: source.text.slice(0, node.end).split('\n').length, text });
        }
        node.forEachChild(visit);
      };
      visit(source);
    }
  } finally {
    api.close();
  }
  return { files, texts };
}
