import { Kind, type Node } from '../tree/kinds.js';
import { memberName } from '../tree/static-name.js';
import { unwrapped } from '../tree/unwrapped.js';

const LOGGER = /^[_#]?(?:console|log|logger|logging|debug)$/iu;

/** Whether a statement only writes to a log: `console.warn(…)`, `this.log.info(…)`, `logger.debug(…)`. */
export function isLogging(statement: Node): boolean {
  return statement.type === Kind.ExpressionStatement && isLogCall(statement.expression);
}

/** The same for an expression. */
export function isLogCall(expression: Node): boolean {
  let node = unwrapped(expression);
  if (node.type === Kind.AwaitExpression || (node.type === Kind.UnaryExpression && node.operator === 'void')) {
    node = unwrapped(node.argument);
  }
  return node.type === Kind.CallExpression && namesLogger(node.callee);
}

function namesLogger(callee: Node): boolean {
  const node = unwrapped(callee);
  switch (node.type) {
    case Kind.Identifier:
      return LOGGER.test(node.name);
    case Kind.MemberExpression: {
      const name = node.property.type === Kind.PrivateIdentifier ? node.property.name : (memberName(node) ?? '');
      return LOGGER.test(name) || namesLogger(node.object);
    }
    default:
      return false;
  }
}

/** Whether a value says "nothing": `null`, `undefined`, `false`, `0`, `''`, `[]`, `{}`. */
export function isEmptyValue(expression: Node | null): boolean {
  const node = expression === null ? null : unwrapped(expression);
  switch (node?.type) {
    case undefined:
      return true;
    case Kind.Identifier:
      return node.name === 'undefined';
    case Kind.Literal:
      return node.raw === 'null' || node.value === false || node.value === 0 || node.value === '';
    case Kind.ArrayExpression:
      return node.elements.length === 0;
    case Kind.ObjectExpression:
      return node.properties.length === 0;
    case Kind.UnaryExpression:
      return node.operator === 'void';
    default:
      return false;
  }
}

/** Whether statements do no more than log, throw, and return nothing. */
export function onlyLeaves(statements: readonly Node[]): boolean {
  return statements.every(
    (statement) =>
      isLogging(statement) ||
      statement.type === Kind.ThrowStatement ||
      (statement.type === Kind.ReturnStatement && isEmptyValue(statement.argument)),
  );
}

/** The statements of a block, or the one that stands without braces. */
export function statementsOf(node: Node): readonly Node[] {
  return node.type === Kind.BlockStatement ? node.body : [node];
}
