import type { Range } from '../facts.js';
import { Kind, type Node } from './kinds.js';

/** The range of an identifier's name alone: in a binding the node reaches to the end of its type annotation. */
export function nameRangeOf(node: {
  readonly range: Range;
  readonly name: string;
  readonly typeAnnotation?: unknown;
}): Range {
  const { range, name } = node;
  // Without an annotation the node is its name, also where the name is written with escapes.
  return node.typeAnnotation === undefined || node.typeAnnotation === null ? range : [range[0], range[0] + name.length];
}

/** The range of a keyword at the start of a node, behind decorators and modifiers. */
export function keywordRange(text: string, node: Node, keyword: string): Range {
  const start = keywordStart(text, node, keyword);
  return [start, start + keyword.length];
}

function keywordStart(text: string, node: Node, keyword: string): number {
  const from =
    node.type === Kind.ClassDeclaration || node.type === Kind.ClassExpression ? behindDecorators(node) : node.range[0];
  const position = skipTo(text, from, node.range[1], (at) => text.startsWith(keyword, at));
  return position === -1 ? node.range[0] : position;
}

function behindDecorators(node: { readonly range: Range; readonly decorators?: readonly Node[] | undefined }): number {
  const last = node.decorators?.at(-1);
  return last === undefined ? node.range[0] : Math.max(node.range[0], last.range[1]);
}

/**
 * The first position from `from` on where `found` holds, comments left out; `-1` if there is none before `end`.
 */
export function skipTo(text: string, from: number, end: number, found: (position: number) => boolean): number {
  let position = from;
  while (position < end) {
    const next = behindComment(text, position);
    if (next !== position) {
      position = next;
    } else if (found(position)) {
      return position;
    } else {
      position++;
    }
  }
  return -1;
}

/** The end of the comment that starts at `position`, or `position` itself. */
export function behindComment(text: string, position: number): number {
  if (text.charCodeAt(position) !== 47 /* / */) {
    return position;
  }
  const second = text.charCodeAt(position + 1);
  if (second === 47) {
    const match = /[\n\r\u2028\u2029]/g;
    match.lastIndex = position;
    return match.exec(text)?.index ?? text.length;
  }
  if (second === 42 /* * */) {
    const close = text.indexOf('*/', position + 2);
    return close === -1 ? text.length : close + 2;
  }
  return position;
}
