import { closingBrace } from '../collectors/jsdoc.js';
import type { ExtractionContext } from '../extraction-context.js';
import type { NameReference, Range, TypeFact } from '../facts.js';
import type { ParsedModule } from '../parsed-module.js';
import { detached } from '../tree/copied-text.js';
import type { Node } from '../tree/kinds.js';

/** A JSDoc comment that gives types. */
interface Doc {
  readonly range: Range;
  readonly text: string;
}

const TYPES = /@(?:param|arg|argument|type|typedef)\b/u;
const PARAMETER = /@(?:param|arg|argument)\s*\{/gu;
const TYPE = /@type\s*\{/gu;
const TYPEDEF = /@typedef\s*\{/gu;

/** What may stand between a comment and the function that it is about: its name, and whatever it is assigned to. */
const BEFORE_FUNCTION =
  /^\s*(?:export\s+(?:default\s+)?)?(?:(?:const|let|var)\s+[\w$]+\s*=\s*|(?:static\s+)?(?:async\s+)?[#\w$]+(?:\.[\w$]+)*\s*[:=]?\s*)?(?:async\s*)?$/u;
const BEFORE_VARIABLE = /^\s*(?:(?:export\s+)?(?:const|let|var)\s+)?$/u;
const BEFORE_FIELD = /^\s*(?:static\s+)?$/u;
/** A comment further away is about something else. */
const FARTHEST = 200;

const docs = new WeakMap<ParsedModule, readonly Doc[]>();

/** The type that the comment of a JavaScript function gives a parameter, or a key of one that is taken apart. */
export function documentedParameter(context: ExtractionContext, node: Node, name: string): TypeFact | null {
  const doc = docBefore(context, node.range[0], BEFORE_FUNCTION);
  for (const { end, type } of doc === undefined ? [] : tagged(doc, PARAMETER)) {
    const documented = /^\s*\[?\s*([\w$]+(?:\.[\w$]+)*)/u.exec(doc?.text.slice(end) ?? '')?.[1];
    if (documented?.split('.').at(-1) === name) {
      return factOf(context, type);
    }
  }
  return null;
}

/** `/** @type {Bridge} *\/ let bridge`, the same in front of a name alone. */
export function documentedVariable(context: ExtractionContext, { range }: Node): TypeFact | null {
  return typeBefore(context, range[0], BEFORE_VARIABLE);
}

/** `/** @type {Bridge} *\/ this.bridge = bridge`, and the same in front of a field of a class. */
export function documentedField(context: ExtractionContext, [start]: Range): TypeFact | null {
  return typeBefore(context, start, BEFORE_FIELD);
}

function typeBefore(context: ExtractionContext, position: number, between: RegExp): TypeFact | null {
  const doc = docBefore(context, position, between);
  const [first] = doc === undefined ? [] : tagged(doc, TYPE);
  return first === undefined ? null : factOf(context, first.type);
}

function docBefore(context: ExtractionContext, position: number, between: RegExp): Doc | undefined {
  // In TypeScript, types stand in the code.
  if (!context.language.javascript) {
    return undefined;
  }
  const doc = lastBefore(docsOf(context.module), position);
  return doc !== undefined &&
    position - doc.range[1] <= FARTHEST &&
    between.test(context.text.slice(doc.range[1], position))
    ? doc
    : undefined;
}

function lastBefore(all: readonly Doc[], position: number): Doc | undefined {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const isBefore = (all[middle]?.range[1] ?? Infinity) <= position;
    [low, high] = isBefore ? [middle + 1, high] : [low, middle];
  }
  return all[low - 1];
}

function docsOf(module: ParsedModule): readonly Doc[] {
  const known =
    docs.get(module) ??
    module.comments
      .filter(({ type, value }) => type === 'Block' && value.startsWith('*') && TYPES.test(value))
      // `/*` is not part of the value.
      .map(({ range: [start, end], value }): Doc => ({ range: [start, end], text: `/*${value}` }))
      .sort((a, b) => a.range[0] - b.range[0]);
  docs.set(module, known);
  return known;
}

interface WrittenInComment {
  readonly text: string;
  readonly range: Range;
}

/** The types that tags of a comment are given, and where each one ends in the comment. */
function tagged({ range, text }: Doc, tag: RegExp): { readonly type: WrittenInComment; readonly end: number }[] {
  return [...text.matchAll(tag)].map((match) => {
    const open = match.index + match[0].length - 1;
    const close = closingBrace(text, open);
    return {
      type: { text: text.slice(open + 1, close), range: [range[0] + open + 1, range[0] + close] },
      end: close + 1,
    };
  });
}

const IMPORTED = /^import\(\s*(?:'([^'\n]+)'|"([^"\n]+)")\s*\)\s*\.\s*([\w$]+(?:\.[\w$]+)*)$/u;
/** A chain of type definitions longer than this is not followed; cycles end here, too. */
const DEPTH = 4;

function factOf(context: ExtractionContext, { text, range }: WrittenInComment, depth = DEPTH): TypeFact | null {
  // `?Bridge`, `!Bridge`, `Bridge=` and `(Bridge)` are the same object.
  const plain = text
    .replaceAll(/\n\s*\*/gu, ' ')
    .trim()
    .replace(/^[?!]|=$/gu, '')
    .replace(/^\((.*)\)$/u, '$1')
    .replaceAll(/\s*\|\s*(?:null|undefined)\b|\b(?:null|undefined)\s*\|\s*/gu, '')
    .trim();
  const [, single, double, member] = IMPORTED.exec(plain) ?? [];
  if (member !== undefined) {
    return { range, text: `import('${single ?? double ?? ''}').${member}`, top: [] };
  }
  const [name = '', ...path] = /^[\w$]+(?:\.[\w$]+)*$/u.test(plain) ? plain.split('.') : [];
  const defined = depth > 0 && path.length === 0 ? definition(context, name) : undefined;
  if (defined !== undefined) {
    return factOf(context, defined, depth - 1);
  }
  const origin = originOf(context, name);
  const top: NameReference[] = origin === undefined ? [] : [{ name: detached(name), path, range, origin }];
  return { range, text: detached(plain), top };
}

/** `@typedef {import('./bridge').Bridge} Bridge`. */
function definition({ module }: ExtractionContext, name: string): WrittenInComment | undefined {
  return docsOf(module)
    .flatMap((doc) => tagged(doc, TYPEDEF).map(({ type, end }) => ({ type, rest: doc.text.slice(end) })))
    .find(({ rest }) => /^\s*([\w$]+)/u.exec(rest)?.[1] === name)?.type;
}

function originOf({ names, requests }: ExtractionContext, name: string): NameReference['origin'] | undefined {
  const known = names.moduleLevel.get(name);
  if (known !== undefined) {
    return known.imported ? 'import' : 'module';
  }
  const isImported = requests.some(
    ({ form, bindings }) => form === 'jsdoc' && bindings.some(({ local }) => local === name),
  );
  return isImported ? 'import' : undefined;
}
