import type { ModuleRecord } from '../source/index.js';
import { commonJs } from './export-record.js';
import { WordSets, type SearchWords } from './search-words.js';
import { compileNames, TextSearch } from './text-search.js';

const otherRequest = /\brequire\b|\bimport\s+(?:type\s+)?[\w$]+\s*=/;
const call = /(?:\s*\??\.\s*[\w$]+)*\s*(?:\?\.\s*)?\(/y;

/** The modules that could pass a symbol of a concern on to others: by a re-export, or because they use one otherwise than by calling it. */
export class PossibleLaunderers {
  readonly #words: SearchWords;
  readonly #modules: TextSearch<string>;
  readonly #names: RegExp;

  constructor(words: SearchWords) {
    this.#words = words;
    const asked = new WordSets();
    for (const word of [...words.modules, ...words.objects]) asked.modules.add(word);
    for (const name of words.packages.keys()) asked.addPackage(name, null);
    this.#modules = new TextSearch([['', asked]]);
    this.#names = compileNames(words.names);
  }

  /**
   * Whether a module may be one: answered without its tree, and `true` in doubt.
   *
   * @param text - Its source without byte order mark.
   * @param record - The parser's record of it, asked for only where it is needed.
   */
  has(text: string, record: () => ModuleRecord): boolean {
    if (commonJs.test(text)) return true;
    if (!/\bexport\b/.test(text)) return false;
    const { staticImports, staticExports, dynamicImports } = record();
    if (staticExports.length === 0) return false;
    if (dynamicImports.length > 0 || otherRequest.test(text)) return true;
    const locals = new Set<string>();
    for (const { moduleRequest, entries } of staticImports) {
      for (const { importName, localName } of entries) {
        if (this.#isAsked(moduleRequest.value, importName.name)) locals.add(localName.value);
      }
    }
    for (const { entries } of staticExports) {
      for (const { moduleRequest, importName, localName } of entries) {
        if (
          moduleRequest
            ? this.#isAsked(moduleRequest.value, importName.name)
            : localName.name !== null && locals.has(localName.name)
        ) {
          return true;
        }
      }
    }
    const renamed = [...locals].filter((local) => !this.#words.names.has(local));
    return isUsedAsValue(text, this.#names, staticImports) || isUsedAsValue(text, compileNames(renamed), staticImports);
  }

  #isAsked(specifier: string, name: string | null): boolean {
    return (name !== null && this.#words.names.has(name)) || this.#modules.asks(specifier, '*');
  }
}

function isUsedAsValue(
  text: string,
  names: RegExp,
  imports: readonly { readonly start: number; readonly end: number }[],
): boolean {
  for (const match of text.matchAll(names)) {
    const start = match.index;
    call.lastIndex = start + match[0].length;
    if (!call.test(text) && !imports.some((statement) => statement.start <= start && start < statement.end))
      return true;
  }
  return false;
}
