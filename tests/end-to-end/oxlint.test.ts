import { relative, resolve, sep } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { toolPath } from '../../scripts/workspace.mjs';
import { expected, linkedProject, runNode } from './linted-project.js';

interface Diagnostic {
  readonly code: string;
  readonly filename: string;
  readonly labels: readonly { readonly span: { readonly line: number; readonly column: number } }[];
}

describe('oxlint with the plugin', () => {
  const project = linkedProject({
    '.oxlintrc.json': {
      jsPlugins: ['eslint-plugin-ssot'],
      categories: { correctness: 'off' },
      rules: { 'ssot/no-deprecated-context': 'error', 'ssot/single-source': 'error' },
      ignorePatterns: ['eslint.config.js', 'node_modules'],
    },
  });
  afterAll(() => {
    project.remove();
  });
  const oxlint = toolPath('oxlint', 'oxlint');

  it('reports what ESLint reports', () => {
    const { stdout, stderr } = runNode(project, oxlint, ['--format', 'json']);
    if (!stdout.startsWith('{')) throw new Error(stdout + stderr);
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly Diagnostic[] };
    const places = diagnostics.map(({ code, filename, labels: [label] }) => {
      const path = relative(project.root, resolve(project.root, filename)).split(sep).join('/');
      const rule = code.replace(/^(?:eslint-plugin-)?ssot\((.*)\)$/, 'ssot/$1');
      return `${rule} ${path}:${label?.span.line ?? 0}:${label?.span.column ?? 0}`;
    });
    expect(places.sort()).toEqual(expected);
  });

  it('applies the same fixes as ESLint', () => {
    runNode(project, oxlint, ['--fix']);
    const { stdout } = runNode(project, oxlint, ['--format', 'json']);
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly Diagnostic[] };
    expect(diagnostics.map(({ filename }) => filename)).not.toContain('src/agents/run.ts');
  });
});
