import type { ResolvedConcern } from '../config/resolved-config.js';
import type { ModuleFacts } from '../source/facts.js';
import type { ConcernTargets } from './concern-targets.js';
import type { Origins } from './origins.js';
import type { Project } from './project.js';
import type { Violation } from './violation.js';

/** The module a check looks at. */
export interface ModuleUnderCheck {
  readonly facts: ModuleFacts;
  /** Its text without the byte order mark, for edits. */
  readonly text: string;
  /** `true` for test files: only deprecated uses are reported there. */
  readonly isTest: boolean;
  /** What the host's type checker knows, where it has one. */
  readonly origins?: Origins | undefined;
}

/** What a symbol that the configuration names is to its concern. */
export type SymbolKind = (typeof SYMBOL_KINDS)[number];

/** All that a symbol can be. */
export const SYMBOL_KINDS = ['canonical', 'driver', 'twin'] as const;

/** Words that stand in most modules for something else. */
export interface DoubtfulWords {
  readonly texts: readonly string[];
  /** Whether a module with one of them may be meant; `false` only where its text makes sure that it is not. */
  isMeant(text: string): boolean;
}

/** Words of which a module's text must contain one. */
export interface CheckWords {
  /** Found anywhere. */
  readonly anywhere: readonly string[];
  /** Found anywhere; they count only in a text that is meant. */
  readonly doubtful?: DoubtfulWords | undefined;
  /** Globs of names; they count only where they are declared (`class X`, `const X`). */
  readonly declared: readonly string[];
  /** Also the names under which modules export layers over the canonical. */
  readonly layered?: boolean;
}

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
