import type { TSESTree } from '@typescript-eslint/types';
import type { ExtractionContext } from '../extraction-context.js';
import { isThisParameter } from '../tree/this-parameter.js';
import { scopeAt, variableIn } from '../held/local-variables.js';
import { Kind, type FunctionNode, type Node } from '../tree/kinds.js';
import { keyName, staticString } from '../tree/static-name.js';
import { unwrapped } from '../tree/unwrapped.js';

/** How the arguments of a call come about from the parameters of the function around it. */
export interface Passing {
  readonly kind: 'forwarding' | 'adapting' | 'composing';
  /** How many parameters are passed on unchanged. */
  readonly passed: number;
  readonly parameters: number;
  readonly adds: readonly string[];
  /** One by one, in order, without defaults or casts. */
  readonly same: boolean;
}

/**
 * Compares the arguments of a call with the parameters of the function that makes it.
 *
 * @param around The nodes around the call that may declare names, the function among them.
 * @param receiver The parameter that the call is made on: it is not passed on.
 * @returns `null` if an argument is worked out: then the function does more than hand on
 */
export function passing(
  context: ExtractionContext,
  node: FunctionNode,
  args: readonly Node[],
  around: readonly Node[],
  receiver: Node | null,
): Passing | null {
  const parameters = node.params
    .filter((parameter) => parameter !== receiver && !isThisParameter(parameter))
    .map(parameterOf);
  const names = new Set(parameters.flatMap(({ names: bound }) => bound));
  const inOrder =
    args.length === parameters.length && args.every((argument, index) => isPassed(argument, parameters[index]));
  const passed = parameters.filter((parameter) => args.some((argument) => isPassed(argument, parameter))).length;
  const common = { passed, parameters: parameters.length };
  if (inOrder) {
    const same = parameters.every(({ plain }) => plain) && args.every((argument) => argument === unwrapped(argument));
    return { ...common, kind: 'forwarding', adds: [], same };
  }
  if (isSpreadOfAll(args) || isRebundled(args, names)) {
    return { ...common, passed: parameters.length, kind: 'forwarding', adds: [], same: false };
  }
  const reader = new LeafReader(context, names, node, around);
  if (!args.every((argument) => reader.read(argument))) {
    return null;
  }
  const { adds, composes, used } = reader;
  const addsOwn = adds.has(OWN_FIELDS);
  if (parameters.length === 0 ? !addsOwn : used.size === 0) {
    return null;
  }
  if (used.size < names.size) {
    adds.add('fewer arguments');
  }
  if (adds.size === 0) {
    adds.add('another order or shape');
  }
  return { ...common, kind: composes && !addsOwn ? 'composing' : 'adapting', adds: [...adds].sort(), same: false };
}

const OWN_FIELDS = 'own fields';

interface ParameterNames {
  readonly names: readonly string[];
  readonly rest: boolean;
  /** A name alone, without a default. */
  readonly plain: boolean;
  /** For a pattern without defaults and renames: its keys. */
  readonly keys: readonly string[] | null;
}

function parameterOf(parameter: TSESTree.Parameter): ParameterNames {
  const node = parameter.type === Kind.TSParameterProperty ? parameter.parameter : parameter;
  switch (node.type) {
    case Kind.Identifier:
      return { names: [node.name], rest: false, plain: true, keys: null };
    case Kind.RestElement:
      return { names: namesIn(node.argument), rest: true, plain: true, keys: null };
    case Kind.AssignmentPattern:
      return { names: namesIn(node.left), rest: false, plain: false, keys: null };
    case Kind.ObjectPattern: {
      const keys = node.properties.map((property) =>
        property.type === Kind.Property && property.shorthand && property.value.type === Kind.Identifier
          ? property.value.name
          : null,
      );
      const all = keys.filter((key) => key !== null);
      return { names: namesIn(node), rest: false, plain: false, keys: all.length === keys.length ? all : null };
    }
    default:
      return { names: namesIn(node), rest: false, plain: false, keys: null };
  }
}

function namesIn(pattern: Node): string[] {
  switch (pattern.type) {
    case Kind.Identifier:
      return [pattern.name];
    case Kind.AssignmentPattern:
      return namesIn(pattern.left);
    case Kind.RestElement:
      return namesIn(pattern.argument);
    case Kind.ObjectPattern:
      return pattern.properties.flatMap((property) =>
        namesIn(property.type === Kind.Property ? property.value : property),
      );
    case Kind.ArrayPattern:
      return pattern.elements.flatMap((element) => (element === null ? [] : namesIn(element)));
    default:
      return [];
  }
}

/** Whether an argument is just a parameter. */
function isPassed(argument: Node, parameter: ParameterNames | undefined): boolean {
  if (parameter === undefined) {
    return false;
  }
  const isSpread = argument.type === Kind.SpreadElement;
  const value = unwrapped(isSpread ? argument.argument : argument);
  if (parameter.keys !== null) {
    return !isSpread && isBundleOf(value, new Set(parameter.keys));
  }
  return (
    isSpread === parameter.rest &&
    value.type === Kind.Identifier &&
    parameter.names.length === 1 &&
    value.name === parameter.names[0]
  );
}

