export type { ConcernOverlay } from '../config/index.js';
export type { ConcernWords } from './candidates.js';
export type { Interest, Interests } from './interests.js';
export { configFolders } from './config-folders.js';
export type { ProjectView } from './project-view.js';
export { openWorkspace, type Workspace, type WorkspaceOptions } from './workspace.js';
export type { RecheckTime } from './recheck.js';
export { stampOf } from './workspace-files.js';
