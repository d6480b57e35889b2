import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { Linter as LinterTypes, ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

import { eslintVersions } from '../eslint-plugin/eslint-versions.js';
import type { TemporaryProject } from '../eslint-plugin/temporary-project.js';
import { inOrder, offsetAt, withoutMark, type Report, type Reports } from './report.js';

// As it is built.
const ssot = createRequire(import.meta.url)('eslint-plugin-ssot') as ESLint.Plugin;

export type EslintName = keyof typeof eslintVersions;

/** One file through ESLint, or its reports on all. */
export class EslintHost {
  readonly #project: TemporaryProject;
  readonly #linter: LinterTypes;
  readonly #config: LinterTypes.Config;

  /** @param typed Whether typescript-eslint has type information. */
  constructor(version: EslintName, project: TemporaryProject, typed: boolean) {
    this.#project = project;
    this.#linter = new eslintVersions[version].Linter({ configType: 'flat', cwd: project.root });
    const types = typed
      ? {
          projectService: { allowDefaultProject: ['eslint.config.js', 'scripts/*.cjs', 'scripts/*.mjs'] },
          tsconfigRootDir: project.root,
        }
      : {};
    this.#config = {
      files: ['**/*.*'],
      plugins: { ssot },
      languageOptions: { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true }, ...types } },
      linterOptions: { reportUnusedDisableDirectives: 'off' },
      rules: Object.fromEntries(Object.keys(ssot.rules ?? {}).map((rule) => [`ssot/${rule}`, 'error'])),
    };
  }

  reports(files: readonly string[]): Reports {
    return new Map(files.map((file) => [file, this.#reportsOn(file)]));
  }

  /** The file after `--fix`, until nothing is left to fix, without its byte order mark. */
  fixed(file: string): string {
    let text = this.#read(file);
    for (let round = 0; round < 10; round++) {
      const { fixed, output } = this.#linter.verifyAndFix(text, this.#config, { filename: this.#project.path(file) });
      if (!fixed) return withoutMark(output);
      text = output;
    }
    throw new Error(`The fixes of ${file} do not settle:\n${text}`);
  }

  #reportsOn(file: string): Report[] {
    const text = this.#read(file);
    const plain = withoutMark(text);
    const messages = this.#linter.verify(text, this.#config, { filename: this.#project.path(file) });
    const failure = messages.find(({ fatal }) => fatal === true);
    if (failure !== undefined) throw new Error(`${file}: ${failure.message}`);
    return inOrder(
      messages
        // ESLint says itself what is wrong with a comment.
        .filter(({ ruleId }) => ruleId !== null && ruleId.slice('ssot/'.length) in (ssot.rules ?? {}))
        .map(({ ruleId, message, line, column, endLine, endColumn, fix, suggestions }) => ({
          rule: ruleId ?? '',
          message,
          start: offsetAt(plain, line, column),
          end: offsetAt(plain, endLine ?? line, endColumn ?? column),
          fixed: fix === undefined ? null : apply(plain, fix),
          suggested: Object.fromEntries((suggestions ?? []).map(({ desc, fix: edit }) => [desc, apply(plain, edit)])),
        })),
    );
  }

  #read(file: string): string {
    return readFileSync(this.#project.path(file), 'utf8');
  }
}

function apply(
  text: string,
  { range: [start, end], text: replacement }: { range: [number, number]; text: string },
): string {
  return text.slice(0, start) + replacement + text.slice(end);
}
