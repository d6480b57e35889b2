import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

import { globSync } from 'tinyglobby';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { workspace } from './linted-project.js';

interface FileResult {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly line: number; readonly fix?: unknown }[];
}

let apex = '';

/** Runs a program of the workspace's `node_modules` in the copy. */
function run(program: string, ...args: string[]): { readonly status: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(workspace, 'node_modules', program), ...args], {
    cwd: apex,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { status, output: stdout + stderr };
}

function eslint(...args: string[]): readonly FileResult[] {
  const { output, status } = run('eslint/bin/eslint.js', '.', '--format', 'json', ...args);
  expect(status, output.slice(0, 2000)).toBeLessThan(2);
  return JSON.parse(output.slice(output.indexOf('['))) as readonly FileResult[]; // ESLint's own format
}

/** `path:line rule` of what is left, and whether it has a fix. */
function remaining(results: readonly FileResult[], fixable: boolean): string[] {
  return results.flatMap(({ filePath, messages }) =>
    messages
      .filter(({ ruleId, fix }) => ruleId?.startsWith('ssot/') === true && (fix !== undefined) === fixable)
      .map(({ ruleId, line }) => `${relative(apex, filePath).split(sep).join('/')}:${String(line)} ${ruleId ?? ''}`),
  );
}

function sources(): Record<string, string> {
  const files = globSync('**/*.{ts,tsx,js,cjs,mjs,cts,mts}', { cwd: apex, ignore: ['**/node_modules/**'] }).sort();
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(apex, file), 'utf8')]));
}

describe('eslint --fix on examples/apex', () => {
  beforeAll(() => {
    const folder = realpathSync.native(mkdtempSync(join(tmpdir(), 'apex-')));
    apex = join(folder, 'apex');
    cpSync(fileURLToPath(new URL('../../examples/apex', import.meta.url)), apex, {
      recursive: true,
      filter: (source) => !source.includes('node_modules'),
    });
    symlinkSync(join(workspace, 'node_modules'), join(folder, 'node_modules'), 'junction');
  });

  afterAll(() => {
    rmSync(join(apex, '..'), { recursive: true, force: true });
  });

  it('leaves no fix, a program that type-checks and tests that pass, and nothing to do the second time', () => {
    const before = eslint();
    const safe = remaining(before, true);
    expect(safe.length).toBeGreaterThan(25);

    const after = eslint('--fix');
    expect(remaining(after, true)).toEqual([]);
    expect(remaining(after, false).length).toBeLessThan(remaining(before, false).length + 1);
    const fixed = sources();

    expect(run('typescript/bin/tsc', '--noEmit', '-p', apex)).toEqual({ status: 0, output: '' });
    const tests = run('vitest/vitest.mjs', 'run', '--root', apex);
    expect(tests.status, tests.output).toBe(0);

    eslint('--fix');
    expect(sources()).toEqual(fixed);
  }, 240_000);
});
