import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cliProject, smallProject, type CliProject } from '../cli/cli-project.js';
import { workspace } from './linted-project.js';

const bin = join(workspace, 'cli', 'dist', 'bin.js');

/** Runs the built command. */
function ssot(project: CliProject, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: project.root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
  });
  return { status, stdout, stderr };
}

/** Puts the command where `npx` finds it. */
function installCommand(project: CliProject): void {
  const folder = join(project.root, 'node_modules', '.bin');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'ssot'), `#!/bin/sh\nexec "${process.execPath}" "${bin}" "$@"\n`);
  chmodSync(join(folder, 'ssot'), 0o755);
  writeFileSync(join(folder, 'ssot.cmd'), `@"${process.execPath}" "${bin}" %*\r\n`);
}

const consumer = "export const load = () => fetch('/users');\n";
const clean = "import { http } from './http';\n\nexport const load = () => http.get('/users');\n";

describe('the built command', () => {
  it('prints its version and its help', () => {
    const project = cliProject(smallProject);
    expect(ssot(project, '--version')).toEqual({ status: 0, stdout: '0.1.0\n', stderr: '' });
    expect(ssot(project, '--help').stdout).toContain('check [options] [paths...]');
  });

  it('ends with 0, 1 and 2', () => {
    const project = cliProject({ ...smallProject, 'src/load.ts': consumer });
    expect(ssot(project, 'check').status).toBe(1);
    expect(ssot(project, 'check', '--format', 'nothing').status).toBe(2);
    project.write('src/load.ts', clean);
    expect(ssot(project, 'check').status).toBe(0);
  });

  it('reports what the example says', () => {
    const { status, stdout } = spawnSync(process.execPath, [bin, 'check', '--format', 'json'], {
      cwd: join(workspace, 'examples', 'apex'),
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    expect(status).toBe(1);
    const { violations } = JSON.parse(stdout) as {
      violations: { path: string; rule: string; start: { line: number } }[];
    };
    const found = violations.map(({ path, rule, start }) => `${path}:${start.line} ${rule}`);
    const text = readFileSync(join(workspace, 'examples', 'apex', 'expected.json'), 'utf8');
    const expected = JSON.parse(text) as { violations: Record<string, { line: number; rule: string }[]> };
    const places = Object.entries(expected.violations).flatMap(([path, list]) =>
      list.map(({ line, rule }) => `${path}:${line} ${rule}`),
    );
    expect(places.filter((place) => !found.includes(place))).toEqual([]);
  });
});

describe('the pre-commit hook', () => {
  it('stops a commit that adds a violation, and lets the corrected one through', () => {
    const project = cliProject({ ...smallProject, '.gitignore': 'node_modules\n' });
    project.commitAll();
    installCommand(project);
    expect(ssot(project, 'hook', 'install').status).toBe(0);
    project.write('src/load.ts', consumer);
    project.git('add', '--all');
    expect(() => project.git('commit', '--quiet', '--message', 'add a second client')).toThrow(
      /'fetch' may be used only inside http/,
    );
    expect(project.git('log', '--oneline').trim().split('\n')).toHaveLength(1);
    // Correcting the working tree is not enough: what is staged counts.
    project.write('src/load.ts', clean);
    expect(() => project.git('commit', '--quiet', '--message', 'still wrong')).toThrow();
    project.git('add', '--all');
    project.git('commit', '--quiet', '--message', 'use the one client');
    expect(project.git('log', '--oneline').trim().split('\n')).toHaveLength(2);
  });
});
