import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { realPath } from '@ssot/rule-core';
import { globSync } from 'tinyglobby';
import { reportedPath } from '../paths.js';
import { findRoots } from '../scan/roots.js';
import { applyFixes, type FixOutcome, type FixRequest } from './apply-fixes.js';
import { unifiedDiff } from './unified-diff.js';

/** What a run would change. */
export interface DryRun {
  /** A unified diff, with paths relative to the folder it was asked for. */
  readonly diff: string;
  readonly files: number;
  readonly problems: FixOutcome['problems'];
}

/** Makes every fix in a copy of the workspace: the result is that of a real run, fixes that bring others into sight included. */
export function dryRun(request: FixRequest): DryRun {
  const roots = findRoots(request.cwd, request.paths, request.today).map(({ workspace }) => workspace.root);
  const top = commonFolder([...roots, realPath(request.cwd)]);
  const folder = realpathSync.native(mkdtempSync(join(tmpdir(), 'ssot-')));
  try {
    copyWorkspace(top, folder);
    const inCopy = (path: string) => join(folder, relative(top, realPath(resolve(request.cwd, path))));
    const outcome = applyFixes({ ...request, cwd: inCopy('.'), paths: request.paths.map(inCopy) }, undefined);
    const patches = [...outcome.changed].map(([file, before]) => {
      const path = reportedPath(request.cwd, join(top, relative(folder, file)));
      return unifiedDiff(path, before.toString('utf8'), readFileSync(file, 'utf8'));
    });
    return { diff: patches.join(''), files: patches.length, problems: outcome.problems };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Copies what decides verdicts, and links what is installed. */
function copyWorkspace(from: string, to: string): void {
  const files = globSync(['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx,json,jsonc,jsonl,yaml,yml}', '**/.gitignore'], {
    cwd: from,
    ignore: ['**/node_modules/**', '**/.git/**', '**/.ssot/**'],
    dot: true,
    expandDirectories: false,
  });
  for (const file of files) {
    const target = join(to, file);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(from, file), target, constants.COPYFILE_FICLONE);
  }
  for (const folder of new Set([
    '.',
    ...files.filter((file) => /(?:^|\/)package\.json$/.test(file)).map((file) => dirname(file)),
  ])) {
    const installed = join(from, folder, 'node_modules');
    // A junction needs no privilege on Windows.
    if (existsSync(installed)) symlinkSync(installed, join(to, folder, 'node_modules'), 'junction');
  }
}

function commonFolder(folders: readonly string[]): string {
  return folders.reduce((common, folder) => {
    let current = common;
    while (relative(current, folder).startsWith('..') && dirname(current) !== current) current = dirname(current);
    return current;
  });
}
