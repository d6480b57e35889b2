import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { configFilesIn } from '../config/index.js';
import { asObject, readJsonObject } from '../resolution/json-file.js';
import { Recheck, type RecheckTime } from './recheck.js';

/** Where a file's workspace is. */
export interface WorkspaceRoot {
  /** Absolute, native separators. */
  readonly folder: string;
  /** The config file, absolute, or `undefined` where there is none. */
  readonly config: string | undefined;
}

interface Found {
  readonly recheck: Recheck;
  root: WorkspaceRoot;
}

const byFolder = new Map<string, Found>();

/**
 * The workspace that the files of a folder belong to: that of the nearest config file upward; without one, of the nearest
 * folder that is the root of a repository or of a monorepo, else of the nearest package, else the folder itself. (A stray
 * `package.json` further up, in a home folder, must not make all of it one workspace.)
 *
 * @param when - When to look again; by default `due`.
 */
export function findWorkspaceRoot(folder: string, when?: RecheckTime): WorkspaceRoot {
  const known = byFolder.get(folder);
  if (known && !known.recheck.isDue(when)) return known.root;
  const recheck = known?.recheck ?? new Recheck();
  const root = recheck.run(() => locate(folder, when));
  byFolder.set(folder, { recheck, root });
  return root;
}

function locate(folder: string, when: RecheckTime | undefined): WorkspaceRoot {
  const [name] = configFilesIn(folder);
  if (name !== undefined) return { folder, config: join(folder, name) };
  const parent = dirname(folder);
  // What the folders above say is known from the folders beside this one.
  const above = parent === folder ? undefined : findWorkspaceRoot(parent, when);
  return above?.config === undefined ? { folder: rootWithoutConfig(folder), config: undefined } : above;
}

function rootWithoutConfig(folder: string): string {
  let nearest: string | undefined;
  for (let current = folder; ; current = dirname(current)) {
    const manifest = readJsonObject(join(current, 'package.json'));
    const { workspaces } = manifest ?? {};
    const isMonorepo = Array.isArray(workspaces) || asObject(workspaces) !== undefined;
    if (isMonorepo || existsSync(join(current, '.git')) || existsSync(join(current, 'pnpm-workspace.yaml')))
      return current;
    if (manifest !== undefined) nearest ??= current;
    if (dirname(current) === current) return nearest ?? folder;
  }
}
