import { readFileSync } from 'node:fs';

import type { Linter } from 'eslint';

import ssot from '../../eslint-plugin/src/index.js';
import { eslintVersions, parsers, type ParserName } from './eslint-versions.js';
import type { TemporaryProject } from './temporary-project.js';

export interface LintOptions {
  /** By default what is on disk. */
  readonly code?: string;
  /** Rules without the plugin's prefix; by default all. */
  readonly rules?: readonly string[];
  readonly version?: keyof typeof eslintVersions;
  readonly parser?: ParserName;
}

/** Lints one file of a project with rules of the plugin. */
export function lintFile(
  project: TemporaryProject,
  file: string,
  { code, rules, version = 'ESLint 10', parser = 'typescript-eslint' }: LintOptions = {},
): Linter.LintMessage[] {
  const { Linter } = eslintVersions[version];
  const linter = new Linter({ configType: 'flat', cwd: project.root });
  const text = code ?? readFileSync(project.path(file), 'utf8');
  return linter.verify(
    text,
    {
      files: ['**/*.*'],
      plugins: { ssot },
      languageOptions: parsers[parser],
      rules: Object.fromEntries((rules ?? Object.keys(ssot.rules)).map((rule) => [`ssot/${rule}`, 'error' as const])),
    },
    { filename: project.path(file) },
  );
}
