import type { ConcernTargets } from '../checks/concern-targets.js';
import type { ModuleFacts } from '../source/facts.js';
import type { WordSets } from './concern-words.js';
import { moduleIndex, ownExportNames } from './module-index.js';
import { originKey } from './origins.js';
import type { ReferenceContext } from './reference-modules.js';
import type { SpecifierWords } from './specifier-words.js';

/** What a module passes on of the concerns' symbols: exported name → the symbol behind it. */
export type PassedOn = ReadonlyMap<string, string>;

/**
 * Finds what a module passes on (re-exports, aliases, object members) and adds the words by which others ask for it: the
 * name under which it leaves, or the module's own words where it leaves without one.
 */
export function passedOn(
  context: ReferenceContext,
  module: string,
  facts: ModuleFacts,
  concerns: readonly ConcernTargets[],
  words: WordSets,
  specifiers: SpecifierWords,
): PassedOn {
  const passed = new Map<string, string>();
  const isTarget = (path: readonly string[]): string | undefined => {
    const origin = context.origins.declaration(module, path);
    const leaves = originKey(origin) !== originKey({ target: { kind: 'module', path: module }, path });
    return leaves && concerns.some((targets) => targets.mayContain(origin) !== undefined)
      ? originKey(origin)
      : undefined;
  };
  const add = (name: string, symbol: string): void => {
    passed.set(name, symbol);
    if (name === 'default' || name === 'export=' || name === '*') addModuleWords(words, specifiers, module);
    else words.names.add(name);
  };
  for (const name of ownExportNames(facts)) {
    const symbol = isTarget(name === 'export=' ? [] : [name]);
    if (symbol !== undefined) add(name, symbol);
    for (const member of aliasMembers(facts, name)) {
      const behind = isTarget(name === 'export=' ? [member] : [name, member]);
      if (behind !== undefined) add(name, `${passed.get(name) ?? ''} ${member}=${behind}`);
    }
  }
  for (const { specifier } of moduleIndex(facts).stars) {
    const target = context.resolve(module, specifier);
    if (target.kind !== 'package') continue;
    const origin = { target, path: [] };
    const matches = concerns.flatMap((targets) => targets.mayContain(origin) ?? []);
    if (matches.length > 0) add('*', originKey(origin));
    // Of a package that counts as a whole, no name is known: whoever asks this module for anything may get it.
    if (matches.some((match) => match.kind !== 'driver' || match.reference.exportPath.length === 0)) {
      for (const word of specifiers.ofModule(module)) words.modules.add(word);
    }
  }
  return passed;
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

function addModuleWords(words: WordSets, specifiers: SpecifierWords, module: string): void {
  for (const word of specifiers.ofModule(module)) words.objects.add(word);
}
