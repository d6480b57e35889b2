import { statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { openWorkspace, realPath, wordsOf, type Workspace } from '@ssot/rule-core';
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
  const workspaces = new Map<string, Workspace>();
  for (const target of targets) {
    const workspace = open(target, today);
    workspaces.set(workspace.root, workspace);
  }
  for (const outer of [...workspaces.values()]) {
    // What the outer configuration never reads is not checked because it has a configuration, either: it is not listed.
    for (const path of outer.nested) {
      const folder = join(outer.root, path);
      if (!targets.some((target) => isInside(folder, target) || isInside(target, folder))) continue;
      const inner = open(folder, today);
      workspaces.set(inner.root, inner);
    }
  }
  const all = [...workspaces.values()].filter((workspace) => workspaces.size === 1 || declaresSomething(workspace));
  return all.sort((a, b) => (a.root < b.root ? -1 : 1)).map((workspace) => rootOf(workspace, targets));
}

function rootOf(workspace: Workspace, targets: readonly string[]): Root {
  const inside = workspace.nested.map((path) => `${path}/`);
  const modules = workspace.modules.filter((path) => !inside.some((folder) => path.startsWith(folder)));
  const prefixes = targets.map((target) => prefixOf(workspace, target));
  const wanted = modules.filter((path) => prefixes.some((prefix) => isUnder(path, prefix)));
  return { workspace, modules, wanted: new Set(wanted), whole: wanted.length === modules.length };
}

/** The folder above packages that each have a configuration need not have one itself. */
function declaresSomething(workspace: Workspace): boolean {
  return workspace.configFile !== undefined || workspace.project().config.concerns.length > 0;
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
  return openWorkspace(file, { today, extraWords: wordsOf, recheck: 'now' });
}

/** The workspace path of a file or folder, `''` for all of the workspace, `undefined` for nothing of it. */
function prefixOf(workspace: Workspace, target: string): string | undefined {
  if (isInside(workspace.root, target)) return '';
  return workspace.relative(target);
}

/** Whether a file or folder is a folder, or in it. Both absolute, native separators. */
function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function isUnder(path: string, prefix: string | undefined): boolean {
  return prefix !== undefined && (prefix === '' || path === prefix || path.startsWith(`${prefix}/`));
}
