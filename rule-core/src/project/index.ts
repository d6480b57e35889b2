export type { ConcernOverlay } from '../config/index.js';
export { globalsPackage } from './builtin-symbols.js';
export type { ConcernWords, Interest, Interests } from './candidates.js';
export type { ProjectView } from './project-view.js';
export { openWorkspace, type Workspace, type WorkspaceOptions } from './workspace.js';
export type { RecheckTime } from './recheck.js';
export { stampOf } from './workspace-files.js';
export { textImports, type TextImport } from './text-imports.js';
