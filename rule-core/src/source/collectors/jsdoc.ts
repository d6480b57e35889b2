import type { ExtractionContext } from '../extraction-context.js';
import type { Binding, Range, Reference } from '../facts.js';
import { detached } from '../tree/copied-text.js';
import type { StartCollector } from './collector.js';

/** `@type {`, `@param {`, …: what follows up to the matching brace is a type. */
const TYPED_TAG = /@[A-Za-z]+\s*\{/g;
const IMPORT_TYPE = /(typeof\s+)?\bimport\(\s*(?:'([^'\n]+)'|"([^"\n]+)")\s*\)((?:\s*\.\s*[\p{ID_Continue}$]+)*)/gu;
/** TypeScript's `@import` tag: a clause as in a type-only import. */
const IMPORT_TAG = /@import\s+([^@;'"]+?)\s+from\s+(?:'([^'\n]+)'|"([^"\n]+)")/g;
const MEMBER = /[\p{ID_Continue}$]+/gu;

/** JSDoc types of JavaScript files: `{import('m').X}` and `@import { X } from 'm'`. Comments are no part of the walk. */
export const collectJsDoc: StartCollector = (context) => {
  if (context.language.javascript) {
    for (const { type, value, range } of context.module.comments) {
      if (type === 'Block' && value.startsWith('*') && value.includes('import')) {
        // `/*` is not part of the value.
        readTypes(context, value, range[0] + 2);
        readImportTags(context, value, range[0] + 2);
      }
    }
  }
  return { enter: {} };
};

function readTypes(context: ExtractionContext, comment: string, offset: number): void {
  for (const tag of comment.matchAll(TYPED_TAG)) {
    const open = tag.index + tag[0].length - 1;
    const type = comment.slice(open, closingBrace(comment, open));
    for (const match of type.matchAll(IMPORT_TYPE)) {
      addImportType(context, match, offset + open);
    }
  }
}

/** The end of what `{` at `open` encloses. */
export function closingBrace(comment: string, open: number): number {
  let depth = 0;
  for (let position = open; position < comment.length; position++) {
    const character = comment.charAt(position);
    if (character === '{') {
      depth++;
    } else if (character === '}' && --depth === 0) {
      return position;
    }
  }
  return comment.length;
}

function addImportType(context: ExtractionContext, match: RegExpExecArray, offset: number): void {
  const [whole, isTypeof, single, double, chain = ''] = match;
  const specifier = single ?? double ?? '';
  const start = offset + match.index + (isTypeof?.length ?? 0);
  const end = offset + match.index + whole.length;
  const path: string[] = [];
  const links: Range[] = [];
  for (const member of chain.matchAll(MEMBER)) {
    path.push(detached(member[0]));
    links.push([start, end - chain.length + member.index + member[0].length]);
  }
  const [imported, ...members] = path;
  const range = links[0] ?? [start, end];
  const reference: Reference = {
    range,
    path: members,
    links: links.slice(1),
    role: isTypeof === undefined ? 'type' : 'typeof',
    call: null,
    shorthand: false,
    exportedAs: null,
    closing: null,
    scope: '',
    atLoad: false,
  };
  const bindings: Binding[] =
    imported === undefined
      ? []
      : [{ imported, local: null, exported: null, range, nameRange: range, typeOnly: true, references: [reference] }];
  add(
    context,
    specifier,
    [start, end],
    specifierRange(context.text, single === undefined ? `"${specifier}"` : `'${specifier}'`, start),
    null,
    bindings,
  );
}

function readImportTags(context: ExtractionContext, comment: string, offset: number): void {
  for (const match of comment.matchAll(IMPORT_TAG)) {
    const [whole, clause = '', single, double] = match;
    const specifier = single ?? double ?? '';
    const start = offset + match.index;
    const clauseStart = start + whole.indexOf(clause, '@import'.length);
    const open = clause.indexOf('{');
    const close = clause.lastIndexOf('}');
    const braces: Range | null = open === -1 || close === -1 ? null : [clauseStart + open, clauseStart + close + 1];
    const bindings = [
      ...objectBindings(open === -1 ? clause : clause.slice(0, open), clauseStart),
      ...(braces === null ? [] : namedBindings(clause.slice(open + 1, close), clauseStart + open + 1)),
    ];
    const specifierStart = start + whole.length - specifier.length - 2;
    add(context, specifier, [start, start + whole.length], [specifierStart, start + whole.length], braces, bindings);
  }
}

/** `X` and `* as ns`. */
function objectBindings(clause: string, offset: number): Binding[] {
  const bindings: Binding[] = [];
  for (const match of clause.matchAll(/\*\s*as\s+([\p{ID_Continue}$]+)|([\p{ID_Continue}$]+)/gu)) {
    const [whole, namespace, name = ''] = match;
    const local = namespace ?? name;
    const end = offset + match.index + whole.length;
    bindings.push(
      typeBinding(
        namespace === undefined ? 'default' : '*',
        local,
        [end - whole.length, end],
        [end - local.length, end],
      ),
    );
  }
  return bindings;
}

/** `X, Y as Z` between braces. */
function namedBindings(list: string, offset: number): Binding[] {
  const bindings: Binding[] = [];
  for (const match of list.matchAll(/([\p{ID_Continue}$]+)(?:\s+as\s+([\p{ID_Continue}$]+))?/gu)) {
    const [whole, imported = '', renamed] = match;
    const local = renamed ?? imported;
    const end = offset + match.index + whole.length;
    bindings.push(typeBinding(imported, local, [end - whole.length, end], [end - local.length, end]));
  }
  return bindings;
}

function typeBinding(imported: string, local: string, range: Range, nameRange: Range): Binding {
  return {
    imported: detached(imported),
    local: detached(local),
    exported: null,
    range,
    nameRange,
    typeOnly: true,
    references: [],
  };
}

function specifierRange(text: string, quoted: string, start: number): Range {
  const position = text.indexOf(quoted, start);
  return [position, position + quoted.length];
}

function add(
  { requests }: ExtractionContext,
  specifier: string,
  range: Range,
  specifierRange: Range,
  braces: Range | null,
  bindings: readonly Binding[],
): void {
  requests.push({
    form: 'jsdoc',
    range,
    specifier: detached(specifier),
    specifierRange,
    typeOnly: true,
    atLoad: false,
    braces,
    bindings,
    opaque: bindings.length === 0,
    mock: null,
  });
}
