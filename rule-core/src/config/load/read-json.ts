import {
  findNodeAtLocation,
  getNodeValue,
  parseTree,
  type Node,
  printParseErrorCode,
  type ParseError,
} from 'jsonc-parser';
import { formatPath, type Finding, type Place, type PropertyPart, type ValuePath } from '../problems.js';
import { placeOfOffset, withoutByteOrderMark } from './text-place.js';

/** A JSON text, read. */
export interface JsonText {
  /** `undefined` if the text is malformed. */
  readonly value: unknown;
  readonly findings: readonly Finding[];
  /** Where a part of the value is written; for a part that is not there, what should hold it. */
  readonly place: (path: ValuePath, part?: PropertyPart) => Place | undefined;
}

/** Reads JSON with comments and trailing commas. It never throws. */
export function readJson(source: string): JsonText {
  const text = withoutByteOrderMark(source);
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true, disallowComments: false });
  const [error] = errors;
  if (error !== undefined || tree === undefined) {
    // What follows the first error is mostly its consequence.
    const offset = error?.offset ?? text.length;
    const malformedAt = placeOfOffset(text, offset);
    const message = text.trim() === '' ? 'the file is empty.' : malformed(error, text);
    return { value: undefined, findings: [{ path: [], message }], place: () => malformedAt };
  }
  const place = (path: ValuePath, part: PropertyPart = 'value'): Place => {
    const node = nodeAt(tree, path, part);
    return placeOfOffset(text, node.offset);
  };
  return { value: getNodeValue(tree), findings: repeatedKeys(tree, [], text), place };
}

function nodeAt(tree: Node, path: ValuePath, part: PropertyPart): Node {
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (node === undefined) continue;
    const key = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
    return part === 'key' && length === path.length && key !== undefined ? key : node;
  }
  return tree;
}

/** JSON keeps the last of several equal keys, so that the first would be lost without a word. */
function repeatedKeys(node: Node, path: ValuePath, text: string): Finding[] {
  if (node.type === 'array')
    return (node.children ?? []).flatMap((item, index) => repeatedKeys(item, [...path, index], text));
  if (node.type !== 'object') return [];
  const first = new Set<string>();
  return (node.children ?? []).flatMap((property) => {
    const [keyNode, valueNode] = property.children ?? [];
    if (keyNode === undefined) return [];
    const key: unknown = keyNode.value;
    if (typeof key !== 'string') return [];
    const below = valueNode === undefined ? [] : repeatedKeys(valueNode, [...path, key], text);
    if (!first.has(key)) {
      first.add(key);
      return below;
    }
    const { line } = placeOfOffset(text, keyNode.offset);
    const parent = path.length === 0 ? '' : ` in ${formatPath(path)}`;
    const message = `"${key}" stands twice${parent}, here and in line ${line}. Keep one of them.`;
    return [{ path: [...path, key], message, part: 'key' as const }, ...below];
  });
}

function malformed(error: ParseError | undefined, text: string): string {
  const found = error === undefined || error.offset >= text.length ? 'the end of the file' : quoted(text, error);
  switch (error && printParseErrorCode(error.error)) {
    case 'CommaExpected':
      return `expected a comma before ${found}.`;
    case 'ColonExpected':
      return `expected a colon before ${found}.`;
    case 'PropertyNameExpected':
      return `expected a property name in double quotes, found ${found}.`;
    case 'ValueExpected':
      return `expected a value, found ${found}.`;
    case 'CloseBraceExpected':
      return 'expected a closing brace }.';
    case 'CloseBracketExpected':
      return 'expected a closing bracket ].';
    case 'EndOfFileExpected':
      return `expected the end of the file, found ${found}.`;
    case 'UnexpectedEndOfString':
      return 'the string is not closed: expected a double quote.';
    case 'UnexpectedEndOfComment':
      return 'the comment is not closed: expected */.';
    case 'InvalidUnicode':
    case 'InvalidEscapeCharacter':
      return `${found} has an escape sequence that JSON does not know. Write a backslash as \\\\, and / in paths.`;
    case 'InvalidCharacter':
      return `${found} has a control character, which JSON does not allow in a string.`;
    case 'InvalidNumberFormat':
      return `${found} is not a number.`;
    default:
      return `${found} is not JSON. Strings need double quotes.`;
  }
}

function quoted(text: string, error: ParseError): string {
  const found = text.slice(error.offset, error.offset + Math.max(error.length, 1)).split(/[\r\n]/)[0] ?? '';
  return `\`${found.length > 40 ? `${found.slice(0, 39)}…` : found}\``;
}
