import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { parseModule } from '../../../rule-core/src/source/parse-module.js';
import { visitorKeys } from '@typescript-eslint/visitor-keys';
import { factsOf } from './facts-of.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Statements that any of them may follow or precede, in forms that parsers or scope analyses treat differently. */
const STATEMENTS = [
  "import a1, { b1 as c1, type D1 } from 'm1';",
  "import * as n1 from 'm2';",
  "export { x1 as 'y 1' } from 'm3';",
  "export * as n2 from 'm4';",
  "import e1 = require('m5');",
  'import q1 = n1.q.r;',
  'n1?.a?.[`b`]!.c?.(n1, ...n1.d);',
  '(n1 as any).a = (<any>n1).b satisfies n1.C;',
  'const { a2, b2: { c2 = n1.z }, ...d2 } = n1;',
  'for (const [k3, { v3 }] of Object.entries(n1)) { var w3 = v3; label3: for (;;) { break label3; } }',
  'export default class extends n1.Base<n1.T> implements n1.I { #p = n1; static { n1.s(this); } @n1.dec() m(@n1.par p?: n1.P) { return super.m?.(p); } }',
  'abstract class A5<T extends n1.U = n1.V> { constructor(private readonly x: T, y = n1) { void y; } abstract z: T; accessor w = 1; get g() { return this.x; } declare k: 1; [key: string]: unknown; override o?() {} }',
  'function f6(this: n1.T, a: string): void; function f6(a: any) { return arguments[0] ?? f6(a); }',
  'namespace N7.M7 { export const v = n1; export namespace O7 { type T = typeof v; } }',
  "declare module 'm8' { import { z8 } from 'm9'; export const y8: typeof z8; }",
  'declare global { interface Window { n9: typeof import("m10").x } }',
  'enum E10 { a = n1.a, b = a, "c d" = 1 }',
  'type M11<T> = { readonly [K in keyof T as `x${K & string}`]?: T[K] extends infer R extends n1.Q ? R : import("m11").S<T> };',
  'type F12 = new (...args: [first: n1.A, second?: n1.B]) => asserts args is n1.C;',
  'interface I13<T> extends n1.A<T>, I13.B { (a: n1.C): typeof n1.d; new (): this; readonly [k: symbol]: n1; m?<U>(u: U): u is n1.E; get g(): n1.F; }',
  'const o14 = { n1, a: n1, [n1.k]: 1, m() { return this; }, get g() { return n1; }, set s(v: n1.V) {}, async *gen() { yield* n1; }, ...n1.rest };',
  '[n1.a, o14.b = n1, ...w3[0]] = [1]; ({ a: n1.c, ...o14 } = n1); o14 ??= n1;',
  'try { throw new n1.E`a${n1}b`; } catch ({ message }) { n1(message); } finally {}',
  "const r15 = require('m15').a.b, { s15, ...t15 } = require('m16');",
  "async function g16() { const { p } = await import('m17'); (await import(`m18`)).q(); return import('m19').then(({ z }) => z); }",
  'const h17 = (async () => { for await (const x of n1.y) x; })(), i17 = class J17 { static a = J17; b = () => this; };',
  'using u18 = n1.dispose(); switch (n1.a) { case n1.b: let n1x = n1; default: n1x; }',
  'function* g19<const T>(x = n1, { y = x, z: [w] = [y] }: n1.O = {}) { if (new.target) return import.meta.url; }',
  "/** @type {import('m20').X} */ let j20; // eslint-disable-line\n",
  "vi.mock('m21', async () => ({ ...(await vi.importActual<typeof import('m21')>('m21')), a: n1 }));",
  'export const k22 = n1 as const, l22 = <const T,>(t: T) => t; export type { D1 as D22 };',
  'let a23: n1.A | null, b23: (typeof n1)["x"][], c23: unique symbol, d23: `${n1.B}`; a23!; undefined; NaN;',
];

const SCRIPT_STATEMENTS = [
  'var a1 = require("m1"), { b1, c1: { d1 } } = require("m2");',
  'function f2(a) { return a1.x + arguments.length + f2(this.y); }',
  'exports.e3 = f2; module.exports.f3 = () => a1; module.exports = { a1, b1, f2, g() {} };',
  'class A4 extends a1.B { static #p = A4; m() { return super.m(this.#q); } #q = a1; }',
  'g5 = a1; typeof h5; delete a1.x; a1.y++;',
  'if (a1) { var i6; let j6; function k6() { return i6; } } k6?.();',
  'label7: for (var l7 in a1) { continue label7; }',
  'var { x8 = a1, ...y8 } = f2`a${a1}`;',
  '(function () { return a1; }).call(this); (() => b1)();',
  'for (const z9 of [a1]) { setTimeout(() => z9, 1); }',
  'var Comp = () => <A4.B c={a1} {...b1}><Comp>{f2()}</Comp><div a:b="1" x-y /><></></A4.B>;',
  "/** @param {import('m3').X} x */ function k10(x) {}",
];

describe('the facts are the same for the trees of every parser', () => {
  it('of any sequence of statements', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(STATEMENTS, { minLength: 1 }), (statements) => {
        factsOf(statements.join('\n'));
      }),
      { numRuns: 60 },
    );
  });

  it.each(['src/a.js', 'src/a.cjs'])('of any sequence of statements in %s', (path) => {
    fc.assert(
      fc.property(fc.shuffledSubarray(SCRIPT_STATEMENTS, { minLength: 1 }), (statements) => {
        factsOf(statements.join('\r\n'), path);
      }),
      { numRuns: 40 },
    );
  });

  it.each(STATEMENTS)('%s', (statement) => {
    expect(factsOf(statement).path).toBe('src/a.ts');
  });

  it('of the modules of this repository', { timeout: 120_000 }, () => {
    const paths = globSync(['{rule-core,eslint-plugin,examples,tests}/**/*.{ts,tsx,cts,mts,js,jsx,cjs,mjs}'], {
      cwd: root,
      ignore: ['**/node_modules/**', '**/dist/**'],
    });
    expect(paths.length).toBeGreaterThan(40);
    for (const path of paths) {
      const text = readFileSync(`${root}/${path}`, 'utf8');
      if (parseModule(path, text).kind === 'parsed') {
        factsOf(text, path);
      }
    }
  });
});

describe('the tree', () => {
  it('has only nodes whose children are known', () => {
    const unknown = new Set<string>();
    function visit(value: unknown): void {
      if (Array.isArray(value)) {
        value.forEach(visit);
      } else if (typeof value === 'object' && value !== null) {
        if ('type' in value && typeof value.type === 'string' && visitorKeys[value.type] === undefined) {
          unknown.add(value.type);
        }
        Object.values(value).forEach(visit);
      }
    }
    for (const [path, statements] of [
      ['src/a.ts', STATEMENTS],
      ['src/a.jsx', SCRIPT_STATEMENTS],
    ] as const) {
      for (const statement of statements) {
        const result = parseModule(path, statement);
        expect(result.kind, statement).toBe('parsed');
        visit(result.kind === 'parsed' ? result.module.program : null);
      }
    }
    expect([...unknown]).toEqual([]);
  });
});
