import { Kind, type Node } from './kinds.js';

/** `function f(this: Window)`: a type, not a parameter that callers give. */
export function isThisParameter(parameter: Node): boolean {
  return parameter.type === Kind.Identifier && parameter.name === 'this';
}
