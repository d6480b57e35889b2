import type { ResolvedConfig } from '../config/resolved-config.js';
import { moduleIndex } from './module-index.js';
import { Origins } from './origins.js';
import { modulesOf, originsOf } from './reference-modules.js';
import type { Snapshot } from './snapshot.js';

/**
 * The deprecated names that are only aliases: of the canonical itself (`export const newId = IdManager.newId`) or of a
 * package. Followed to the end, every use of the canonical would be a use of them; so they are symbols of their own.
 */
export function ownSymbolsOf(config: ResolvedConfig, snapshot: Snapshot): ReadonlyMap<string, ReadonlySet<string>> {
  const own = new Map<string, Set<string>>();
  const add = (module: string, path: readonly string[]) => {
    const names = own.get(module);
    if (names) names.add(path.join('.'));
    else own.set(module, new Set([path.join('.')]));
  };
  const facts = (module: string) => snapshot.facts(module);
  const origins = new Origins({
    facts,
    resolve: (from, specifier) => snapshot.resolver.resolve(from, specifier),
    exportsOf: (module) => snapshot.exportsOf(module),
    ownSymbols: () => undefined,
    isKnownExport: (name, exported) => isKnownExport(config, name, exported),
  });
  const context = snapshot.referenceContext(origins, facts);
  for (const concern of config.concerns) {
    const declaresTwins = concern.replacements.some(({ from }) => from.exportPath.length > 0 && from.kind !== 'global');
    if (!declaresTwins) continue;
    const canonical = new Set<string>();
    for (const reference of concern.canonical) {
      for (const module of modulesOf(context, reference)) canonical.add(module);
      for (const { target } of originsOf(context, reference)) if (target.kind === 'module') canonical.add(target.path);
    }
    for (const { from } of concern.replacements) {
      const [head, ...members] = from.exportPath;
      if (head === undefined || from.kind === 'glob') continue;
      for (const module of modulesOf(context, from)) {
        const origin = canonical.has(module) ? undefined : origins.find(module, from.exportPath);
        const isAlias = origin && (origin.target.kind !== 'module' || canonical.has(origin.target.path));
        if (!isAlias) continue;
        add(module, from.exportPath);
        const known = facts(module);
        const local = known && moduleIndex(known).exports.get(head)?.local;
        if (known && typeof local === 'string' && moduleIndex(known).declarations.has(local))
          add(module, [local, ...members]);
      }
    }
  }
  return own;
}

/** Whether some reference of the configuration names an export of a package. */
export function isKnownExport(config: ResolvedConfig, name: string, exported: string): boolean {
  return config.concerns.some(({ drivers, replacements, allow }) =>
    [...drivers, ...allow, ...replacements.map(({ from }) => from)].some(
      ({ kind, module, exportPath }) => kind === 'package' && module === name && exportPath[0] === exported,
    ),
  );
}
