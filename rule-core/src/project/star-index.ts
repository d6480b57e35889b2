import type { ModuleTarget } from '../resolution/module-target.js';
import type { ExportRecord } from './export-record.js';

/** What the `export *` of one module lead to, by name. */
export interface StarIndex {
  /** The packages, in source order. */
  readonly packages: readonly ModuleTarget[];
  /** Every module that they name. */
  readonly modules: readonly string[];
  /** Those of them that may export a name. */
  exporting(name: string): readonly string[];
}

/**
 * Looks the `export *` of a module up.
 *
 * @param stars their specifiers
 * @param exportsOf what a module exports; `undefined` where that is not known without its tree
 */
export function starIndex(
  stars: readonly string[],
  resolve: (specifier: string) => ModuleTarget,
  exportsOf: (module: string) => ExportRecord | undefined,
): StarIndex {
  const packages: ModuleTarget[] = [];
  const modules: string[] = [];
  const open: string[] = [];
  const byName = new Map<string, string[]>();
  for (const specifier of stars) {
    const target = resolve(specifier);
    if (target.kind === 'package') packages.push(target);
    if (target.kind !== 'module' || modules.includes(target.path)) continue;
    modules.push(target.path);
    const record = exportsOf(target.path);
    if (record === undefined || record.isOpaque || record.stars.length > 0) {
      open.push(target.path);
      continue;
    }
    for (const name of record.names.keys()) {
      const known = byName.get(name);
      if (known === undefined) byName.set(name, [target.path]);
      else known.push(target.path);
    }
  }
  return { packages, modules, exporting: (name) => [...(byName.get(name) ?? []), ...open] };
}
