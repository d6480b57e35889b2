import type { AskTypes, TypedDeclaration } from './typed-origins.js';

/** `ts.SymbolFlags.Alias`: any version of TypeScript may be behind a program, and none is loaded here. */
const ALIAS = 1 << 21;

/** What of TypeScript's `Node` is needed to find identifiers and the names around them. */
export interface CheckedNode {
  readonly end: number;
  /** `undefined` for a source file, although TypeScript declares it as always there. */
  readonly parent: CheckedNode | undefined;
  getStart(file?: unknown): number;
  forEachChild<Result>(visit: (node: CheckedNode) => Result | undefined): Result | undefined;
  getSourceFile(): { readonly fileName: string };
}

interface CheckedSymbol {
  readonly flags: number;
  readonly declarations?: readonly CheckedNode[] | undefined;
}

/** What of TypeScript's `Program` is needed to ask where names come from. */
export interface CheckedProgram {
  getTypeChecker(): {
    getSymbolAtLocation(node: CheckedNode): CheckedSymbol | undefined;
    getAliasedSymbol(symbol: CheckedSymbol): CheckedSymbol;
  };
}

/**
 * Asks TypeScript's checker.
 *
 * @param program A `ts.Program`.
 * @param file The module's source file in it.
 * @param mark The length of the byte order mark in the source file's text.
 */
export function typesOf(program: CheckedProgram, file: CheckedNode, mark: number): AskTypes {
  return (positions) => {
    const checker = program.getTypeChecker();
    return positions.map((position) => {
      const found = checker.getSymbolAtLocation(identifierAt(file, file, position + mark));
      const symbol = found !== undefined && (found.flags & ALIAS) !== 0 ? checker.getAliasedSymbol(found) : found;
      const declaration = symbol?.declarations?.[0];
      return declaration && placeOf(declaration);
    });
  };
}

function identifierAt(node: CheckedNode, file: CheckedNode, position: number): CheckedNode {
  const child = node.forEachChild((inner) =>
    inner.getStart(file) <= position && position < inner.end ? inner : undefined,
  );
  return child === undefined ? node : identifierAt(child, file, position);
}

function placeOf(declaration: CheckedNode): TypedDeclaration {
  const path: string[] = [];
  let current = declaration;
  for (let next = current.parent; next !== undefined; next = current.parent) {
    const name = nameOf(current);
    if (name !== undefined) {
      path.unshift(name);
    }
    current = next;
  }
  return { file: current.getSourceFile().fileName, path };
}

function nameOf(node: CheckedNode): string | undefined {
  const name: unknown = 'name' in node ? node.name : undefined;
  return typeof name === 'object' && name !== null && 'text' in name && typeof name.text === 'string'
    ? name.text
    : undefined;
}
