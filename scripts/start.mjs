// `npm start [-- <folder>]`: installs and builds if needed, then checks a project with the ESLint plugin.
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { root } from './workspace.mjs';

const [argument] = process.argv.slice(2);
// npm moves to the root of the workspace; the user means the folder that npm was called from.
const folder =
  argument === undefined ? join(root, 'examples', 'apex') : resolve(process.env['INIT_CWD'] ?? process.cwd(), argument);

if (!existsSync(folder) || !statSync(folder).isDirectory()) {
  console.error(`${folder}: no such folder`);
  process.exitCode = 2;
} else {
  ensureInstalled();
  ensureBuilt();
  // Only now: it imports what has just been installed and built.
  const { checkProject } = await import('./check-project.mjs');
  process.exitCode = (await checkProject(folder)) ? 0 : 2;
}
