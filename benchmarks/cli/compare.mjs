// `node benchmarks/cli/compare.mjs <folder> [rounds]`: wall time, peak memory and files per second of `ssot check`, cold and
// warm, beside other tools that look at a whole repository. The peers are installed from npm into a folder of their own,
// outside of the repository under test; what they report is not compared. GNU time measures the memory.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const [folderArgument, roundsArgument = '3'] = process.argv.slice(2);
if (folderArgument === undefined) {
  console.error('Usage: node benchmarks/cli/compare.mjs <folder> [rounds]');
  process.exit(2);
}
const folder = resolve(folderArgument);
const rounds = Number(roundsArgument);
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const ssot = join(root, 'cli', 'dist', 'bin.js');
const tools = join(tmpdir(), 'ssot-benchmark-peers');
const packages = [
  'fallow',
  'knip',
  'dependency-cruiser',
  // Version 5 is a program of its own, which is not there for every system.
  'jscpd@4',
  'oxlint',
  'eslint',
  '@typescript-eslint/parser',
  'typescript@6',
];

mkdirSync(tools, { recursive: true });
writeFileSync(join(tools, 'package.json'), '{ "private": true, "type": "module" }');
writeFileSync(
  join(tools, 'eslint.config.js'),
  `import parser from '@typescript-eslint/parser';
export default [{
  files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
  languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
  linterOptions: { reportUnusedDisableDirectives: 'off' },
  rules: { 'no-restricted-imports': ['error', 'ioredis', 'lodash'] },
}];
`,
);
writeFileSync(
  join(tools, 'oxlintrc.json'),
  JSON.stringify({
    categories: { correctness: 'off' },
    rules: { 'no-restricted-imports': ['error', 'ioredis', 'lodash'] },
  }),
);
spawnSync('npm', ['install', '--no-audit', '--no-fund', ...packages], { cwd: tools, stdio: 'ignore' });

/** @type {readonly { name: string, command: readonly string[], warmUp?: boolean }[]} */
const calls = [
  { name: 'ssot check, cold', command: [ssot, 'check', '--no-cache', '--format', 'json'] },
  { name: 'ssot check, warm', command: [ssot, 'check', '--format', 'json'], warmUp: true },
  { name: 'fallow', command: [bin('fallow', 'fallow'), '--no-cache'] },
  { name: 'knip', command: [bin('knip', 'knip'), '--no-exit-code'] },
  {
    name: 'dependency-cruiser',
    command: [bin('dependency-cruiser', 'depcruise'), '--no-config', 'web', 'worker', 'packages'],
  },
  { name: 'jscpd', command: [bin('jscpd', 'jscpd'), '--silent', '--reporters', 'silent', '.'] },
  { name: 'oxlint, restricted imports', command: [bin('oxlint', 'oxlint'), '-c', join(tools, 'oxlintrc.json'), '.'] },
  {
    name: 'ESLint, restricted imports',
    command: [bin('eslint', 'eslint'), '-c', join(tools, 'eslint.config.js'), '.'],
  },
];

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.[cm]?[jt]sx?$/.test(file) && !file.includes('node_modules'),
).length;
console.log(`${files} files, Node ${process.versions.node}, median of ${rounds}\n`);
for (const { name, command, warmUp } of calls) {
  if (!existsSync(command[0] ?? '')) {
    console.log(`${name.padEnd(28)} not installed`);
    continue;
  }
  if (warmUp === true) measure(command);
  const runs = Array.from({ length: rounds }, () => measure(command)).sort((a, b) => a.wall - b.wall);
  const { wall, cpu, memory, status } = runs[Math.floor(runs.length / 2)] ?? {
    wall: NaN,
    cpu: NaN,
    memory: NaN,
    status: null,
  };
  const columns = [
    `${wall.toFixed(2)} s`,
    `${cpu.toFixed(2)} s CPU`,
    `${Math.round(memory / 1024)} MB`,
    `${Math.round(files / wall)} files/s`,
  ];
  console.log(`${name.padEnd(28)} ${columns.map((text) => text.padStart(14)).join('')}   status ${status}`);
}

/**
 * @param {readonly string[]} command A script of Node with its arguments.
 */
function measure(command) {
  const start = performance.now();
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', 'TIME %M %U %S', process.execPath, ...command], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 300_000,
    maxBuffer: 256 * 1024 * 1024,
  });
  const [, memory = NaN, user = NaN, system = NaN] = (/TIME (\d+) ([\d.]+) ([\d.]+)/.exec(stderr) ?? []).map(Number);
  return { wall: (performance.now() - start) / 1000, cpu: user + system, memory, status };
}

/**
 * @param {string} packageName
 * @param {string} name One of its commands.
 * @returns {string} The script behind it, absolute; `''` if it is not installed.
 */
function bin(packageName, name) {
  const home = join(tools, 'node_modules', packageName);
  if (!existsSync(join(home, 'package.json'))) return '';
  const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  return join(home, typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[name]);
}
