import type { ConcernTargets } from '../symbols/concern-targets.js';
import type { Origin } from '../symbols/project.js';
import type { ModuleTarget } from '../resolution/module-target.js';
import type { ResolvedConcern } from '../config/resolved-config.js';
import type { ModuleFacts } from '../source/facts.js';
import type { SymbolWords } from './concern-words.js';
import { moduleIndex, ownExportNames } from './module-index.js';
import { originKey } from '../symbols/same-origin.js';
import type { ReferenceContext } from './reference-modules.js';
import type { WordSets } from './search-words.js';
import type { SpecifierWords } from './specifier-words.js';

/** What a module passes on of the concerns' symbols: exported name → the symbol behind it. */
export type PassedOn = ReadonlyMap<string, string>;

/** A concern's symbols, and the words for them, to be filled. */
export interface PassedConcern {
  readonly concern: ResolvedConcern;
  readonly targets: ConcernTargets;
  readonly words: SymbolWords;
}

/**
 * Finds what a module passes on (re-exports, aliases, object members, subclasses) and adds the words by which others ask for
 * it: the name under which it leaves, or the module's own words where it leaves without one.
 */
export function passedOn(
  context: ReferenceContext,
  module: string,
  facts: ModuleFacts,
  concerns: readonly PassedConcern[],
  specifiers: SpecifierWords,
): PassedOn {
  const passed = new Map<string, string>();
  const find = (
    path: readonly string[],
  ): { readonly symbol: string; readonly words: readonly WordSets[] } | undefined => {
    const origin = context.origins.declaration(module, path);
    const leaves = originKey(origin) !== originKey({ target: { kind: 'module', path: module }, path });
    const words = leaves ? wordsFor(origin, concerns) : [];
    return words.length === 0 ? undefined : { symbol: originKey(origin), words };
  };
  const add = (name: string, symbol: string, words: readonly WordSets[]): void => {
    passed.set(name, symbol);
    for (const each of words) {
      if (name === 'default' || name === 'export=') addModuleWords(each.objects, specifiers, module);
      else each.names.add(name);
    }
  };
  for (const name of ownExportNames(facts)) {
    const found = find(name === 'export=' ? [] : [name]);
    if (found !== undefined) add(name, found.symbol, found.words);
    for (const member of aliasMembers(facts, name)) {
      const behind = find(name === 'export=' ? [member] : [name, member]);
      if (behind !== undefined) add(name, `${passed.get(name) ?? ''} ${member}=${behind.symbol}`, behind.words);
    }
    const twin = twinBehindClass(context, module, name, concerns);
    if (twin !== undefined) add(name, `${passed.get(name) ?? ''} extends ${twin.symbol}`, twin.words);
  }
  for (const { specifier } of moduleIndex(facts).stars) {
    const target = context.resolve(module, specifier);
    if (target.kind === 'package') addStar(target, module, concerns, specifiers, passed);
  }
  return passed;
}

/** A class hierarchy deeper than this is not followed; cycles end here, too. */
const DEPTH = 12;

/** The twin that an exported class descends from: whatever extends the class descends from it, too. */
function twinBehindClass(
  context: ReferenceContext,
  module: string,
  exported: string,
  concerns: readonly PassedConcern[],
): { readonly symbol: string; readonly words: readonly WordSets[] } | undefined {
  let origin = context.origins.declaration(module, [exported]);
  for (let depth = 0; depth < DEPTH; depth++) {
    if (origin.target.kind !== 'module' || origin.path.length !== 1) return undefined;
    const { path } = origin.target;
    const [name] = origin.path;
    const declared = context
      .facts(path)
      ?.declarations.find((one) => one.kind === 'class' && one.scope === '' && one.name === name);
    const base = declared?.extends[0];
    if (base === undefined || base.origin === 'local' || base.origin === 'global') return undefined;
    origin = context.origins.local(path, base.name, base.path);
    const words = concerns.flatMap((concern) => {
      const match = concern.targets.classify(origin);
      return match !== undefined && match.kind !== 'driver' ? [concern.words.twin] : [];
    });
    if (words.length > 0) return { symbol: originKey(origin), words };
  }
  return undefined;
}

/** The sets that the names of an origin belong into. */
function wordsFor(origin: Origin, concerns: readonly PassedConcern[]): readonly WordSets[] {
  return concerns.flatMap(({ targets, words }) => {
    const match = targets.classify(origin);
    if (match !== undefined) return [words[match.kind === 'driver' ? 'driver' : 'twin']];
    // An object may hold several.
    return targets.mayContain(origin) === undefined ? [] : [words.driver, words.twin];
  });
}

/** `export * from 'package'` */
function addStar(
  target: Extract<ModuleTarget, { kind: 'package' }>,
  module: string,
  concerns: readonly PassedConcern[],
  specifiers: SpecifierWords,
  passed: Map<string, string>,
): void {
  const origin = { target, path: [] };
  for (const { concern, targets, words } of concerns) {
    if (targets.mayContain(origin) === undefined) continue;
    passed.set('*', originKey(origin));
    const references = [
      ...concern.drivers.map((reference) => ({ reference, into: words.driver })),
      ...concern.replacements.map(({ from }) => ({ reference: from, into: words.twin })),
    ];
    for (const { reference, into } of references) {
      if (reference.kind !== 'package' || reference.module !== target.name) continue;
      const [name] = reference.exportPath;
      addModuleWords(into.objects, specifiers, module);
      if (name !== undefined) into.addExport(name);
      // Of a package that counts as a whole, no name is known: whoever asks this module for anything may get it.
      else addModuleWords(into.modules, specifiers, module);
    }
  }
}

/** The members of an exported object or class that only name something else: `{ run: old }`. */
function aliasMembers(facts: ModuleFacts, exported: string): readonly string[] {
  const index = moduleIndex(facts);
  const fact = index.exports.get(exported);
  const declared = fact?.local === null || fact === undefined ? [] : (index.declarations.get(fact.local) ?? []);
  const inline = fact?.value?.kind === 'object' ? fact.value.members : [];
  return [...declared.flatMap(({ members }) => members), ...inline]
    .filter(({ value }) => value?.kind === 'reference' || value?.kind === 'object')
    .map(({ name }) => name);
}

function addModuleWords(into: Set<string>, specifiers: SpecifierWords, module: string): void {
  for (const word of specifiers.ofModule(module)) into.add(word);
}
