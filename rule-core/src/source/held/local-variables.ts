import type { Scope, ScopeVariable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type { ExtractionContext } from '../extraction-context.js';
import { Kind, type Node } from '../tree/kinds.js';
import { patternIdentifiers } from '../tree/pattern-names.js';

/** The innermost of the scopes of some nodes, innermost last. */
export function scopeAt({ module }: ExtractionContext, around: readonly Node[]): Scope | null {
  for (let index = around.length - 1; index >= 0; index--) {
    const node = around[index];
    const scope = node === undefined ? null : module.scopeManager.acquire(node, true);
    if (scope !== null) {
      return scope;
    }
  }
  return null;
}

/** The variable that a name means in a scope; `undefined` if none around declares it. */
export function variableIn(scope: Scope | null, name: string): ScopeVariable | undefined {
  for (let current = scope; current !== null; current = current.upper) {
    const variable = current.set.get(name);
    if (variable !== undefined) {
      return variable;
    }
  }
  return undefined;
}

/** The parameter of a function that binds a name. */
export function parameterAt(definingNode: Node, name: Node): Node | null {
  const parameters = 'params' in definingNode && Array.isArray(definingNode.params) ? definingNode.params : [];
  // Every node with a list called `params` here is a function: the scope analysis says so.
  for (const parameter of parameters as readonly TSESTree.Parameter[]) {
    const pattern = parameter.type === Kind.TSParameterProperty ? parameter.parameter : parameter;
    if (patternIdentifiers(pattern).some((identifier) => identifier === name)) {
      return pattern;
    }
  }
  return null;
}

/**
 * The one expression that a variable is ever given: its initialiser, or its only assignment where it has none.
 *
 * @returns `null` if there are several, or none
 */
export function initialiserOf(variable: ScopeVariable, declarator: TSESTree.VariableDeclarator): Node | null {
  const writes = variable.references.filter((reference) => reference.isWrite());
  const [only, ...others] = writes;
  if (others.length > 0 || only === undefined) {
    return null;
  }
  return declarator.init ?? only.writeExpr ?? null;
}
