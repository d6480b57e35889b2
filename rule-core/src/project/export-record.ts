import type * as OxcParser from 'oxc-parser';
import type { ModuleRecord } from '../source/index.js';

/** Where an export comes from, where that is told without its tree. */
export type ExportSource =
  /** The module declares it under its exported name, and it is another name for nothing. */
  | { readonly kind: 'declared' }
  /** Another module exports it as `imported`; `'*'` stands for that module itself. */
  | { readonly kind: 'from'; readonly specifier: string; readonly imported: string };

/** The names that a module exports, as far as its text alone tells. */
export interface ExportRecord {
  /** `undefined` for a name that may be another one for anything: its tree tells. */
  readonly names: ReadonlyMap<string, ExportSource | undefined>;
  /** The specifiers of its `export *`, in source order. */
  readonly stars: readonly string[];
  /** Whether it may export others besides: as CommonJS does, in a text with errors, or as an ambient module. */
  readonly isOpaque: boolean;
}

/** The parser's own names are in a `const enum`, which does not exist at run time. */
const DEFAULT: readonly string[] = ['Default'];
const ALL: readonly string[] = ['All'];

/** Exports as CommonJS, or `export =`, writes them: the parser does not list those. */
export const commonJs = /\bmodule\.exports\b|\bexports\s*(?:\.\s*[\w$]+\s*=(?!=)|\[|=(?!=))|\bexport\s*=/;

/**
 * What a module exports, types included.
 *
 * @param text its source without byte order mark
 */
export function exportRecord(text: string, { hasErrors, staticExports }: ModuleRecord): ExportRecord {
  const names = new Map<string, ExportSource | undefined>();
  const stars: string[] = [];
  for (const { entries } of staticExports) {
    for (const entry of entries) {
      const name = DEFAULT.includes(entry.exportName.kind) ? 'default' : entry.exportName.name;
      if (name === null) {
        if (entry.moduleRequest !== null) stars.push(entry.moduleRequest.value);
        continue;
      }
      const source = sourceOf(entry, name, text);
      names.set(name, names.has(name) ? both(names.get(name), source) : source);
    }
  }
  return { names, stars, isOpaque: hasErrors || commonJs.test(text) || AMBIENT.test(text) };
}

/** The record as a list of texts: whether there may be more, then the `export *`, then the names. */
export function listOfExports({ isOpaque, names, stars }: ExportRecord): readonly string[] {
  const written = [...names].map(([name, source]) => {
    if (source === undefined) return name;
    return source.kind === 'declared' ? `${name}\0` : [name, source.imported, source.specifier].join('\0');
  });
  return [isOpaque ? 'opaque' : '', stars.join('\0'), ...written];
}

/** The record that {@link listOfExports} gives. */
export function exportsOfList([openness, stars = '', ...written]: readonly string[]): ExportRecord {
  const names = new Map<string, ExportSource | undefined>();
  for (const entry of written) {
    const [name = '', imported, specifier] = entry.split('\0');
    const declared = imported === undefined ? undefined : ({ kind: 'declared' } as const);
    names.set(
      name,
      imported === undefined || specifier === undefined ? declared : { kind: 'from', specifier, imported },
    );
  }
  return { names, stars: stars === '' ? [] : stars.split('\0'), isOpaque: openness !== '' };
}

function sourceOf(
  { importName, moduleRequest, start }: OxcParser.StaticExportEntry,
  name: string,
  text: string,
): ExportSource | undefined {
  if (moduleRequest !== null) {
    // `import { A } from 'm'` beside `export type A = …`: the parser takes the one for the other.
    if (matchAt(DECLARING, text, start) !== null) return undefined;
    const imported = ALL.includes(importName.kind) ? '*' : importName.name;
    return imported === null ? undefined : { kind: 'from', specifier: moduleRequest.value, imported };
  }
  return name !== 'default' && declaresItself(text, start, name) ? { kind: 'declared' } : undefined;
}

/** Overloads are one declaration; a type and a value of one name are two. */
function both(one: ExportSource | undefined, other: ExportSource | undefined): ExportSource | undefined {
  return one?.kind === 'declared' && other?.kind === 'declared' ? one : undefined;
}

/** What it declares of other modules counts as its own, and is not in the parser's record. */
const AMBIENT = /\bdeclare\s+module\s*["']/;

const DECLARING =
  /(?:type|interface|declare|(?:abstract\s+)?class|namespace|module|enum|const|let|var|function|async)\s+[\w$]/y;
const DECLARATION =
  /(?:declare\s+)?(?:(?:abstract\s+)?class|(?:async\s+)?function\s*\*?|interface|(?:const\s+)?enum)\s+([\w$]+)/y;
/** A type that is more than another type's name. */
const WRITTEN_TYPE =
  /(?:declare\s+)?type\s+([\w$]+)\s*(?:<[^;={}]*>)?\s*=\s*(?:\|?\s*["'`{([\d-]|(?:typeof|keyof|readonly|unique)\s|[\w$.]+\s*[<[|&])/y;
/** The beginning of a variable, with a type that has no `=` in it. */
const VARIABLE = /(?:const|let|var)\s+([\w$]+)\s*(?::[^=;{}]*)?=(?!>)\s*/y;
/** A value that is made here: a function, an object, the result of a call. */
const MADE_VALUE =
  /(?:async\s*(?:\(|<|function\b|[\w$]+\s*=>)|(?:function|new|class|null|true|false)\b|["'`\d{[-]|\(\s*(?:[{)]|\.{3}|[A-Za-z_$][\w$]*(?:\?:|\s*[,:]))|(?:await\s+(?!import\b))?([\w$]+(?:\s*\.\s*[\w$]+)*)\s*(?:<[^;={}]*>\s*)?\()/y;

/** Whether the declaration at an offset is certainly of this name, and no other name for something else. */
function declaresItself(text: string, start: number, name: string): boolean {
  if (matchAt(DECLARATION, text, start)?.[1] === name || matchAt(WRITTEN_TYPE, text, start)?.[1] === name) return true;
  const variable = matchAt(VARIABLE, text, start);
  const made = variable?.[1] === name ? matchAt(MADE_VALUE, text, start + variable[0].length) : null;
  return made !== null && !/require$/i.test(made[1] ?? '') && !text.includes('createRequire');
}

function matchAt(pattern: RegExp, text: string, start: number): RegExpExecArray | null {
  pattern.lastIndex = start;
  return pattern.exec(text);
}
