// Reads which file imports what, with the compiler's own parser, so that no way of writing an import is missed.
import { dirname, relative, resolve } from 'node:path';
import { isImportDeclaration, isLiteralTypeNode, isNamedImports, isStringLiteral } from 'typescript/unstable/ast/is';
import { API } from 'typescript/unstable/sync';

export interface Import {
  /** A file of ours by its path from the root, else the package's or node's name as it is written. */
  readonly to: string;
  /** Only types: nothing is loaded when the program runs. */
  readonly typesOnly: boolean;
}

/** Every file of the project under its path from the root, with its imports. Files outside the root and in node_modules are not ours. */
export function readImports(root: string): Map<string, Import[]> {
  const api = new API({ cwd: root });
  try {
    const project = api.updateSnapshot({ openProject: resolve(root, 'tsconfig.json') }).getProjects()[0];
    const graph = new Map<string, Import[]>();
    for (const name of project?.program.getSourceFileNames() ?? []) {
      const path = relative(root, name).replaceAll('\\', '/');
      if (path.startsWith('..') || path.includes('node_modules/')) continue;
      const imports = project?.program.getSourceFile(name)?.imports ?? [];
      graph.set(
        path,
        imports.flatMap((node) => {
          if (!isStringLiteral(node)) return [];
          const to = node.text.startsWith('.') ? relative(root, resolve(dirname(name), node.text)).replaceAll('\\', '/') : node.text;
          return [{ to, typesOnly: importsTypesOnly(node.parent) }];
        }),
      );
    }
    return graph;
  } finally {
    api.close();
  }
}

type Node = Parameters<typeof isImportDeclaration>[0];

function importsTypesOnly(node: Node): boolean {
  if (isLiteralTypeNode(node)) return true;
  if (!isImportDeclaration(node)) return 'isTypeOnly' in node && node.isTypeOnly === true;
  const clause = node.importClause;
  if (!clause) return false;
  if (/^import\s+type\b/.test(node.getText())) return true;
  const named = clause.namedBindings;
  return !clause.name && named !== undefined && isNamedImports(named) && named.elements.every(({ isTypeOnly }) => isTypeOnly);
}
