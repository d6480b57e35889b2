import { describe, expect, it } from 'vitest';
import type { ModuleRequest } from '../../../rule-core/src/source/facts.js';
import { factsOf, line, textAt } from './facts-of.js';

/** Requests in short: form, specifier, then each binding as `imported>local`, its range's text, and its uses. */
function requestsOf(text: string, path?: string): unknown[] {
  return factsOf(text, path).requests.map((request) => shortOf(text, request));
}

function shortOf(text: string, request: ModuleRequest): unknown[] {
  const flags = [request.form, request.specifier];
  if (request.typeOnly) {
    flags.push('type');
  }
  if (request.opaque) {
    flags.push('opaque');
  }
  return [
    flags.join(' '),
    ...request.bindings.map(({ imported, local, exported, range, typeOnly, references }) => [
      `${imported}>${local ?? ''}${exported === null ? '' : `>${exported}`}${typeOnly ? ' type' : ''}`,
      textAt(text, range),
      ...references.map((reference) => line(text, reference)),
    ]),
  ];
}

describe('static imports', () => {
  it.each([
    ["import { a } from 'm';", [['import m', ['a>a', 'a']]]],
    ["import { a as b } from 'm'; b();", [['import m', ['a>b', 'a as b', 'b call () at load']]]],
    ["import { 'a b' as c } from 'm';", [['import m', ['a b>c', "'a b' as c"]]]],
    ["import a from 'm';", [['import m', ['default>a', 'a']]]],
    ["import { default as a } from 'm';", [['import m', ['default>a', 'default as a']]]],
    ["import * as ns from 'm'; ns.a.b();", [['import m', ['*>ns', '* as ns', 'ns.a.b call () at load']]]],
    ["import a, * as ns from 'm';", [['import m', ['default>a', 'a'], ['*>ns', '* as ns']]]],
    ["import a, { b, c as d } from 'm';", [['import m', ['default>a', 'a'], ['b>b', 'b'], ['c>d', 'c as d']]]],
    ["import 'm';", [['import m opaque']]],
    ["import {} from 'm';", [['import m opaque']]],
    ["import type { A } from 'm';", [['import m type', ['A>A type', 'A']]]],
    ["import type A from 'm';", [['import m type', ['default>A type', 'A']]]],
    ["import type * as N from 'm';", [['import m type', ['*>N type', '* as N']]]],
    ["import { type A, b } from 'm';", [['import m', ['A>A type', 'type A'], ['b>b', 'b']]]],
    ["import j from './j.json' with { type: 'json' };", [['import ./j.json', ['default>j', 'j']]]],
    ["import x = require('m'); x.a();", [['import-equals m', ['*>x', 'x', 'x.a call () at load']]]],
    ["import type x = require('m');", [['import-equals m type', ['*>x type', 'x']]]],
    ["export import x = require('m');", [['import-equals m', ['*>x', 'x']]]],
    ["export { a } from 'm';", [['reexport m', ['a>>a', 'a']]]],
    ["export { a as b } from 'm';", [['reexport m', ['a>>b', 'a as b']]]],
    [
      "export { a as 'b c', 'd' as default } from 'm';",
      [['reexport m', ['a>>b c', "a as 'b c'"], ['d>>default', "'d' as default"]]],
    ],
    ["export type { A } from 'm';", [['reexport m type', ['A>>A type', 'A']]]],
    ["export { type A, b } from 'm';", [['reexport m', ['A>>A type', 'type A'], ['b>>b', 'b']]]],
    ["export {} from 'm';", [['reexport m opaque']]],
    ["export * from 'm';", [['reexport m opaque']]],
    ["export type * from 'm';", [['reexport m type opaque']]],
    ["export * as ns from 'm';", [['reexport m', ['*>>ns', '* as ns']]]],
    ["export * as 'a b' from 'm';", [['reexport m', ['*>>a b', "* as 'a b'"]]]],
    [
      "declare module 'm' { import { a } from 'n'; export const b: typeof a; }",
      [['import n', ['a>a', 'a', 'a typeof in "m"']]],
    ],
    ["declare module 'm' { export const a: 1; }", []],
    ["/// <reference path='./m' />\nimport.meta.url;", []],
  ])('%s', (text, expected) => {
    expect(requestsOf(text)).toEqual(expected);
  });

  it('gives the ranges of the statement, of the quoted specifier and of the braces', () => {
    const text =
      "import a, /* { */ { b /* } */, } from \"m\";\nexport { c } from 'n';\nimport {} from 'o';\nexport import x = require('p');";
    const ranges = factsOf(text).requests.map(({ range, specifierRange, braces }) =>
      [range, specifierRange, braces].map((part) => textAt(text, part)),
    );
    expect(ranges).toEqual([
      ['import a, /* { */ { b /* } */, } from "m";', '"m"', '{ b /* } */, }'],
      ["export { c } from 'n';", "'n'", '{ c }'],
      ["import {} from 'o';", "'o'", '{}'],
      ["export import x = require('p');", "'p'", null],
    ]);
  });

  it('gives the range of the local name, of the exported name for a re-export', () => {
    const text =
      "import { a as b } from 'm'; import * as ns from 'n'; export { c as d } from 'o'; export * as e from 'p';";
    const names = factsOf(text).requests.flatMap(({ bindings }) =>
      bindings.map(({ nameRange }) => textAt(text, nameRange)),
    );
    expect(names).toEqual(['b', 'ns', 'd', 'e']);
  });
});

