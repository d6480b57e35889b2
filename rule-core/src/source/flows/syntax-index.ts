import type { ScopeVariable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import { variableAt } from '../names/scope-lookup.js';
import type { ParsedModule } from '../parsed-module.js';
import { Kind, type Node } from '../tree/kinds.js';
import { memberName } from '../tree/static-name.js';

/**
 * Looks up what is around a node, and where a variable is read. Parents are known for the nodes that were remembered, and
 * learnt for others when they are asked about; only the members of `this` need the whole module.
 */
export class SyntaxIndex {
  private readonly module: ParsedModule;
  private readonly parents = new Map<Node, Node>();
  private readonly ownMembers = new Map<string, TSESTree.MemberExpression[]>();
  private isComplete = false;

  constructor(module: ParsedModule) {
    this.module = module;
  }

  /**
   * Keeps what the walk knows: the nodes around `node`.
   *
   * @param ancestors The nodes around it, innermost last.
   */
  remember(node: Node, ancestors: readonly Node[]): void {
    let inner = node;
    for (let index = ancestors.length - 1; index >= 0; index--) {
      const around = ancestors[index];
      if (around === undefined || this.parents.has(inner)) {
        return;
      }
      this.parents.set(inner, around);
      inner = around;
    }
  }

  /** The node around `node`; `undefined` for the program. */
  parentOf(node: Node): Node | undefined {
    const known = this.parents.get(node);
    if (known !== undefined || this.isComplete || node === this.module.program) {
      return known;
    }
    this.descendTo(node);
    return this.parents.get(node);
  }

  /** The function around `node`; `undefined` at module level. */
  functionAround(node: Node): Node | undefined {
    let around = this.parentOf(node);
    while (around !== undefined && !isFunctionNode(around)) {
      around = this.parentOf(around);
    }
    return around;
  }

  /** Every `this.name` of the module: members of `this` in one class mean the same. */
  membersOfThis(name: string): readonly TSESTree.MemberExpression[] {
    this.complete();
    return this.ownMembers.get(name) ?? [];
  }

  /** The variable that an identifier means. */
  variableOf({ range, name }: TSESTree.Identifier): ScopeVariable | undefined {
    const { scopeManager } = this.module;
    return variableAt(scopeManager.globalScope ?? scopeManager.scopes[0] ?? null, range[0], name);
  }

  /** Where a variable is read, without what initialises it. */
  readsOf(variable: ScopeVariable | undefined): Node[] {
    return (variable?.references ?? []).filter((reference) => reference.isRead()).map(({ identifier }) => identifier);
  }

  /** Learns the nodes around one: most modules have few that anybody asks about. */
  private descendTo(node: Node): void {
    let around: Node | undefined = this.module.program;
    while (around !== undefined && around !== node) {
      const parent: Node = around;
      const children = this.childrenOf(parent);
      // In `{ a }` two nodes stand at the same place.
      around =
        children.find((child) => child === node) ??
        children.find(({ range }) => range[0] <= node.range[0] && node.range[1] <= range[1]);
      if (around !== undefined) {
        this.parents.set(around, parent);
      }
    }
    if (around === undefined) {
      // Where the ranges of siblings overlap, as those of decorators may.
      this.complete();
    }
  }

  private complete(): void {
    if (this.isComplete) {
      return;
    }
    this.isComplete = true;
    const rest: Node[] = [this.module.program];
    for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
      for (const child of this.childrenOf(node)) {
        this.parents.set(child, node);
        rest.push(child);
      }
      this.indexOwnMember(node);
    }
  }

  private childrenOf(node: Node): Node[] {
    // Host boundary: visitor keys name properties that hold nodes, lists of nodes, or nothing.
    const children = node as unknown as Readonly<Record<string, Node | (Node | null)[] | null | undefined>>;
    const keys = this.module.visitorKeys[node.type] ?? [];
    return keys.flatMap((key) => children[key] ?? []).filter((child) => child !== null);
  }

  private indexOwnMember(node: Node): void {
    if (node.type !== Kind.MemberExpression || node.object.type !== Kind.ThisExpression) {
      return;
    }
    const name = memberName(node) ?? (node.property.type === Kind.PrivateIdentifier ? `#${node.property.name}` : null);
    if (name !== null) {
      this.ownMembers.set(name, [...(this.ownMembers.get(name) ?? []), node]);
    }
  }
}

/** Whether a node is a function with a body. */
export function isFunctionNode(
  node: Node,
): node is TSESTree.ArrowFunctionExpression | TSESTree.FunctionExpression | TSESTree.FunctionDeclaration {
  return (
    node.type === Kind.ArrowFunctionExpression ||
    node.type === Kind.FunctionExpression ||
    node.type === Kind.FunctionDeclaration
  );
}
