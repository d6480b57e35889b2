import type * as OxcParser from 'oxc-parser';
import { nativeParser } from '../parser/native-parser.js';

const requireCall = /\brequire\(\s*(["'`])([^"'`\n$]+)\1\s*\)/g;

/**
 * The specifiers of the modules that a module loads when it is loaded itself, in order, each once: without type-only
 * imports, `import()`, and what only types ask for. It reads the parser's module record, which costs a tenth of the tree.
 *
 * @throws {@link ParserUnavailableError} if the native parser does not load on this machine.
 */
export function loadedSpecifiers(path: string, text: string): readonly string[] {
  if (/\.d\.[cm]?ts$/.test(path)) return [];
  const specifiers = new Set<string>();
  if (/\b(?:import|export)\b/.test(text)) {
    const { staticImports, staticExports } = moduleRecord(path, text);
    for (const { moduleRequest, entries } of staticImports) {
      if (entries.length === 0 || entries.some((entry) => !entry.isType)) specifiers.add(moduleRequest.value);
    }
    for (const { entries } of staticExports) {
      for (const entry of entries) if (entry.moduleRequest && !entry.isType) specifiers.add(entry.moduleRequest.value);
    }
  }
  if (text.includes('require(')) {
    for (const match of text.matchAll(requireCall)) if (match[2] !== undefined) specifiers.add(match[2]);
  }
  return [...specifiers];
}

/** The names that a module exports, as far as its text alone tells. */
export interface ExportRecord {
  readonly names: ReadonlySet<string>;
  /** Whether it may export others, too: through `export *`, or as CommonJS does. */
  readonly isOpen: boolean;
  /** Whether it may export as CommonJS does: no name is known then. */
  readonly isCommonJs: boolean;
}

/** The parser's own names are in a `const enum`, which does not exist at run time. */
const DEFAULT: readonly string[] = ['Default'];

/** What a module exports, types included. */
export function exportRecord(path: string, text: string): ExportRecord {
  const { staticExports } = moduleRecord(path, text);
  const entries = staticExports.flatMap((statement) => statement.entries);
  const names = entries.flatMap(({ exportName }) =>
    DEFAULT.includes(exportName.kind) ? 'default' : (exportName.name ?? []),
  );
  const isCommonJs = commonJs.test(text);
  return { names: new Set(names), isOpen: names.length < entries.length || isCommonJs, isCommonJs };
}

/** The record as a list of texts: whether there may be more, then the names. */
export function listOfExports({ isCommonJs, isOpen, names }: ExportRecord): readonly string[] {
  return [isCommonJs ? 'commonjs' : isOpen ? 'open' : '', ...names];
}

/** The record that {@link listOfExports} gives. */
export function exportsOfList([openness, ...names]: readonly string[]): ExportRecord {
  return { names: new Set(names), isOpen: openness !== '', isCommonJs: openness === 'commonjs' };
}

/** Exports as CommonJS, or `export =`, writes them: the parser does not list those. */
export const commonJs = /\bmodule\.exports\b|\bexports\s*[.[=]|\bexport\s*=/;

/**
 * The imports and exports of a module as the parser lists them, without its tree.
 *
 * @throws {@link ParserUnavailableError} if the native parser does not load on this machine.
 */
export function moduleRecord(path: string, text: string): OxcParser.EcmaScriptModule {
  const lang = /\.[cm]?ts$/.test(path) ? 'ts' : 'tsx';
  return nativeParser().parseSync(path, text, { lang }).module;
}
