import type { Scope, ScopeVariable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import { typeFact } from '../collectors/types.js';
import type { ExtractionContext } from '../extraction-context.js';
import type { HeldBase, HeldObject } from '../facts.js';
import { scopeAnalysis } from '../scopes.js';
import { Kind, type Node } from '../tree/kinds.js';
import { nameReference } from '../tree/name-reference.js';
import { memberName } from '../tree/static-name.js';
import { unwrapped } from '../tree/unwrapped.js';
import { patternReads } from '../uses/pattern-reads.js';
import { documentedParameter, documentedVariable } from './documented-types.js';
import { initialiserOf, parameterAt, scopeAt, variableIn } from './local-variables.js';

/** A chain of locals longer than this is not followed; cycles end here, too. */
const DEPTH = 6;

const UNKNOWN: HeldBase = { kind: 'unknown' };

/**
 * What the module itself tells of the object that an expression yields.
 *
 * @param around The nodes around the expression, innermost last; by default those around the current one.
 */
export function heldObject(
  context: ExtractionContext,
  expression: Node,
  around: readonly Node[] = context.ancestors,
): HeldObject {
  return new Reader(context, around).read(expression, scopeAt(context, around), DEPTH);
}

/** The base and path of an expression; `range` is left to the caller. */
interface Chain {
  readonly base: HeldBase;
  readonly path: readonly string[];
}

const NOTHING: Chain = { base: UNKNOWN, path: [] };

/** A parameter is often the receiver of many calls. The variables of a module live as long as its tree. */
const chains = new WeakMap<ScopeVariable, Chain>();

class Reader {
  constructor(
    private readonly context: ExtractionContext,
    private readonly around: readonly Node[],
  ) {}

  read(expression: Node, scope: Scope | null, depth: number): HeldObject {
    return { range: expression.range, ...this.chain(expression, scope, depth) };
  }

  private chain(expression: Node, scope: Scope | null, depth: number): Chain {
    const node = unwrapped(expression);
    if (depth === 0) {
      return NOTHING;
    }
    switch (node.type) {
      case Kind.Identifier:
        return this.named(node, scope, depth);
      case Kind.ThisExpression:
        return { base: isClassThis(this.around) ? { kind: 'this' } : UNKNOWN, path: [] };
      case Kind.Super:
        return { base: { kind: 'super' }, path: [] };
      case Kind.MemberExpression: {
        const name = node.property.type === Kind.PrivateIdentifier ? `#${node.property.name}` : memberName(node);
        const { base, path } = this.chain(node.object, scope, depth);
        return name === null || base.kind === 'unknown' ? NOTHING : { base, path: [...path, name] };
      }
      case Kind.NewExpression: {
        const target = nameReference(this.context.names, node.callee);
        return { base: target === null ? UNKNOWN : { kind: 'new', target }, path: [] };
      }
      case Kind.CallExpression: {
        const callee = this.read(node.callee, scope, depth - 1);
        const base: HeldBase =
          callee.base.kind === 'unknown' ? UNKNOWN : { kind: 'call', callee, arguments: node.arguments.length };
        return { base, path: [] };
      }
      case Kind.AwaitExpression:
        return this.chain(node.argument, scope, depth);
      case Kind.LogicalExpression:
        return this.choice([node.left, node.right], scope, depth);
      case Kind.ConditionalExpression:
        return this.choice([node.consequent, node.alternate], scope, depth);
      case Kind.AssignmentExpression:
        return this.chain(node.right, scope, depth);
      default:
        return NOTHING;
    }
  }

  private choice(nodes: readonly Node[], scope: Scope | null, depth: number): Chain {
    const values = nodes.map((node) => this.read(node, scope, depth - 1)).filter(({ base }) => base.kind !== 'unknown');
    return { base: values.length === 0 ? UNKNOWN : { kind: 'choice', values }, path: [] };
  }

  private named({ name, range }: TSESTree.Identifier, scope: Scope | null, depth: number): Chain {
    const origin = this.context.names.originAt(range[0]);
    const isNamed = origin === 'import' || origin === 'module' || origin === 'global';
    const variable = isNamed && origin !== 'module' ? undefined : variableIn(scope, name);
    if (isNamed) {
      const taken = variable !== undefined && isDestructured(variable) ? this.followed(variable, depth) : NOTHING;
      return taken.base.kind === 'unknown' ? { base: { kind: 'name', name, origin }, path: [] } : taken;
    }
    return variable === undefined ? NOTHING : this.followed(variable, depth);
  }

  private followed(variable: ScopeVariable, depth: number): Chain {
    let chain = chains.get(variable);
    if (chain === undefined) {
      chain = this.variable(variable, depth);
      // A chain that ended for its length alone may be longer from another start.
      if (depth === DEPTH) {
        chains.set(variable, chain);
      }
    }
    return chain;
  }

  private variable(variable: ScopeVariable, depth: number): Chain {
    const [definition, ...others] = variable.defs;
    if (definition === undefined || others.length > 0 || definition.name.type !== Kind.Identifier) {
      return NOTHING;
    }
    const name = definition.name;
    if (definition.type === scopeAnalysis().DefinitionType.Parameter) {
      const documented = documentedParameter(this.context, definition.node, name.name);
      if (documented !== null) {
        return { base: { kind: 'typed', type: documented }, path: [] };
      }
      const parameter = parameterAt(definition.node, name);
      return parameter === null ? NOTHING : this.bound(parameter, null, name, variable, depth);
    }
    if (definition.node.type === Kind.VariableDeclarator) {
      const { id } = definition.node;
      return this.bound(id, initialiserOf(variable, definition.node), name, variable, depth);
    }
    return NOTHING;
  }

  /** What a name in a pattern is: by annotation first, then by the value that the pattern takes apart. */
  private bound(
    pattern: Node,
    value: Node | null,
    name: Node,
    variable: ScopeVariable,
    depth: number,
    isDefault = false,
  ): Chain {
    if (pattern.type === Kind.AssignmentPattern) {
      return this.bound(pattern.left, value ?? pattern.right, name, variable, depth, true);
    }
    const path = pattern.type === Kind.ObjectPattern ? pathTo(pattern, name) : pattern === name ? [] : null;
    if (path === null) {
      return NOTHING;
    }
    const isAnnotated = pattern.type === Kind.Identifier || pattern.type === Kind.ObjectPattern;
    const type = isAnnotated ? typeFact(this.context, pattern.typeAnnotation) : null;
    const written = type ?? (pattern.type === Kind.Identifier ? documentedVariable(this.context, pattern) : null);
    if (written !== null) {
      const typed: HeldBase = { kind: 'typed', type: written };
      // Behind an interface of the workspace, the value tells more than the type.
      const mayBePort = pattern === name && written.top.some(({ origin }) => origin !== 'global');
      const held = value === null || !mayBePort ? null : this.read(value, variable.scope, depth - 1);
      return held === null || held.base.kind === 'unknown' || isDefault
        ? { base: typed, path }
        : { base: { kind: 'choice', values: [{ range: written.range, base: typed, path: [] }, held] }, path };
    }
    if (value === null) {
      return NOTHING;
    }
    const { base, path: outer } = this.chain(value, variable.scope, depth - 1);
    return base.kind === 'unknown' ? { base, path: [] } : { base, path: [...outer, ...path] };
  }
}

/** `const { send } = bridge`. */
function isDestructured({ defs: [definition] }: ScopeVariable): boolean {
  return definition?.node.type === Kind.VariableDeclarator && definition.node.id.type === Kind.ObjectPattern;
}

/** The keys on the way to a name in an object pattern; `null` if it takes the rest, or a computed key. */
function pathTo(pattern: TSESTree.ObjectPattern, name: Node): readonly string[] | null {
  const read = patternReads(pattern).find(({ target }) => target === name);
  return read === undefined || read.path.length === 0 ? null : read.path;
}

/** Whether `this` is an instance of the class around, or that class: in its members and in arrow functions in them. */
function isClassThis(ancestors: readonly Node[]): boolean {
  for (let index = ancestors.length - 1; index >= 0; index--) {
    switch (ancestors[index]?.type) {
      case Kind.FunctionExpression:
        return ancestors[index - 1]?.type === Kind.MethodDefinition;
      case Kind.FunctionDeclaration:
        return false;
      case Kind.PropertyDefinition:
      case Kind.AccessorProperty:
      case Kind.StaticBlock:
        return true;
      default:
        break;
    }
  }
  return false;
}
