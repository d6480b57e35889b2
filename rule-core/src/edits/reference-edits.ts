import { isTypeReference } from '../symbols/uses/harmless.js';
import type { CanonicalExpression } from '../config/resolved-config.js';
import type { Range, Reference } from '../source/facts.js';
import type { Edit } from './edit.js';
import type { Denotation } from '../symbols/denotation.js';

/** The canonical expression as it is written in one module. */
export interface WrittenExpression {
  /** `IdManager.generateRunId`, with the module's local name in front. */
  readonly text: string;
  /** A name alone: `UserExecutionContext`. */
  readonly isName: boolean;
  /** Names and dots only. */
  readonly isNamePath: boolean;
  readonly endsInCall: boolean;
  readonly denotes: Denotation;
}

/** Writes a canonical expression with the local name of its root. */
export function writeExpression(
  expression: CanonicalExpression,
  denotes: Denotation,
  local: string,
): WrittenExpression {
  return {
    text: local + expression.text.slice(expression.root.length),
    isName: expression.steps.length === 1,
    isNamePath: expression.steps.every(({ kind }) => kind !== 'call'),
    endsInCall: expression.steps.at(-1)?.kind === 'call',
    denotes,
  };
}

/** The edits that put the canonical in one place, and why they might change behaviour. */
export interface ReferenceEdit {
  readonly edits: readonly Edit[];
  readonly doubt?: string;
}

/**
 * Replaces one reference to a deprecated symbol.
 *
 * @param depth how many links of the chain make up the symbol: 0 for a name, 1 for `ns.old`
 * @returns `undefined` where the expression cannot stand: a member path in a type position, an assignment target
 */
export function editReference(
  text: string,
  reference: Reference,
  depth: number,
  expression: WrittenExpression,
): ReferenceEdit | undefined {
  const range = (depth === 0 ? undefined : reference.links[depth - 1]) ?? reference.range;
  const replace: ReferenceEdit = { edits: [{ range, text: expression.text }] };
  // A property of a pattern (`const { old } = ns`) is no place for an expression.
  const isProperty = range[0] > reference.range[0] || range[1] < reference.range[1];
  if (reference.role === 'write' || isProperty) {
    return undefined;
  }
  if (reference.path.length > depth) {
    return isTypeReference(reference) && !expression.isNamePath ? undefined : replace;
  }
  switch (reference.role) {
    case 'type':
      return expression.endsInCall ? typeOfResult(text, range, expression) : editType(replace, expression);
    case 'implements':
    case 'instanceof':
      return editType(replace, expression);
    case 'typeof':
      return expression.isNamePath ? { ...replace, doubt: 'its type is read' } : undefined;
    case 'jsx': {
      if (!expression.isNamePath) {
        return undefined;
      }
      const closing = reference.closing === null ? [] : [{ range: reference.closing, text: expression.text }];
      return { edits: [{ range, text: expression.text }, ...closing] };
    }
    case 'new':
      return editConstruction(text, reference, range[1], expression) ?? replace;
    case 'call':
      return expression.endsInCall ? replaceCall(reference, expression) : replace;
    case 'export':
      return editExport(text, reference, expression);
    case 'value':
      return editValue(text, reference, range, expression);
    case 'extends':
    case 'decorator':
    case 'tag':
      return expression.endsInCall ? undefined : replace;
  }
}

function editType(replace: ReferenceEdit, { isNamePath, denotes }: WrittenExpression): ReferenceEdit | undefined {
  return isNamePath && denotes.kind !== 'function' ? replace : undefined;
}

/** The type of what an accessor gives: `ReturnType<typeof getClickHouseManager>`. */
function typeOfResult(
  text: string,
  range: Range,
  { text: written, denotes }: WrittenExpression,
): ReferenceEdit | undefined {
  const accessor = /^([\w$.]+)\(\)$/u.exec(written)?.[1];
  const isGeneric = /^\s*</u.test(text.slice(range[1]));
  return accessor === undefined || denotes.kind !== 'object' || isGeneric
    ? undefined
    : { edits: [{ range, text: `ReturnType<typeof ${accessor}>` }] };
}

/** `new Old(a)` by a factory or an accessor: the `new` goes. */
function editConstruction(
  text: string,
  reference: Reference,
  calleeEnd: number,
  expression: WrittenExpression,
): ReferenceEdit | undefined {
  if (expression.endsInCall) {
    return replaceCall(reference, expression);
  }
  if (reference.call === null || expression.denotes.kind !== 'function') {
    return undefined;
  }
  const hasParentheses = text.slice(calleeEnd, reference.call.range[1]).trimEnd().endsWith(')');
  return {
    edits: [
      { range: [reference.call.range[0], calleeEnd], text: hasParentheses ? expression.text : `${expression.text}()` },
    ],
  };
}

function replaceCall({ call }: Reference, expression: WrittenExpression): ReferenceEdit | undefined {
  if (call === null) {
    return undefined;
  }
  const edits = [{ range: call.range, text: expression.text }];
  return call.arguments.length === 0 ? { edits } : { edits, doubt: 'its arguments are dropped' };
}

function editExport(
  text: string,
  { range, exportedAs }: Reference,
  expression: WrittenExpression,
): ReferenceEdit | undefined {
  const isSpecifier =
    exportedAs !== 'export=' && !(exportedAs === 'default' && !/^\s*(?:as\b|\})/u.test(text.slice(range[1])));
  if (!isSpecifier) {
    return { edits: [{ range, text: expression.text }] };
  }
  if (!expression.isName || expression.text.includes('.')) {
    return undefined;
  }
  const keepsName = exportedAs === text.slice(...range) && exportedAs !== expression.text;
  return { edits: [{ range, text: keepsName ? `${expression.text} as ${exportedAs}` : expression.text }] };
}

function editValue(
  text: string,
  reference: Reference,
  range: readonly [number, number],
  expression: WrittenExpression,
): ReferenceEdit {
  const key = reference.shorthand ? `${text.slice(...reference.range)}: ` : '';
  const edits = [{ range, text: key + expression.text }];
  return losesThis(expression.denotes) ? { edits, doubt: NEEDS_THIS } : { edits };
}

/** Why a method must not be handed on by itself. */
export const NEEDS_THIS = "it needs its 'this'";

/** Whether calling it by another name than its object's member changes what it does. */
export function losesThis(denotes: Denotation): boolean {
  return denotes.kind === 'function' && denotes.isMethod && denotes.signature.usesThis;
}
