import { isInComment } from './text-scan.js';

/** Where a name is read: UTF-16 offsets of the first code unit and behind the last one. */
export interface ReadInText {
  readonly start: number;
  readonly end: number;
}

/** How far before a name its object may stand. */
const NEAR = 120;
/** Reads of one name: more are not worth the search. */
const MOST_READS = 80;

/**
 * Where a text may read a name; `undefined` if there are too many places.
 *
 * @param object what the name is a member of: `this`, a class; `undefined` for a variable, or where it may be either
 */
export function readsOf(text: string, name: string, object: string | undefined): ReadInText[] | undefined {
  const reads: ReadInText[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const end = at + name.length;
    if (/[\w$]/.test(text.charAt(at - 1)) || /[\w$]/.test(text.charAt(end))) continue;
    const start = startOfRead(text, at, object);
    if (start === undefined || isInComment(text, at) || isQuoted(text, at, end)) continue;
    if (isNaming(text, start, end, start === at)) continue;
    reads.push({ start, end });
    if (reads.length > MOST_READS) return undefined;
  }
  return reads;
}

/** Where the read of a name begins: at its object, if it has one; `undefined` for a member of something else. */
function startOfRead(text: string, at: number, object: string | undefined): number | undefined {
  const before = text.slice(Math.max(0, at - NEAR), at);
  const member = /([\w$\])]*)\s*[!?]?\.\s*#?$/.exec(before);
  if (member === null || before.endsWith('...')) return text.charAt(at - 1) === '#' ? undefined : at;
  const [whole, owner] = member;
  return owner === 'this' || (object !== undefined && owner === object) ? at - whole.length : undefined;
}

function isQuoted(text: string, start: number, end: number): boolean {
  const quote = text.charAt(start - 1);
  return /["'`]/.test(quote) && text.charAt(end) === quote;
}

/** Whether a name stands where it is declared, assigned, counted or a key: no read. */
function isNaming(text: string, start: number, end: number, isAlone: boolean): boolean {
  const before = text.slice(Math.max(0, start - NEAR), start).trimEnd();
  const behind = text.slice(end, end + NEAR);
  if (/^\s*(?:\+\+|--|=(?![=>])|(?:[-+*/%|&^]|\*\*|\?\?|\|\||&&|<<|>>>?)=(?!=))/.test(behind)) return true;
  if (/(?:\+\+|--)$/.test(before)) return true;
  if (!isAlone) return false;
  if (/(?:^|[^\w$.])(?:const|let|var|function\*?|class|interface|type|enum|import|get|set)$/.test(before)) return true;
  if (/\b(?:const|let|var)\s*[[{][^=;()]*$/.test(before)) return true;
  return /^\s*\??:(?!:)/.test(behind) && /[{,(;}]$/.test(before);
}
