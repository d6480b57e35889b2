import { afterAll, describe, it } from 'vitest';
import type { Linter, RuleTester } from 'eslint';

import ssot from '../../eslint-plugin/src/index.js';
import { eslintVersions, isJavaScript, parsers, type ParserName } from './eslint-versions.js';
import { temporaryProject, type ProjectFiles, type TemporaryProject } from './temporary-project.js';

/** One file that a rule looks at, in a project. */
export interface ValidCase {
  readonly name?: string;
  readonly code: string;
  /** Its path in the project; by default the suite's. */
  readonly file?: string;
  /** Files besides the suite's, or in place of them. */
  readonly files?: ProjectFiles;
  readonly options?: readonly unknown[];
  readonly languageOptions?: Linter.LanguageOptions;
}

export interface InvalidCase extends ValidCase {
  readonly errors: RuleTester.TestCaseError[];
  /** After one pass of `--fix`; `null` or absent if nothing is fixed. */
  readonly output?: string | null;
}

export interface RuleSuite {
  /** The project that every case lives in. */
  readonly files: ProjectFiles;
  /** The path of the linted file: `src/consumer.ts`. */
  readonly file: string;
  readonly valid: readonly (string | ValidCase)[];
  readonly invalid: readonly InvalidCase[];
}

/**
 * Runs cases through ESLint's own RuleTester: each in ESLint 9 and 10, with typescript-eslint's parser, and JavaScript with
 * espree, too. The linted file is on disk, as it is when people lint.
 *
 * @param name A rule without the plugin's prefix.
 */
export function ruleSuite(name: string, suite: RuleSuite): void {
  const rule = ssot.rules[name];
  if (rule === undefined) throw new Error(`There is no rule ${name}`);
  const projects: TemporaryProject[] = [];
  afterAll(() => {
    for (const project of projects) project.remove();
  });

  const inProject = (one: ValidCase): RuleTester.ValidTestCase => {
    const { code, file = suite.file, files, name, options, languageOptions } = one;
    const project = temporaryProject({ ...suite.files, ...files, [file]: code });
    projects.push(project);
    return {
      code,
      name: name ?? (code || '(empty)'),
      filename: project.path(file),
      ...(options && { options: [...options] }),
      ...(languageOptions && { languageOptions }),
    };
  };
  const valid = suite.valid.map((one) => inProject(typeof one === 'string' ? { code: one } : one));
  const invalid = suite.invalid.map((one) => ({ ...inProject(one), errors: one.errors, output: one.output ?? null }));

  for (const [version, { RuleTester }] of Object.entries(eslintVersions)) {
    // ESLint's RuleTester looks for the two on itself, and falls back on globals that vitest does not define.
    Object.assign(RuleTester, { describe, it, itOnly: it.only.bind(it) });
    for (const parserName of Object.keys(parsers) as ParserName[]) {
      const suits = (one: { filename?: string | undefined }): boolean =>
        parserName !== 'espree' || isJavaScript(one.filename ?? '');
      const cases = { valid: valid.filter(suits), invalid: invalid.filter(suits) };
      if (cases.valid.length + cases.invalid.length === 0) continue;
      describe(`${name} in ${version} with ${parserName}`, () => {
        new RuleTester({ files: ['**/*.*'], languageOptions: parsers[parserName] }).run(name, rule, cases);
      });
    }
  }
}
