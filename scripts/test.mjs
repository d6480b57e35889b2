// `npm test`: installs and builds if needed, then everything that must hold.
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { run, root, runTool } from './workspace.mjs';

ensureInstalled();
ensureBuilt();

/** @type {readonly (readonly [name: string, step: () => boolean])[]} */
const steps = [
  ['generated files are up to date', () => run(process.execPath, ['scripts/generate.mjs', '--check'])],
  [
    'types',
    () =>
      runTool('typescript', 'tsc', ['-b']) && runTool('typescript', 'tsc', ['--noEmit', '-p', 'examples/apex'], root),
  ],
  ['lint', () => runTool('eslint', 'eslint', ['.', '--max-warnings', '0'])],
  ['format', () => runTool('prettier', 'prettier', ['--check', '--log-level', 'warn', '.'])],
  ['tests', () => runTool('vitest', 'vitest', ['run'])],
];

// All of them, whatever fails first: one run tells everything there is to mend.
const outcomes = steps.map(([name, step]) => {
  console.log(`\n── ${name}`);
  return /** @type {const} */ ([name, step()]);
});

console.log('');
for (const [name, passed] of outcomes) console.log(`${passed ? 'ok    ' : 'FAILED'} ${name}`);
process.exitCode = outcomes.every(([, passed]) => passed) ? 0 : 1;
