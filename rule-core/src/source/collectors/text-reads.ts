import type { TSESTree } from '@typescript-eslint/types';
import type { TextRead } from '../facts.js';
import { calleeName } from '../flows/names.js';
import { SyntaxIndex } from '../flows/syntax-index.js';
import { detached } from '../tree/copied-text.js';
import { Kind, type Node } from '../tree/kinds.js';
import { memberName, staticString } from '../tree/static-name.js';
import { unwrapped } from '../tree/unwrapped.js';
import type { StartCollector } from './collector.js';
import { foldedText } from './types.js';

/** Methods of a text that take it apart by its form, or ask about its form. */
const ON_TEXT: ReadonlySet<string> = new Set([
  'endsWith',
  'includes',
  'indexOf',
  'lastIndexOf',
  'match',
  'matchAll',
  'matches',
  'regex',
  'replace',
  'search',
  'slice',
  'split',
  'startsWith',
  'substr',
  'substring',
]);

/** Those that may be given a regular expression, and its own. */
const BY_EXPRESSION: ReadonlySet<string> = new Set([
  'exec',
  'match',
  'matchAll',
  'matches',
  'regex',
  'replace',
  'search',
  'split',
  'test',
]);

const SPEAKS_OF_ID = /id|uuid|ref|slug|cursor|key/iu;
/** Two words with a separator each: `^thread_(.+)_run_`. */
const SPELLS_FORMAT = /[a-z]{2}\\?[-_:.#].*[-_:.#][a-z]{2}/iu;

/** Calls that take a text apart by its form, where its name or type speaks of an ID, or the form is all of a format. */
export const collectTextReads: StartCollector = (context) => {
  const textReads: TextRead[] = [];
  const index = new SyntaxIndex(context.module);

  function enterCall(node: TSESTree.CallExpression): void {
    const callee = unwrapped(node.callee);
    if (callee.type !== Kind.MemberExpression) {
      return;
    }
    const method = memberName(callee);
    if (method === null) {
      return;
    }
    const object = unwrapped(callee.object);
    const [argument] = node.arguments;
    if (ON_TEXT.has(method)) {
      add(node, method, object, argument);
    } else if ((method === 'test' || method === 'exec') && argument !== undefined) {
      add(node, method, unwrapped(argument), object);
    }
  }

  function add(call: TSESTree.CallExpression, method: string, receiver: Node, by: Node | undefined): void {
    const names = namesOf(receiver);
    const speaksOfId = names.some((name) => SPEAKS_OF_ID.test(name));
    if (!speaksOfId && (by === undefined || !BY_EXPRESSION.has(method) || !mayBeExpression(by))) {
      return;
    }
    const [form, expression] = by === undefined ? [null, null] : formOf(by);
    if (!speaksOfId && (form === null || expression === null || !SPELLS_FORMAT.test(form))) {
      return;
    }
    textReads.push({
      method,
      range: expression?.range ?? elementAround(call).range,
      names,
      receiver: foldedText(context.text, receiver.range),
      literal: expression === null ? form : null,
      pattern: expression === null ? null : form,
      scope: context.scope,
    });
  }

  /** `x.split('_')[1]` around `x.split('_')`. */
  function elementAround(call: Node): Node {
    let level = 1;
    let around = context.ancestor(level);
    while (around?.type === Kind.TSNonNullExpression || around?.type === Kind.ChainExpression) {
      level++;
      around = context.ancestor(level);
    }
    return around?.type === Kind.MemberExpression && around.computed && around.property.type === Kind.Literal
      ? around
      : call;
  }

  function namesOf(receiver: Node): string[] {
    if (receiver.type === Kind.CallExpression) {
      // `String(id)`, `id.toString()`, `id.trim()`, `getRunId()`.
      const callee = unwrapped(receiver.callee);
      const inner = callee.type === Kind.MemberExpression ? callee.object : receiver.arguments[0];
      return inner === undefined || !isConversion(callee) ? [calleeName(receiver)] : namesOf(unwrapped(inner));
    }
    if (receiver.type === Kind.AwaitExpression) {
      return namesOf(unwrapped(receiver.argument));
    }
    if (receiver.type === Kind.MemberExpression) {
      const name = memberName(receiver);
      const owner = unwrapped(receiver.object);
      // The `id` of a `run` is a run's ID.
      const ownerName =
        owner.type === Kind.Identifier
          ? owner.name
          : owner.type === Kind.MemberExpression
            ? (memberName(owner) ?? '')
            : '';
      return name === null ? [] : [/^_?id$/iu.test(name) ? `${ownerName}.${name}` : name];
    }
    if (receiver.type !== Kind.Identifier) {
      return [];
    }
    const type = annotationAt(receiver);
    return type === null ? [receiver.name] : [receiver.name, type];
  }

  /** The type that a parameter or variable is declared with. */
  function annotationAt(identifier: TSESTree.Identifier): string | null {
    const declared = index.variableOf(identifier)?.identifiers[0];
    const type = declared?.type === Kind.Identifier ? declared.typeAnnotation?.typeAnnotation : undefined;
    return type?.type === Kind.TSTypeReference && type.typeName.type === Kind.Identifier ? type.typeName.name : null;
  }

  /** What a text is compared with, constants seen through: a literal text, or the source of an expression and the expression. */
  function formOf(by: Node): readonly [text: string | null, expression: Node | null] {
    const node = unwrapped(by);
    const text = staticString(node);
    if (text !== null) {
      return [detached(text), null];
    }
    if (node.type === Kind.Literal && 'regex' in node) {
      return [detached(node.regex.pattern), node];
    }
    if (node.type === Kind.MemberExpression && memberName(node) === 'length') {
      // `id.slice('run_'.length)`
      const [measured, pattern] = formOf(node.object);
      return [pattern === null ? measured : null, null];
    }
    if (node.type === Kind.NewExpression) {
      const pattern = calleeName(node) === 'RegExp' ? staticString(node.arguments[0]) : null;
      return pattern === null ? [null, null] : [detached(pattern), node];
    }
    const declarator = node.type === Kind.Identifier ? index.variableOf(node)?.defs[0]?.node : undefined;
    const value = declarator?.type === Kind.VariableDeclarator ? declarator.init : null;
    // A constant that is another constant is not followed: cycles would be.
    return value === null || value.type === Kind.Identifier ? [null, null] : formOf(value);
  }

  return { enter: { CallExpression: enterCall }, finish: () => ({ textReads }) };
};

/** Whether it is worth to look whether something is a regular expression: most texts are taken apart at a literal. */
function mayBeExpression(by: Node): boolean {
  switch (by.type) {
    case Kind.Literal:
      return 'regex' in by;
    case Kind.Identifier:
      // A constant, or one that says so.
      return /^[A-Z][A-Z\d_]*$/u.test(by.name) || /re$|regexp?|pattern/iu.test(by.name);
    default:
      return by.type === Kind.NewExpression;
  }
}

function isConversion(callee: Node): boolean {
  return callee.type === Kind.Identifier
    ? callee.name === 'String' || callee.name === 'decodeURIComponent'
    : callee.type === Kind.MemberExpression &&
        /^(?:toString|trim|toLowerCase|toUpperCase|valueOf)$/u.test(memberName(callee) ?? '');
}
