import { CONFIG_FILE_NAMES } from '../config/index.js';
import { fileNameOf, folderOf, WorkspacePaths } from '../resolution/index.js';
import { listWorkspaceFiles } from './workspace-files.js';

/**
 * The folders inside a workspace that have a config file of their own, also those that its own configuration never reads: a
 * linter may be pointed at them. Workspace paths, sorted.
 *
 * @param root absolute
 */
export function configFolders(root: string): string[] {
  const { modules, settings } = listWorkspaceFiles(new WorkspacePaths(root), () => false);
  return foldersWithConfig([...modules.keys(), ...settings.keys()]);
}

/** The folders of the config files among some files, the root left out. Workspace paths, sorted. */
export function foldersWithConfig(files: readonly string[]): string[] {
  const folders = files.filter((path) => CONFIG_FILE_NAMES.includes(fileNameOf(path))).map(folderOf);
  return [...new Set(folders)].filter((folder) => folder !== '').sort();
}
