import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { cliProject, reported, smallProject, type CliProject } from './cli-project.js';

const consumer = "export const load = () => fetch('/users');\n";
const clean = "import { http } from './http';\n\nexport const load = () => http.get('/users');\n";

function repository(files: Readonly<Record<string, string>> = {}): CliProject {
  const project = cliProject({ ...smallProject, 'src/load.ts': clean, ...files });
  project.commitAll();
  return project;
}

describe('ssot check --staged', () => {
  it("reads git's index, not the working tree", async () => {
    const project = repository();
    project.write('src/load.ts', consumer);
    expect((await project.ssot('check', '--staged')).status).toBe(0);
    project.git('add', '--all');
    project.write('src/load.ts', clean);
    const { status, out } = await project.ssot('check', '--staged');
    expect(status).toBe(1);
    expect(out).toContain("src/load.ts\n  1:27  error  'fetch' may be used only inside http");
    expect(project.read('src/load.ts')).toBe(clean);
  });

  it('reports staged files only, with names that need quoting', async () => {
    const project = repository({ 'src/old.ts': consumer });
    project.write('src/na\u00efve name.ts', consumer);
    project.git('add', '--all');
    expect(reported(await project.ssot('check', '--staged', '--format', 'json'))).toEqual([
      'src/na\u00efve name.ts:1 new global:fetch',
    ]);
  });

  it('judges by the configuration and the baseline that are staged', async () => {
    const project = repository({ 'src/old.ts': consumer });
    await project.ssot('baseline');
    project.git('add', '--all');
    project.write('src/old.ts', `\n${consumer}`);
    project.git('add', '--all');
    expect((await project.ssot('check', '--staged')).status).toBe(0);
  });

  it('leaves nothing behind', async () => {
    const before = readdirSync(tmpdir()).filter((name) => /^ssot-[^c]/.test(name)).length;
    await repository().ssot('check', '--staged');
    expect(readdirSync(tmpdir()).filter((name) => /^ssot-[^c]/.test(name)).length).toBeLessThanOrEqual(before);
  });
});

describe('ssot check --since', () => {
  it('reports what changed since this branch left a ref, untracked files included', async () => {
    const project = repository({ 'src/old.ts': consumer });
    project.git('checkout', '--quiet', '-b', 'feature');
    project.write('src/committed.ts', consumer);
    project.git('add', '--all');
    project.git('commit', '--quiet', '--message', 'more');
    project.write('src/untracked.ts', consumer);
    expect(reported(await project.ssot('check', '--since', 'main', '--format', 'json'))).toEqual([
      'src/committed.ts:1 new global:fetch',
      'src/untracked.ts:1 new global:fetch',
    ]);
    expect(await project.ssot('check', '--since', 'nowhere')).toMatchObject({
      status: 2,
      error:
        'error nowhere is no commit, branch or tag of this repository. In CI, fetch enough history: fetch-depth: 0.\n',
    });
  });
});

describe('a baseline that a branch adds to', () => {
  it('does not excuse that branch, unless it is asked to', async () => {
    const project = repository({ 'src/old.ts': consumer });
    await project.ssot('baseline');
    project.git('add', '--all');
    project.git('commit', '--quiet', '--message', 'accept');
    project.git('checkout', '--quiet', '-b', 'feature');
    project.write('src/more.ts', consumer.replace('load', 'more'));
    project.rename('src/old.ts', 'src/older.ts');
    await project.ssot('baseline');
    expect((await project.ssot('check')).status).toBe(0);
    const since = await project.ssot('check', '--since', 'main', '--format', 'json');
    expect(since.status).toBe(1);
    expect(reported(since)).toEqual(['src/more.ts:1 new global:fetch', 'src/older.ts:1 moved global:fetch']);
    expect((await project.ssot('check', '--since', 'main', '--accept-new')).status).toBe(0);
  });
});

