import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { root, run } from './workspace.mjs';

/**
 * @typedef {{ version?: string, link?: boolean, optional?: boolean }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} Lockfile
 */

/** Installs what package-lock.json names, unless all of it is there already. Throws if npm fails. */
export function ensureInstalled() {
  const missing = missingPackages(
    readLockfile(join(root, 'package-lock.json')),
    // npm's own record of what it installed.
    readLockfile(join(root, 'node_modules', '.package-lock.json')),
    (path) => existsSync(join(root, path)),
  );
  if (missing.length === 0) return;
  console.log(`Installing dependencies (${missing.length} missing) …`);
  // A lockfile written where a registry has not the packages of every platform is incomplete to `npm ci`. The second command
  // installs what it names, and resolves the rest, without writing it down.
  if (!npm(['ci']) && !npm(['install', '--no-save'])) throw new Error('npm could not install the dependencies');
}

/** @param {readonly string[]} args */
function npm(args) {
  const script = process.env['npm_execpath'];
  return script?.endsWith('.js')
    ? run(process.execPath, [script, ...args])
    : run('npm', args, { shell: process.platform === 'win32' });
}

/**
 * @param {Lockfile} wanted
 * @param {Lockfile} installed
 * @param {(path: string) => boolean} exists Whether something is at a path, relative to the root.
 * @returns {string[]} The paths of locked packages that are not installed, or in another version.
 */
export function missingPackages(wanted, installed, exists) {
  return Object.entries(wanted.packages)
    .filter(([path, { link, optional, version }]) => {
      // Optional packages are those of other platforms.
      if (!path.includes('node_modules/') || optional === true) return false;
      return !exists(path) || (link !== true && installed.packages[path]?.version !== version);
    })
    .map(([path]) => path);
}

/**
 * @param {string} file
 * @returns {Lockfile}
 */
function readLockfile(file) {
  return existsSync(file) ? /** @type {Lockfile} */ (JSON.parse(readFileSync(file, 'utf8'))) : { packages: {} };
}
