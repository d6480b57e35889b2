import type { SymbolKind } from '../symbols/symbol-kinds.js';
import type { ConcernTargets } from '../symbols/concern-targets.js';
import type { ResolvedConcern, SymbolReference } from '../config/resolved-config.js';
import { fileMatcher } from './path-globs.js';
import { modulesOf, packageModules, type ReferenceContext } from './reference-modules.js';
import { WordSets } from './search-words.js';
import type { SpecifierWords } from './specifier-words.js';
import { exportNames } from './export-names.js';

/** The words of a concern's symbols, by what they are to it. */
export type SymbolWords = Readonly<Record<SymbolKind, WordSets>>;

/** The modules that a concern is about: always worth a look, whatever their text. Sorted. */
export function concernModules(
  context: ReferenceContext,
  concern: ResolvedConcern,
  targets: ConcernTargets,
): readonly string[] {
  return [...new Set([...canonicalModules(concern, targets), ...twinModules(context, concern, targets)])].sort();
}

/** The words that a module must contain one of for a concern's symbols to be used or declared in it. */
export function symbolWords(
  context: ReferenceContext,
  specifiers: SpecifierWords,
  concern: ResolvedConcern,
  targets: ConcernTargets,
): SymbolWords {
  const words = { canonical: new WordSets(), driver: new WordSets(), twin: new WordSets() };
  const add = (kind: SymbolKind, reference: SymbolReference): void => {
    addReferenceWords(context, words[kind], specifiers, reference);
  };
  for (const name of concern.accessors) words.canonical.names.add(name);
  for (const reference of concern.canonical) {
    // Of a folder every export would be a word, and `logger` or `db` is in most modules: checks name what else they look for.
    const [name] = reference.exportPath;
    // Events are misspelled where nothing else but the canonical is named.
    const isWatched = name !== undefined && concern.events.length > 0;
    if (isWatched || /^[A-Z]/.test(name ?? '')) add('canonical', reference);
  }
  for (const { from } of concern.replacements) add('twin', from);
  for (const reference of concern.drivers) add('driver', reference);
  for (const { name } of targets.twinDeclarations) words.twin.names.add(name);
  const whole = new Set(
    concern.replacements.flatMap(({ from }) => (from.exportPath.length === 0 ? namedModules(context, from) : [])),
  );
  for (const module of canonicalModules(concern, targets))
    for (const word of specifiers.ofModule(module)) words.canonical.objects.add(word);
  for (const module of twinModules(context, concern, targets)) {
    const isWhole = whole.has(module) || targets.removedBy(module) !== undefined;
    for (const word of specifiers.ofModule(module)) (isWhole ? words.twin.modules : words.twin.objects).add(word);
  }
  return words;
}

function addReferenceWords(
  context: ReferenceContext,
  words: WordSets,
  specifiers: SpecifierWords,
  reference: SymbolReference,
): void {
  const { kind, exportPath } = reference;
  // The last segment is what every use of a global spells; the first alone (`crypto`) would be in half the files.
  const name = kind === 'global' ? exportPath.at(-1) : exportPath[0];
  if (kind === 'package') addPackageWords(context, words, specifiers, reference, name);
  else if (name !== undefined) words.addExport(name);
  if (kind === 'global' && exportPath.length === 2 && exportPath[0] === 'crypto') {
    words.names.add('webcrypto');
    for (const word of specifiers.ofPackage('node:crypto')) words.addPackage(word, 'webcrypto');
  }
  if (kind !== 'global' && exportPath.length === 0) {
    for (const module of modulesOf(context, reference))
      for (const exported of exportNames(context, module)) words.addExport(exported);
  }
}

function addPackageWords(
  context: ReferenceContext,
  words: WordSets,
  specifiers: SpecifierWords,
  { module }: SymbolReference,
  name: string | undefined,
): void {
  const slash = module.startsWith('node:') ? module.indexOf('/') : -1;
  const packageName = slash < 0 ? module : module.slice(0, slash);
  for (const word of specifiers.ofPackage(packageName)) {
    words.addPackage(word, name ?? null);
    if (module === 'node:crypto' && name !== undefined) words.addPackage(word, 'webcrypto');
  }
  // The modules of a workspace's own package are reached by their paths and through barrels, too.
  if (name !== undefined && context.packageFolder(module) !== undefined) words.addExport(name);
}

function canonicalModules(concern: ResolvedConcern, targets: ConcernTargets): readonly string[] {
  return isNamed(concern) ? targets.canonicalModules : [];
}

function twinModules(
  context: ReferenceContext,
  { remove, replacements }: ResolvedConcern,
  targets: ConcernTargets,
): readonly string[] {
  return [
    ...replacements.flatMap(({ from }) => namedModules(context, from)),
    ...targets.twinDeclarations.map(({ path }) => path),
    ...(remove.length > 0 ? context.modules.filter(fileMatcher(remove)) : []),
  ];
}

/** Whether the canonical is a symbol, and not all that a module or folder holds. */
function isNamed({ canonical }: ResolvedConcern): boolean {
  return canonical.some(({ exportPath }) => exportPath.length > 0);
}

function namedModules(context: ReferenceContext, reference: SymbolReference): readonly string[] {
  return reference.kind === 'package' ? packageModules(context, reference) : modulesOf(context, reference);
}
