import type { TSESTree } from '@typescript-eslint/types';
import type { EventName, MemberCall } from '../facts.js';
import { heldObject } from '../held/held-object.js';
import { initialiserOf, scopeAt, variableIn } from '../held/local-variables.js';
import { detached } from '../tree/copied-text.js';
import { Kind, type Node } from '../tree/kinds.js';
import { keyName, memberName, staticString } from '../tree/static-name.js';
import { unwrapped } from '../tree/unwrapped.js';
import type { ExtractionContext } from '../extraction-context.js';
import type { StartCollector } from './collector.js';

/** Members that, by their name, take the name of an event. */
const EVENT_MEMBER =
  /^(?:(?:emit|send|notify|publish|broadcast|dispatch|trigger|fire|push|post|subscribe|unsubscribe|deliver|queue|enqueue)(?![a-z])|(?:on|once|off|addListener|removeListener|addEventListener|removeEventListener|prependListener)$)/u;

/** Calls of members, with what is known of their receivers, and the events that they name. */
export const collectMemberCalls: StartCollector = (context) => {
  const memberCalls: MemberCall[] = [];

  function enterCall({ callee, arguments: args, range }: TSESTree.CallExpression): void {
    const target = unwrapped(callee);
    const name = target.type === Kind.MemberExpression ? memberName(target) : null;
    if (target.type !== Kind.MemberExpression || name === null) {
      return;
    }
    memberCalls.push({
      name: detached(name),
      nameRange: target.property.range,
      range,
      receiver: heldObject(context, target.object),
      arguments: args.map((argument) => argument.range),
      spread: args.some(({ type }) => type === Kind.SpreadElement),
      events: EVENT_MEMBER.test(name) ? args.flatMap((argument, index) => eventNames(context, argument, index)) : [],
      scope: context.scope,
    });
  }

  return {
    enter: { CallExpression: enterCall },
    finish: () => ({ memberCalls: memberCalls.sort((a, b) => a.nameRange[0] - b.nameRange[0]) }),
  };
};

function eventNames(context: ExtractionContext, expression: Node, argument: number): EventName[] {
  const node = localValue(context, unwrapped(expression));
  if (node.type !== Kind.ObjectExpression) {
    return literals(node, argument, null);
  }
  return node.properties.flatMap((property): EventName[] => {
    const key = property.type === Kind.Property ? keyName(property.key, property.computed) : null;
    return property.type === Kind.Property && (key === 'type' || key === 'event')
      ? literals(property.value, argument, key)
      : [];
  });
}

/** The strings that an expression may be: itself, or the branches of a choice. */
function literals(expression: Node, argument: number, property: EventName['property']): EventName[] {
  const node = unwrapped(expression);
  if (node.type === Kind.ConditionalExpression) {
    return [...literals(node.consequent, argument, property), ...literals(node.alternate, argument, property)];
  }
  if (node.type === Kind.LogicalExpression) {
    return [...literals(node.left, argument, property), ...literals(node.right, argument, property)];
  }
  const value = staticString(node);
  return value === null ? [] : [{ value: detached(value), range: node.range, argument, property }];
}

/** The initialiser of a local `const`, so that a message that was built first counts, too. */
function localValue(context: ExtractionContext, node: Node): Node {
  if (node.type !== Kind.Identifier || context.names.originAt(node.range[0]) !== 'local') {
    return node;
  }
  const variable = variableIn(scopeAt(context, context.ancestors), node.name);
  const definition = variable?.defs[0];
  const value =
    variable !== undefined &&
    definition?.node.type === Kind.VariableDeclarator &&
    definition.node.id === definition.name
      ? initialiserOf(variable, definition.node)
      : null;
  return value === null ? node : unwrapped(value);
}
