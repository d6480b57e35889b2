import type { ConcernTargets } from '../symbols/concern-targets.js';
import type { ResolvedConcern } from '../config/resolved-config.js';
import type { ModuleFacts } from '../source/facts.js';
import { LayerSearch } from './layer-search.js';
import type { ModuleStore } from './module-store.js';

/** A concern whose layers are looked for. */
export interface LayeredConcern {
  readonly concern: ResolvedConcern;
  readonly targets: ConcernTargets;
  /** The layers over the canonical that a module exports: the name, and what consumers get by it. */
  readonly layers: (facts: ModuleFacts) => readonly ExportedLayer[];
  /** The words by which specifiers name a module. */
  readonly wordsOf: (module: string) => readonly string[];
}

export interface ExportedLayer {
  readonly name: string;
  /** Where its methods lead, as text: changes if a verdict about its uses could. */
  readonly leads: string;
}

/** The layers over one concern's canonical. */
export interface LayerIndex {
  /** Those that each module exports, by module. */
  readonly exported: ReadonlyMap<string, readonly ExportedLayer[]>;
  /** The words by which specifiers name those of them of which importers choose the name. */
  readonly unnamed: ReadonlySet<string>;
  /** Whether a layer may be in a module, by its text. */
  mayHold(text: string): boolean;
  /** What `mayHold` asks of a module's text, for the store's answers: the same where `mayHold` is. */
  readonly question: string;
}

/**
 * Finds the modules that export layers over a concern's canonical: those whose text names the canonical, or a layer found
 * before, until there are no new ones. The result is the same whatever the order.
 */
export function findLayers(
  modules: readonly string[],
  store: ModuleStore,
  facts: (module: string) => ModuleFacts | undefined,
  { concern, layers, targets, wordsOf }: LayeredConcern,
): LayerIndex {
  const found = new Map<string, readonly ExportedLayer[]>();
  const names = new Set([
    ...concern.accessors,
    ...targets.canonicalDeclarations.map(({ name }) => name),
    ...targets.twinDeclarations.map(({ name }) => name),
  ]);
  for (const module of targets.canonicalModules) {
    for (const name of instancesIn(facts(module), new Set(names))) names.add(name);
  }
  const unnamed = new Set<string>();
  const asked = new Set<string>();
  const hasNoName = (exported: readonly string[]): boolean =>
    exported.some((name) => name === 'default' || name === 'export=');
  const isDefault = hasNoName(concern.accessors);
  for (const { declaration, path } of targets.canonicalDeclarations) {
    if (isDefault || hasNoName(declaration.exportedAs)) for (const word of wordsOf(path)) asked.add(word);
  }
  const whole = concern.canonical.flatMap(({ exportPath, kind, module }) =>
    kind === 'module' && exportPath.length === 0 ? wordsOf(module) : [],
  );
  let search = new LayerSearch(names, asked, whole);
  for (let size = -1; size !== names.size + asked.size; search = new LayerSearch(names, asked, whole)) {
    size = names.size + asked.size;
    for (const module of modules) {
      const known = store.passes(module, search.question, (text) => search.test(text)) ? facts(module) : undefined;
      const exported = known === undefined ? [] : layers(known);
      for (const { name } of exported) names.add(name);
      if (hasNoName(exported.map(({ name }) => name))) {
        for (const word of wordsOf(module)) {
          asked.add(word);
          unnamed.add(word);
        }
      }
      if (exported.length > 0) found.set(module, exported);
    }
  }
  const { question } = search;
  return { exported: found, unnamed, question, mayHold: (text) => search.test(text) };
}

/** The variables of a module that hold one of the named: `export const sharedBridge = new WebSocketBridge()`. */
function instancesIn(facts: ModuleFacts | undefined, names: ReadonlySet<string>): string[] {
  return (facts?.declarations ?? []).flatMap(({ exportedAs, kind, type, value }) => {
    const made = value?.kind === 'new' || value?.kind === 'call' ? value.target?.name : undefined;
    const isOne = names.has(made ?? '') || type?.top.some(({ name }) => names.has(name)) === true;
    return kind === 'variable' && isOne ? exportedAs : [];
  });
}
