import { relative, sep } from 'node:path';
import { parseBaseline, projectBaseline, realPath, type BaselineEntry } from '@ssot/rule-core';
import { findRoots } from '../scan/roots.js';
import { branchPoint } from './changed-files.js';
import { git, repositoryRoot } from './git.js';

/**
 * The violations that were accepted where this branch left a ref, by the absolute path of the baseline. What a branch adds to a
 * baseline does not excuse that branch.
 *
 * @throws {@link BaselineError} if a baseline of that time cannot be trusted
 */
export async function entriesSince(
  cwd: string,
  paths: readonly string[],
  ref: string,
  today: string,
): Promise<ReadonlyMap<string, readonly BaselineEntry[]>> {
  const repository = realPath(await repositoryRoot(cwd));
  const base = await branchPoint(repository, ref);
  const entries = new Map<string, readonly BaselineEntry[]>();
  for (const { workspace } of findRoots(cwd, paths, today)) {
    const { file } = projectBaseline(workspace.project());
    const path = relative(repository, file).split(sep).join('/');
    const text = await git(repository, ['show', `${base}:${path}`]).catch(() => undefined);
    const accepted = text === undefined ? [] : parseBaseline(text, `${ref}:${path}`);
    entries.set(
      file,
      accepted.filter(({ expires }) => expires === undefined || expires >= today),
    );
  }
  return entries;
}
