import { describe, expect, it } from 'vitest';

import { isOneRun } from '../../eslint-plugin/src/one-run.js';

describe('a process is one run', () => {
  it.each([
    [['node', '/p/node_modules/eslint/bin/eslint.js', '--fix']],
    [['node', '/p/node_modules/.bin/eslint', '.']],
    [['node', '/p/node_modules/.bin/oxlint', '--fix']],
    [[String.raw`C:\node.exe`, String.raw`C:\p\node_modules\oxlint\bin\oxlint`]],
  ])('of a command line: %j', (argv) => {
    expect(isOneRun(argv)).toBe(true);
  });

  it.each([
    [['node', '/p/node_modules/.bin/oxlint', '--lsp']],
    [['node', '/x/dbaeumer.vscode-eslint/server/out/eslintServer.js', '--stdio']],
    [['node', '/p/node_modules/eslint_d/bin/eslint_d.js', 'start']],
    [['node']],
    [[]],
  ])("but not an editor's server: %j", (argv) => {
    expect(isOneRun(argv)).toBe(false);
  });
});