describe('ssot hook install', () => {
  it('adds to git, once, and keeps what is there', async () => {
    const project = repository();
    project.write('.git/hooks/pre-commit', '#!/bin/sh\necho first\nexit 0\n');
    expect((await project.ssot('hook', 'install')).out).toBe(
      '.git/hooks/pre-commit: before each commit, git runs "ssot check --staged" now.\n',
    );
    expect(project.read('.git/hooks/pre-commit')).toBe(
      '#!/bin/sh\necho first\nnpx --no-install ssot check --staged || exit 1\nexit 0\n',
    );
    expect((await project.ssot('hook', 'install')).out).toContain('already');
  });

  it('adds to husky and to lefthook', async () => {
    const husky = repository({ '.husky/pre-commit': 'npm test\n', 'pnpm-lock.yaml': '' });
    await husky.ssot('hook', 'install');
    expect(husky.read('.husky/pre-commit')).toBe('npm test\npnpm exec ssot check --staged || exit 1\n');
    const lefthook = repository({
      'lefthook.yml': '# Ours\npre-commit:\n  commands:\n    lint:\n      run: npm run lint # all of it\n',
    });
    await lefthook.ssot('hook', 'install');
    expect(lefthook.read('lefthook.yml')).toBe(
      '# Ours\npre-commit:\n  commands:\n    lint:\n      run: npm run lint # all of it\n    ssot:\n      run: npx --no-install ssot check --staged\n',
    );
  });

  it('leaves a hook that is no shell script alone', async () => {
    const project = repository();
    project.write('.git/hooks/pre-commit', '#!/usr/bin/env python3\nprint(1)\n');
    const { status, error } = await project.ssot('hook', 'install');
    expect(status).toBe(2);
    expect(error).toContain(
      'is no shell script, and is left as it is. Have it run: npx --no-install ssot check --staged',
    );
  });
});

describe('ssot report', () => {
  it('compares with a commit without touching the working tree', async () => {
    const project = repository({ 'src/old.ts': consumer, CODEOWNERS: '/src/ @team/web\n' });
    project.write('src/old.ts', clean.replace('load', 'old'));
    const status = project.git('status', '--porcelain');
    const run = await project.ssot('report', '--from', 'HEAD');
    expect(run).toMatchObject({ status: 0 });
    expect(project.git('status', '--porcelain')).toBe(status);
    expect(run.out).toBe(
      [
        '## One source of truth: since HEAD',
        '',
        '1 fewer violations: 1 → 0.',
        '',
        '| concern | violations | implementations | connection sites | consumers on the canonical |',
        '| --- | ---: | ---: | ---: | ---: |',
        '| http | 1 → 0 | 1 | 1 → 0 | 1 of 2 → 2 of 2 |',
        '| ids | 0 | 1 | 0 | 0 of 0 |',
        '',
        '### By owner',
        '',
        '| owner | violations | implementations | connection sites | consumers on the canonical |',
        '| --- | ---: | ---: | ---: | ---: |',
        '| @team/web | 1 → 0 | 0 | 1 → 0 | 1 of 2 → 2 of 2 |',
        '',
      ].join('\n'),
    );
  });

  it('compares with the baseline', async () => {
    const project = repository({ 'src/old.ts': consumer });
    expect((await project.ssot('report')).error).toBe(
      'error There is no baseline to compare with. Name a commit: ssot report --from main\n',
    );
    await project.ssot('baseline');
    project.write('src/old.ts', clean.replace('load', 'old'));
    expect((await project.ssot('report')).out).toContain('1 fewer violations: 1 → 0.');
  });

  it('follows the number over commits, in one page that needs nothing else', async () => {
    const project = repository({ 'src/old.ts': consumer });
    project.write('src/more.ts', consumer);
    project.git('add', '--all');
    project.git('commit', '--quiet', '--message', 'more');
    const { out } = await project.ssot('report', '--from', 'HEAD~1', '--trend', '5', '--format', 'json');
    const { trend } = JSON.parse(out) as { trend: { violations: number }[] };
    expect(trend.map(({ violations }) => violations)).toEqual([1, 2, 2]);
    await project.ssot('report', '--from', 'HEAD~1', '--trend', '5', '--format', 'html', '--output', 'report.html');
    const page = project.read('report.html');
    expect(page).not.toMatch(/<script|<link|src=|https?:/);
    expect(page.match(/<circle/g)).toHaveLength(3);
  });
});
