import type { TSESTree } from '@typescript-eslint/types';
import { Kind, type Node } from '../tree/kinds.js';
import { memberName, staticString } from '../tree/static-name.js';
import { unwrapped } from '../tree/unwrapped.js';
import { composed } from './composing.js';
import { isTextual, operandsOf } from './composition.js';
import { isText, type FlowState } from './flow-state.js';
import type { SyntaxIndex } from './syntax-index.js';

/** A value that an operator takes. */
export function throughOperator(
  index: SyntaxIndex,
  operation: TSESTree.BinaryExpression,
  state: FlowState,
): FlowState | undefined {
  const { left, operator, right } = operation;
  const numeric: FlowState = { ...state, node: operation, made: operation };
  const other = unwrapped(left === state.node ? right : left);
  switch (operator) {
    case '+': {
      let whole = operation;
      for (let around = index.parentOf(whole); around?.type === Kind.BinaryExpression && around.operator === '+';) {
        whole = around;
        around = index.parentOf(whole);
      }
      if (
        isText(state) ||
        isTextual(whole) ||
        state.form === 'pick' ||
        operandsOf(whole).some((operand) => isDeclaredText(index, operand))
      ) {
        return composed(whole, state);
      }
      // A time and a number are another time, unless room was made for the number.
      return state.form === 'number' && (state.entropy === 'random' || isScaled(state.made)) ? numeric : undefined;
    }
    case '-':
      // What is left of a time is a duration; what is left of a time since an epoch of one's own is a time.
      return state.form === 'number' && (state.entropy !== 'clock' || isConstant(other)) ? numeric : undefined;
    case '*':
      return state.form === 'number' ? { ...numeric, chooses: state.chooses || isRange(other) } : undefined;
    case '%':
      // A count that starts over tells nothing apart.
      return state.form === 'number' && state.entropy !== 'counter'
        ? { ...numeric, chooses: state.chooses || isLength(other) }
        : undefined;
    case '/':
      // A time in units of one's own is the same for a while: it tells windows apart, and no calls.
      return state.form === 'number' && (state.entropy !== 'clock' || isUnit(other)) ? numeric : undefined;
    case '|':
    case '^':
    case '&':
    case '<<':
    case '>>':
    case '>>>':
    case '**':
      return state.form === 'number' ? numeric : undefined;
    default:
      return undefined;
  }
}

/** Whether a parameter or variable is declared as a text. */
export function isDeclaredText(index: SyntaxIndex, operand: Node): boolean {
  const node = unwrapped(operand);
  const variable = node.type === Kind.Identifier ? index.variableOf(node) : undefined;
  const declared = variable?.identifiers[0];
  if (declared?.type === Kind.Identifier && declared.typeAnnotation?.typeAnnotation.type === Kind.TSStringKeyword) {
    return true;
  }
  const declarator = variable?.defs[0]?.node;
  const value = declarator?.type === Kind.VariableDeclarator ? declarator.init : null;
  return value !== null && (staticString(value) !== null || value.type === Kind.TemplateLiteral);
}

function isConstant(node: Node): boolean {
  return node.type === Kind.Identifier ? /^[A-Z][A-Z\d_]*$/u.test(node.name) : node.type === Kind.Literal;
}

/** `1000` of `Date.now() / 1000`. */
function isUnit(node: Node): boolean {
  return node.type === Kind.Literal && /^1(?:0|_)*$|^1e\d$/u.test(node.raw);
}

function isScaled(node: Node): boolean {
  return node.type === Kind.BinaryExpression && (node.operator === '*' || node.operator === '<<');
}

/** Up to here a random number is one of a few that are there already: of demo users, of pages, of percent. */
const FEW = 1000;

/** Whether a random number that is multiplied by this is one of so many: of a list's length, of a few, of a given range. */
function isRange(factor: Node): boolean {
  switch (factor.type) {
    case Kind.Literal:
      return typeof factor.value === 'number' && factor.value <= FEW;
    case Kind.Identifier:
      return !isConstant(factor);
    case Kind.BinaryExpression:
      return factor.operator === '-' || factor.operator === '+';
    default:
      return isLength(factor);
  }
}

function isLength(node: Node): boolean {
  return node.type === Kind.MemberExpression && /^(?:length|size)$/u.test(memberName(node) ?? '');
}
