import type { TSESTree } from '@typescript-eslint/types';
import type { ExtractionContext } from '../extraction-context.js';
import type { ValueFact } from '../facts.js';
import { Kind, type Node } from '../tree/kinds.js';
import { nameReference } from '../tree/name-reference.js';
import { memberName } from '../tree/static-name.js';
import { unwrapped } from '../tree/unwrapped.js';
import { objectMembers } from './members.js';

/** What an expression is, seen through whatever does not change its value. */
export function valueFact(context: ExtractionContext, expression: Node): ValueFact {
  const node = heldValue(context, expression);
  const { range } = node;
  switch (node.type) {
    case Kind.Identifier:
    case Kind.MemberExpression: {
      if (node.type === Kind.Identifier && node.name === 'undefined') {
        return { kind: 'null', range };
      }
      const target = nameReference(context.names, node);
      return target === null ? { kind: 'other', range } : { kind: 'reference', range, target };
    }
    case Kind.ThisExpression:
      return { kind: 'reference', range, target: { name: 'this', path: [], range, origin: 'this' } };
    case Kind.NewExpression:
      return { kind: 'new', range, target: nameReference(context.names, node.callee) };
    case Kind.CallExpression:
      return { kind: 'call', range, target: nameReference(context.names, node.callee) };
    case Kind.ArrowFunctionExpression:
    case Kind.FunctionExpression:
    case Kind.FunctionDeclaration:
      return { kind: 'function', range };
    case Kind.ClassExpression:
    case Kind.ClassDeclaration:
      return { kind: 'class', range };
    case Kind.ObjectExpression:
      return { kind: 'object', range, members: objectMembers(context, node) };
    case Kind.AssignmentExpression:
      return assignment(context, node);
    case Kind.LogicalExpression:
      return choice(context, range, node.left, node.right);
    case Kind.ConditionalExpression:
      return choice(context, range, node.consequent, node.alternate);
    case Kind.Literal:
      // A regular expression that this engine does not know has the value `null`, too.
      return { kind: node.raw === 'null' ? 'null' : 'other', range };
    case Kind.UnaryExpression:
      return { kind: node.operator === 'void' ? 'null' : 'other', range };
    default:
      return { kind: 'other', range };
  }
}

/** The expression whose value another one has: behind `as`, `await`, a comma, and `Object.freeze`. */
export function heldValue(context: ExtractionContext, expression: Node): Node {
  let node = unwrapped(expression);
  for (;;) {
    let inner: Node | undefined;
    if (node.type === Kind.AwaitExpression) {
      inner = node.argument;
    } else if (node.type === Kind.SequenceExpression) {
      inner = node.expressions.at(-1);
    } else if (node.type === Kind.CallExpression) {
      inner = frozenObject(context, node);
    }
    if (inner === undefined) {
      return node;
    }
    node = unwrapped(inner);
  }
}

function frozenObject(context: ExtractionContext, call: TSESTree.CallExpression): Node | undefined {
  const { callee } = call;
  const [argument] = call.arguments;
  if (argument === undefined || callee.type !== Kind.MemberExpression || callee.object.type !== Kind.Identifier) {
    return undefined;
  }
  const method = memberName(callee);
  const isFreeze =
    callee.object.name === 'Object' && (method === 'freeze' || method === 'seal' || method === 'preventExtensions');
  return isFreeze && context.names.originAt(callee.object.range[0]) === 'global' ? argument : undefined;
}

function assignment(context: ExtractionContext, node: TSESTree.AssignmentExpression): ValueFact {
  switch (node.operator) {
    case '=':
    case '??=':
    case '||=':
    case '&&=':
      return {
        kind: 'assignment',
        range: node.range,
        to: nameReference(context.names, node.left),
        value: valueFact(context, node.right),
      };
    default:
      return { kind: 'other', range: node.range };
  }
}

function choice(context: ExtractionContext, range: TSESTree.Range, left: Node, right: Node): ValueFact {
  return { kind: 'choice', range, values: [valueFact(context, left), valueFact(context, right)] };
}
