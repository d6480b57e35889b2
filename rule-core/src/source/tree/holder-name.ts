import { Kind, type Node } from './kinds.js';
import { keyName, memberName } from './static-name.js';
import { unwrapped } from './unwrapped.js';

/**
 * The name of what holds a function or class expression: `run` of `const run = () => …`, `api.run` of
 * `const api = { run() {…} }`, `A.prototype.run` of `A.prototype.run = function () {…}`; `''` if nothing holds it.
 *
 * @param ancestors The nodes around the expression, innermost last.
 */
export function holderName(node: Node, ancestors: readonly Node[]): string {
  const segments: string[] = [];
  let held = node;
  for (let index = ancestors.length - 1; index >= 0; index--) {
    const parent = ancestors[index];
    if (parent === undefined) {
      break;
    }
    switch (parent.type) {
      case Kind.Property:
        if (parent.value === held) {
          const key = keyName(parent.key, parent.computed);
          if (key !== null) {
            segments.push(key);
          }
        }
        break;
      case Kind.ObjectExpression:
      case Kind.TSAsExpression:
      case Kind.TSSatisfiesExpression:
      case Kind.TSTypeAssertion:
      case Kind.TSNonNullExpression:
        break;
      case Kind.VariableDeclarator:
        if (parent.init === held && parent.id.type === Kind.Identifier) {
          segments.push(parent.id.name);
        }
        return joined(segments);
      case Kind.AssignmentExpression:
        if (parent.right === held) {
          segments.push(...targetSegments(parent.left).reverse());
        }
        return joined(segments);
      default:
        return joined(segments);
    }
    held = parent;
  }
  return joined(segments);
}

function joined(segments: string[]): string {
  return segments.reverse().join('.');
}

/** `['A', 'prototype', 'run']`; what CommonJS writes in front of an export is no name. */
function targetSegments(target: Node): string[] {
  const segments: string[] = [];
  let current = unwrapped(target);
  while (current.type === Kind.MemberExpression) {
    const name = memberName(current);
    if (name === null) {
      return [];
    }
    segments.unshift(name);
    current = unwrapped(current.object);
  }
  if (current.type === Kind.Identifier) {
    segments.unshift(current.name);
  }
  if (segments[0] === 'module' && segments[1] === 'exports') {
    return segments.slice(2);
  }
  return segments[0] === 'exports' ? segments.slice(1) : segments;
}
