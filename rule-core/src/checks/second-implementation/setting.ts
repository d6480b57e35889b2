import type { ResolvedConcern } from '../../config/resolved-config.js';
import type { ModuleFacts } from '../../source/facts.js';
import type { Project } from '../../symbols/project.js';
import type { CanonicalApi } from './canonical-api.js';
import type { ModuleReach } from './reach.js';

/** The module that is searched for second implementations of a concern, and what is known of both. */
export interface Setting {
  readonly facts: ModuleFacts;
  readonly text: string;
  readonly concern: ResolvedConcern;
  readonly project: Project;
  readonly api: CanonicalApi;
  readonly reach: ModuleReach;
}
