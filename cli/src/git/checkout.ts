import { existsSync, mkdtempSync, realpathSync, rmSync, symlinkSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { git, listed } from './git.js';

/** A state of a repository, written to a temporary folder. */
export interface Checkout {
  /** Absolute, native separators, symlinks followed. */
  readonly root: string;
  /** Removes it. */
  dispose(): void;
}

/** What decides a verdict: modules, what says how specifiers resolve, configurations, baselines, owners. */
const relevant = /\.(?:[cm]?[jt]sx?|jsonc?|jsonl|ya?ml)$|(?:^|\/)(?:\.gitignore|CODEOWNERS|\.npmrc)$/;

/**
 * Writes git's index, or the tree of a ref, to a temporary folder, from git's objects: the working tree and the index are
 * neither read nor changed. Installed packages are those of the working tree.
 *
 * @param root the repository's
 * @param ref `undefined` for the index
 * @throws {@link MisuseError} if the ref does not exist
 */
export async function checkout(root: string, ref?: string): Promise<Checkout> {
  const folder = realpathSync.native(mkdtempSync(join(tmpdir(), 'ssot-')));
  const dispose = (): void => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    const tree = join(folder, 'tree');
    mkdirSync(tree);
    const env = ref === undefined ? {} : { GIT_INDEX_FILE: join(folder, 'index') };
    if (ref !== undefined) await git(root, ['read-tree', ref], { env });
    const files = listed(await git(root, ['ls-files', '-z', '--cached'], { env })).filter((path) =>
      relevant.test(path),
    );
    await git(
      root,
      [
        // What is in the objects, as it is: no line endings changed, nothing downloaded.
        ...['-c', 'core.autocrlf=false', '-c', 'filter.lfs.smudge=', '-c', 'filter.lfs.required=false'],
        ...['checkout-index', '-f', '-q', '-z', '--stdin', `--prefix=${tree.replaceAll('\\', '/')}/`],
      ],
      { env, input: files.map((path) => `${path}\0`).join('') },
    );
    linkInstalled(root, tree, files);
    return { root: tree, dispose };
  } catch (error) {
    dispose();
    throw error;
  }
}

/** Links the installed packages of each package of the repository. */
function linkInstalled(root: string, tree: string, files: readonly string[]): void {
  const folders = files.filter((path) => /(?:^|\/)package\.json$/.test(path)).map((path) => dirname(path));
  for (const folder of folders) {
    const installed = join(root, folder, 'node_modules');
    if (!existsSync(installed) || !existsSync(join(tree, folder))) continue;
    // A junction needs no privilege on Windows.
    symlinkSync(installed, join(tree, folder, 'node_modules'), 'junction');
  }
}
