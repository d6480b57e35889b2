/** No string, template or pair of brackets that is longer is skipped. */
const FARTHEST = 20_000;
const PAIRS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '(': ')', '[': ']', '{': '}' };

/** Whether an offset is in a comment, by its line alone. */
export function isInComment(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return isCommentLine(line) || withoutComment(line) !== line;
}

function isCommentLine(line: string): boolean {
  return /^\s*(?:\*|\/\*|\/\/)/.test(line);
}

/** A line without the comment that ends it. */
export function withoutComment(line: string): string {
  return /^[^"'`]*?(?=(?<!:)\/\/)/.exec(line)?.[0] ?? line;
}

/**
 * The beginning of what ends at `at`: a string, a template, a pair of brackets, or the code unit itself; of a line's end, the
 * end of the code on that line.
 *
 * @param at UTF-16 offset of a code unit
 * @returns `undefined` where that is not clear without a parser
 */
export function beginningOf(text: string, at: number): number | undefined {
  const character = text.charAt(at);
  switch (character) {
    case '\n': {
      const start = text.lastIndexOf('\n', at - 1) + 1;
      const line = text.slice(start, at);
      return isCommentLine(line) ? start : start + withoutComment(line).length;
    }
    case '`':
      return templateBefore(text, at);
    case '"':
    case "'": {
      const start = text.lastIndexOf(character, at - 1);
      return start < 0 || text.slice(start, at).includes('\n') ? undefined : start;
    }
    case ')':
    case ']':
    case '}':
      return pairBefore(text, at);
    default:
      return at;
  }
}

/** A template whose holes have no template of their own. */
function templateBefore(text: string, at: number): number | undefined {
  const start = text.lastIndexOf('`', at - 1);
  return start < 0 || at - start > FARTHEST || hasOpenHole(text.slice(start, at)) ? undefined : start;
}

function hasOpenHole(template: string): boolean {
  return /\$\{|\}/.test(template.replace(/\$\{[^{}]*\}/g, ''));
}

function pairBefore(text: string, from: number): number | undefined {
  const open: string[] = [];
  for (let at = from; at >= 0 && from - at < FARTHEST; at--) {
    const character = text.charAt(at);
    if (/[)\]}]/.test(character)) open.push(PAIRS[character] ?? '');
    else if (/[([{]/.test(character)) {
      if (open.pop() !== character) return undefined;
      if (open.length === 0) return at;
    } else {
      const beginning = beginningOf(text, at);
      if (beginning === undefined) return undefined;
      at = beginning;
    }
  }
  return undefined;
}

/**
 * The last code unit of what begins at `at`: a string, a template, a pair of brackets, a comment, or the code unit itself.
 *
 * @param at UTF-16 offset of a code unit
 * @returns `undefined` where that is not clear without a parser
 */
export function endOf(text: string, at: number): number | undefined {
  const character = text.charAt(at);
  switch (character) {
    case '/': {
      const end = text.charAt(at + 1) === '/' ? text.indexOf('\n', at) : at + 1;
      return end < 0 ? text.length : end - 1;
    }
    case '`': {
      const end = text.indexOf('`', at + 1);
      return end < 0 || hasOpenHole(text.slice(at, end)) ? undefined : end;
    }
    case '"':
    case "'": {
      const end = text.indexOf(character, at + 1);
      return end < 0 || text.slice(at, end).includes('\n') ? undefined : end;
    }
    case '(':
    case '[':
    case '{':
      return pairBehind(text, at);
    default:
      return at;
  }
}

function pairBehind(text: string, from: number): number | undefined {
  const closing: string[] = [];
  for (let at = from; at < text.length && at - from < FARTHEST; at++) {
    const character = text.charAt(at);
    if (/[([{]/.test(character)) closing.push(PAIRS[character] ?? '');
    else if (/[)\]}]/.test(character)) {
      if (closing.pop() !== character) return undefined;
      if (closing.length === 0) return at;
    } else {
      const end = endOf(text, at);
      if (end === undefined) return undefined;
      at = end;
    }
  }
  return undefined;
}
