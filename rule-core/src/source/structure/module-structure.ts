import type { TSESTree } from '@typescript-eslint/types';
import type { Range } from '../facts.js';
import { visitorKeys } from '@typescript-eslint/visitor-keys';
import { parseProgram } from '../parse-module.js';
import { childKeys } from '../tree/child-keys.js';
import { Kind, type FunctionNode, type Node } from '../tree/kinds.js';
import { unwrapped } from '../tree/unwrapped.js';

/** How the body of one function is built: its nodes in preorder. Names, literals and types do not show. */
export interface BodyShape {
  /** The function: `async run() {…}` without its key, `() => …`. */
  readonly range: Range;
  /** How many functions are around it. */
  readonly nesting: number;
  /** The node types, `BlockStatement` first, or an expression's where an arrow function has no block. */
  readonly kinds: readonly string[];
  /** How deep each node lies below the first. */
  readonly depths: readonly number[];
}

/** The bodies of all functions of a module, in source order; those of inner functions are part of the outer ones', too. */
export type ModuleStructure = readonly BodyShape[];

/**
 * Reads how the functions of a module are built. It parses the module anew: few modules are ever asked for their structure,
 * so that the extraction of facts need not pay for it.
 *
 * @param path Relative to the workspace root, `/`-separated; the extension decides the language.
 * @param text Its source.
 * @returns `undefined` if the text does not parse.
 * @throws {@link ParserUnavailableError} if the native parser does not load on this machine.
 */
export function moduleStructure(path: string, text: string): ModuleStructure | undefined {
  const program = parseProgram(path, text);
  try {
    return program && bodiesIn(program);
  } catch (error) {
    // Nested too deeply.
    if (error instanceof RangeError) {
      return undefined;
    }
    throw error;
  }
}

function bodiesIn(program: Node): ModuleStructure {
  const bodies: BodyShape[] = [];
  const find = (node: Node, nesting: number): void => {
    const isOne = isFunction(node);
    if (isOne) {
      bodies.push(shapeOf(node, nesting));
    }
    eachChild(node, (child) => {
      find(child, isOne ? nesting + 1 : nesting);
    });
  };
  find(program, 0);
  return bodies;
}

function isFunction(node: Node): node is FunctionNode {
  return (
    node.type === Kind.FunctionDeclaration ||
    node.type === Kind.FunctionExpression ||
    node.type === Kind.ArrowFunctionExpression
  );
}

function shapeOf(node: FunctionNode, nesting: number): BodyShape {
  const kinds: string[] = [];
  const depths: number[] = [];
  const add = (child: Node, depth: number): void => {
    const inner = unwrapped(child);
    kinds.push(inner.type);
    depths.push(depth);
    eachChild(inner, (next) => {
      add(next, depth + 1);
    });
  };
  const [start, end] = node.range;
  add(node.body, 0);
  return { range: [start, end], nesting, kinds, depths };
}

/** Types say nothing about what a body does. */
const TYPE_KEYS: ReadonlySet<string> = new Set([
  'typeAnnotation',
  'returnType',
  'typeParameters',
  'typeArguments',
  'superTypeArguments',
]);

const keysByType = new Map<string, readonly string[]>();

/** The properties of a node that hold what it does, worked out once for each type: the walk asks at every node. */
function keysOf(type: Node['type']): readonly string[] {
  let keys = keysByType.get(type);
  if (keys === undefined) {
    keys = childKeys(type, visitorKeys[type] ?? []).all.filter((key) => !TYPE_KEYS.has(key));
    keysByType.set(type, keys);
  }
  return keys;
}

function eachChild(node: Node, visit: (child: Node) => void): void {
  // Host boundary: visitor keys name properties that hold nodes, lists of nodes, or nothing.
  const children = node as unknown as Readonly<
    Record<string, TSESTree.Node | readonly (TSESTree.Node | null)[] | null | undefined>
  >;
  for (const key of keysOf(node.type)) {
    const child = children[key];
    for (const each of isList(child) ? child : [child]) {
      if (each !== null && each !== undefined) {
        visit(each);
      }
    }
  }
}

function isList(
  child: TSESTree.Node | readonly (TSESTree.Node | null)[] | null | undefined,
): child is readonly (TSESTree.Node | null)[] {
  return Array.isArray(child);
}
