import { describe, expect, it } from 'vitest';
import type { SsotConfig } from '../../../rule-core/src/index.js';
import { fixtureProject } from '../../fixture-project/fixture-project.js';

const config = (canonical: string): SsotConfig => ({
  concerns: {
    ids: {
      preset: 'id-generation',
      canonical: `${canonical}#newId`,
      replacements: [
        { from: 'node:crypto#randomUUID', to: 'newId', compatible: true },
        { from: 'src/old-id.ts#oldId', to: 'newId', compatible: true },
      ],
    },
  },
});

const ID = `export const newId = () => 'a';\n`;
const REQUIRES = `const { randomUUID } = require('crypto');\nexports.up = () => randomUUID();\n`;
const DOUBT = (path: string): string[] => [
  `Replace 'randomUUID' by newId (${path} is an ES module, which 'require' may not load).`,
];

describe('a module that requires others', () => {
  const titles = (canonical: string, file: string, text: string, files: Readonly<Record<string, string>> = {}) => {
    const project = fixtureProject(config(canonical), {
      [canonical]: ID,
      'src/old-id.ts': ID.replace('newId', 'oldId'),
      ...files,
      [file]: text,
    });
    return project
      .lint(file)
      .map(({ fix, suggestions }) => (fix === null ? suggestions.map(({ title }) => title) : []));
  };
  const MODULE = { 'src/package.json': '{"type": "module"}', 'src/migrations/package.json': '{"type": "commonjs"}' };

  it('is made to require no ES module', () => {
    expect(titles('src/id.ts', 'src/migrations/one.js', REQUIRES, MODULE)).toEqual([DOUBT('src/id.ts')]);
    expect(titles('src/id.mts', 'src/one.js', REQUIRES)).toEqual([DOUBT('src/id.mts')]);
  });

  it('may require what may be required', () => {
    expect(titles('src/id.ts', 'src/one.js', REQUIRES)).toEqual([[]]);
    expect(titles('src/id.cts', 'src/migrations/one.js', REQUIRES, MODULE)).toEqual([[]]);
  });

  it('goes on requiring what it required before', () => {
    const text = `const { oldId } = require('../old-id');\nexports.up = () => oldId();\n`;
    expect(titles('src/id.ts', 'src/migrations/one.js', text, MODULE)).toEqual([[]]);
  });

  it('is no module that imports', () => {
    const text = `import { randomUUID } from 'node:crypto';\nexport const up = () => randomUUID();\n`;
    expect(titles('src/id.ts', 'src/migrations/one.ts', text, MODULE)).toEqual([[]]);
  });
});