describe('require', () => {
  it.each([
    ["const x = require('m'); x.a();", [['require m', ['*>x', 'x', 'x.a call () at load']]]],
    ["const { a, b: c } = require('m'); c();", [['require m', ['a>a', 'a'], ['b>c', 'b: c', 'c call () at load']]]],
    ["const { a = 1 } = require('m');", [['require m', ['a>a', 'a = 1']]]],
    [
      "const { a: { b, c: d } } = require('m');",
      [['require m', ['a>', 'a: { b, c: d }', 'a.b value at load', 'a.c value at load']]],
    ],
    [
      "const { a, ...rest } = require('m'); rest.b;",
      [['require m', ['a>a', 'a'], ['*>rest', 'rest', 'rest.b value at load']]],
    ],
    ["const { [key]: a } = require('m');", [['require m opaque']]],
    ["const a = require('m').a; a();", [['require m', ['a>a', "require('m').a", 'a call () at load']]]],
    ["const c = require('m').a.b;", [['require m', ['a>', "require('m').a", "require('m').a.b value at load"]]]],
    ["const { b } = require('m').a;", [['require m', ['a>', "require('m').a", "require('m').a.b value at load"]]]],
    ["require('m').a.b(1);", [['require m', ['a>', "require('m').a", "require('m').a.b call (1) at load"]]]],
    ["require('m')['a']();", [['require m', ['a>', "require('m')['a']", "require('m')['a'] call () at load"]]]],
    ["require('m')(1);", [['require m', ['*>', "require('m')", "require('m') call (1) at load"]]]],
    ["new (require('m').A)();", [['require m', ['A>', "require('m').A", "require('m').A new () at load"]]]],
    ["class A extends require('m') {}", [['require m', ['*>', "require('m')", "require('m') extends in A at load"]]]],
    ["require('m');", [['require m opaque']]],
    ["foo(require('m'));", [['require m opaque']]],
    ["foo(require('m')[key]);", [['require m opaque']]],
    ["module.exports = require('m');", [['require m opaque']]],
    ['const x = require(`m`);', [['require m', ['*>x', 'x']]]],
    ['const x = require(`m/${y}`);', []],
    ["let x; x = require('m'); x.a;", [['require m', ['*>x', 'x', 'x write at load', 'x.a value at load']]]],
    [
      "let a; ({ a } = require('m')); a();",
      [['require m', ['a>a', 'a', 'a write shorthand at load', 'a call () at load']]],
    ],
    [
      "function f() { let x; if (!x) x = require('m'); return x.a(); }",
      [['require m', ['*>x', 'x', 'x value in f', 'x write in f', 'x.a call () in f']]],
    ],
    [
      "function f() { const g = () => x.a(); const x = require('m'); }",
      [['require m', ['*>x', 'x', 'x.a call () in f.g']]],
    ],
    ["function f(require) { require('m'); }", []],
    [
      "import { require } from 'r'; require('m');",
      [['import r', ['require>require', 'require', "require call ('m') at load"]]],
    ],
    ["require.resolve('m');", []],
    ["import.meta.glob('./m/*');", []],
  ])('%s', (text, expected) => {
    expect(requestsOf(text, 'src/a.js')).toEqual(expected);
  });

  it.each([
    "import { createRequire } from 'node:module'; createRequire(import.meta.url)('m').a();",
    "import { createRequire as make } from 'module'; make(import.meta.url)('m').a();",
    "import module from 'node:module'; module.createRequire(import.meta.url)('m').a();",
    "import * as module from 'node:module'; const req = module.createRequire(import.meta.url); req('m').a();",
    "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url); require('m').a();",
    "import { createRequire } from 'node:module'; function f() { req('m').a(); } export const req = createRequire(import.meta.url);",
    "import { createRequire } from 'node:module'; function f() { const req = createRequire(import.meta.url); req('m').a(); }",
    "const { createRequire } = require('module'); createRequire(__filename)('m').a();",
    "const createRequire = require('module').createRequire; createRequire(__filename)('m').a();",
    "require('node:module').createRequire(__filename)('m').a();",
  ])('is also what createRequire makes: %s', (text) => {
    const request = factsOf(text, 'src/a.js').requests.find(({ specifier }) => specifier === 'm');
    expect(request?.form).toBe('require');
    expect(request?.bindings.map(({ imported }) => imported)).toEqual(['a']);
  });

  it('is not what another createRequire makes', () => {
    const text = "import { createRequire } from './mine'; createRequire()('m');";
    expect(factsOf(text).requests.map(({ specifier }) => specifier)).toEqual(['./mine']);
  });

  it('reads types and CommonJS in .cts files', () => {
    const text = "import x = require('m'); const y: any = require('n'); export = x;";
    expect(requestsOf(text, 'src/a.cts')).toEqual([
      ['import-equals m', ['*>x', 'x', 'x export as export= at load']],
      ['require n', ['*>y', 'y']],
    ]);
  });
});

