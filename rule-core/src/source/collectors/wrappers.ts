import type { TSESTree } from '@typescript-eslint/types';
import type { ExtractionContext } from '../extraction-context.js';
import type { Range, Wrapper, WrapperMember } from '../facts.js';
import { forwardOf, yieldsFunction } from '../forwarding/forward.js';
import { Kind, type ClassNode, type FunctionNode, type Node } from '../tree/kinds.js';
import { keywordRange, nameRangeOf } from '../tree/ranges.js';
import { keyName } from '../tree/static-name.js';
import { isFunctionExpression, unwrapped } from '../tree/unwrapped.js';
import type { StartCollector } from './collector.js';
import { commonJsExport } from './commonjs-exports.js';
import { localFunction, objectBehind, returnedLast } from './object-behind.js';
import { heldValue } from './values.js';

/** Classes at any depth, and objects, factories and functions at module level, of which some member only hands its calls on. */
export const collectWrappers: StartCollector = (context) => {
  const wrappers: Wrapper[] = [];

  function add(kind: Wrapper['kind'], nameRange: Range, members: readonly WrapperMember[]): void {
    wrappers.push({ kind, nameRange, members });
  }

  function enterClass(node: ClassNode): void {
    const nameRange = node.id === null ? keywordRange(context.text, node, 'class') : nameRangeOf(node.id);
    const around = [...context.ancestors, node, node.body];
    add(
      'class',
      nameRange,
      node.body.body.flatMap((element) => classMember(context, element, around)),
    );
  }

  function enterFunction(node: TSESTree.FunctionDeclaration): void {
    if (isModuleLevel(context.ancestors)) {
      addFunction(node, node.id === null ? keywordRange(context.text, node, 'function') : nameRangeOf(node.id), node);
    }
  }

  function enterDefault(node: TSESTree.ExportDefaultDeclaration): void {
    if (context.ancestor(1)?.type === Kind.Program) {
      addUnnamed(node.declaration, keywordRange(context.text, node, 'default'));
    }
  }

  function enterExportAssignment({ expression }: TSESTree.TSExportAssignment): void {
    if (context.ancestor(1)?.type === Kind.Program) {
      addUnnamed(expression, expression.range);
    }
  }

  function enterAssignment({ left, right }: TSESTree.AssignmentExpression): void {
    const found = commonJsExport(context, left);
    if (found !== null && context.atLoad) {
      addUnnamed(right, found.nameRange);
      if (found.exported === 'export=') {
        addExported(wrappers.at(-1), found.nameRange);
      }
    }
  }

  /** The functions of `module.exports = { … }` are exports of the module, too. */
  function addExported(whole: Wrapper | undefined, nameRange: Range): void {
    if (whole?.kind === 'object' && whole.nameRange === nameRange) {
      for (const member of whole.members) add('function', member.nameRange, [member]);
    }
  }

  /** `export default { … }`, `module.exports = (bridge) => ({ … })`, `exports.notify = function () { … }`. */
  function addUnnamed(expression: Node, nameRange: Range): void {
    const value = heldValue(context, expression);
    const around = context.ancestors;
    if (value.type === Kind.ObjectExpression) {
      add('object', nameRange, objectMembers(context, value, around));
    } else if (value.type !== Kind.FunctionDeclaration && yieldsFunction(value)) {
      addFunction(value, nameRange, isFunction(value) ? value : null);
    }
  }

  function enterVariable({ id, init }: TSESTree.VariableDeclarator): void {
    if (id.type !== Kind.Identifier || init === null || !isModuleLevel(context.ancestors.slice(0, -1))) {
      return;
    }
    const value = heldValue(context, init);
    if (value.type === Kind.ObjectExpression) {
      add('object', nameRangeOf(id), objectMembers(context, value, context.ancestors));
    } else if (yieldsFunction(value)) {
      addFunction(value, nameRangeOf(id), isFunction(value) ? value : null);
    }
  }

  function addFunction(value: Node, nameRange: Range, node: FunctionNode | null): void {
    const returned = node === null ? null : returnedObject(context, node);
    if (node !== null && returned !== null) {
      const around = [...context.ancestors, node, node.body];
      add('factory', nameRange, objectMembers(context, returned, around));
      return;
    }
    const forward = forwardOf(context, value, context.ancestors);
    add('function', nameRange, [{ ...NO_MEMBER, name: context.text.slice(...nameRange), nameRange, forward }]);
  }

  return {
    enter: {
      ClassDeclaration: enterClass,
      ClassExpression: enterClass,
      FunctionDeclaration: enterFunction,
      ExportDefaultDeclaration: enterDefault,
      TSExportAssignment: enterExportAssignment,
      AssignmentExpression: enterAssignment,
      VariableDeclarator: enterVariable,
    },
    finish: () => ({ wrappers: context.allWrappers ? wrappers : wrappers.filter(isForwarding) }),
  };
};

