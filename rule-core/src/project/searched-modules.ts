import type { ModuleTarget } from '../resolution/module-target.js';
import type { ModuleStore } from './module-store.js';

/** The modules of a workspace, for what is found out about them by looking through all. */
export interface SearchedModules {
  /** Workspace paths. */
  readonly modules: readonly string[];
  readonly store: ModuleStore;
  /** Where a specifier leads. */
  readonly resolve: (from: string, specifier: string) => ModuleTarget;
}
