import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createColors } from 'picocolors';
import { onTestFinished } from 'vitest';
import { main } from '../../cli/src/main.js';

/** What a command wrote, and how it ended. */
export interface Run {
  readonly status: number;
  readonly out: string;
  readonly error: string;
}

/** A project in a temporary folder, removed when the test ends. */
export interface CliProject {
  /** Absolute. */
  readonly root: string;
  write(path: string, text: string): void;
  read(path: string): string;
  remove(path: string): void;
  rename(from: string, to: string): void;
  git(...args: string[]): string;
  /** Makes it a git repository with everything committed. */
  commitAll(): void;
  /** Runs `ssot` in this process. */
  ssot(...args: string[]): Promise<Run>;
}

const identity = { GIT_AUTHOR_NAME: 't', GIT_AUTHOR_EMAIL: 't@t', GIT_COMMITTER_NAME: 't', GIT_COMMITTER_EMAIL: 't@t' };

/** Writes files into a new folder. */
export function cliProject(files: Readonly<Record<string, string>>): CliProject {
  const root = realpathSync.native(mkdtempSync(join(tmpdir(), 'ssot-cli-')));
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true, maxRetries: 3 });
  });
  const project: CliProject = {
    root,
    write(path, text) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    read: (path) => readFileSync(join(root, path), 'utf8'),
    remove(path) {
      rmSync(join(root, path));
    },
    rename(from, to) {
      mkdirSync(dirname(join(root, to)), { recursive: true });
      renameSync(join(root, from), join(root, to));
    },
    git: (...args) =>
      execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: 'pipe', env: { ...process.env, ...identity } }),
    commitAll() {
      project.git('init', '--quiet', '--initial-branch=main');
      project.git('add', '--all');
      project.git('commit', '--quiet', '--message', 'all');
    },
    async ssot(...args) {
      const written = { out: '', error: '' };
      const status = await main(args, {
        cwd: root,
        env: {},
        interactive: false,
        colors: createColors(false),
        out: (text) => (written.out += text),
        error: (text) => (written.error += text),
      });
      return { status, ...written };
    },
  };
  for (const [path, text] of Object.entries(files)) project.write(path, text);
  return project;
}

/** A small project: one HTTP client, one source of ids. */
export const smallProject = {
  'package.json': '{ "name": "small", "private": true }',
  'ssot.config.json': JSON.stringify({
    concerns: {
      http: { title: 'HTTP client', canonical: 'src/http.ts#http', drivers: ['global:fetch'] },
      ids: {
        title: 'id source',
        canonical: 'src/ids.ts#newId',
        drivers: ['uuid#v4'],
      },
    },
  }),
  'src/http.ts': 'export const http = { get: (url: string) => fetch(url) };\n',
  'src/ids.ts': "import { v4 } from 'uuid';\n\nexport function newId(): string {\n  return v4();\n}\n",
} as const;

/** The violations that `check --format json` reports, `path status symbol` each. */
export function reported({ out }: Run): string[] {
  // The shape is what the tests of the format pin down.
  const report = JSON.parse(out) as {
    violations: { path: string; status: string; symbol: string; start: { line: number } }[];
  };
  return report.violations.map(({ path, status, symbol, start }) => `${path}:${start.line} ${status} ${symbol}`);
}
