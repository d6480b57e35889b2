import { createHash } from 'node:crypto';
import { SYMBOL_KINDS, type SymbolKind } from '../symbols/symbol-kinds.js';
import type { CheckWords, DoubtfulWords } from '../symbols/text-words.js';
import type { ConcernTargets } from '../symbols/concern-targets.js';
import type { ResolvedConcern } from '../config/resolved-config.js';
import { concernModules, symbolWords } from './concern-words.js';
import { InterestSearch, type Interests, type SearchedConcern } from './interests.js';
import type { LayerIndex } from './layer-index.js';
import { passedOn, type PassedOn } from './launderers.js';
import type { ModuleStore } from './module-store.js';
import { PossibleLaunderers } from './possible-launderer.js';
import type { ReferenceContext } from './reference-modules.js';
import { WordSets } from './search-words.js';
import type { SpecifierWords } from './specifier-words.js';
import { isOfIndex, TextSearch } from './text-search.js';

/** What the checks of a concern ask of a module's text, besides the names of the concern's symbols. */
export interface ConcernWords extends Omit<CheckWords, 'doubtful'> {
  readonly doubtful?: readonly DoubtfulWords[];
  /** For each check that looks at tests, the symbols that it is about; `undefined` stands for all. */
  readonly inTests: readonly (SymbolKind | undefined)[];
}

/** A concern with its symbols and the words that its checks ask for. */
export interface ConcernInIndex {
  readonly concern: ResolvedConcern;
  readonly targets: ConcernTargets;
  readonly extraWords: ConcernWords;
  /** `undefined` where no check asks for layers. */
  readonly layers: LayerIndex | undefined;
}

/** Which modules any concern could care about. */
export interface Candidates {
  /** The modules that pass symbols of a concern on to others, sorted by path. */
  readonly launderers: ReadonlyMap<string, PassedOn>;
  /** The modules that the concerns name. */
  readonly named: ReadonlySet<string>;
  /** The words by which modules of the concerns are asked for. */
  readonly moduleWords: ReadonlySet<string>;
  /** What the texts of modules like this one are searched for. */
  searchFor(path: string): InterestSearch;
  /** What a module is worth a look for, by what was found in its text; empty if it is not worth one. */
  interests(path: string, found: readonly string[]): Interests;
  /** Whether an import of `imported` (`'*'` for the module object) could lead to a symbol of a concern, by the words alone. */
  asksFor(specifier: string, imported: string): boolean;
}

/**
 * Finds the modules that any concern could care about: those whose text has a word of a concern, or a word under which
 * another such module passes a symbol on, until there are no new words. The result is the least such set, whatever the order.
 */
export function findCandidates(
  context: ReferenceContext,
  store: ModuleStore,
  specifiers: SpecifierWords,
  concerns: readonly ConcernInIndex[],
  isTest: (path: string) => boolean,
): Candidates {
  const indexed = concerns.map((one): SearchedConcern => {
    const { concern, targets } = one;
    return {
      ...one,
      words: symbolWords(context, specifiers, concern, targets),
      named: new Set(concernModules(context, concern, targets)),
    };
  });
  const named = new Set(indexed.flatMap((concern) => [...concern.named]));
  const launderers = findLaunderers(context, store, specifiers, indexed, named);
  const symbols = allSymbolWords(indexed);
  const asking = new TextSearch([['', symbols]]);
  const inCode = new InterestSearch(indexed, false);
  const inTests = new InterestSearch(indexed, true);
  const searchFor = (path: string) => (isTest(path) ? inTests : inCode);
  return {
    launderers,
    named,
    moduleWords: new Set([...symbols.modules, ...symbols.objects, ...symbols.packages.keys()]),
    asksFor: (specifier, imported) =>
      imported === '*' ||
      imported === 'default' ||
      symbols.names.has(imported) ||
      isOfIndex(specifier) ||
      asking.asks(specifier, imported),
    searchFor,
    interests: (path, found) => searchFor(path).interests(path, found),
  };
}

/** The modules that pass symbols on, sorted; the words by which they do are added to those of the symbols. */
function findLaunderers(
  context: ReferenceContext,
  store: ModuleStore,
  specifiers: SpecifierWords,
  concerns: readonly SearchedConcern[],
  named: ReadonlySet<string>,
): ReadonlyMap<string, PassedOn> {
  const launderers = new Map<string, PassedOn>();
  const rest = new Set(context.modules);
  let known = new WordSets();
  for (;;) {
    const words = allSymbolWords(concerns);
    const fresh = words.without(known);
    if (fresh.isEmpty) break;
    known = words;
    const search = new TextSearch([['', fresh]]);
    const possible = new PossibleLaunderers(words);
    const key = createHash('sha1')
      .update(`${search.key} ${new TextSearch([['', words]]).key}`)
      .digest('base64');
    for (const module of [...rest]) {
      if (!named.has(module) && !store.passes(module, key, (text) => search.test(text))) continue;
      // What only calls or declares things is not worth its tree; a later word may still change that.
      if (!store.passes(module, `passes on ${key}`, (text, record) => possible.has(text, record))) continue;
      rest.delete(module);
      const facts = context.facts(module);
      const passed = facts && passedOn(context, module, facts, concerns, specifiers);
      if (passed !== undefined && passed.size > 0) launderers.set(module, passed);
    }
  }
  return new Map([...launderers].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function allSymbolWords(concerns: readonly SearchedConcern[]): WordSets {
  const all = new WordSets();
  for (const { layers, words } of concerns) {
    for (const kind of SYMBOL_KINDS) all.addAll(words[kind]);
    for (const exported of layers?.exported.values() ?? []) for (const { name } of exported) all.addExport(name);
  }
  return all;
}
