import { existsSync, readdirSync, readFileSync } from 'node:fs';

import { afterAll, describe, expect, it } from 'vitest';

import ssot from '../../eslint-plugin/src/index.js';
import { lintFile } from '../eslint-plugin/lint-file.js';
import { temporaryProject, type TemporaryProject } from '../eslint-plugin/temporary-project.js';
import { readExamples, type Example } from './examples.js';

const folder = new URL('../../rules-docs/', import.meta.url);

const projects: TemporaryProject[] = [];
afterAll(() => {
  for (const project of projects) project.remove();
});

/** The messages of a rule on an example, in the project that the page has set up before it. */
function report(rule: string, example: Example, before: readonly Example[]): string[] {
  const setUp = before.filter(({ kind }) => kind === 'set-up').map(({ file, code }) => [file, code] as const);
  const project = temporaryProject({ ...Object.fromEntries(setUp), [example.file]: example.code });
  projects.push(project);
  return lintFile(project, example.file, { rules: [rule] }).map(
    ({ ruleId, message, messageId }) =>
      `${ruleId ?? 'syntax'}${messageId === 'configuration' ? ' configuration' : ''}: ${message}`,
  );
}

it('there is a page for every rule and no other', () => {
  expect(readdirSync(folder).sort()).toEqual(
    Object.keys(ssot.rules)
      .map((name) => `${name}.md`)
      .sort(),
  );
});

describe.each(Object.keys(ssot.rules))('the page of %s', (rule) => {
  const url = new URL(`${rule}.md`, folder);
  const examples = existsSync(url) ? readExamples(readFileSync(url, 'utf8')) : [];

  it('shows what is wrong and what is right', () => {
    expect(new Set(examples.map(({ kind }) => kind))).toEqual(new Set(['set-up', 'incorrect', 'correct']));
  });

  it.each(examples.flatMap((example, index) => (example.kind === 'set-up' ? [] : [{ ...example, index }])))(
    '$kind: $file at line $line',
    ({ index, ...example }) => {
      const messages = report(rule, example, examples.slice(0, index));
      if (example.kind === 'correct') expect(messages).toEqual([]);
      else {
        expect(messages).not.toEqual([]);
        for (const message of messages) expect(message).toMatch(new RegExp(`^ssot/${rule}: `));
      }
    },
  );
});
