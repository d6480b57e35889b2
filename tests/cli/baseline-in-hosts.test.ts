import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lintFile, openWorkspace, projectDigest, wordsOf } from '../../rule-core/src/index.js';
import { cliProject, smallProject, type CliProject } from './cli-project.js';

const consumer = "export const load = () => fetch('/users');\n";

/** What ESLint and editors report in a file, `symbol` each; `text` stands for what is not saved. */
function reportedIn(project: CliProject, path: string, text = project.read(path)): string[] {
  const file = join(project.root, path);
  // As a new process would: what is on disk is looked at now.
  openWorkspace(file, { extraWords: wordsOf, recheck: 'now' });
  const result = lintFile({ file, text });
  return result.kind === 'linted' ? result.violations.map(({ symbol }) => symbol) : [];
}

async function accepted(): Promise<CliProject> {
  const project = cliProject({ ...smallProject, 'src/load.ts': consumer });
  expect(reportedIn(project, 'src/load.ts')).toEqual(['global:fetch']);
  await project.ssot('baseline');
  return project;
}

it('a file at a time, the baseline accepts what it accepts for a whole repository', async () => {
  const project = await accepted();
  expect(reportedIn(project, 'src/load.ts')).toEqual([]);
  expect(reportedIn(project, 'src/load.ts', `\n\n${consumer}`)).toEqual([]);
  expect(reportedIn(project, 'src/load.ts', `${consumer}export const save = () => fetch('/more');\n`)).toEqual([
    'global:fetch',
  ]);
});

it('a file at a time, a copy is new and a moved one is not', async () => {
  const project = await accepted();
  project.write('src/copy.ts', consumer);
  expect(reportedIn(project, 'src/copy.ts')).toEqual(['global:fetch']);
  expect(reportedIn(project, 'src/load.ts')).toEqual([]);
  project.remove('src/load.ts');
  expect(reportedIn(project, 'src/copy.ts')).toEqual([]);
});

it('the digest, and so the cache of ESLint, follows the baseline and what moved', async () => {
  const project = await accepted();
  const digest = (): string => {
    openWorkspace(join(project.root, 'package.json'), { extraWords: wordsOf, recheck: 'now' });
    return projectDigest(project.root);
  };
  const first = digest();
  project.write('src/load.ts', `\n${consumer}`);
  expect(digest()).toBe(first);
  project.rename('src/load.ts', 'src/moved.ts');
  const moved = digest();
  expect(moved).not.toBe(first);
  await project.ssot('baseline');
  expect(digest()).not.toBe(moved);
});

it('a baseline that cannot be trusted is one report at the top of a file', async () => {
  const project = await accepted();
  project.write('ssot-baseline.jsonl', '{"version":7}\n');
  const file = join(project.root, 'src/load.ts');
  openWorkspace(file, { extraWords: wordsOf, recheck: 'now' });
  const result = lintFile({ file, text: consumer });
  expect(result.kind === 'linted' && result.violations.map(({ check, message }) => [check, message])).toEqual([
    [
      'configuration',
      'ssot-baseline.jsonl line 1 has version 7; this program reads up to version 1. Update ssot, or write the baseline again with "ssot baseline".',
    ],
    ['driver-bypass', expect.stringContaining("'fetch' may be used only inside") as string],
  ]);
});
