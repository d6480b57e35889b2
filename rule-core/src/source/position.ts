import type { ExtractionContext } from './extraction-context.js';
import { namespaceName } from './collectors/namespaces.js';
import { holderName } from './tree/holder-name.js';
import { Kind, type ClassNode, type FunctionNode, type Node } from './tree/kinds.js';
import { isSet } from './tree/modifiers.js';
import { keyName, memberName } from './tree/static-name.js';

/** The path of declarations with one more of them; a nameless one adds nothing. */
export function scopeWith(scope: string, name: string): string {
  return name === '' ? scope : scope === '' ? name : `${scope}.${name}`;
}

/**
 * Keeps track of where the walk is: in which declarations, and whether it runs while the module loads. `enter` is called
 * before a node's children, `leave` with its result after them.
 */
export class Position {
  private readonly context: ExtractionContext;
  /** Whether the class around runs while the module loads: its decorators run with it, wherever they are. */
  private classAtLoad = true;

  constructor(context: ExtractionContext) {
    this.context = context;
  }

  /** Enters a node of {@link PLACES}. */
  enter(node: Node): SavedPosition {
    const saved = this.save();
    this.move(node);
    return saved;
  }

  /** Enters the initialiser of a field: an instance's does not run while the module loads. */
  enterFieldValue(field: Node): SavedPosition {
    const saved = this.save();
    this.context.atLoad &&= 'static' in field && field.static;
    this.context.inFunction = true;
    return saved;
  }

  /** Goes back to where the walk was before the node. */
  leave(saved: SavedPosition): void {
    const { context } = this;
    context.scope = saved.scope;
    context.atLoad = saved.atLoad;
    context.inFunction = saved.inFunction;
    context.ambient = saved.ambient;
    this.classAtLoad = saved.classAtLoad;
  }

  private save(): SavedPosition {
    const { ambient, atLoad, inFunction, scope } = this.context;
    return { scope, atLoad, inFunction, ambient, classAtLoad: this.classAtLoad };
  }

  private move(node: Node): void {
    const { context } = this;
    switch (node.type) {
      case Kind.ArrowFunctionExpression:
      case Kind.FunctionExpression:
      case Kind.FunctionDeclaration:
        this.name(functionName(node, context));
        context.atLoad &&= isCalledOnTheSpot(node, context);
        context.inFunction = true;
        break;
      case Kind.ClassDeclaration:
      case Kind.ClassExpression:
        this.name(className(node, context));
        this.classAtLoad = context.atLoad;
        context.ambient ||= isSet(node.declare);
        break;
      case Kind.Decorator:
        context.atLoad = this.classAtLoad;
        break;
      case Kind.StaticBlock:
        context.inFunction = true;
        break;
      case Kind.MethodDefinition:
      case Kind.PropertyDefinition:
      case Kind.AccessorProperty:
      case Kind.TSAbstractMethodDefinition:
      case Kind.TSAbstractPropertyDefinition:
      case Kind.TSAbstractAccessorProperty:
        this.name(keyName(node.key, node.computed) ?? '');
        break;
      case Kind.TSDeclareFunction:
        this.name(node.id?.name ?? '');
        break;
      case Kind.TSInterfaceDeclaration:
      case Kind.TSTypeAliasDeclaration:
      case Kind.TSEnumDeclaration:
        this.name(node.id.name);
        break;
      case Kind.TSModuleDeclaration:
        this.name(namespaceName(node));
        context.ambient ||= isSet(node.declare);
        break;
      default:
        break;
    }
  }

  private name(name: string): void {
    this.context.scope = scopeWith(this.context.scope, name);
  }
}

/** Where the walk was. */
export interface SavedPosition {
  readonly scope: string;
  readonly atLoad: boolean;
  readonly inFunction: boolean;
  readonly ambient: boolean;
  readonly classAtLoad: boolean;
}

/** The nodes that change the position. */
export const PLACES: ReadonlySet<string> = new Set<Kind>([
  Kind.ArrowFunctionExpression,
  Kind.FunctionExpression,
  Kind.FunctionDeclaration,
  Kind.ClassDeclaration,
  Kind.ClassExpression,
  Kind.Decorator,
  Kind.StaticBlock,
  Kind.MethodDefinition,
  Kind.PropertyDefinition,
  Kind.AccessorProperty,
  Kind.TSAbstractMethodDefinition,
  Kind.TSAbstractPropertyDefinition,
  Kind.TSAbstractAccessorProperty,
  Kind.TSDeclareFunction,
  Kind.TSInterfaceDeclaration,
  Kind.TSTypeAliasDeclaration,
  Kind.TSEnumDeclaration,
  Kind.TSModuleDeclaration,
]);

function functionName(node: FunctionNode, { ancestors }: ExtractionContext): string {
  const own = 'id' in node ? (node.id?.name ?? '') : '';
  const parent = ancestors.at(-1);
  // A method has its name already.
  if (node.type === Kind.FunctionDeclaration || parent?.type === Kind.MethodDefinition) {
    return own;
  }
  return holderName(node, ancestors) || own;
}

function className(node: ClassNode, { ancestors }: ExtractionContext): string {
  const own = node.id?.name ?? '';
  return node.type === Kind.ClassDeclaration ? own : holderName(node, ancestors) || own;
}

/** `(() => …)()`, `(function () {…}).call(x)`; a generator only starts to run when it is asked for its first value. */
function isCalledOnTheSpot(node: FunctionNode, { ancestors }: ExtractionContext): boolean {
  if (node.generator) {
    return false;
  }
  let callee: Node = node;
  let index = ancestors.length - 1;
  let parent = ancestors[index];
  if (
    parent?.type === Kind.MemberExpression &&
    parent.object === node &&
    /^(?:call|apply)$/.test(memberName(parent) ?? '')
  ) {
    callee = parent;
    parent = ancestors[--index];
  }
  return parent?.type === Kind.CallExpression && parent.callee === callee;
}