/** `f(...arguments)`. */
function isSpreadOfAll(args: readonly Node[]): boolean {
  const [only] = args;
  return (
    args.length === 1 &&
    only?.type === Kind.SpreadElement &&
    only.argument.type === Kind.Identifier &&
    only.argument.name === 'arguments'
  );
}

/** `(a, b) => f({ a, b })`. */
function isRebundled(args: readonly Node[], names: ReadonlySet<string>): boolean {
  const [only] = args;
  return args.length === 1 && only !== undefined && names.size > 0 && isBundleOf(unwrapped(only), names);
}

function isBundleOf(node: Node, names: ReadonlySet<string>): boolean {
  if (node.type !== Kind.ObjectExpression || node.properties.length !== names.size) {
    return false;
  }
  return node.properties.every((property) => {
    if (property.type !== Kind.Property) {
      return false;
    }
    const value = unwrapped(property.value);
    return (
      value.type === Kind.Identifier && names.has(value.name) && keyName(property.key, property.computed) === value.name
    );
  });
}

/** Reads arguments down to their leaves: parameters, constants, and fields of the adapter's own. */
class LeafReader {
  readonly used = new Set<string>();
  readonly adds = new Set<string>();
  composes = false;

  constructor(
    private readonly context: ExtractionContext,
    private readonly names: ReadonlySet<string>,
    private readonly node: FunctionNode,
    private readonly around: readonly Node[],
  ) {}

  /** `false` where something is worked out. */
  read(expression: Node): boolean {
    const node = unwrapped(expression);
    switch (node.type) {
      case Kind.Identifier:
        return this.identifier(node);
      case Kind.MemberExpression:
        return this.member(node);
      case Kind.Literal:
        return this.add('constants');
      case Kind.TemplateLiteral:
        this.adds.add('constants');
        this.composes ||= node.expressions.length > 0;
        return node.expressions.every((part) => this.read(part));
      case Kind.ObjectExpression:
        return node.properties.every((property) => this.property(property));
      case Kind.ArrayExpression:
        return node.elements.every((element) => element === null || this.read(element));
      case Kind.SpreadElement:
        return this.read(node.argument);
      case Kind.BinaryExpression:
        this.composes = true;
        return this.read(node.left) && this.read(node.right);
      case Kind.LogicalExpression:
        return this.read(node.left) && this.read(node.right);
      case Kind.ConditionalExpression:
        return this.read(node.test) && this.read(node.consequent) && this.read(node.alternate);
      case Kind.UnaryExpression:
        return this.read(node.argument);
      case Kind.CallExpression:
        return this.conversion(node);
      case Kind.NewExpression:
        return (
          node.callee.type === Kind.Identifier &&
          node.callee.name === 'Date' &&
          node.arguments.length === 0 &&
          this.add('a time')
        );
      default:
        return false;
    }
  }

  private identifier({ name, range }: TSESTree.Identifier): boolean {
    if (this.names.has(name)) {
      this.used.add(name);
      return true;
    }
    if (name === 'undefined' || this.context.names.originAt(range[0]) !== 'local') {
      return this.add('constants');
    }
    // A local of the function itself was worked out there; one of a factory around it is what an own field is to a class.
    const block = variableIn(scopeAt(this.context, this.around), name)?.scope.block;
    const isOuter = block !== undefined && (block.range[0] < this.node.range[0] || block.range[1] > this.node.range[1]);
    return isOuter && this.add(OWN_FIELDS);
  }

  private member(node: TSESTree.MemberExpression): boolean {
    let root: Node = node;
    while (root.type === Kind.MemberExpression) {
      if (root.computed && root.property.type !== Kind.Literal) {
        return false;
      }
      root = unwrapped(root.object);
    }
    if (root.type === Kind.ThisExpression) {
      return this.add(OWN_FIELDS);
    }
    return (
      root.type === Kind.Identifier &&
      this.identifier(root) &&
      (!this.names.has(root.name) || this.add('parts of its parameters'))
    );
  }

  private property(property: TSESTree.ObjectLiteralElement): boolean {
    if (property.type === Kind.SpreadElement) {
      return this.read(property.argument);
    }
    const key = keyName(property.key, property.computed);
    if (key === null) {
      return false;
    }
    this.composes ||= (key === 'type' || key === 'event') && staticString(unwrapped(property.value)) !== null;
    return this.read(property.value);
  }

  /** `String(x)`, `Date.now()`. */
  private conversion({ callee, arguments: args }: TSESTree.CallExpression): boolean {
    const target = unwrapped(callee);
    if (target.type === Kind.Identifier && /^(?:String|Number|Boolean)$/u.test(target.name)) {
      return args.every((argument) => this.read(argument));
    }
    const isNow =
      target.type === Kind.MemberExpression && target.object.type === Kind.Identifier && target.object.name === 'Date';
    return isNow && args.length === 0 && this.add('a time');
  }

  private add(what: string): true {
    this.adds.add(what);
    return true;
  }
}
