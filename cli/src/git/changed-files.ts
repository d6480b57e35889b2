import { resolve } from 'node:path';
import { MisuseError } from '../misuse.js';
import { git, listed, repositoryRoot } from './git.js';

/**
 * The files that differ from where this branch left a ref, those that git does not know yet included. Absolute, native
 * separators; deleted ones are left out.
 *
 * @throws {@link MisuseError} if the ref does not exist or there is no repository
 */
export async function changedSince(cwd: string, ref: string): Promise<ReadonlySet<string>> {
  const root = await repositoryRoot(cwd);
  await git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]).catch(() => {
    throw unknownRef(ref);
  });
  const base = await branchPoint(root, ref);
  const tracked = await git(root, ['diff', '--name-only', '-z', '--diff-filter=d', base, '--']);
  const untracked = await git(root, ['ls-files', '--others', '--exclude-standard', '-z']);
  return new Set([...listed(tracked), ...listed(untracked)].map((path) => resolve(root, path)));
}

/** The commit where this branch left a ref; without a common ancestor, as in a shallow clone, the ref itself. */
export async function branchPoint(root: string, ref: string): Promise<string> {
  return (await git(root, ['merge-base', 'HEAD', ref]).catch(() => ref)).trim();
}

/** The files that are staged, by their paths in the repository, `/`-separated; deleted ones are left out. */
export async function stagedFiles(root: string): Promise<readonly string[]> {
  return listed(await git(root, ['diff', '--cached', '--name-only', '-z', '--diff-filter=d']));
}

function unknownRef(ref: string): Error {
  return new MisuseError(
    `${ref} is no commit, branch or tag of this repository. In CI, fetch enough history: fetch-depth: 0.`,
  );
}