describe('import()', () => {
  it.each([
    [
      "const { a, b: c } = await import('m'); c();",
      [['dynamic-import m', ['a>a', 'a'], ['b>c', 'b: c', 'c call () at load']]],
    ],
    ['const m = await import(`m`); m.a();', [['dynamic-import m', ['*>m', 'm', 'm.a call () at load']]]],
    [
      "async function f() { (await import('m')).a(); }",
      [['dynamic-import m', ['a>', "(await import('m')).a", "(await import('m')).a call () in f"]]],
    ],
    ["const { default: a } = await import('m');", [['dynamic-import m', ['default>a', 'default: a']]]],
    ["import('m').then((m) => m.a());", [['dynamic-import m', ['*>m', 'm', 'm.a call ()']]]],
    ["import('m').then(({ a, b: c }) => c());", [['dynamic-import m', ['a>a', 'a'], ['b>c', 'b: c', 'c call ()']]]],
    ["import('m').then(function (m) { return m.a; });", [['dynamic-import m', ['*>m', 'm', 'm.a value']]]],
    ["import('m').catch(fail).then((m) => m.a);", [['dynamic-import m', ['*>m', 'm', 'm.a value']]]],
    ["import('m').then(use);", [['dynamic-import m opaque']]],
    ["import('m').then(() => 1);", [['dynamic-import m opaque']]],
    ["const p = import('m');", [['dynamic-import m opaque']]],
    ["lazy(() => import('m'));", [['dynamic-import m opaque']]],
    ["await import('m');", [['dynamic-import m opaque']]],
    ['await import(name);', []],
    ['await import(`./${name}`);', []],
    [
      "const [{ a }, n] = await Promise.all([import('m'), import('n')]); n.b();",
      [
        ['dynamic-import m', ['a>a', 'a']],
        ['dynamic-import n', ['*>n', 'n', 'n.b call () at load']],
      ],
    ],
    [
      "function f(m) { import('m').then((m) => { function g(m) { m.a; } m.b; }); m.c; }",
      [['dynamic-import m', ['*>m', 'm', 'm.b value in f']]],
    ],
  ])('%s', (text, expected) => {
    expect(requestsOf(text, 'src/a.mjs')).toEqual(expected);
  });

  it('sees through type assertions', () => {
    const text = "const { a } = (await import('m')) as any; const b = (require('n') as N).b!;";
    expect(requestsOf(text)).toEqual([
      ['dynamic-import m', ['a>a', 'a']],
      ['require n', ['b>b', "(require('n') as N).b"]],
    ]);
  });
});

