import type { TSESTree } from '@typescript-eslint/types';
import { Kind, type Node } from '../tree/kinds.js';
import { memberName } from '../tree/static-name.js';
import { unwrapped } from '../tree/unwrapped.js';

/** The last name of what is called: `useState` of `React.useState(…)`, `default` of `z.string().default(…)`; `''` for none. */
export function calleeName({ callee }: TSESTree.CallExpression | TSESTree.NewExpression): string {
  const node = unwrapped(callee);
  if (node.type === Kind.Identifier) {
    return node.name;
  }
  return node.type === Kind.MemberExpression ? (memberName(node) ?? '') : '';
}

/** Calls whose value is what a function handed to them returns, or what is handed to them as it is. */
const GIVES_BACK: ReadonlySet<string> = new Set([
  'useMemo',
  'useState',
  'useRef',
  'useConst',
  'useSignal',
  'signal',
  'ref',
  'shallowRef',
  'computed',
  'default',
  'prefault',
  'catch',
  '$default',
  '$defaultFn',
  '$onInsert',
  'then',
  'once',
  'memo',
  'lazy',
  'replace',
  'replaceAll',
]);

/** Calls that give back the function handed to them, or one that does the same. */
const KEEPS_FUNCTION: ReadonlySet<string> = new Set([
  'useCallback',
  'useEvent',
  'useEffectEvent',
  'useEventCallback',
  'memoize',
  'once',
  'debounce',
  'throttle',
  'cache',
]);

/** Calls that make a list of what a function handed to them returns. */
const MAPS: ReadonlySet<string> = new Set(['map', 'flatMap', 'from', 'reduce']);

/** Whether a call of this name gives back what the function in it returns, or what is handed to it. */
export function isGivingBack(name: string): boolean {
  return GIVES_BACK.has(name);
}

/** Whether what a function returns that is handed to a call of this name is followed on from there. */
export function followsFunction(name: string): boolean {
  return GIVES_BACK.has(name) || KEEPS_FUNCTION.has(name) || MAPS.has(name);
}

/** Whether `call` gives back what the function in it returns. */
export function givesBack(call: TSESTree.CallExpression): boolean {
  return isGivingBack(calleeName(call));
}

/** Whether `call` gives back the function in it. */
export function keepsFunction(call: TSESTree.CallExpression): boolean {
  return KEEPS_FUNCTION.has(calleeName(call));
}

/** Whether `call` makes a list, or a text, of what the function in it returns. */
export function mapsOver(call: TSESTree.CallExpression): boolean {
  return MAPS.has(calleeName(call));
}

/** Keys that only say what is in them is the value of the object's own name: `{ id: { type: String, default: … } }`. */
const TRANSPARENT_KEYS: ReadonlySet<string> = new Set(['default', 'defaultValue', 'defaultFn', 'initialValue']);

/** Whether a key names a role of a value and not the value. */
export function isTransparentKey(name: string): boolean {
  return TRANSPARENT_KEYS.has(name);
}

/** The name that an element of a JSX tree gives to a value: `data-id` as it is, `'ns:id'` with its namespace. */
export function attributeName({ name }: TSESTree.JSXAttribute): string {
  return name.type === Kind.JSXIdentifier ? name.name : `${name.namespace.name}:${name.name.name}`;
}

/** The first node around `node` that is not just a type assertion or the frame of a `?.` chain. */
export function isWrapper(node: Node): boolean {
  switch (node.type) {
    case Kind.TSAsExpression:
    case Kind.TSSatisfiesExpression:
    case Kind.TSNonNullExpression:
    case Kind.TSTypeAssertion:
    case Kind.ChainExpression:
    case Kind.AwaitExpression:
      return true;
    default:
      return false;
  }
}
