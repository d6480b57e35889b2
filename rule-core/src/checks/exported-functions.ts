import type { Declaration, ModuleFacts } from '../source/facts.js';
import type { DeclaredSymbol } from './concern-targets.js';
import { undeclared } from './undeclared.js';

/**
 * The function that a module exports under a name where it is written: `exports.a = () => …`, `export default (x) => …`. It is
 * as good as a declaration.
 *
 * @param exported `'export='` for the whole of a CommonJS module
 */
export function exportedFunction(facts: ModuleFacts, exported: string): DeclaredSymbol | undefined {
  return exportedFunctions(facts).find(({ declaration }) => declaration.exportedAs.includes(exported));
}

/** All of them. */
export function exportedFunctions({ exports, path }: ModuleFacts): DeclaredSymbol[] {
  return exports.flatMap((fact) =>
    fact.local === null && fact.signature !== null
      ? [undeclared(path, fact, { kind: 'function', signature: fact.signature } satisfies Partial<Declaration>)]
      : [],
  );
}