/** Whether any member only hands its calls on. */
export function isForwarding({ members }: Wrapper): boolean {
  return members.some(({ forward }) => forward !== null);
}

const NO_MEMBER = { kind: 'method', visibility: 'public', decorated: false, forward: null } as const;

/** @param ancestors The nodes around the declaration, an `export` in front of it among them. */
function isModuleLevel(ancestors: readonly Node[]): boolean {
  const parent = ancestors.at(-1);
  const isExport = parent?.type === Kind.ExportNamedDeclaration || parent?.type === Kind.ExportDefaultDeclaration;
  return (isExport ? ancestors.at(-2) : parent)?.type === Kind.Program;
}

function isFunction(node: Node): node is FunctionNode {
  return isFunctionExpression(node) || node.type === Kind.FunctionDeclaration;
}

function classMember(
  context: ExtractionContext,
  element: TSESTree.ClassElement,
  around: readonly Node[],
): WrapperMember[] {
  switch (element.type) {
    case Kind.MethodDefinition: {
      if (element.value.type !== Kind.FunctionExpression) {
        return [];
      }
      const inside = [...around, element];
      const isGetter = element.kind === 'get';
      const forward = isGetter ? ofGetter(context, element.value, inside) : forwardOf(context, element.value, inside);
      const common = { ...commonOf(element), forward: null };
      switch (element.kind) {
        case 'constructor':
          return [{ ...common, kind: 'constructor' }];
        case 'set':
          return [{ ...common, kind: 'setter' }];
        case 'get':
          return [forward === null ? { ...common, kind: 'getter' } : { ...common, kind: 'method', forward }];
        case 'method':
          return [{ ...common, kind: 'method', forward }];
      }
    }
    // falls through
    case Kind.PropertyDefinition: {
      const { value } = element;
      if (value === null) {
        return [{ ...commonOf(element), kind: 'field', forward: null }];
      }
      const inside = [...around, element];
      return [
        yieldsFunction(value)
          ? { ...commonOf(element), kind: 'method', forward: forwardOf(context, value, inside) }
          : { ...commonOf(element), kind: 'field', forward: null },
      ];
    }
    default:
      return [];
  }
}

function commonOf(
  element: TSESTree.MethodDefinition | TSESTree.PropertyDefinition,
): Pick<WrapperMember, 'name' | 'nameRange' | 'visibility' | 'decorated'> {
  const { accessibility, decorators } = element as {
    accessibility?: WrapperMember['visibility'];
    decorators?: readonly Node[];
  };
  return {
    name: keyName(element.key, element.computed) ?? '',
    nameRange: element.key.range,
    visibility: element.key.type === Kind.PrivateIdentifier ? 'private' : (accessibility ?? 'public'),
    decorated: (decorators?.length ?? 0) > 0,
  };
}

/** A getter that yields a bound method hands on as the method does. */
function ofGetter(
  context: ExtractionContext,
  getter: TSESTree.FunctionExpression,
  around: readonly Node[],
): WrapperMember['forward'] {
  const [statement, ...others] = getter.body.body;
  const value = statement?.type === Kind.ReturnStatement ? statement.argument : null;
  return value !== null && others.length === 0 && yieldsFunction(value)
    ? forwardOf(context, value, [...around, getter])
    : null;
}

/** @param around The nodes around the object. */
function objectMembers(
  context: ExtractionContext,
  node: TSESTree.ObjectExpression,
  around: readonly Node[],
): WrapperMember[] {
  return node.properties.flatMap((property): WrapperMember[] => {
    if (property.type !== Kind.Property) {
      return [];
    }
    const name = keyName(property.key, property.computed) ?? '';
    const common = { ...NO_MEMBER, name, nameRange: property.key.range };
    if (property.kind !== 'init') {
      return [{ ...common, kind: property.kind === 'get' ? 'getter' : 'setter' }];
    }
    const value = localFunction(context, unwrapped(property.value), around);
    const isMember = value.type === Kind.MemberExpression && !value.computed;
    if (!isMember && !yieldsFunction(value)) {
      return [{ ...common, kind: 'field' }];
    }
    const forward = forwardOf(context, value, [...around, node, property]);
    return [isMember && forward === null ? { ...common, kind: 'field' } : { ...common, forward }];
  });
}

/** The object literal that a function returns, on its only way out: written there, or kept in a local first. */
function returnedObject(context: ExtractionContext, node: FunctionNode): TSESTree.ObjectExpression | null {
  const value = node.body.type === Kind.BlockStatement ? returnedLast(node.body.body) : node.body;
  if (value === null) {
    return null;
  }
  return objectBehind(context, value, [...context.ancestors, node, node.body]);
}
