import type { ResolvedConcern } from '../config/resolved-config.js';
import type { ConcernTargets } from '../symbols/concern-targets.js';
import type { ModuleUnderCheck } from '../symbols/module-under-check.js';
import type { Project } from '../symbols/project.js';
import type { SymbolKind } from '../symbols/symbol-kinds.js';
import type { CheckWords } from '../symbols/text-words.js';
import type { Violation } from './violation.js';

/** One way to breach a concern. Pure: no file system, no AST, no host, no clock. */
export interface Check {
  readonly name: string;
  /** Message templates by id, with `{{name}}` placeholders, as ESLint has them. */
  readonly messages: Readonly<Record<string, string>>;
  /** Whether it looks at test files, too. */
  readonly inTests: boolean;
  /** The symbols of the concern that this check is about: it sees nothing in a module without one. By default all. */
  readonly symbols?: SymbolKind;
  /** What a module's text must contain for this check to see anything in it, besides the names of the concern's symbols. */
  readonly words?: (concern: ResolvedConcern, targets: ConcernTargets) => Partial<CheckWords>;
  run(module: ModuleUnderCheck, concern: ResolvedConcern, project: Project): Violation[];
}
