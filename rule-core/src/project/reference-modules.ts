import type { SymbolReference } from '../config/resolved-config.js';
import type { ModuleFacts } from '../source/facts.js';
import type { Origin } from '../symbols/project.js';
import type { ModuleTarget } from '../resolution/module-target.js';
import type { Origins } from './origins.js';
import { fileMatcher } from './path-globs.js';
import { outsidePattern, type SymbolPattern } from './reference-match.js';

/** What taking references to their declarations needs of the project. */
export interface ReferenceContext {
  /** All modules of the workspace, sorted. */
  readonly modules: readonly string[];
  facts(module: string): ModuleFacts | undefined;
  resolve(from: string, specifier: string): ModuleTarget;
  exists(module: string): boolean;
  /** Whether a module's text contains a name at all. */
  mentions(module: string, name: string): boolean;
  /** The module behind a subpath of a workspace package; `undefined` for other packages. */
  packageEntry(name: string, subpath: string): string | undefined;
  /** The folder of a workspace package, a workspace path. */
  packageFolder(name: string): string | undefined;
  readonly origins: Origins;
}

/** The modules that a reference names: where consumers find its symbol, not where it is declared. Sorted. */
export function modulesOf(context: ReferenceContext, reference: SymbolReference): readonly string[] {
  switch (reference.kind) {
    case 'module':
      return context.exists(reference.module) ? [reference.module] : [];
    case 'glob':
      return context.modules.filter(fileMatcher([reference.module]));
    case 'package': {
      const entry = context.packageEntry(reference.module, reference.subpath);
      return entry === undefined ? [] : [entry];
    }
    case 'global':
      return [];
  }
}

/** The declarations behind the export that a reference names, in the order of the modules that export it. */
export function originsOf(context: ReferenceContext, reference: SymbolReference): readonly Origin[] {
  const [head] = reference.exportPath;
  if (head === undefined) return [];
  const found = new Map<string, Origin>();
  for (const module of modulesOf(context, reference)) {
    if (reference.kind === 'glob' && head !== 'default' && !context.mentions(module, head)) continue;
    const origin = context.origins.find(module, reference.exportPath);
    if (origin) found.set(JSON.stringify(origin), origin);
  }
  return [...found.values()];
}

/** What a reference stands for. */
export function patternsOf(context: ReferenceContext, reference: SymbolReference): readonly SymbolPattern[] {
  const isWorkspace =
    reference.kind !== 'global' &&
    (reference.kind !== 'package' || context.packageFolder(reference.module) !== undefined);
  if (!isWorkspace) return [outsidePattern(reference)];
  if (reference.exportPath.length === 0) {
    const modules = reference.kind === 'package' ? packageModules(context, reference) : modulesOf(context, reference);
    return [{ kind: 'modules', modules: new Set(modules), exact: reference.kind === 'module' }];
  }
  return originsOf(context, reference).map(({ target, path }) =>
    target.kind === 'module'
      ? { kind: 'symbol', module: target.path, path }
      : {
          kind: 'package',
          name: target.kind === 'package' ? target.name : '',
          subpath: target.kind === 'package' ? target.subpath : '',
          path,
        },
  );
}

/** All modules of a workspace package, or those of the folder of one of its subpaths' entries. */
export function packageModules(context: ReferenceContext, { module, subpath }: SymbolReference): readonly string[] {
  const folder = context.packageFolder(module);
  if (folder === undefined) return [];
  const entry = subpath === '' ? undefined : context.packageEntry(module, subpath);
  if (subpath !== '') return entry === undefined ? [] : [entry];
  return folder === '' ? context.modules : context.modules.filter((path) => path.startsWith(`${folder}/`));
}
