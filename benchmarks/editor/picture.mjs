// `node benchmarks/editor/picture.mjs [<out>] [--hover] [--no-build]`: photographs examples/apex in a real VS Code with the tsserver plugin in it.
//
// It needs code-server, Playwright and a Chromium in one folder (EDITOR_HOME, by default ~/.cache/real-vscode):
//   npm install node@24 code-server@4 playwright-core@1
// and the browser at CHROMIUM (by default /usr/bin/chromium).
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { ensureBuilt } from '../../scripts/build.mjs';
import { root } from '../../scripts/workspace.mjs';

const out = resolve(
  process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? join(root, 'docs', 'images', 'vscode.png'),
);
const editor = process.env['EDITOR_HOME'] ?? join(homedir(), '.cache', 'real-vscode');
const port = 8321;
const file = 'src/agents/report-agent.ts';

if (!process.argv.includes('--no-build')) ensureBuilt();
const workspace = exampleProject();
const profile = userProfile();
const server = spawn(join(editor, 'node_modules/node/bin/node'), [
  join(editor, 'node_modules/code-server/out/node/entry.js'),
  ...['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, '--disable-telemetry', '--disable-update-check'],
  ...['--disable-workspace-trust', '--user-data-dir', profile, '--extensions-dir', join(profile, 'extensions')],
  workspace,
]);
const { chromium } = createRequire(join(editor, 'package.json'))('playwright-core');
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, deviceScaleFactor: 1 });
  await whenReady(`http://127.0.0.1:${port}/healthz`);
  await page.goto(`http://127.0.0.1:${port}/?folder=${encodeURIComponent(workspace)}`);
  await page.waitForSelector('.monaco-workbench', { timeout: 60_000 });
  await sleep(5000);
  await page.keyboard.press('Control+P');
  await sleep(1500);
  await page.keyboard.type(file);
  await sleep(3000);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.squiggly-error', { timeout: 90_000 });
  await page.keyboard.press('Control+B');
  await goTo(page, '10:60');
  await sleep(1500);
  if (process.argv.includes('--hover')) {
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+I');
    await sleep(4000);
  } else {
    await page.keyboard.press('Control+.');
    await page.waitForSelector('.action-widget', { timeout: 20_000 });
    await sleep(1500);
  }
  mkdirSync(dirname(out), { recursive: true });
  await page.screenshot({ path: out, clip: { x: 0, y: 0, width: 1280, height: 560 } });
  const menu = await page.evaluate(
    () =>
      document.querySelector('.action-widget')?.innerText ??
      document.querySelector('.monaco-hover:not(.hidden)')?.innerText ??
      '',
  );
  console.log(menu);
} finally {
  await browser.close();
  server.kill();
  rmSync(workspace, { recursive: true, force: true });
  rmSync(profile, { recursive: true, force: true });
}

/** @returns {string} A copy of the example with the plugin installed and named, as a user would have it. */
function exampleProject() {
  const folder = join(mkdtempSync(join(tmpdir(), 'ssot-picture-')), 'apex');
  cpSync(join(root, 'examples', 'apex'), folder, { recursive: true, filter: (path) => !path.endsWith('node_modules') });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const tsconfig = join(folder, 'tsconfig.json');
  const config = JSON.parse(readFileSync(tsconfig, 'utf8'));
  config.compilerOptions.plugins = [{ name: '@ssot/typescript-plugin' }];
  writeFileSync(tsconfig, JSON.stringify(config, null, 2));
  return folder;
}

/** @returns {string} A profile without anything that is not the point of the picture. */
function userProfile() {
  const folder = mkdtempSync(join(tmpdir(), 'ssot-profile-'));
  const settings = {
    'workbench.startupEditor': 'none',
    'workbench.colorTheme': 'Default Light Modern',
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'chat.disableAIFeatures': true,
    'security.workspace.trust.enabled': false,
    'telemetry.telemetryLevel': 'off',
    'editor.minimap.enabled': false,
    // Where the TypeScript that comes with VS Code looks for the plugin.
    'js/ts.tsserver.pluginPaths': [join(root, 'ts-plugin')],
    'typescript.tsserver.pluginPaths': [join(root, 'ts-plugin')],
  };
  // In a browser, what belongs to a machine is set apart from what belongs to a person.
  for (const scope of ['User', 'Machine']) {
    mkdirSync(join(folder, scope), { recursive: true });
    writeFileSync(join(folder, scope, 'settings.json'), JSON.stringify(settings));
  }
  return folder;
}

/** @param {string} url */
async function whenReady(url) {
  for (let attempt = 0; attempt < 120; attempt++) {
    try {
      if ((await fetch(url)).ok) return;
    } catch {
      // Not listening yet.
    }
    await sleep(500);
  }
  throw new Error(`${url} does not answer`);
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} place `line:column`
 */
async function goTo(page, place) {
  await page.keyboard.press('Control+G');
  await sleep(800);
  await page.keyboard.type(place);
  await page.keyboard.press('Enter');
}
