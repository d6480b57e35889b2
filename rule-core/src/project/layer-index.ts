import type { ConcernTargets } from '../checks/concern-targets.js';
import type { ResolvedConcern } from '../config/resolved-config.js';
import type { ModuleFacts } from '../source/facts.js';
import type { ModuleStore } from './module-store.js';

/** A concern whose layers are looked for. */
export interface LayeredConcern {
  readonly concern: ResolvedConcern;
  readonly targets: ConcernTargets;
  /** The layers over the canonical that a module exports: the name, and what consumers get by it. */
  readonly layers: (facts: ModuleFacts) => readonly ExportedLayer[];
}

export interface ExportedLayer {
  readonly name: string;
  /** Where its methods lead, as text: changes if a verdict about its uses could. */
  readonly leads: string;
}

/** The layers that each module exports, by module. */
export type LayerIndex = ReadonlyMap<string, readonly ExportedLayer[]>;

/**
 * Finds the modules that export layers over a concern's canonical: those whose text names the canonical, or a layer found
 * before, until there are no new ones. The result is the same whatever the order.
 */
export function findLayers(
  modules: readonly string[],
  store: ModuleStore,
  facts: (module: string) => ModuleFacts | undefined,
  concerns: readonly LayeredConcern[],
): LayerIndex {
  const found = new Map<string, readonly ExportedLayer[]>();
  for (const { concern, layers, targets } of concerns) {
    const ofConcern = new Map<string, readonly ExportedLayer[]>();
    const words = new Set([
      ...concern.accessors,
      ...targets.canonicalDeclarations.map(({ name }) => name),
      ...targets.twinDeclarations.map(({ name }) => name),
    ]);
    words.delete('');
    for (let size = -1; size !== words.size;) {
      size = words.size;
      const list = [...words].sort();
      for (const module of modules) {
        if (!store.passes(module, 'hands on', mayHandOn)) continue;
        if (!store.passes(module, `mentions ${list.join(' ')}`, (text) => list.some((word) => text.includes(word))))
          continue;
        const known = facts(module);
        const exported = known === undefined ? [] : layers(known);
        for (const { name } of exported) words.add(name);
        if (exported.length > 0) ofConcern.set(module, exported);
      }
    }
    for (const [module, exported] of ofConcern) found.set(module, [...(found.get(module) ?? []), ...exported]);
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether a module exports anything with a body. */
function mayHandOn(text: string): boolean {
  return /\bexport\b|\bexports\b/u.test(text) && /\bclass\b|=>|\bfunction\b|\.bind\(/u.test(text);
}