describe('types', () => {
  it.each([
    ["let a: import('m').X;", [['import-type m type', ['X> type', "import('m').X", "import('m').X type"]]]],
    ["let a: import('m').X.Y<string>;", [['import-type m type', ['X> type', "import('m').X", "import('m').X.Y type"]]]],
    ["let a: typeof import('m');", [['import-type m type opaque']]],
    ["let a: typeof import('m').x;", [['import-type m type', ['x> type', "import('m').x", "import('m').x typeof"]]]],
    [
      "let a: typeof import('m')['x'];",
      [['import-type m type', ['x> type', "typeof import('m')['x']", "typeof import('m')['x'] typeof"]]],
    ],
    [
      "let a: (typeof import('m'))['x'][];",
      [['import-type m type', ['x> type', "(typeof import('m'))['x']", "(typeof import('m'))['x'] typeof"]]],
    ],
    [
      "let a: import('m').X<import('n').Y>;",
      [
        ['import-type m type', ['X> type', "import('m').X", "import('m').X type"]],
        ['import-type n type', ['Y> type', "import('n').Y", "import('n').Y type"]],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(requestsOf(text)).toEqual(expected);
  });
});

describe('mocks', () => {
  it.each([
    ["vi.mock('m');", [['mock m opaque']]],
    ["jest.mock('m', () => ({ a: 1 }), { virtual: true });", [['mock m opaque']]],
    ["vi.doMock('m'); vi.unmock('m'); vi.doUnmock('m');", [['mock m opaque'], ['mock m opaque'], ['mock m opaque']]],
    ["jest.dontMock('m'); jest.setMock('m', {});", [['mock m opaque'], ['mock m opaque']]],
    ["jest.mock('m').mock('n');", [['mock m opaque'], ['mock n opaque']]],
    ["vi.mock(import('m'), () => ({}));", [['mock m opaque']]],
    ["const { a } = await vi.importActual('m'); a();", [['mock m', ['a>a', 'a', 'a call () at load']]]],
    ["const m = jest.requireActual('m'); m.a();", [['mock m', ['*>m', 'm', 'm.a call () at load']]]],
    [
      "jest.requireMock('m').a.mockReturnValue(1);",
      [['mock m', ['a>', "jest.requireMock('m').a", "jest.requireMock('m').a.mockReturnValue call (1) at load"]]],
    ],
    ["await vi.importMock('m');", [['mock m opaque']]],
    ["({ ...jest.requireActual('m') });", [['mock m opaque']]],
    ["function f(vi) { vi.mock('m'); }", []],
    ["const vi = {}; vi.mock('m');", []],
    ["vi.fn('m'); server.mock('m');", []],
  ])('%s', (text, expected) => {
    expect(requestsOf(text, 'src/a.test.js')).toEqual(expected);
  });

  it.each([
    ["import { vi } from 'vitest'; vi.mock('m');"],
    ["import { vi as v } from 'vitest'; v.mock('m');"],
    ["import { jest } from '@jest/globals'; jest.mock('m');"],
    ["import { mock } from 'node:test'; mock.module('m', {});"],
    ["import { mock } from 'bun:test'; mock.module('m', () => ({}));"],
    ["import test from 'node:test'; test('x', (t) => { t.mock.module('m'); });"],
  ])('%s', (text) => {
    const [, mock] = factsOf(text, 'src/a.test.ts').requests;
    expect([mock?.form, mock?.specifier, mock?.opaque]).toEqual(['mock', 'm', true]);
  });

  it.each([
    ["vi.mock('m');", null, false],
    ["vi.mock('m', { spy: true });", null, false],
    ["vi.mock('m', factory);", null, false],
    ["vi.mock('m', () => ({ a: 1, 'b-c': 2, __esModule: true, default: 3 }));", ['a', 'b-c', 'default'], false],
    ["vi.mock('m', async (original) => ({ ...(await original<typeof M>()), a() {} }));", ['a'], true],
    ["vi.mock('m', async (original) => { const all = await original(); return { ...all, a: 1 }; });", ['a'], true],
    ["vi.mock(import('m'), async () => ({ ...(await vi.importActual('m') as object), a: 1 }));", ['a'], true],
    ["jest.mock('m', () => Object.assign({}, jest.requireActual('m'), { a: 1 }));", ['a'], true],
    ["jest.mock('m', function () { const m = { a: 1 }; return m; });", ['a'], false],
    ["jest.mock('m', () => { const m = jest.requireActual('m'); m.a = 1; return m; });", null, false],
    ["jest.mock('m', () => ({ ...jest.requireActual('n'), a: 1 }));", null, false],
    ["jest.mock('m', () => { const a = a; return { ...a }; });", null, false],
    ["jest.mock('m', () => ({ [name]: 1 }));", null, false],
    ["jest.setMock('m', { a: 1 });", null, false],
  ])('%s', (text, replaced, keepsOthers) => {
    expect(factsOf(text, 'src/a.test.ts').requests[0]?.mock).toEqual({ replaced, keepsOthers });
  });

  it('knows the exports that the mock of node:test names', () => {
    const text = "import { mock } from 'node:test'; mock.module('m', { namedExports: { a: 1 } });";
    expect(factsOf(text).requests[1]?.mock).toEqual({ replaced: ['a'], keepsOthers: false });
  });

  it.each(["vi.unmock('m');", "jest.requireActual('m').a();", "await vi.importActual('m');"])(
    '%s mocks nothing',
    (text) => {
      expect(factsOf(text, 'src/a.test.ts').requests[0]?.mock).toBeNull();
    },
  );

  it('knows a runner that is imported below', () => {
    const text = "vi.mock('m'); import { vi } from 'vitest';";
    expect(factsOf(text).requests.map(({ form }) => form)).toEqual(['mock', 'import']);
  });
});

describe('JSDoc of JavaScript files', () => {
  it.each([
    ["/** @type {import('m').X} */ let x;", [['jsdoc m type', ['X> type', "import('m').X", "import('m').X type"]]]],
    [
      '/** @param {import("m").X<Y>[]} p */ function f(p) {}',
      [['jsdoc m type', ['X> type', 'import("m").X', 'import("m").X type']]],
    ],
    ["/** @typedef {import('m').X.Y} X */", [['jsdoc m type', ['X> type', "import('m').X", "import('m').X.Y type"]]]],
    [
      "/** @type {Map<string, import('m').X | import('n').Y>} */ let x;",
      [
        ['jsdoc m type', ['X> type', "import('m').X", "import('m').X type"]],
        ['jsdoc n type', ['Y> type', "import('n').Y", "import('n').Y type"]],
      ],
    ],
    [
      "/** @type {{ a: { b: import('m').X } }} */ let x;",
      [['jsdoc m type', ['X> type', "import('m').X", "import('m').X type"]]],
    ],
    ["/** @type {typeof import('m')} */ let x;", [['jsdoc m type opaque']]],
    ["/** @import { X, Y as Z } from 'm' */", [['jsdoc m type', ['X>X type', 'X'], ['Y>Z type', 'Y as Z']]]],
    ["/** @import * as ns from 'm' */", [['jsdoc m type', ['*>ns type', '* as ns']]]],
    ["/** @import X from 'm' */", [['jsdoc m type', ['default>X type', 'X']]]],
    [
      "/**\n * @import {\n *   X,\n *   Y,\n * } from 'm'\n */",
      [['jsdoc m type', ['X>X type', 'X'], ['Y>Y type', 'Y']]],
    ],
    ["/** use import('m').X */ let x;", []],
    ["/* @type {import('m').X} */ let x;", []],
    ["// @type {import('m').X}", []],
    ['const s = "/** @type {import(\'m\').X} */";', []],
  ])('%s', (text, expected) => {
    expect(requestsOf(text, 'src/a.js')).toEqual(expected);
  });

  it('are not read in TypeScript', () => {
    expect(factsOf("/** @type {import('m').X} */ let x;").requests).toEqual([]);
  });

  it('have ranges in the source', () => {
    const text = "let a;\r\n/** 😀 @type {import('m').X} */\r\nlet b;";
    const [request] = factsOf(text, 'src/a.js').requests;
    expect([textAt(text, request?.range), textAt(text, request?.specifierRange)]).toEqual(["import('m').X", "'m'"]);
  });
});

describe('a request runs while the module loads', () => {
  it.each<[string, boolean[]]>([
    ["import 'm'; export * from 'm';", [true, true]],
    ["import type { A } from 'm'; let a: import('m').A;", [false, false]],
    ["const a = require('m'); { import('m'); }", [true, true]],
    ["export const load = () => require('m');", [false]],
    ["class A { static a = require('m'); b = require('m'); c() { return import('m'); } }", [true, false, false]],
    ["(() => require('m'))();", [true]],
  ])('%s', (text, atLoad) => {
    expect(factsOf(text).requests.map((request) => request.atLoad)).toEqual(atLoad);
  });
});
