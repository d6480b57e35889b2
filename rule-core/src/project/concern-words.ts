import type { ConcernTargets } from '../checks/concern-targets.js';
import type { ResolvedConcern, SymbolReference } from '../config/resolved-config.js';
import { globMatcher } from './path-globs.js';
import { modulesOf, packageModules, type ReferenceContext } from './reference-modules.js';
import type { SpecifierWords } from './specifier-words.js';
import { exportNames } from './export-names.js';

/** The words of a concern, to be filled. */
export interface WordSets {
  readonly names: Set<string>;
  readonly declared: Set<string>;
  readonly modules: Set<string>;
  readonly objects: Set<string>;
  readonly texts: Set<string>;
}

/** The modules that a concern is about: always worth a look, whatever their text. Sorted. */
export function concernModules(
  context: ReferenceContext,
  concern: ResolvedConcern,
  targets: ConcernTargets,
): readonly string[] {
  const modules = new Set<string>(isNamed(concern) ? targets.canonicalModules : []);
  for (const { from } of concern.replacements) for (const module of namedModules(context, from)) modules.add(module);
  for (const { path } of targets.twinDeclarations) modules.add(path);
  if (concern.remove.length > 0)
    for (const module of context.modules.filter(globMatcher(concern.remove))) modules.add(module);
  return [...modules].sort();
}

/** Adds the words that a module must contain one of for a concern's symbols to be used or declared in it. */
export function addConcernWords(
  context: ReferenceContext,
  words: WordSets,
  specifiers: SpecifierWords,
  concern: ResolvedConcern,
  targets: ConcernTargets,
): void {
  for (const name of concern.accessors) words.names.add(name);
  for (const reference of concern.canonical) {
    // Of a folder every export would be a word, and `logger` or `db` is in most modules: checks name what else they look for.
    if (/^[A-Z]/.test(reference.exportPath[0] ?? '')) addReferenceWords(context, words, specifiers, reference);
  }
  for (const { from } of concern.replacements) addReferenceWords(context, words, specifiers, from);
  for (const reference of concern.drivers) addReferenceWords(context, words, specifiers, reference);
  for (const { name } of targets.twinDeclarations) words.names.add(name);
  const whole = new Set(
    concern.replacements.flatMap(({ from }) => (from.exportPath.length === 0 ? namedModules(context, from) : [])),
  );
  for (const module of concernModules(context, concern, targets)) {
    const isWhole = whole.has(module) || targets.removedBy(module) !== undefined;
    for (const word of specifiers.ofModule(module)) (isWhole ? words.modules : words.objects).add(word);
  }
}

function addReferenceWords(
  context: ReferenceContext,
  words: WordSets,
  specifiers: SpecifierWords,
  reference: SymbolReference,
): void {
  const { kind, exportPath } = reference;
  // The last segment is what every use spells; the first alone (`crypto`) would be in half the files.
  const name = kind === 'global' ? exportPath.at(-1) : exportPath[0];
  if (name !== undefined && name !== 'default') words.names.add(name);
  if (kind === 'package') {
    const slash = reference.module.startsWith('node:') ? reference.module.indexOf('/') : -1;
    const packageName = slash < 0 ? reference.module : reference.module.slice(0, slash);
    for (const word of specifiers.ofPackage(packageName))
      (name === undefined ? words.modules : words.objects).add(word);
  }
  if (kind === 'package' && reference.module === 'node:crypto') words.names.add('webcrypto');
  if (kind === 'global' && exportPath.length === 2 && exportPath[0] === 'crypto') {
    words.names.add('webcrypto');
    for (const word of specifiers.ofPackage('node:crypto')) words.objects.add(word);
  }
  if (kind !== 'global' && exportPath.length === 0) {
    for (const module of modulesOf(context, reference))
      for (const exported of exportNames(context, module)) addName(words, exported);
  }
}

function addName(words: WordSets, name: string): void {
  if (name !== 'default' && name !== 'export=') words.names.add(name);
}

/** Whether the canonical is a symbol, and not all that a module or folder holds. */
function isNamed({ canonical }: ResolvedConcern): boolean {
  return canonical.some(({ exportPath }) => exportPath.length > 0);
}

function namedModules(context: ReferenceContext, reference: SymbolReference): readonly string[] {
  return reference.kind === 'package' ? packageModules(context, reference) : modulesOf(context, reference);
}
