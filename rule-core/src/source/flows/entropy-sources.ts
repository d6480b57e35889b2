import type { TSESTree } from '@typescript-eslint/types';
import type { ExtractionContext } from '../extraction-context.js';
import type { EntropyKind } from '../facts.js';
import { Kind, type Node } from '../tree/kinds.js';
import { nameReference } from '../tree/name-reference.js';
import { memberName } from '../tree/static-name.js';
import { unwrapped } from '../tree/unwrapped.js';
import type { FlowForm } from './flow-state.js';
import type { SyntaxIndex } from './syntax-index.js';

/** Where something that differs from run to run arises. */
export interface EntropySource {
  readonly node: Node;
  readonly entropy: EntropyKind;
  readonly form: FlowForm;
  /** `node` is the function that gives it, not a call: `const random = Math.random`. */
  readonly isFunction: boolean;
}

const FUNCTIONS: Readonly<Record<string, Pick<EntropySource, 'entropy' | 'form'>>> = {
  'Math.random': { entropy: 'random', form: 'number' },
  'Date.now': { entropy: 'clock', form: 'number' },
  'performance.now': { entropy: 'clock', form: 'number' },
  'process.hrtime': { entropy: 'clock', form: 'number' },
  'process.hrtime.bigint': { entropy: 'clock', form: 'number' },
};

const LAST_NAMES: ReadonlySet<string> = new Set(
  Object.keys(FUNCTIONS).map((path) => path.slice(path.lastIndexOf('.') + 1)),
);

/** Fewer bytes than this tell apart too little to be an ID. */
const LEAST_BYTES = 8;

/** What a call, a construction or a member expression is a source of. */
export function entropySource(context: ExtractionContext, index: SyntaxIndex, node: Node): EntropySource | undefined {
  switch (node.type) {
    case Kind.CallExpression:
      return ofCall(context, index, node);
    case Kind.NewExpression:
      return isGlobal(context, node.callee, 'Date') && node.arguments.length === 0
        ? { node, entropy: 'clock', form: 'date', isFunction: false }
        : undefined;
    case Kind.MemberExpression: {
      const source = ofFunction(context, node);
      return source && { node, ...source, isFunction: true };
    }
    default:
      return undefined;
  }
}

function ofCall(
  context: ExtractionContext,
  index: SyntaxIndex,
  node: TSESTree.CallExpression,
): EntropySource | undefined {
  const source = ofFunction(context, node.callee) ?? ofDestructured(context, index, node.callee);
  if (source !== undefined) {
    return { node, ...source, isFunction: false };
  }
  const name = bytesFunction(context, node.callee);
  switch (name) {
    case 'randomBytes':
      return hasEnoughBytes(node.arguments[0])
        ? { node, entropy: 'random', form: 'bytes', isFunction: false }
        : undefined;
    case 'getRandomValues':
      return { node, entropy: 'random', form: 'bytes', isFunction: false };
    case 'randomInt':
      return { node, entropy: 'random', form: 'number', isFunction: false };
    default:
      return undefined;
  }
}

function ofFunction(context: ExtractionContext, callee: Node): Pick<EntropySource, 'entropy' | 'form'> | undefined {
  const node = unwrapped(callee);
  // Most members end in another name: spare them the rest.
  if (node.type !== Kind.MemberExpression || !LAST_NAMES.has(memberName(node) ?? '')) {
    return undefined;
  }
  const reference = nameReference(context.names, node);
  if (reference?.origin !== 'global') {
    return reference?.origin === 'import' && reference.name === 'performance'
      ? FUNCTIONS['performance.now']
      : undefined;
  }
  const path = [reference.name, ...reference.path].join('.').replace(/^(?:globalThis|window|self|global)\./u, '');
  return Object.hasOwn(FUNCTIONS, path) ? FUNCTIONS[path] : undefined;
}

/** `random` of `const { random } = Math`. */
function ofDestructured(
  context: ExtractionContext,
  index: SyntaxIndex,
  callee: Node,
): Pick<EntropySource, 'entropy' | 'form'> | undefined {
  if (callee.type !== Kind.Identifier || !LAST_NAMES.has(callee.name)) {
    return undefined;
  }
  const declarator = index.variableOf(callee)?.defs[0]?.node;
  if (
    declarator?.type !== Kind.VariableDeclarator ||
    declarator.id.type !== Kind.ObjectPattern ||
    declarator.init === null
  ) {
    return undefined;
  }
  const object = nameReference(context.names, declarator.init);
  const path = object?.origin === 'global' ? [object.name, ...object.path, callee.name].join('.') : '';
  return Object.hasOwn(FUNCTIONS, path) ? FUNCTIONS[path] : undefined;
}

const BYTES_FUNCTIONS: ReadonlySet<string> = new Set(['randomBytes', 'getRandomValues', 'randomInt']);

/** `randomBytes` and its like, under whatever name they were imported. */
function bytesFunction(context: ExtractionContext, callee: Node): string | undefined {
  const node = unwrapped(callee);
  const written =
    node.type === Kind.MemberExpression ? memberName(node) : node.type === Kind.Identifier ? node.name : null;
  const name = written !== null && node.type === Kind.Identifier ? importedName(context, written) : written;
  // Most calls are of something else: spare them the rest.
  if (name === null || !BYTES_FUNCTIONS.has(name)) {
    return undefined;
  }
  const origin = nameReference(context.names, node)?.origin;
  return origin === 'import' || origin === 'global' ? name : undefined;
}

/** The name under which the crypto module exports what is called `local` here. */
function importedName({ requests }: ExtractionContext, local: string): string {
  for (const { bindings, specifier } of requests) {
    if (specifier === 'crypto' || specifier === 'node:crypto') {
      const binding = bindings.find((candidate) => candidate.local === local);
      if (binding !== undefined) {
        return binding.imported;
      }
    }
  }
  return local;
}

function hasEnoughBytes(size: Node | undefined): boolean {
  return size?.type !== Kind.Literal || typeof size.value !== 'number' || size.value >= LEAST_BYTES;
}

function isGlobal(context: ExtractionContext, callee: Node, name: string): boolean {
  return (
    callee.type === Kind.Identifier && callee.name === name && context.names.originAt(callee.range[0]) === 'global'
  );
}
