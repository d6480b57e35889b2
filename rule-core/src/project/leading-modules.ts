import { createHash } from 'node:crypto';
import type { ExportRecord } from './export-record.js';
import type { ModuleStore } from './module-store.js';
import { WordSets } from './search-words.js';
import type { SpecifierWords } from './specifier-words.js';
import { textImports } from './text-imports.js';
import { TextSearch } from './text-search.js';

/** Modules through which others can be reached. */
export interface LeadingModules {
  has(module: string): boolean;
  /** What a module may ask them for, by its text alone. */
  askedBy(module: string): readonly AskedModule[];
}

/** A module that is asked for, and what for. */
export interface AskedModule {
  readonly specifier: string;
  /** By name; none where it is asked for otherwise: as an object, by default, as a whole. */
  readonly names: readonly string[];
}

/**
 * The same for a set of modules.
 *
 * @param exportsOf what a module exports, as far as its text alone tells
 */
export function leadingModules(
  leading: ReadonlySet<string>,
  specifiers: SpecifierWords,
  store: ModuleStore,
  exportsOf: (module: string) => ExportRecord | undefined,
): LeadingModules {
  const words = new WordSets();
  for (const module of leading) for (const word of specifiers.ofModule(module)) words.modules.add(word);
  const search = new TextSearch([['', words]]);
  let asking: { readonly question: string; readonly ask: (text: string) => readonly string[] } | undefined;
  const prepare = () => {
    const exported = exportedNames([...leading].map(exportsOf));
    const hash = createHash('sha1').update(search.key);
    for (const name of exported ?? []) hash.update('\0').update(name);
    return {
      question: `asks for ${exported === undefined ? 'all' : 'named'} ${hash.digest('base64')}`,
      // What comes through their `export *` from others is not theirs.
      ask: (text: string) =>
        textImports(text)
          .filter(({ specifier }) => search.asks(specifier, '*'))
          .map(({ names, specifier }) =>
            [specifier, ...(names ?? []).filter((name) => exported?.has(name) !== false)].join('\0'),
          ),
    };
  };
  return {
    has: (module) => leading.has(module),
    askedBy(module) {
      asking ??= prepare();
      return store.answer(module, asking.question, asking.ask).map((asked) => {
        const [specifier = '', ...names] = asked.split('\0');
        return { specifier, names };
      });
    },
  };
}

/** `undefined` where one of them may export what its text does not name. */
function exportedNames(records: readonly (ExportRecord | undefined)[]): ReadonlySet<string> | undefined {
  return records.some((record) => record === undefined || record.isOpaque)
    ? undefined
    : new Set(records.flatMap((record) => [...(record?.names.keys() ?? [])]));
}
