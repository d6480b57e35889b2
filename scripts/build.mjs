import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';

import { root, runTool } from './workspace.mjs';

/** The published packages, those that others depend on first. */
export const packages = ['rule-core', 'eslint-plugin', 'ts-plugin', 'cli'];

const records = join(root, 'node_modules', '.cache', 'ssot-build');

/**
 * Builds the packages whose sources changed since they were last built, and those after them.
 *
 * @throws {Error} If a build fails.
 */
export function ensureBuilt({ force = false } = {}) {
  let inputs = readFileSync(join(root, 'tsconfig.base.json'), 'utf8');
  mkdirSync(records, { recursive: true });
  for (const name of packages) {
    const folder = join(root, name);
    inputs = fingerprint(folder, inputs);
    const record = join(records, name);
    const built = existsSync(join(folder, 'dist')) && existsSync(record);
    if (!force && built && readFileSync(record, 'utf8') === inputs) continue;
    console.log(`Building ${name} …`);
    rmSync(record, { force: true });
    if (!runTool('tsup', 'tsup', ['--silent'], folder)) throw new Error(`${name} does not build`);
    writeFileSync(record, inputs);
  }
}

/**
 * @param {string} folder A package's.
 * @param {string} before What it is built upon.
 * @returns {string} A hash of all that its build reads.
 */
function fingerprint(folder, before) {
  const hash = createHash('sha256').update(before);
  const files = ['package.json', 'tsconfig.json', 'tsup.config.ts'].map((file) => join(folder, file));
  for (const part of ['src', 'schema']) if (existsSync(join(folder, part))) files.push(...filesIn(join(folder, part)));
  for (const file of files) hash.update(relative(folder, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/**
 * @param {string} folder
 * @returns {string[]} The files in it at any depth, sorted.
 */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  ensureBuilt({ force: !process.argv.includes('--if-changed') });
}
