import type { TSESTree } from '@typescript-eslint/types';
import { Kind, type FunctionNode, type Node } from '../tree/kinds.js';
import { memberName } from '../tree/static-name.js';
import { isFunctionExpression, unwrapped } from '../tree/unwrapped.js';
import { isEmptyValue, isLogCall, isLogging, onlyLeaves, statementsOf } from './logging.js';

/** The one call that a body comes down to. */
export interface OnlyCall {
  readonly call: TSESTree.CallExpression;
  /** The nodes around the call that may declare names: the function and blocks in it, innermost last. */
  readonly around: readonly Node[];
  /** What is tested before the call; each must be about the receiver. */
  readonly tests: readonly Node[];
  /** `true` if nothing was left out. */
  readonly plain: boolean;
}

/**
 * The one call that the body of a function comes down to, when guards, `await`, logging, and a `catch` that only logs or
 * rethrows are left out; `null` if it does more.
 */
export function onlyCallOf(node: FunctionNode): OnlyCall | null {
  if (node.generator) {
    return null;
  }
  const reader = new BodyReader();
  const found =
    node.body.type === Kind.BlockStatement
      ? reader.statements(node.body.body, [node, node.body])
      : reader.expression(node.body, [node]);
  return found === null ? null : { ...found, tests: reader.tests, plain: reader.plain };
}

/** The one call that an expression comes down to. */
export function onlyCallIn(expression: Node): OnlyCall | null {
  const reader = new BodyReader();
  const found = reader.expression(expression, []);
  return found === null ? null : { ...found, tests: reader.tests, plain: reader.plain };
}

/** Guards, logging and the call itself need no more. */
const MOST_STATEMENTS = 10;

interface Found {
  readonly call: TSESTree.CallExpression;
  readonly around: readonly Node[];
}

class BodyReader {
  readonly tests: Node[] = [];
  plain = true;

  statements(all: readonly Node[], around: readonly Node[]): Found | null {
    if (all.length > MOST_STATEMENTS) {
      return null;
    }
    const own = all.filter((statement) => !isDirective(statement));
    // A body that is one line of logging hands on to the logger.
    const isLogLine = own.length === 1;
    const statements = withoutBareReturn(own.filter((statement) => isLogLine || !isLogging(statement)));
    if (statements.length < own.length) {
      this.plain &&= all.every((statement) => !isLogging(statement));
    }
    for (const [index, statement] of statements.entries()) {
      const next = statements[index + 1];
      if (next === undefined) {
        return this.last(statement, around);
      }
      const result = returnedResult(statement, next);
      if (result !== null && index === statements.length - 2) {
        return this.expression(result, around);
      }
      if (!this.isGuard(statement) && !this.isReceiverAlias(statement)) {
        return null;
      }
    }
    return null;
  }

  expression(expression: Node, around: readonly Node[]): Found | null {
    const node = unwrapped(expression);
    switch (node.type) {
      case Kind.AwaitExpression:
        return this.expression(node.argument, around);
      case Kind.UnaryExpression:
        return node.operator === 'void' ? this.expression(node.argument, around) : null;
      case Kind.LogicalExpression:
        if (node.operator === '&&') {
          this.test(node.left);
          return this.expression(node.right, around);
        }
        this.plain = false;
        return isEmptyValue(node.right) ? this.expression(node.left, around) : null;
      case Kind.ConditionalExpression: {
        const isPositive = isEmptyValue(node.alternate);
        if (!isPositive && !isEmptyValue(node.consequent)) {
          return null;
        }
        this.test(node.test);
        return this.expression(isPositive ? node.consequent : node.alternate, around);
      }
      case Kind.CallExpression:
        return this.withoutCatch(node, around);
      default:
        return null;
    }
  }

