import { relative, sep } from 'node:path';

import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

/**
 * @typedef {import('eslint').ESLint.LintResult} LintResult
 * @typedef {import('eslint').Linter.LintMessage} LintMessage
 * @typedef {{ path: string, message: LintMessage }} Located
 */

/**
 * Lints a project with the rules of eslint-plugin-ssot and nothing else, and prints every violation and the totals. The
 * project needs no ESLint of its own, and one that it has is not used.
 *
 * @param {string} folder The project's, absolute.
 * @returns {Promise<boolean>} Whether every rule could do its work on every file that parses.
 */
export async function checkProject(folder) {
  // The plugin looks for the configuration from the working directory on, as it does when a user runs ESLint.
  process.chdir(folder);
  // By its name, as users have it: the package's own exports lead to what was built.
  const { default: ssot } = await import('eslint-plugin-ssot');
  const [recommended] = ssot.configs.recommended;
  const eslint = new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    overrideConfig: [
      { ignores: ['**/node_modules/**', '**/dist/**', '**/build/**', '**/coverage/**', '**/.*/**', '**/*.min.js'] },
      { linterOptions: { reportUnusedDisableDirectives: 'off' } },
      {
        files: recommended?.files ?? [],
        languageOptions: { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } },
      },
      ...ssot.configs.recommended,
    ],
    errorOnUnmatchedPattern: false,
    stats: true,
  });

  const start = performance.now();
  const results = await eslint.lintFiles('**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}');
  const total = performance.now() - start;

  const located = results.flatMap((result) =>
    result.messages.map((message) => ({ path: relative(folder, result.filePath).split(sep).join('/'), message })),
  );
  const parseErrors = located.filter(({ message }) => message.fatal === true);
  // A comment that configures a rule of another plugin is an error to ESLint, and none of our business.
  const ours = located.filter(({ message }) => message.fatal !== true && message.ruleId?.startsWith('ssot/') === true);
  const broken = ours.filter(({ message }) => message.messageId === 'configuration' || message.messageId === 'failure');
  const violations = ours.filter((one) => !broken.includes(one));

  printOnce(broken);
  for (const { path, message } of parseErrors)
    console.log(`${path}:${message.line}:${message.column} ${message.message}`);
  for (const { path, message } of violations) {
    console.log(`${path}:${message.line}:${message.column} ${message.ruleId} ${message.message}`);
  }
  printTotals(results, violations);
  console.log(
    `${results.length} files in ${seconds(total)}, of which our rules ${seconds(timeOf(results, 'rules'))} and the parser ${seconds(timeOf(results, 'parse'))}`,
  );
  return broken.length === 0;
}

/**
 * Prints messages that are the same in many files once each.
 *
 * @param {readonly Located[]} located
 */
function printOnce(located) {
  /** @type {Map<string, Set<string>>} */
  const pathsByMessage = new Map();
  for (const { path, message } of located) {
    const paths = pathsByMessage.get(message.message) ?? new Set();
    pathsByMessage.set(message.message, paths.add(path));
  }
  for (const [message, paths] of pathsByMessage) {
    const [first = ''] = paths;
    console.log(`${message} (${paths.size === 1 ? first : `${paths.size} files`})`);
  }
}

/**
 * @param {readonly LintResult[]} results
 * @param {readonly Located[]} violations
 */
function printTotals(results, violations) {
  /** @type {Map<string, number>} */
  const byRule = new Map();
  for (const { message } of violations) byRule.set(message.ruleId ?? '', (byRule.get(message.ruleId ?? '') ?? 0) + 1);
  const fixable = violations.filter(({ message }) => message.fix !== undefined).length;
  const files = new Set(violations.map(({ path }) => path)).size;
  console.log('');
  const width = Math.max(0, ...[...byRule.keys()].map((rule) => rule.length));
  for (const [rule, count] of [...byRule].sort()) console.log(`${rule.padEnd(width)} ${String(count).padStart(5)}`);
  console.log(
    violations.length === 0
      ? `No violations in ${results.length} files`
      : `${violations.length} violations in ${files} of ${results.length} files, ${fixable} fixable with --fix`,
  );
}

/**
 * @param {readonly LintResult[]} results
 * @param {'rules' | 'parse'} kind
 * @returns {number} Milliseconds.
 */
function timeOf(results, kind) {
  let time = 0;
  for (const { stats } of results) {
    for (const pass of stats?.times.passes ?? []) {
      if (kind === 'parse') time += pass.parse?.total ?? 0;
      else for (const rule of Object.values(pass.rules ?? {})) time += rule.total;
    }
  }
  return time;
}

/** @param {number} milliseconds */
function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(milliseconds < 1000 ? 2 : 1)} s`;
}
