import type { TSESTree } from '@typescript-eslint/types';
import type { Range } from '../facts.js';
import { parseModule } from '../parse-module.js';
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
  const result = parseModule(path, text);
  if (result.kind !== 'parsed') {
    return undefined;
  }
  const { program, visitorKeys } = result.module;
  const bodies: BodyShape[] = [];
  const find = (node: Node, nesting: number): void => {
    const isOne = isFunction(node);
    if (isOne) {
      bodies.push(shapeOf(node, nesting, visitorKeys));
    }
    eachChild(node, visitorKeys, (child) => {
      find(child, isOne ? nesting + 1 : nesting);
    });
  };
  find(program, 0);
  return bodies;
}

type VisitorKeys = Readonly<Record<string, readonly string[] | undefined>>;

function isFunction(node: Node): node is FunctionNode {
  return (
    node.type === Kind.FunctionDeclaration ||
    node.type === Kind.FunctionExpression ||
    node.type === Kind.ArrowFunctionExpression
  );
}

function shapeOf(node: FunctionNode, nesting: number, visitorKeys: VisitorKeys): BodyShape {
  const kinds: string[] = [];
  const depths: number[] = [];
  const add = (child: Node, depth: number): void => {
    const inner = unwrapped(child);
    kinds.push(inner.type);
    depths.push(depth);
    eachChild(inner, visitorKeys, (next) => {
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

function eachChild(node: Node, visitorKeys: VisitorKeys, visit: (child: Node) => void): void {
  // Host boundary: visitor keys name properties that hold nodes, lists of nodes, or nothing.
  const children = node as unknown as Readonly<
    Record<string, TSESTree.Node | readonly (TSESTree.Node | null)[] | null | undefined>
  >;
  for (const key of childKeys(node.type, visitorKeys[node.type] ?? []).all) {
    const child = TYPE_KEYS.has(key) ? undefined : children[key];
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
