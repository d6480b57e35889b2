// What our rules cost inside ESLint, beside ESLint's own parsing of the same files in the same run.
//
//   node benchmarks/eslint/cost.mjs <folder with an ssot.config.*> [glob …]
//
// The figures are ESLint's own (`--stats`). One file pays for the index of the workspace; it is shown by itself.
import path from 'node:path';
import process from 'node:process';

import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

import { ensureBuilt } from '../../scripts/build.mjs';

const [argument, ...globs] = process.argv.slice(2);
if (argument === undefined) {
  console.error('Which folder? node benchmarks/eslint/cost.mjs <folder with an ssot.config.*> [glob …]');
  process.exit(2);
}
ensureBuilt();
const folder = path.resolve(argument);
process.chdir(folder);
const { default: ssot } = await import('eslint-plugin-ssot');

const eslint = new ESLint({
  cwd: folder,
  overrideConfigFile: true,
  overrideConfig: [
    { ignores: ['**/node_modules/**', '**/dist/**', '**/build/**', '**/.*/**'] },
    { linterOptions: { reportUnusedDisableDirectives: 'off' } },
    {
      files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
      languageOptions: { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } },
    },
    ...ssot.configs.recommended,
  ],
  errorOnUnmatchedPattern: false,
  stats: true,
});

const results = await eslint.lintFiles(globs.length > 0 ? globs : ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}']);

/** @type {{ parse: number, rules: number, file: string }[]} */
const costs = results.flatMap(({ filePath, stats }) =>
  (stats?.times.passes ?? []).map((pass) => ({
    file: path.relative(folder, filePath),
    parse: pass.parse?.total ?? 0,
    rules: Object.values(pass.rules ?? {}).reduce((sum, { total }) => sum + total, 0),
  })),
);
// Whichever file is the first to need it.
costs.sort((a, b) => b.rules - a.rules);
const [first = { parse: 0, rules: 0, file: '' }, ...rest] = costs;
const sum = (/** @type {'parse' | 'rules'} */ kind) => rest.reduce((total, cost) => total + cost[kind], 0);
const [parse, rules] = [sum('parse'), sum('rules')];
const ours = results.flatMap(({ messages }) => messages).filter(({ ruleId }) => ruleId?.startsWith('ssot/'));

console.log(`${results.length} files, ${ours.length} reports of our rules, Node ${process.version}`);
console.log(`parser              ${parse.toFixed(0).padStart(8)} ms`);
console.log(`our rules           ${rules.toFixed(0).padStart(8)} ms   ${percent(rules, parse)} of the parser`);
console.log(
  `index, once         ${first.rules.toFixed(0).padStart(8)} ms   ${percent(first.rules, parse)} of the parser (${first.file})`,
);
console.log(`median of a file    ${(median(rest.map((cost) => cost.rules)) * 1000).toFixed(0).padStart(8)} µs`);
for (const cost of rest.slice(0, 5)) {
  console.log(`  slowest  ${cost.rules.toFixed(1).padStart(8)} ms  ${cost.file} (parser ${cost.parse.toFixed(1)} ms)`);
}

/** @param {number} part @param {number} whole */
function percent(part, whole) {
  return `${((part / whole) * 100).toFixed(1)} %`;
}

/** @param {readonly number[]} values */
function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
