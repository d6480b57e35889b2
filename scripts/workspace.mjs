// What every script needs to know of this workspace. Plain Node: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the workspace, absolute. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Runs a command in the foreground.
 *
 * @param {string} command An executable.
 * @param {readonly string[]} args Its arguments.
 * @param {{ cwd?: string, shell?: boolean }} [options] Where to run it; by default at the root.
 * @returns {boolean} Whether it ended with status 0.
 */
export function run(command, args, { cwd = root, shell = false } = {}) {
  const { status, error } = spawnSync(command, args, { cwd, shell, stdio: ['ignore', 'inherit', 'inherit'] });
  if (error) console.error(`${command}: ${error.message}`);
  return status === 0;
}

/**
 * Runs the command line of an installed package with this Node, which needs no shell on any system.
 *
 * @param {string} packageName For example `typescript`.
 * @param {string} command One of its commands: `tsc`.
 * @param {readonly string[]} args
 * @param {string} [cwd] Where to run it; by default at the root.
 * @returns {boolean} Whether it ended with status 0.
 */
export function runTool(packageName, command, args, cwd = root) {
  return run(process.execPath, [toolPath(packageName, command), ...args], { cwd });
}

/**
 * @param {string} packageName
 * @param {string} command
 * @returns {string} The script behind a package's command, absolute.
 */
export function toolPath(packageName, command) {
  const folder = join(root, 'node_modules', packageName);
  /** @type {unknown} */
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { bin } = /** @type {{ bin: string | Record<string, string> }} */ (manifest);
  const path = typeof bin === 'string' ? bin : bin[command];
  if (path === undefined) throw new Error(`${packageName} has no command ${command}`);
  return join(folder, path);
}
