import type { TextRead } from '../../source/facts.js';
import { isIdToken, tokensOf } from '../made-ids/sink-names.js';
import { isTelling, literalsOf, wordsOfFormat, type TextFormat } from '../made-ids/text-format.js';

const HAS_WORD = /[a-z]{2}/iu;

/** Whether a call reads an ID of this format by its form: the ID by its name, and the form by a literal or an expression. */
export function readsFormat(read: TextRead, format: TextFormat): boolean {
  const tokens = read.names.map(tokensOf);
  if (!tokens.some((name) => name.some(isIdToken))) {
    // An expression that spells all of a format needs no name.
    return read.pattern !== null && isTelling(format, 2) && spellsAll(read.pattern, format);
  }
  const words = wordsOfFormat(format);
  const isNamed = tokens.some((name) => name.some((token) => !isIdToken(token) && words.has(token)));
  const separator = read.method === 'split' ? separatorOf(read.pattern) : null;
  if (read.pattern !== null && separator === null) {
    return matchesPattern(read.pattern, format, isNamed);
  }
  const literal = separator ?? read.literal;
  if (literal === null || literal === '') {
    return false;
  }
  const literals = literalsOf(format);
  const hasWord = HAS_WORD.test(literal);
  switch (read.method) {
    case 'startsWith':
    case 'slice':
    case 'substr':
    case 'substring':
      return (isNamed || hasWord) && isStart(literals[0] ?? '', literal);
    case 'split':
    case 'indexOf':
    case 'lastIndexOf':
    case 'includes':
    case 'search':
    case 'replace':
      return (isNamed || hasWord) && literals.some((text) => text.includes(literal));
    default:
      return false;
  }
}

/** `thread_` and `thread` start `thread_${…}`; `t` alone says nothing. */
function isStart(start: string, literal: string): boolean {
  return start.startsWith(literal) && literal.length >= 2;
}

/** `-` of `/-/`. */
function separatorOf(pattern: string | null): string | null {
  return pattern === null ? null : (/^\\?([-_:./])$/u.exec(pattern)?.[1] ?? null);
}

function spellsAll(pattern: string, format: TextFormat): boolean {
  const telling = tellingLiterals(format);
  return telling.length > 0 && spelled(pattern, telling) === telling.length;
}

function tellingLiterals(format: TextFormat): string[] {
  return literalsOf(format).filter((literal) => HAS_WORD.test(literal));
}

/** How many literals an expression spells in order. */
function spelled(pattern: string, literals: readonly string[]): number {
  const text = withoutEscapes(pattern);
  let position = 0;
  let found = 0;
  for (const literal of literals) {
    const at = text.indexOf(literal, position);
    if (at !== -1) {
      found++;
      position = at + literal.length;
    }
  }
  return found;
}

function withoutEscapes(pattern: string): string {
  return pattern.replace(/\\([-_:.])/gu, '$1');
}

/** Whether an expression spells the literals of a format in order: `/^thread_[^_]+_run_\d+/`. */
function matchesPattern(pattern: string, format: TextFormat, isNamed: boolean): boolean {
  if (spellsAll(pattern, format)) {
    return true;
  }
  const text = withoutEscapes(pattern);
  // Part of it, on something that is known to be such an ID.
  return (
    isNamed &&
    (spelled(pattern, tellingLiterals(format)) > 0 ||
      literalsOf(format).some(
        (literal) =>
          /^[-_:.]$/u.test(literal) && new RegExp(`[)\\]+*}][${literal}]|[${literal}][(\\[]`, 'u').test(text),
      ))
  );
}
