import type { AskTypes, TypedDeclaration } from '@ssot/rule-core';
import type { SourceCode } from 'eslint';
import type * as ts from 'typescript';

/** `ts.SymbolFlags.Alias`: the plugin works with whatever TypeScript the parser brings, and loads none itself. */
const ALIAS = 1 << 21;

/**
 * The type checker behind a file, where typescript-eslint's parser was given one (`projectService`, `project`).
 *
 * @returns `undefined` without type information
 */
export function typeOrigins(sourceCode: SourceCode): AskTypes | undefined {
  const services = sourceCode.parserServices as Partial<TypedServices> | undefined;
  const { program, esTreeNodeToTSNodeMap: nodes } = services ?? {};
  if (program === undefined || program === null || nodes === undefined) return undefined;
  return (positions) => {
    const file = nodes.get(sourceCode.ast);
    const checker = program.getTypeChecker();
    return positions.map((position) => {
      const node = file && identifierAt(file, file, position);
      return node && declarationOf(checker, node);
    });
  };
}

/** What typescript-eslint's parser offers; other parsers offer nothing, or an object without these. */
interface TypedServices {
  readonly program: ts.Program | null;
  readonly esTreeNodeToTSNodeMap: { get(node: unknown): ts.SourceFile | undefined };
}

function identifierAt(node: ts.Node, file: ts.SourceFile, position: number): ts.Node {
  const child = node.forEachChild((inner) =>
    inner.getStart(file) <= position && position < inner.end ? inner : undefined,
  );
  return child === undefined ? node : identifierAt(child, file, position);
}

function declarationOf(checker: ts.TypeChecker, node: ts.Node): TypedDeclaration | undefined {
  const found = checker.getSymbolAtLocation(node);
  const symbol = found && (found.flags & ALIAS) !== 0 ? checker.getAliasedSymbol(found) : found;
  const declaration = symbol?.declarations?.[0];
  if (declaration === undefined) return undefined;
  const path: string[] = [];
  let current: ts.Node = declaration;
  // Up to the source file, the only node without a parent.
  for (let next = parentOf(current); next !== undefined; next = parentOf(current)) {
    const name = nameOf(current);
    if (name !== undefined) path.unshift(name);
    current = next;
  }
  return { file: current.getSourceFile().fileName, path };
}

function parentOf(node: ts.Node): ts.Node | undefined {
  // Declared as always there, which it is not for a source file.
  return node.parent;
}

function nameOf(node: ts.Node): string | undefined {
  const name = 'name' in node ? (node.name as ts.Node | undefined) : undefined;
  return name !== undefined && 'text' in name && typeof name.text === 'string' ? name.text : undefined;
}
