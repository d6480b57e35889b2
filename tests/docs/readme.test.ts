import { readFileSync } from 'node:fs';

import { afterAll, describe, expect, it } from 'vitest';

import { lintFile } from '../eslint-plugin/lint-file.js';
import { temporaryProject } from '../eslint-plugin/temporary-project.js';
import { readExamples } from './examples.js';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const examples = readExamples(readme);
const isConfig = (file: string): boolean => /^(?:ssot\.config\.ts|eslint\.config\.js|\.oxlintrc\.json)$/.test(file);

describe('the README', () => {
  const setUp = examples.filter(({ kind, file }) => kind === 'set-up' && !isConfig(file));
  const project = temporaryProject(Object.fromEntries(setUp.map(({ file, code }) => [file, code])));
  afterAll(() => {
    project.remove();
  });

  it('shows code before and after', () => {
    const before = examples.find(({ kind }) => kind === 'incorrect');
    const after = examples.find(({ kind }) => kind === 'correct');
    const report = (code = ''): unknown[] =>
      lintFile(project, before?.file ?? '', { code }).map(({ ruleId, line }) => [ruleId, line]);
    expect(report(before?.code)).toEqual([
      ['ssot/single-source', 1],
      ['ssot/no-deprecated-context', 2],
    ]);
    expect(report(after?.code)).toEqual([]);
  });

  it('names every rule in the configuration for oxlint', () => {
    const rules = JSON.parse(examples.find(({ file }) => file === '.oxlintrc.json')?.code ?? '{}') as { rules: object };
    expect(Object.keys(rules.rules).map((rule) => `[\`${rule.replace('ssot/', '')}\`]`)).toEqual(
      [...readme.matchAll(/^\| (\[`[\w-]+`\])/gm)].map(([, link]) => link),
    );
  });
});
