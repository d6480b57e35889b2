import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openWorkspace, Surveyor, wordsOf } from '../../../rule-core/src/index.js';
import { fixtureProject } from '../../fixture-project/fixture-project.js';

/** The consumers of the only concern of a project. */
function consumersIn(files: Readonly<Record<string, string>>, canonical = 'src/log.ts#log'): readonly string[] {
  const { root } = fixtureProject({ concerns: { logging: { canonical } } }, files);
  const workspace = openWorkspace(path.join(root, 'package.json'), { extraWords: wordsOf });
  const surveyor = new Surveyor(workspace.project());
  for (const module of workspace.modules) surveyor.addModule(module);
  return surveyor.surveys().flatMap(({ consumers }) => consumers);
}

const LOG = { 'src/log.ts': 'export const log = (text: string) => console.log(text);\n' };

describe('the consumers of a canonical', () => {
  it('take it directly', () => {
    expect(consumersIn({ ...LOG, 'src/a.ts': `import { log } from './log';\nlog('a');\n` })).toEqual(['src/a.ts']);
  });

  it('take it through a barrel, under whatever name', () => {
    expect(
      consumersIn({
        ...LOG,
        'src/inner.ts': `export { log as write } from './log';\n`,
        'src/outer.ts': `import { write } from './inner';\nexport const print = write;\n`,
        'src/index.ts': `export * from './outer';\n`,
        'src/a.ts': `import { print } from './index';\nprint('a');\n`,
      }),
    ).toEqual(['src/a.ts', 'src/inner.ts', 'src/outer.ts']);
  });

  it('take it from what CommonJS exports', () => {
    expect(
      consumersIn({
        ...LOG,
        'src/index.cjs': `module.exports = require('./log');\n`,
        'src/a.ts': `import { log } from './index.cjs';\nlog('a');\n`,
      }),
    ).toEqual(['src/a.ts', 'src/index.cjs']);
  });

  it('are not those who take something else from the same barrel', () => {
    expect(
      consumersIn({
        ...LOG,
        'src/sum.ts': 'export const sum = (a: number, b: number) => a + b;\n',
        'src/index.ts': `export * from './log';\nexport * from './sum';\n`,
        'src/a.ts': `import { sum } from './index';\nsum(1, 2);\n`,
        'src/b.ts': `import { log, sum } from './index';\nlog(sum(1, 2));\n`,
      }),
    ).toEqual(['src/b.ts', 'src/index.ts']);
  });
});
