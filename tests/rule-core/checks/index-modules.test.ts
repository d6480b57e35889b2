import { describe, expect, it } from 'vitest';
import { fixtureProject } from '../../fixture-project/fixture-project.js';

describe('a driver that an index passes on by default', () => {
  const CONFIG = { concerns: { http: { canonical: 'src/lib/http.ts#http', drivers: ['axios'] } } };
  const FILES = {
    'src/lib/http.ts': `import axios from 'axios';\nexport const http = axios.create();\n`,
    'src/vendor/index.ts': `export { default } from 'axios';\n`,
  };

  it.each([
    ['src/vendor/get.ts', `import a from '.';\na.get('/');\n`],
    ['src/vendor/get.ts', `import a from './';\na.get('/');\n`],
    ['src/vendor/get.ts', `import a from './index';\na.get('/');\n`],
    ['src/vendor/get.ts', `import a from './index.js';\na.get('/');\n`],
    ['src/vendor/get.ts', `const a = require('.');\na.default.get('/');\n`],
    ['src/vendor/deep/get.ts', `import a from '..';\na.get('/');\n`],
    ['src/vendor/deep/get.ts', `import a from '../index';\na.get('/');\n`],
    ['src/vendor/deep/er/get.ts', `const { default: a } = await import('../..');\na.get('/');\n`],
    ['src/get.ts', `import a from './vendor';\na.get('/');\n`],
  ])('is seen in %s: %s', (file, text) => {
    const project = fixtureProject(CONFIG, { ...FILES, [file]: text });
    expect(project.lint(file).map(({ check }) => check)).toEqual(['driver-bypass']);
  });
});
