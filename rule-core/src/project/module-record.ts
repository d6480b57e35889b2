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
    const { staticImports, staticExports } = moduleRecord(path, text).module;
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

/** Exports as CommonJS, or `export =`, writes them: the parser does not list those. */
export const commonJs = /\bmodule\.exports\b|\bexports\s*(?:\.\s*[\w$]+\s*=(?!=)|\[|=(?!=))|\bexport\s*=/;

/**
 * The imports and exports of a module as the parser lists them, without its tree, and what is wrong with its text.
 *
 * @throws {@link ParserUnavailableError} if the native parser does not load on this machine.
 */
export function moduleRecord(path: string, text: string): Pick<OxcParser.ParseResult, 'errors' | 'module'> {
  const lang = /\.[cm]?ts$/.test(path) ? 'ts' : 'tsx';
  return nativeParser().parseSync(path, text, { lang });
}