  private last(statement: Node, around: readonly Node[]): Found | null {
    switch (statement.type) {
      case Kind.ExpressionStatement:
        return this.expression(statement.expression, around);
      case Kind.ReturnStatement:
        return statement.argument === null ? null : this.expression(statement.argument, around);
      case Kind.TryStatement:
        return this.tried(statement, around);
      case Kind.IfStatement: {
        if (statement.alternate !== null && !onlyLeaves(statementsOf(statement.alternate))) {
          return null;
        }
        this.test(statement.test);
        return this.statements(statementsOf(statement.consequent), [...around, statement.consequent]);
      }
      case Kind.BlockStatement:
        return this.statements(statement.body, [...around, statement]);
      default:
        return null;
    }
  }

  private tried({ block, finalizer, handler }: TSESTree.TryStatement, around: readonly Node[]): Found | null {
    const isHarmless =
      (handler === null || onlyLeaves(handler.body.body)) && (finalizer === null || onlyLeaves(finalizer.body));
    this.plain = false;
    return isHarmless ? this.statements(block.body, [...around, block]) : null;
  }

  /** `f(x).catch((error) => log(error))`. */
  private withoutCatch(call: TSESTree.CallExpression, around: readonly Node[]): Found | null {
    const callee = unwrapped(call.callee);
    const [handler] = call.arguments;
    if (callee.type !== Kind.MemberExpression || memberName(callee) !== 'catch' || handler === undefined) {
      return { call, around };
    }
    this.plain = false;
    return isLoggingFunction(handler) ? this.expression(callee.object, around) : null;
  }

  private isGuard(statement: Node): boolean {
    if (
      statement.type !== Kind.IfStatement ||
      statement.alternate !== null ||
      !onlyLeaves(statementsOf(statement.consequent))
    ) {
      return false;
    }
    this.test(statement.test);
    return true;
  }

  /** `const bridge = this.bridge`, `const bridge = getBridge()`. */
  private isReceiverAlias(statement: Node): boolean {
    if (
      statement.type !== Kind.VariableDeclaration ||
      statement.kind !== 'const' ||
      statement.declarations.length !== 1
    ) {
      return false;
    }
    const init = statement.declarations[0]?.init ?? null;
    const node = init === null ? null : unwrapped(init);
    const value = node?.type === Kind.AwaitExpression ? unwrapped(node.argument) : node;
    return (
      value?.type === Kind.MemberExpression ||
      value?.type === Kind.ThisExpression ||
      value?.type === Kind.Identifier ||
      (value?.type === Kind.CallExpression && value.arguments.length === 0)
    );
  }

  private test(test: Node): void {
    this.tests.push(test);
    this.plain = false;
  }
}

/** Parsers disagree on whether other statements have the field. */
function isDirective(statement: Node): boolean {
  return statement.type === Kind.ExpressionStatement && typeof statement.directive === 'string';
}

/** Without a `return` of nothing at the end. */
function withoutBareReturn(statements: readonly Node[]): readonly Node[] {
  const last = statements.at(-1);
  return statements.length > 1 && last?.type === Kind.ReturnStatement && isEmptyValue(last.argument)
    ? statements.slice(0, -1)
    : statements;
}

/** The expression in `const result = f(x); return result;`. */
function returnedResult(declaration: Node, last: Node): Node | null {
  if (declaration.type !== Kind.VariableDeclaration || last.type !== Kind.ReturnStatement || last.argument === null) {
    return null;
  }
  const [declarator, ...others] = declaration.declarations;
  const returned = unwrapped(last.argument);
  return others.length === 0 &&
    declarator.id.type === Kind.Identifier &&
    returned.type === Kind.Identifier &&
    returned.name === declarator.id.name
    ? declarator.init
    : null;
}

function isLoggingFunction(node: Node): boolean {
  if (!isFunctionExpression(node) || !('body' in node)) {
    return isLogCallReference(node);
  }
  const body = node.body as Node;
  return body.type === Kind.BlockStatement ? onlyLeaves(body.body) : isEmptyValue(body) || isLogCall(body);
}

/** `.catch(console.error)`. */
function isLogCallReference(node: Node): boolean {
  return node.type === Kind.MemberExpression && node.object.type === Kind.Identifier && node.object.name === 'console';
}
