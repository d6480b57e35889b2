import type { TSESTree } from '@typescript-eslint/types';
import { Kind, type Node } from '../tree/kinds.js';
import { memberName } from '../tree/static-name.js';
import { asArgument, asConstructed } from './arguments.js';
import { composed } from './composing.js';
import { isEntry } from './entries.js';
import type { FlowState } from './flow-state.js';
import { calledOn } from './methods.js';
import { isWrapper } from './names.js';
import { throughOperator } from './operators.js';
import type { SyntaxIndex } from './syntax-index.js';

/**
 * How a value passes through the expression around it.
 *
 * @returns `undefined` where it does not: it is given a name there, or it is used up
 */
export function passed(index: SyntaxIndex, parent: Node, state: FlowState): FlowState | undefined {
  if (isWrapper(parent)) {
    return { ...state, node: parent };
  }
  const { node } = state;
  switch (parent.type) {
    case Kind.SpreadElement:
    case Kind.LogicalExpression:
      return { ...state, node: parent };
    case Kind.SequenceExpression:
      return parent.expressions.at(-1) === node ? { ...state, node: parent } : undefined;
    case Kind.ConditionalExpression:
      return parent.test === node ? undefined : { ...state, node: parent };
    case Kind.TemplateLiteral:
      return index.parentOf(parent)?.type === Kind.TaggedTemplateExpression ? undefined : composed(parent, state);
    case Kind.BinaryExpression:
      return throughOperator(index, parent, state);
    case Kind.UnaryExpression:
      return /^[+~-]$/u.test(parent.operator) && (state.form === 'number' || state.form === 'date')
        ? { ...state, node: parent, made: parent, form: 'number' }
        : undefined;
    case Kind.MemberExpression:
      return throughMember(index, parent, state);
    case Kind.CallExpression:
      return parent.callee === node ? undefined : asArgument(parent, state);
    case Kind.NewExpression:
      return parent.callee === node ? undefined : asConstructed(parent, state);
    case Kind.ArrayExpression:
      return isEntry(index, parent, node) ? undefined : { ...state, node: parent, inList: true };
    default:
      return undefined;
  }
}

function throughMember(index: SyntaxIndex, member: TSESTree.MemberExpression, state: FlowState): FlowState | undefined {
  if (member.object !== state.node) {
    return state.form === 'number' && state.entropy === 'random'
      ? { ...state, node: member, made: member, form: 'pick', chooses: false }
      : undefined;
  }
  const name = memberName(member);
  const around = index.parentOf(member);
  if (around?.type === Kind.CallExpression && around.callee === member) {
    return name === null ? undefined : calledOn(around, name, state);
  }
  if (name === 'current' || name === 'value') {
    return { ...state, node: member };
  }
  if (state.form === 'bytes') {
    return name === 'buffer'
      ? { ...state, node: member }
      : name === null || /^\d+$/u.test(name)
        ? { ...state, node: member, made: member, form: 'number' }
        : undefined;
  }
  if (state.form === 'number') {
    // `process.hrtime()[1]`
    return state.entropy === 'clock' && member.computed ? { ...state, node: member, made: member } : undefined;
  }
  return state.inList && name !== null && /^\d+$/u.test(name) ? { ...state, node: member, inList: false } : undefined;
}
