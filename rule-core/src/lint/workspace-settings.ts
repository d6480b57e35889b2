import { join } from 'node:path';
import { loadConfig } from '../config/index.js';
import type { ResolvedConfig } from '../config/resolved-config.js';
import { openWorkspace, type RecheckTime } from '../project/index.js';
import { wordsOf } from '../rules/registry.js';

/** What a long-lived host needs to know of the workspace of a file. */
export interface WorkspaceSettings {
  /** The folder that paths in violations are relative to: absolute, native separators, symbolic links followed. */
  readonly root: string;
  /** The files outside of the code that verdicts depend on, absolute: the configuration, what it imports, and the baseline. */
  readonly watchedFiles: () => readonly string[];
  readonly hosts: ResolvedConfig['hosts'];
}

/**
 * The settings of the workspace that a file belongs to.
 *
 * @param file Absolute, native separators; need not exist.
 * @param recheck When to look at the disk again; what is linted from now on sees it, too.
 */
export function workspaceSettings(file: string, recheck?: RecheckTime): WorkspaceSettings {
  const today = new Date().toISOString().slice(0, 10);
  const workspace = openWorkspace(file, { today, extraWords: wordsOf, recheck, takesCache: true });
  const { configFile, root } = workspace;
  const { baseline, hosts } = workspace.project().config;
  return {
    root,
    watchedFiles: () => [...(configFile === undefined ? [] : loadConfig(configFile).files), join(root, baseline)],
    hosts,
  };
}
