import type { Scope, ScopeVariable } from '@typescript-eslint/scope-manager';
import { Kind } from '../tree/kinds.js';

/** The variable that `name` means at `offset`, or `undefined` if no scope declares it. */
export function variableAt(globalScope: Scope | null, offset: number, name: string): ScopeVariable | undefined {
  let scope = globalScope;
  for (let inner = scope; inner !== null; inner = childAt(inner, offset)) {
    scope = inner;
  }
  while (scope !== null) {
    const variable = scope.set.get(name);
    if (variable !== undefined) {
      return variable;
    }
    scope = scope.upper;
  }
  return undefined;
}

function childAt(scope: Scope, offset: number): Scope | null {
  // The last one: several scopes of one node nest, and siblings do not overlap.
  return (
    scope.childScopes.findLast(
      ({ block }) => block.type === Kind.Program || (block.range[0] <= offset && offset < block.range[1]),
    ) ?? null
  );
}
