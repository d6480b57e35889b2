import type { TSESTree } from '@typescript-eslint/types';
import type { Range } from '../facts.js';
import { behindComment } from './ranges.js';

const WORD = /[\p{ID_Start}$_\\#][\p{ID_Continue}$\u200c\u200d\\{}]*|\.?\d[\w.]*/uy;
const PUNCTUATOR = /\+\+|--|[^\s]/uy;
const HASHBANG = /^#![^\n\r\u2028\u2029]*/;

/** The module's first token: neither white space nor a comment nor a hashbang. `[0, 0]` in an empty module. */
export function firstToken(text: string, program: TSESTree.Program): Range {
  if (program.body.length === 0 && !hasToken(text)) {
    return [0, 0];
  }
  const start = firstTokenStart(text);
  return start === text.length ? [0, 0] : [start, tokenEnd(text, start, program)];
}

function hasToken(text: string): boolean {
  return firstTokenStart(text) < text.length;
}

function firstTokenStart(text: string): number {
  let position = HASHBANG.exec(text)?.[0].length ?? 0;
  for (;;) {
    while (position < text.length && isSpace(text.charCodeAt(position))) {
      position++;
    }
    const next = behindComment(text, position);
    if (next === position) {
      return position;
    }
    position = next;
  }
}

function isSpace(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0xfeff || (code > 0x1000 && /\s/.test(String.fromCharCode(code)));
}

function tokenEnd(text: string, start: number, program: TSESTree.Program): number {
  const first = text.charAt(start);
  if (first === '"' || first === "'") {
    return stringEnd(text, start, first);
  }
  if (first === '`') {
    return templateEnd(text, start);
  }
  if (first === '/') {
    return regexEnd(text, start, program);
  }
  const pattern = matchAt(WORD, text, start) ?? matchAt(PUNCTUATOR, text, start);
  return start + (pattern?.length ?? 1);
}

function matchAt(pattern: RegExp, text: string, start: number): string | undefined {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0];
}

function stringEnd(text: string, start: number, quote: string): number {
  let position = start + 1;
  while (position < text.length && text.charAt(position) !== quote) {
    position += text.charAt(position) === '\\' ? 2 : 1;
  }
  return Math.min(position + 1, text.length);
}

function templateEnd(text: string, start: number): number {
  let position = start + 1;
  while (position < text.length) {
    if (text.charAt(position) === '`') {
      return position + 1;
    }
    if (text.startsWith('${', position)) {
      return position + 2;
    }
    position += text.charAt(position) === '\\' ? 2 : 1;
  }
  return text.length;
}

/** Only a regular expression starts a module with a slash; a class in it may hold further slashes. */
function regexEnd(text: string, start: number, program: TSESTree.Program): number {
  const limit = program.body[0]?.range[1] ?? text.length;
  let inClass = false;
  for (let position = start + 1; position < limit; position++) {
    const character = text.charAt(position);
    if (character === '\\') {
      position++;
    } else if (character === '[') {
      inClass = true;
    } else if (character === ']') {
      inClass = false;
    } else if (character === '/' && !inClass) {
      return position + 1 + (/^\w*/.exec(text.slice(position + 1, position + 16))?.[0].length ?? 0);
    }
  }
  return start + 1;
}
