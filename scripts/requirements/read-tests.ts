// Reads the names of tests with the compiler's own parser, so that a name in a comment or a string is not taken for a test.
import { relative, resolve } from 'node:path';
import type { Node } from 'typescript/unstable/ast';
import {
  isCallExpression,
  isIdentifier,
  isNoSubstitutionTemplateLiteral,
  isPropertyAccessExpression,
  isStringLiteral,
  isTemplateExpression,
} from 'typescript/unstable/ast/is';
import { API } from 'typescript/unstable/sync';

export interface NamedTest {
  /** From the root. */
  readonly file: string;
  /** What is worked out only when it runs stands as …. */
  readonly name: string;
}

const isTestFile = (file: string): boolean => /\.(test|long)\.tsx?$/.test(file);

/** The tests of every *.test.ts, *.test.tsx and *.long.ts of the project at `root`. A test named by a variable has no name to read and is left out. */
export function readTests(root: string): NamedTest[] {
  const api = new API({ cwd: root });
  const tests: NamedTest[] = [];
  try {
    const program = api.updateSnapshot({ openProject: resolve(root, 'tsconfig.json') }).getProjects()[0]?.program;
    for (const path of program?.getSourceFileNames() ?? []) {
      const file = relative(root, path).replaceAll('\\', '/');
      const source = file.startsWith('..') || !isTestFile(file) ? undefined : program?.getSourceFile(path);
      if (!source) continue;
      const visit = (node: Node): void => {
        const name = nameOfTest(node);
        if (name !== null) tests.push({ file, name });
        node.forEachChild(visit);
      };
      visit(source);
    }
  } finally {
    api.close();
  }
  return tests;
}

/** Of test(…), it(…), describe(…), t.test(…) and test.only(…); null for every other node. */
function nameOfTest(node: Node): string | null {
  if (!isCallExpression(node)) return null;
  const called = isPropertyAccessExpression(node.expression) ? [node.expression.expression, node.expression.name] : [node.expression];
  if (!called.some((part) => isIdentifier(part) && /^(test|it|describe)$/.test(part.text))) return null;
  // What asks a pattern, /x/.test(word), has one argument; a test has its work as well.
  const [first, work] = node.arguments;
  if (!first || !work) return null;
  if (isStringLiteral(first) || isNoSubstitutionTemplateLiteral(first)) return first.text;
  if (isTemplateExpression(first)) return [first.head.text, ...first.templateSpans.map((span) => span.literal.text)].join('…');
  return null;
}
