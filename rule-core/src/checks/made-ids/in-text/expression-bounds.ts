import { beginningOf, endOf, withoutComment } from './text-scan.js';

/** The expression around a value in a text, as far as brackets, commas and statements bound it. */
export interface ExpressionBounds {
  /** UTF-16 offset of its first code unit. */
  readonly start: number;
  /** UTF-16 offset behind its last code unit. */
  readonly end: number;
  /** What stands before it: a bracket, `,`, `:`, `=`, `=>`, a keyword such as `return`; `''` for the beginning of a statement. */
  readonly before: string;
  /** What stands behind it: a bracket, `,`; `''` for the end of a statement. */
  readonly behind: string;
}

/** An expression that is longer is not looked through. */
const FARTHEST = 1500;
const BEGINS_WITH: ReadonlySet<string> = new Set([
  'return',
  'yield',
  'throw',
  'case',
  'default',
  'else',
  'in',
  'of',
  'do',
]);
/** What a line goes on with. */
const GOES_ON = /^(?:[?:+*/%.&|=<>,)\]}]|-|instanceof\b|as\b|satisfies\b|in\b|of\b)/;

/** The bounds of the expression around the code units from `start` to `end`; `undefined` where they are not clear. */
export function expressionAround(text: string, start: number, end: number): ExpressionBounds | undefined {
  const before = beginning(text, start);
  const behind = ending(text, end);
  return before && behind && { start: before.at, end: behind.at, before: before.token, behind: behind.token };
}

interface Bound {
  readonly at: number;
  readonly token: string;
}

/** The unmatched opening bracket before an offset, and the commas between the two. */
export function bracketBefore(
  text: string,
  from: number,
): { readonly at: number; readonly commas: number } | undefined {
  let commas = 0;
  for (let at = from - 1; at >= 0 && from - at < FARTHEST; at--) {
    const character = text.charAt(at);
    if (/[([{]/.test(character)) return { at, commas };
    if (character === ';') return undefined;
    if (character === ',') commas++;
    const start = beginningOf(text, at);
    if (start === undefined) return undefined;
    at = start;
  }
  return undefined;
}

function beginning(text: string, from: number): Bound | undefined {
  let first = from;
  for (let at = from - 1; from - at < FARTHEST; at--) {
    const character = text.charAt(at);
    if (character === '' || character === ';' || character === '}') return { at: first, token: '' };
    if (character === '\n' && endsStatement(text, at, first)) return { at: first, token: '' };
    if (/[([{,]/.test(character)) return { at: first, token: character };
    const operator = /[=!<>]?=$|=>$/.exec(text.slice(Math.max(0, at - 1), at + 1))?.[0];
    if (operator === '=' || operator === '=>') return { at: first, token: operator };
    if (operator !== undefined) {
      at -= text.charAt(at - 2) === '=' || text.charAt(at - 2) === '!' ? 2 : 1;
      continue;
    }
    if (character === ':' && !belongsToTernary(text, at)) return { at: first, token: ':' };
    const word = /[\w$]/.test(character) ? (/[\w$]+$/.exec(text.slice(Math.max(0, at - 80), at + 1))?.[0] ?? '') : '';
    if (BEGINS_WITH.has(word) && text.charAt(at - word.length) !== '.') return { at: first, token: word };
    const start = word === '' ? beginningOf(text, at) : at - word.length + 1;
    if (start === undefined) return undefined;
    if (!/\s/.test(character)) first = start;
    at = start;
  }
  return undefined;
}

/** Whether the line that ends here ends a statement, where no semicolon says so. */
function endsStatement(text: string, at: number, first: number): boolean {
  const line = withoutComment(text.slice(text.lastIndexOf('\n', at - 1) + 1, at)).trimEnd();
  const isOperand = /[\w$)\]"'`]$/.test(line) && !BEGINS_WITH.has(/\w+$/.exec(line)?.[0] ?? '');
  return isOperand && !GOES_ON.test(text.slice(first, first + 12));
}

/** A property's `:` stands right behind its key, and there is something before the key that is no `?`. */
function belongsToTernary(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 200), at);
  const key = /(?:[\w$-]+|"[^"\n]*"|'[^'\n]*'|[\])])\??$/.exec(before);
  return key === null || /\?[^,;{}]*$/.test(before.slice(0, key.index));
}

function ending(text: string, from: number): Bound | undefined {
  let last = from;
  for (let at = from; at - from < FARTHEST; at++) {
    const character = text.charAt(at);
    if (character === '' || character === ';') return { at: last, token: '' };
    if (/[,)\]}]/.test(character)) return { at: last, token: character };
    if (character === '\n') {
      const rest = text.slice(at, at + 400).replace(/^(?:\s|\/\/[^\n]*)+/, '');
      const isEnd = /[\w$)\]"'`]$/.test(text.slice(Math.max(0, last - 1), last));
      if (isEnd && !GOES_ON.test(rest)) return { at: last, token: '' };
    }
    if (/\s/.test(character)) continue;
    const comparison = /^(?:[=!]==?|[<>]=)/.exec(text.slice(at, at + 3))?.[0];
    if (comparison === undefined && character === '=') return undefined;
    const end = comparison === undefined ? endOf(text, at) : at + comparison.length - 1;
    if (end === undefined) return undefined;
    if (character !== '/') last = end + 1;
    at = end;
  }
  return undefined;
}
