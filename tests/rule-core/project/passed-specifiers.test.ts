import { describe, expect, it } from 'vitest';
import { passedSpecifiers } from '../../../rule-core/src/project/passed-specifiers.js';
import { textImports } from '../../../rule-core/src/project/text-imports.js';

describe('a module may pass on', () => {
  it.each([
    ["export * from './a';", ['./a']],
    ["export * as ns from './a';", ['./a']],
    ['export type { A } from \'./a\';\nexport {\n  b, // why\n  c as d,\n} from "./b"', ['./a', './b']],
    ["import { a } from './a';\nimport { b } from './b';\nexport { a };", ['./a']],
    ["import { type A as B } from './a';\nexport type { B };", ['./a']],
    ["import * as all from './a';\nexport { all as everything };", ['./a']],
    ["import a from './a';\nexport const again = a;", ['./a']],
    ["import a from './a';\nexport default a;", ['./a']],
    ["import a from './a'\nexport default a.b\n", ['./a']],
    ["module.exports = require('./a');", ['./a']],
    ["const a = require('./a');\nexports.b = a.b;", ['./a']],
    ["import a = require('./a');\nexport = a;", ['./a']],
  ])('%j', (text, specifiers) => {
    expect(passedSpecifiers(text)).toEqual(specifiers);
  });

  it.each([
    ['nothing of what it only uses', "import { a } from './a';\nexport function b() { return a(); }"],
    ['nothing of what it exports itself', "import { a } from './a';\nconst b = a();\nexport { b };"],
    ['nothing without imports', 'export const a = 1;\nexport { c } ;'],
  ])('%s', (_, text) => {
    expect(passedSpecifiers(text)).toEqual([]);
  });
});

it('the imports of a text have the names that they ask for', () => {
  const text = [
    "import d, { e } from './de';",
    "import { type A, b as c } from './ab';",
    "import './side';",
    "const x = await import('./lazy');",
    "import type { T } from '../t';",
    "export { y as default } from './y';",
  ].join('\n');
  expect(textImports(text).map(({ names, specifier }) => [specifier, names])).toEqual([
    ['./de', null],
    ['./ab', ['A', 'b']],
    ['./side', null],
    ['./lazy', null],
    ['../t', ['T']],
    ['./y', ['y']],
  ]);
});
