import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { cliProject, smallProject } from './cli-project.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly {
      readonly id: string;
      readonly shell: string;
      readonly 'working-directory': string;
      readonly env: Readonly<Record<string, string>>;
      readonly run: string;
    }[];
  };
}

const action = parse(read('action.yml')) as Action;
const [step] = action.runs.steps;
if (step === undefined) throw new Error('the action has no step');

/** The inputs that an expression names. */
const inputsIn = (text: string): string[] => [...text.matchAll(/inputs\.([\w-]+)/g)].flatMap(([, name]) => name ?? []);

/** Runs the action's script as GitHub does, with a stub of `ssot` that writes down how it was called. */
function run(
  inputs: Readonly<Record<string, string>>,
  { status = 0, installed = 'project', from = '' }: { status?: number; installed?: string; from?: string } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'ssot-action-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const stub = (name: string): string =>
    `#!/bin/sh\nfor a in "$@"; do printf '%s|' "$a"; done >>'${folder}/calls'\nprintf ' ${name}\\n' >>'${folder}/calls'\necho out\nexit ${status}\n`;
  write(`${installed}/node_modules/.bin/ssot`, stub('installed'));
  write('bin/npx', stub('npx'));
  chmodSync(join(folder, installed, 'node_modules/.bin/ssot'), 0o755);
  chmodSync(join(folder, 'bin/npx'), 0o755);
  const cwd = join(folder, 'project', from);
  mkdirSync(cwd, { recursive: true });
  const values = Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, input.default]));
  const env = Object.fromEntries(
    Object.entries(step?.env ?? {}).map(([name, text]) => [
      name,
      text.replaceAll(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_all, input: string) => inputs[input] ?? values[input] ?? '?'),
    ]),
  );
  const script = join(folder, 'script.sh');
  writeFileSync(script, step?.run ?? '');
  const result = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
    cwd,
    encoding: 'utf8',
    env: {
      PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`,
      GITHUB_OUTPUT: join(folder, 'output'),
      GITHUB_STEP_SUMMARY: join(folder, 'summary'),
      ...env,
    },
  });
  const text = (path: string): string | undefined =>
    existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : undefined;
  return { status: result.status, error: result.stderr, calls: text('calls')?.trim().split('\n') ?? [], text };
}

describe('the action for GitHub', () => {
  it('uses every input that it declares, and no other', () => {
    const used = [...new Set([...inputsIn(JSON.stringify(step.env)), ...inputsIn(step['working-directory'])])];
    expect(used.sort()).toEqual(Object.keys(action.inputs).sort());
    expect(
      Object.keys(action.outputs)
        .map((name) => `${name}=`)
        .every((name) => step.run.includes(name)),
    ).toBe(true);
    expect(action.outputs['status']?.value).toBe(`\${{ steps.${step.id}.outputs.status }}`);
    expect(action.runs.using).toBe('composite');
  });

  it('passes its inputs on, and says how it ended', () => {
    const inputs = { paths: 'src\nmy lib\n', since: 'origin/main', 'max-warnings': '3', sarif: 'ssot.sarif' };
    const { calls, error, status, text } = run(inputs, { status: 1 });
    const common = 'check|src|my lib|--since|origin/main|--max-warnings|3|';
    expect(error).toBe('');
    expect(calls).toEqual([
      `${common}--format|github| installed`,
      `${common}--format|markdown| installed`,
      `${common}--format|sarif| installed`,
    ]);
    expect([status, text('output'), text('summary'), text('project/ssot.sarif')]).toEqual([
      1,
      'status=1\n',
      'out\n',
      'out\n',
    ]);
  });

  it('checks everything by default, and needs no input', () => {
    const { calls, status, text } = run({ summary: 'false' });
    expect(calls).toEqual(['check|--format|github| installed']);
    expect([status, text('output'), text('summary')]).toEqual([0, 'status=0\n', undefined]);
  });

  it('finds the program that is installed above the folder that it checks from', () => {
    expect(run({ summary: 'false' }, { from: 'packages/a' }).calls).toEqual(['check|--format|github| installed']);
  });

  it('takes a released version where none is installed', () => {
    expect(run({ summary: 'false', version: '1.2.3' }, { installed: 'elsewhere' }).calls).toEqual([
      '--yes|ssot@1.2.3|check|--format|github| npx',
    ]);
  });

  it('calls the command with options that it has', async () => {
    const project = cliProject(smallProject);
    project.commitAll();
    const args = ['src', '--since', 'main', '--max-warnings', '3'];
    for (const format of ['github', 'markdown', 'sarif']) {
      expect((await project.ssot('check', ...args, '--format', format)).status).toBe(0);
    }
  });
});

describe('the examples for CI', () => {
  const blocks = [...read('cli/README.md').matchAll(/```yaml\n([\s\S]*?)```/g)].map(
    ([, text]) => parse(text ?? '') as unknown,
  );
  const [github, gitlab] = blocks as [
    { uses?: string; with?: Record<string, string> }[],
    { ssot: { script: string[]; artifacts: { when: string; reports: { codequality: string } } } },
  ];

  it('give the action inputs that it has, and upload what it writes', () => {
    const own = github.find(({ uses }) => uses?.startsWith('ssot-lint/'));
    const upload = github.find(({ uses }) => uses?.includes('upload-sarif'));
    expect(Object.keys(own?.with ?? {}).filter((name) => !(name in action.inputs))).toEqual([]);
    expect(own?.with?.['sarif']).toBe(upload?.with?.['sarif_file']);
  });

  it('write the report that GitLab reads, also if the check fails', async () => {
    const { script, artifacts } = gitlab.ssot;
    const [, ...args] = /^npx ssot (.*) > (\S+)$/.exec(script.at(-1) ?? '') ?? [];
    expect([args[1], artifacts.when]).toEqual([artifacts.reports.codequality, 'always']);
    const project = cliProject({ ...smallProject, 'src/a.ts': "export const load = () => fetch('/a');\n" });
    const { out, status } = await project.ssot(...(args[0] ?? '').split(' '));
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject([{ location: { path: 'src/a.ts', lines: { begin: 1 } }, severity: 'major' }]);
  });
});
