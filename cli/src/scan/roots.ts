import { statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { CONFIG_FILE_NAMES, openWorkspace, realPath, wordsOf, type Workspace } from '@ssot/rule-core';
import { globSync } from 'tinyglobby';
import { MisuseError } from '../misuse.js';

/** A workspace with the part of it that was asked for. */
export interface Root {
  readonly workspace: Workspace;
  /** The modules that belong to it and to no workspace inside it, workspace paths in code-unit order. */
  readonly modules: readonly string[];
  /** Those of them that were asked for. */
  readonly wanted: ReadonlySet<string>;
  /** Whether all of them were. */
  readonly whole: boolean;
}

/**
 * The workspaces that some files and folders belong to, and those inside the folders: a package with a configuration of its
 * own is one.
 *
 * @param paths files and folders, absolute or relative to `cwd`; none stands for `cwd` and its whole workspace
 * @throws {@link MisuseError} if one of them does not exist
 */
export function findRoots(cwd: string, paths: readonly string[], today: string): Root[] {
  const targets = (paths.length === 0 ? ['.'] : paths).map((path) => existing(cwd, path));
  const outer = targets.map((target) => open(target, today));
  const nested = targets
    .filter(isFolder)
    .flatMap((target) => nestedConfigs(target).map((config) => ({ config, workspace: open(dirname(config), today) })));
  const workspaces = new Map(outer.map((workspace) => [workspace.root, workspace]));
  for (const { config, workspace } of nested) {
    // What the outer configuration never reads is not checked because it has a configuration, either.
    const isHidden = outer.some((other) => {
      const path = other.relative(config);
      return path !== undefined && other.root !== workspace.root && other.isIgnored(path);
    });
    if (!isHidden) workspaces.set(workspace.root, workspace);
  }
  const roots = [...workspaces.keys()];
  return [...workspaces.values()]
    .sort((a, b) => (a.root < b.root ? -1 : 1))
    .map((workspace) => {
      const inside = roots
        .filter((root) => root !== workspace.root)
        .flatMap((root) => workspace.relative(root) ?? [])
        .map((path) => `${path}/`);
      const modules = workspace.modules.filter((path) => !inside.some((folder) => path.startsWith(folder)));
      const prefixes = targets.map((target) => prefixOf(workspace, target));
      const wanted = modules.filter((path) => prefixes.some((prefix) => isUnder(path, prefix)));
      return { workspace, modules, wanted: new Set(wanted), whole: wanted.length === modules.length };
    });
}

function existing(cwd: string, path: string): string {
  const absolute = resolve(cwd, path);
  if (statSync(absolute, { throwIfNoEntry: false }) === undefined) {
    throw new MisuseError(`${path}: no such file or folder.`);
  }
  return realPath(absolute);
}

function isFolder(path: string): boolean {
  return statSync(path).isDirectory();
}

function open(target: string, today: string): Workspace {
  const file = isFolder(target) ? join(target, 'package.json') : target;
  return openWorkspace(file, { today, extraWords: wordsOf, fresh: true });
}

function nestedConfigs(folder: string): string[] {
  return globSync(
    CONFIG_FILE_NAMES.map((name) => `**/${name}`),
    { cwd: folder, absolute: true, ignore: ['**/node_modules/**', '**/.*/**'], expandDirectories: false },
  ).map((file) => realPath(resolve(file)));
}

/** The workspace path of a file or folder, `''` for all of the workspace, `undefined` for nothing of it. */
function prefixOf(workspace: Workspace, target: string): string | undefined {
  if (workspace.root === target || workspace.root.startsWith(target.endsWith(sep) ? target : target + sep)) return '';
  return workspace.relative(target);
}

function isUnder(path: string, prefix: string | undefined): boolean {
  return prefix !== undefined && (prefix === '' || path === prefix || path.startsWith(`${prefix}/`));
}
