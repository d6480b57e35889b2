import { beginningOf, endOf } from './text-scan.js';
import { namePattern } from '../../../source/names/name-pattern.js';

/** A function in a text, by what it is called or handed to. */
export interface FunctionInText {
  /** `''` for one without a name. */
  readonly name: string;
  /** A variable is called by its name alone, a member through its object; an argument is called by what it is handed to. */
  readonly kind: 'variable' | 'member' | 'argument';
}

const NEAR = 240;
const FARTHEST = 20_000;

/** Whether no function begins between a declaration and a place behind it, so that both belong to the same one. */
export function isInSameFunction(text: string, declaration: number, place: number): boolean {
  for (let around = scopeBefore(text, place); around !== undefined; around = scopeBefore(text, around.at)) {
    if (around.at < declaration) return true;
    if (around.isFunction) return false;
  }
  return false;
}

/** The function around a place: its header; `undefined` where that is not clear. */
export function functionAround(text: string, place: number): FunctionInText | undefined {
  for (let around = scopeBefore(text, place); around !== undefined; around = scopeBefore(text, around.at)) {
    if (around.isFunction) return headerBefore(text, around.at);
  }
  return undefined;
}

/** The function whose `=>` ends before an offset. */
export function headerBefore(text: string, body: number): FunctionInText | undefined {
  let end = body;
  const arrow = /=>\s*\{?\s*$/.exec(text.slice(Math.max(0, body - NEAR), body + 1));
  if (arrow !== null) end = Math.max(0, body - NEAR) + arrow.index;
  const parameters = parametersBefore(text, end);
  if (parameters === undefined) return undefined;
  const before = text.slice(Math.max(0, parameters - NEAR), parameters);
  const declared = /\bfunction\s*\*?\s*([\w$]+)?\s*(?:<[^<>()]*>)?\s*$/.exec(before);
  if (declared?.[1] !== undefined) return { name: declared[1], kind: 'variable' };
  if (arrow === null && declared === null) {
    const method = /([\w$]+)\s*(?:<[^<>()]*>)?\s*$/.exec(before)?.[1];
    return method === undefined ? undefined : { name: method, kind: 'member' };
  }
  const held = before
    .slice(0, declared === null ? undefined : declared.index)
    .replace(/(?:\basync\s*|<[^<>()]*>\s*)$/, '')
    .trimEnd();
  const variable = /(?:const|let|var)\s+([\w$]+)\s*(?::[^=;]*)?=$/.exec(held)?.[1];
  if (variable !== undefined) return { name: variable, kind: 'variable' };
  const member = /([\w$]+)\s*(?::|=)$/.exec(held)?.[1];
  if (member !== undefined) return { name: member, kind: 'member' };
  const callee = /([\w$]+)\s*(?:<[^()]*>)?\($/.exec(held)?.[1];
  return callee === undefined ? undefined : { name: callee, kind: 'argument' };
}

/**
 * The parameter of a function that a text declares.
 *
 * @returns `true` if the text declares no such function or it has no such parameter, `false` where that is not clear
 */
export function parameterOf(text: string, fn: string, position: number): string | boolean {
  const name = namePattern(fn);
  const declared = new RegExp(String.raw`\b(?:function\s*\*?|const|let|var)\s+${name}\b`).exec(text);
  if (declared === null) return true;
  const [whole] = declared;
  const behind = text.slice(declared.index + whole.length, declared.index + whole.length + NEAR);
  const opening = /^\s*(?:(?::[^=;]*)?=\s*(?:async\s*)?(?:function\s*\*?\s*[\w$]*)?)?\s*(?:<[^<>()]*>)?\(/.exec(behind);
  // What is handed to a function that another one made is not followed.
  if (opening === null) return !/^\s*(?::|=\s*(?:async\s+)?[\w$]+\s*=>)/.test(behind);
  const start = declared.index + whole.length + opening[0].length;
  const end = endOf(text, start - 1);
  if (end === undefined) return false;
  const parameters = text.slice(start, end);
  if (/["'`([{]/.test(parameters) || parameters.includes('...')) return false;
  const parameter = parameters.split(',')[position];
  return parameter === undefined || (/^\s*([\w$]+)/.exec(parameter)?.[1] ?? parameter.trim() === '');
}

/** Where the parameters begin that end before an offset, a return type between the two left out. */
function parametersBefore(text: string, end: number): number | undefined {
  const start = Math.max(0, end - NEAR);
  const head = text
    .slice(start, end)
    .replace(/\)\s*:\s*[\w$.<>[\]|&\s,]+$/, ')')
    .trimEnd();
  const name = /(?<![\w$.])[\w$]+$/.exec(head)?.[0];
  if (name !== undefined) return start + head.length - name.length;
  return head.endsWith(')') ? beginningOf(text, start + head.length - 1) : undefined;
}

interface Scope {
  readonly at: number;
  readonly isFunction: boolean;
}

/** The bracket around a place, or the arrow of the function whose body it is in. */
function scopeBefore(text: string, place: number): Scope | undefined {
  let isSameStatement = true;
  for (let at = place - 1; place - at < FARTHEST; at--) {
    const character = text.charAt(at);
    if (character === '') return { at: -1, isFunction: false };
    if (character === ';' || character === '}') isSameStatement = false;
    if (character === '{') return { at, isFunction: isFunctionBody(text, at) };
    if (character === '(' || character === '[') return { at, isFunction: false };
    if (character === '>' && text.charAt(at - 1) === '=' && isSameStatement) return { at: at - 1, isFunction: true };
    const start = beginningOf(text, at);
    if (start === undefined) return undefined;
    at = start;
  }
  return undefined;
}

/** Whether a brace begins the body of a function or class, or an object, and not a block. */
function isFunctionBody(text: string, brace: number): boolean {
  const before = text.slice(Math.max(0, brace - NEAR), brace).trimEnd();
  if (/(?:^|[;{}:]|\b(?:else|try|finally|do))$/.test(before)) return false;
  if (!before.endsWith(')')) return true;
  const start = beginningOf(text, brace - (text.slice(0, brace).length - text.slice(0, brace).trimEnd().length) - 1);
  return (
    start === undefined ||
    !/\b(?:if|for|while|switch|catch|with|for\s+await)\s*$/.test(text.slice(Math.max(0, start - 16), start))
  );
}
