import type { ExportRecord } from './module-record.js';
import { WordSets } from './search-words.js';
import type { SpecifierWords } from './specifier-words.js';
import { TextSearch } from './text-search.js';

/** Modules through which others can be reached. */
export interface LeadingModules {
  has(module: string): boolean;
  /** Whether a specifier may ask for one of them, by its words alone. */
  mayName(specifier: string): boolean;
  /** Whether one of them names an export so: what comes through their `export *` from others is not theirs. */
  mayExport(name: string): boolean;
}

/**
 * The same for a set of modules.
 *
 * @param exportsOf what a module exports, as far as its text alone tells; asked only for `mayExport`
 */
export function leadingModules(
  leading: ReadonlySet<string>,
  specifiers: SpecifierWords,
  exportsOf: (module: string) => ExportRecord | undefined,
): LeadingModules {
  const words = new WordSets();
  for (const module of leading) for (const word of specifiers.ofModule(module)) words.modules.add(word);
  const search = new TextSearch([['', words]]);
  let exported: ReadonlySet<string> | 'unknown' | undefined;
  return {
    has: (module) => leading.has(module),
    mayName: (specifier) => search.asks(specifier, '*'),
    mayExport(name) {
      exported ??= exportedNames([...leading].map(exportsOf));
      return exported === 'unknown' || exported.has(name);
    },
  };
}

function exportedNames(records: readonly (ExportRecord | undefined)[]): ReadonlySet<string> | 'unknown' {
  return records.some((record) => record === undefined || record.isCommonJs)
    ? 'unknown'
    : new Set(records.flatMap((record) => [...(record?.names ?? [])]));
}
