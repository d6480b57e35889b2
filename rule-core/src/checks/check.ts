import type { ResolvedConcern } from '../config/resolved-config.js';
import type { ModuleFacts } from '../source/facts.js';
import type { ConcernTargets } from './concern-targets.js';
import type { Project } from './project.js';
import type { Violation } from './violation.js';

/** The module a check looks at. */
export interface ModuleUnderCheck {
  readonly facts: ModuleFacts;
  /** Its text without the byte order mark, for edits. */
  readonly text: string;
  /** `true` for test files: only deprecated uses are reported there. */
  readonly isTest: boolean;
}

/** One way to breach a concern. Pure: no file system, no AST, no host, no clock. */
export interface Check {
  readonly name: string;
  /** Message templates by id, with `{{name}}` placeholders, as ESLint has them. */
  readonly messages: Readonly<Record<string, string>>;
  /** Whether it looks at test files, too. */
  readonly inTests: boolean;
  /** Words besides the names of the concern's symbols that a module must contain one of for this check to see anything. */
  readonly words?: (concern: ResolvedConcern, targets: ConcernTargets) => readonly string[];
  run(module: ModuleUnderCheck, concern: ResolvedConcern, project: Project): Violation[];
}
