export type { Check } from './checks/check.js';
export type { ModuleUnderCheck } from './symbols/module-under-check.js';
export type { Project } from './symbols/project.js';
export type { RelatedPlace } from './symbols/related-place.js';
export type { Suggestion } from './edits/edit.js';
export type { Violation } from './checks/violation.js';
export type * from './config/config.js';
export { concernSchema, defineConfig } from './config/index.js';
export type { Edit } from './edits/edit.js';
export { applyEdits, combineEdits } from './edits/text-edits.js';
export { carriedOver, type FoundBefore } from './lint/carried-over.js';
export { disableLineEdit, linkCommentEdit } from './lint/comment-edits.js';
export { fixFile, type FixRequest } from './lint/fix-file.js';
export { lintFile, type FileRequest, type FileResult } from './lint/lint-file.js';
export { lintModule, type LintRequest, type ReportedViolation } from './lint/lint-module.js';
export { typesOf, type CheckedNode, type CheckedProgram } from './lint/checked-program.js';
export type { AskTypes, TypedDeclaration } from './lint/typed-origins.js';
export { projectDigest } from './lint/project-digest.js';
export { workspaceSettings, type WorkspaceSettings } from './lint/workspace-settings.js';
export { ruleMessages } from './rules/messages.js';
export { optionsSchema } from './rules/options-schema.js';
export { rules } from './rules/registry.js';
export type { RuleDefinition } from './rules/rule.js';
export type { ModuleFacts, Range } from './source/facts.js';
export type { ParsedModule } from './source/parsed-module.js';
export {
  lintSavedModule,
  type SavedLintOptions,
  type SavedModule,
  type UnreadableModule,
} from './lint/saved-module.js';
export { projectBaseline, type ProjectBaseline } from './lint/project-baseline.js';
export { identitiesOf, matchProject } from './lint/saved-project.js';
export {
  BaselineError,
  entriesFor,
  fingerprintOf,
  formatBaseline,
  parseBaseline,
  type BaselineEntry,
  type Match,
  type Matching,
  type MatchTier,
  type ViolationIdentity,
} from './baseline/index.js';
export { Surveyor, type ConcernSurvey } from './survey/concern-survey.js';
export { openWorkspace, type ProjectView, type Workspace } from './project/index.js';
export { CONFIG_FILE_NAMES, DEFAULT_BASELINE, findConfig, formatProblem } from './config/index.js';
export type { ConfigProblem, ResolvedConcern, ResolvedConfig } from './config/resolved-config.js';
export { wordsOf } from './rules/registry.js';
export { lineOf, lineStartsOf } from './source/lines.js';
export { realPath, toSlashes } from './resolution/index.js';
export { cacheFile, cacheFolder, OWN_FOLDER, programIdentity } from './cache/cache-folder.js';
export { readCacheFile, writeCacheFile } from './cache/cache-file.js';
export { loadConfig } from './config/index.js';
export { readText } from './resolution/index.js';
export { stampOf } from './project/index.js';
export { writeAnswersCache, type ModuleAnswers } from './cache/answers-cache.js';
export { writeFactsCache, type HashedFacts } from './cache/facts-cache.js';
export { readKnownModules, type KnownModules } from './cache/known-modules.js';
export { packValues, PackedValues } from './cache/packed-values.js';
