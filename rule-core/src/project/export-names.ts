import type { ModuleTarget } from '../resolution/module-target.js';
import type { ModuleFacts } from '../source/facts.js';
import { moduleIndex, ownExportNames } from './module-index.js';

/** What listing a module's exports needs of the project. */
export interface ExportContext {
  facts(module: string): ModuleFacts | undefined;
  resolve(from: string, specifier: string): ModuleTarget;
}

/** The names that a module exports, those through `export *` included, sorted. `export=` stands for a CommonJS value. */
export function exportNames(context: ExportContext, module: string): readonly string[] {
  const names = new Set<string>();
  const seen = new Set<string>();
  const visit = (path: string, starred: boolean): void => {
    const facts = seen.has(path) ? undefined : context.facts(path);
    seen.add(path);
    if (facts === undefined) return;
    for (const name of ownExportNames(facts))
      if (!starred || (name !== 'default' && name !== 'export=')) names.add(name);
    for (const { specifier } of moduleIndex(facts).stars) {
      const target = context.resolve(path, specifier);
      if (target.kind === 'module') visit(target.path, true);
    }
  };
  visit(module, false);
  return [...names].sort();
}
