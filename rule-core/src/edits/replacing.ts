import type { ModuleUnderCheck } from '../symbols/module-under-check.js';
import type { Project } from '../symbols/project.js';
import type { SymbolUse } from '../symbols/uses/symbol-use.js';
import type { Suggestion } from './edit.js';
import type { ResolvedConcern, ResolvedReplacement } from '../config/resolved-config.js';
import type { Edit } from './edit.js';

/** How to leave a deprecated symbol: a fix where behaviour cannot change, otherwise a suggestion, or nothing. */
export interface Replacing {
  readonly fix: readonly Edit[] | null;
  readonly suggestions: readonly Suggestion[];
}

export const NO_REPLACING: Replacing = { fix: null, suggestions: [] };

/** What is replaced, and in which module. */
export interface ReplaceRequest {
  readonly module: ModuleUnderCheck;
  readonly concern: ResolvedConcern;
  readonly project: Project;
  readonly use: SymbolUse;
  readonly replacement: ResolvedReplacement;
}

/** The edits of a replacement and all that speaks against applying them unasked. */
export interface DraftEdits {
  readonly edits: readonly Edit[];
  readonly doubts: readonly string[];
}
