import { createHash } from 'node:crypto';
import type { CheckWords } from '../checks/check.js';
import type { ConcernTargets } from '../checks/concern-targets.js';
import type { ResolvedConcern } from '../config/resolved-config.js';
import { addConcernWords, concernModules, type WordSets } from './concern-words.js';
import { PossibleLaunderers } from './possible-launderer.js';
import type { LayerIndex } from './layer-index.js';
import { passedOn, type PassedOn } from './launderers.js';
import type { ModuleStore } from './module-store.js';
import type { ReferenceContext } from './reference-modules.js';
import type { SpecifierWords } from './specifier-words.js';
import { compileSearch, type TextSearch } from './text-search.js';

/** Which modules any concern could care about. */
export interface Candidates {
  /** The modules that pass symbols of a concern on to others, sorted by path. */
  readonly launderers: ReadonlyMap<string, PassedOn>;
  /** The layers over canonicals that modules export. */
  readonly layers: LayerIndex;
  /** The modules that the concerns name, sorted. */
  readonly named: ReadonlySet<string>;
  /** The words by which modules of the concerns are asked for. */
  readonly moduleWords: ReadonlySet<string>;
  /** Whether a module is worth a look. `text` is its source. */
  has(path: string, text: string): boolean;
  /** Whether an import of `imported` (`'*'` for the module object) could lead to a symbol of a concern, by the words alone. */
  asksFor(specifier: string, imported: string): boolean;
}

/** A concern with its symbols and the words that its checks ask for. */
export interface ConcernInIndex {
  readonly concern: ResolvedConcern;
  readonly targets: ConcernTargets;
  readonly extraWords: CheckWords;
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
  layers: LayerIndex,
): Candidates {
  const words = emptyWords();
  const named = new Set<string>();
  for (const { concern, targets, extraWords } of concerns) {
    addConcernWords(context, words, specifiers, concern, targets);
    for (const word of extraWords.anywhere) words.texts.add(word);
    for (const name of extraWords.declared) words.declared.add(name);
    for (const module of concernModules(context, concern, targets)) named.add(module);
  }
  for (const exported of layers.exported.values()) for (const { name } of exported) addName(words, name);
  const launderers = new Map<string, PassedOn>();
  const rest = new Set(context.modules);
  let fresh = words;
  while (Object.values(fresh).some(({ size }) => size > 0)) {
    const search = compileSearch(fresh);
    const key = `${keyOf(search)} ${keyOf(compileSearch(words))}`;
    const known: WordSets = copyOf(words);
    const possible = new PossibleLaunderers(known);
    for (const module of [...rest]) {
      if (!named.has(module) && !store.passes(module, key, (text) => search.test(text))) continue;
      // What only calls or declares things is not worth its tree; a later word may still change that.
      if (!store.passes(module, `passes on ${key}`, (text) => possible.has(module, text))) continue;
      rest.delete(module);
      const facts = context.facts(module);
      const passed =
        facts &&
        passedOn(
          context,
          module,
          facts,
          concerns.map(({ targets }) => targets),
          words,
          specifiers,
        );
      if (passed !== undefined && passed.size > 0) launderers.set(module, passed);
    }
    fresh = without(words, known);
  }
  const search = compileSearch(words);
  const modules = compileSearch({ ...emptyWords(), modules: words.modules });
  return {
    launderers: new Map([...launderers].sort(([a], [b]) => (a < b ? -1 : 1))),
    layers,
    named,
    moduleWords: new Set([...words.modules, ...words.objects]),
    asksFor: (specifier, imported) =>
      imported === '*' ||
      imported === 'default' ||
      words.names.has(imported) ||
      // An index is asked for without its name.
      /(?:^|\/)\.{1,2}\/?$/.test(specifier) ||
      modules.test(`"${specifier}"`),
    has: (path, text) => named.has(path) || search.test(text) || layers.mayHold(text),
  };
}

function addName({ names }: WordSets, name: string): void {
  if (name !== 'default' && name !== 'export=') names.add(name);
}

function keyOf({ key }: TextSearch): string {
  return createHash('sha1').update(key).digest('base64');
}

function emptyWords(): WordSets {
  return { names: new Set(), declared: new Set(), modules: new Set(), objects: new Set(), texts: new Set() };
}

function copyOf(words: WordSets): WordSets {
  return without(words, emptyWords());
}

function without(all: WordSets, known: WordSets): WordSets {
  const rest = (words: ReadonlySet<string>, others: ReadonlySet<string>) =>
    new Set([...words].filter((word) => !others.has(word)));
  return {
    names: rest(all.names, known.names),
    declared: rest(all.declared, known.declared),
    modules: rest(all.modules, known.modules),
    objects: rest(all.objects, known.objects),
    texts: rest(all.texts, known.texts),
  };
}
