import type { ModuleTarget } from '../checks/project.js';
import type { ModuleStore } from './module-store.js';

/** `export * from`, `export { … } from`: a module without either passes on only what it declares. */
const reexport = /\bexport\s+(?:type\s+)?(?:\*|\{[^}]*\}\s*from\b)/;

/**
 * The modules through which some module of `declaring` can be reached by re-exports of any depth, those included. Every
 * re-export counts, whatever its names: the set is too large rather than too small.
 *
 * @param declaring - Workspace paths of modules that declare symbols of a concern, or pass them on under a name.
 */
export function passingModules(
  declaring: Iterable<string>,
  modules: readonly string[],
  store: ModuleStore,
  resolve: (from: string, specifier: string) => ModuleTarget,
): ReadonlySet<string> {
  const barrels = new Map<string, string[]>();
  for (const module of modules) {
    if (!store.passes(module, 're-exports', (text) => reexport.test(text))) continue;
    for (const specifier of store.reexported(module)) {
      const target = resolve(module, specifier);
      if (target.kind !== 'module') continue;
      const known = barrels.get(target.path);
      if (known === undefined) barrels.set(target.path, [module]);
      else known.push(module);
    }
  }
  const passing = new Set(declaring);
  for (const module of passing) for (const barrel of barrels.get(module) ?? []) passing.add(barrel);
  return passing;
}
