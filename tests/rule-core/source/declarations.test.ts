import { describe, expect, it } from 'vitest';
import type { Declaration, Member, ValueFact } from '../../../rule-core/src/source/facts.js';
import { factsOf, textAt } from './facts-of.js';

function declarationsOf(text: string, path?: string): readonly Declaration[] {
  return factsOf(text, path).declarations;
}

/** Kind, scope, name, and the names under which it leaves. */
function heads(text: string, path?: string): string[] {
  return declarationsOf(text, path).map(({ kind, scope, name, exportedAs }) =>
    [kind, scope === '' ? name : `${scope}/${name}`, ...exportedAs].join(' '),
  );
}

function only(text: string, path?: string): Declaration {
  const declarations = declarationsOf(text, path);
  expect(declarations).toHaveLength(1);
  const [declaration] = declarations;
  if (declaration === undefined) {
    throw new Error('no declaration');
  }
  return declaration;
}

function valueOf(expression: string): string {
  return short(`const v = ${expression};`, only(`const v = ${expression};`).value);
}

/** A value in short: its kind and what it refers to. */
function short(text: string, value: ValueFact | null): string {
  if (value === null) {
    return 'nothing';
  }
  switch (value.kind) {
    case 'reference':
    case 'new':
    case 'call':
      return `${value.kind} ${value.target === null ? '?' : [value.target.name, ...value.target.path].join('.')} ${value.target?.origin ?? ''}`.trim();
    case 'object':
      return `object ${value.members.map(({ name }) => name).join(',')}`.trim();
    case 'assignment':
      return `assignment ${value.to?.name ?? '?'} = ${short(text, value.value)}`;
    case 'choice':
      return `choice ${value.values.map((one) => short(text, one)).join(' | ')}`;
    default:
      return value.kind;
  }
}

describe('which declarations there are', () => {
  it.each([
    ['class A {} export class B {} export default class C {}', ['class A', 'class B B', 'class C default']],
    [
      'function f() {} export function g() {} export default function h() {}',
      ['function f', 'function g g', 'function h default'],
    ],
    ['export default class {}', ['class  default']],
    ['export default function () {}', ['function  default']],
    ['const a = 1, b = 2; export let c; var d;', ['variable a', 'variable b', 'variable c c', 'variable d']],
    ['interface A {} type B = 1; enum C {} namespace D {}', ['interface A', 'type B', 'enum C', 'namespace D']],
    [
      'export interface A {} export type B = 1; export enum C {} export namespace D {}',
      ['interface A A', 'type B B', 'enum C C', 'namespace D D'],
    ],
    ['class A {} export { A, A as B, A as default };', ['class A A B default']],
    ['const a = 1; export default a;', ['variable a default']],
    ['const a = 1; export = a;', ['variable a export=']],
    [
      'const { a, b: c, d: { e = 1 }, ...f } = g; const [h, [i]] = j;',
      ['variable a', 'variable c', 'variable e', 'variable f', 'variable h', 'variable i'],
    ],
    [
      'if (a) { var b; let c; function d() {} } for (var e of f) {} try {} catch { var g; }',
      ['variable b', 'variable e', 'variable g'],
    ],
    [
      'function f() { const a = 1; function g() {} interface I {} type T = 1; enum E {} class C { m() { class D {} } } }',
      ['function f', 'class f/C', 'class f.C.m/D'],
    ],
    ['(() => { var a; })(); class A { static { var b; } }', ['class A']],
    ['const A = class { m() {} };', ['variable A', 'class A/']],
    ['const A = class B {};', ['variable A', 'class A/B']],
    ['export const make = () => class extends X {};', ['variable make make', 'class make/']],
    ['const o = { A: class {} };', ['variable o', 'class o.A/']],
    [
      'namespace N { const a = 1; export function f() {} export class C {} namespace M { export interface I {} } }',
      ['namespace N', 'variable N/a', 'function N/f f', 'class N/C C', 'namespace N/M', 'interface N.M/I I'],
    ],
    ['namespace A.B.C { export const d = 1; }', ['namespace A.B.C', 'variable A.B.C/d d']],
    [
      "declare module 'm' { export const a: 1; } declare global { interface Window { x: 1 } }",
      ['namespace "m"', 'variable "m"/a a', 'namespace global', 'interface global/Window'],
    ],
    ["import a, { b } from 'm'; import c = require('n'); import d = a.e;", ['variable d']],
  ])('%s', (text, expected) => {
    expect(heads(text)).toEqual(expected);
  });

  it('leave out variables that hold another module', () => {
    const text =
      "const a = require('m'); const { b } = require('n'); const c = require('o').c; let d; d = require('p'); const e = 1;";
    expect(heads(text, 'src/a.cjs')).toEqual(['variable e']);
  });

  it('are exported by CommonJS, too', () => {
    const text = 'function f() {} class A {} const b = 1; module.exports = { f, g: A }; exports.c = b;';
    expect(heads(text, 'src/a.cjs')).toEqual(['function f f', 'class A g', 'variable b c']);
  });
});

describe('where they are', () => {
  it.each([
    ['export default class A {}', 'export default class A {}', 'A'],
    ['export class A<T> {}', 'export class A<T> {}', 'A'],
    ['@a.class() export abstract class A {}', 'export abstract class A {}', 'A'],
    ['export default class {}', 'export default class {}', 'class'],
    ['export default abstract /* class */ class {}', 'export default abstract /* class */ class {}', 'class'],
    ['export default async function () {}', 'export default async function () {}', 'function'],
    ['export const a: string = "b";', 'a: string = "b"', 'a'],
    ['namespace A.B {}', 'namespace A.B {}', 'A.B'],
    ['export declare function f(): void;', 'export declare function f(): void;', 'f'],
  ])('%s', (text, range, nameRange) => {
    const declaration = only(text);
    expect([textAt(text, declaration.range), textAt(text, declaration.nameRange)]).toEqual([range, nameRange]);
  });
});

describe('modifiers', () => {
  it.each([
    ['declare class A {}', [true, false, null]],
    ['abstract class A {}', [false, true, null]],
    ['declare const a: 1;', [true, false, 'const']],
    ['let a;', [false, false, 'let']],
    ['using a = b();', [false, false, 'using']],
    ['declare function f(): void;', [true, false, null]],
    ['declare enum E {}', [true, false, null]],
  ])('%s', (text, expected) => {
    const { ambient, abstract, binding } = only(text);
    expect([ambient, abstract, binding]).toEqual(expected);
  });

  it('reads await using', () => {
    expect(only('await using a = b();').binding).toBe('using');
  });

  it('takes everything in a declaration file and in an ambient namespace for ambient', () => {
    expect(declarationsOf('export class A {} export const b: 1;', 'src/a.d.ts').map(({ ambient }) => ambient)).toEqual([
      true,
      true,
    ]);
    expect(
      declarationsOf('declare namespace N { const a: 1; class B {} } const c = 1;').map(({ ambient }) => ambient),
    ).toEqual([true, true, true, false]);
  });

  it('sees decorators', () => {
    expect(
      declarationsOf('@a class A { @b m() {} @c d; e; } class B {}').map(({ decorated, members }) => [
        decorated,
        ...members.map((member) => member.decorated),
      ]),
    ).toEqual([[true, true, true, false], [false]]);
  });
});

describe('heritage', () => {
  it('names what is extended and implemented', () => {
    const text =
      "import { A } from 'a'; interface I {} class B extends A.C<D> implements I, N.J<string> {} function f() { class L {} class M extends L {} }";
    const [, b, , l, m] = declarationsOf(text);
    const short = (names: Declaration['extends']): string[] =>
      names.map(({ name, path, origin }) => `${[name, ...path].join('.')} ${origin}`);
    expect([short(b?.extends ?? []), short(b?.implements ?? [])]).toEqual([['A.C import'], ['I module', 'N.J global']]);
    expect([l?.name, short(m?.extends ?? [])]).toEqual(['L', ['L local']]);
    expect(textAt(text, b?.extends[0]?.range)).toBe('A.C');
  });

  it('leaves out what is computed, and names what a mixin is applied to', () => {
    expect(only('class A extends bases[index] {}').extends).toEqual([]);
    expect(only("class A extends require('m') {}").extends).toEqual([]);
    expect(only('class A extends outer(inner(B), C.D) {}').extends).toMatchObject([
      { name: 'B', path: [] },
      { name: 'C', path: ['D'] },
    ]);
  });
});

describe('functions', () => {
  it('have a signature', () => {
    const text =
      'async function* f<T extends X = Y>(a: string, b?: number, c = 1, { d, e: { g } }: O = {}, [h]: T[] = [], ...i: T[]): AsyncGenerator<T> {}';
    const { signature } = only(text);
    expect(
      signature?.parameters.map(({ name, type, optional, rest, keys }) => [
        name,
        type?.text ?? null,
        optional,
        rest,
        keys,
      ]),
    ).toEqual([
      ['a', 'string', false, false, null],
      ['b', 'number', true, false, null],
      ['c', null, true, false, null],
      ['', 'O', true, false, ['d', 'e']],
      ['', 'T[]', true, false, null],
      ['i', 'T[]', false, true, null],
    ]);
    expect([signature?.async, signature?.generator, signature?.typeParameters, signature?.returns?.text]).toEqual([
      true,
      true,
      '<T extends X = Y>',
      'AsyncGenerator<T>',
    ]);
  });

  it.each([
    ['const f = (a) => a;', ['a']],
    ['const f = (async function (b) {}) as F;', ['b']],
    ['const f = function (c) {} satisfies F;', ['c']],
    ['export default (a) => a;', undefined],
    ['const f = memo((a) => a);', undefined],
  ])('%s', (text, expected) => {
    expect(declarationsOf(text)[0]?.signature?.parameters.map(({ name }) => name)).toEqual(expected);
  });

  it.each([
    ['function f(a: 1): 1; function f(a: 2): 2; function f(a: any): any { return a; }', [['f', 'any', 2]]],
    [
      'export function f(a: 1): 1; export function f(a: any): any { return a; } function g() {}',
      [
        ['f', 'any', 1],
        ['g', '', 0],
      ],
    ],
    [
      'declare function f(a: 1): 1; declare function f(a: 2): 2; declare function g(): 3;',
      [
        ['f', '1', 2],
        ['g', '3', 0],
      ],
    ],
    ['export default function f(a: 1): 1; export default function f(a: any): any {}', [['f', 'any', 1]]],
    [
      'namespace N { function f(): 1; function f(): any {} } function f(): 2 {}',
      [
        ['N', '', 0],
        ['f', 'any', 1],
        ['f', '2', 0],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(
      declarationsOf(text).map(({ name, signature, overloads }) => [name, signature?.returns?.text ?? '', overloads]),
    ).toEqual(expected);
  });

  it.each([
    ['function f() { return this.a; }', true],
    ['function f() { return () => this; }', true],
    ['function f() { return function () { return this; }; }', false],
    ['function f() { class A { a = this; m() { return this; } static { this; } } }', false],
    ['const f = () => this;', true],
  ])('%s', (text, usesThis) => {
    expect(declarationsOf(text).find(({ name }) => name === 'f')?.signature?.usesThis).toBe(usesThis);
  });

  it.each([
    ['const f = () => new A();', ['new A global']],
    ['function f() { if (a) return b; return () => { return c; }; }', ['reference b global', 'function']],
    ['function f() { return; }', []],
    ['const f = async () => { return await make(); };', ['call make global']],
    ['const f = () => ({ a: 1, b() {} });', ['object a,b']],
    ['function f() { return (x ??= new A()); } let x;', ['assignment x = new A global']],
  ])('%s', (text, expected) => {
    const returned = declarationsOf(text).find(({ name }) => name === 'f')?.signature?.returned ?? [];
    expect(returned.map((value) => short(text, value))).toEqual(expected);
  });

  it('complete the signatures of functions in what they return', () => {
    const [factory] = declarationsOf(
      'function make(target) { return { run: () => target.run(), stop() { return this.x; } }; }',
    );
    const [value] = factory?.signature?.returned ?? [];
    const members = value?.kind === 'object' ? value.members : [];
    expect(
      members.map(({ name, kind, signature }) => [
        name,
        kind,
        signature?.usesThis,
        signature?.returned.map((one) => short('', one)),
      ]),
    ).toEqual([
      ['run', 'field', false, ['call target.run local']],
      ['stop', 'method', true, ['reference this.x this']],
    ]);
  });
});

describe('members', () => {
  function members(text: string): (string | boolean)[][] {
    return (declarationsOf(text)[0]?.members ?? []).map(describeMember);
  }

  function describeMember(member: Member): (string | boolean)[] {
    const flags = (['static', 'optional', 'readonly'] as const).filter((flag) => member[flag]);
    return [member.kind, member.name, member.visibility, ...flags];
  }

  it('of classes', () => {
    const text = `abstract class A {
      constructor(private a: string, readonly b?: X) {}
      m() {} async *n() {} get g() { return 1; } set g(v) {} static s() {} #p() {}
      private q: string = ''; protected readonly r?: number; static t = new A(); accessor u = 1; declare v: 1;
      abstract w(): void; abstract x: string; ['y']() {} 'z' = 1; 1 = 2; [k]() {} [key: string]: any; static {}
    }`;
    expect(members(text)).toEqual([
      ['constructor', 'constructor', 'public'],
      ['method', 'm', 'public'],
      ['method', 'n', 'public'],
      ['getter', 'g', 'public'],
      ['setter', 'g', 'public'],
      ['method', 's', 'public', 'static'],
      ['method', '#p', 'private'],
      ['field', 'q', 'private'],
      ['field', 'r', 'protected', 'optional', 'readonly'],
      ['field', 't', 'public', 'static'],
      ['field', 'u', 'public'],
      ['field', 'v', 'public'],
      ['method', 'w', 'public'],
      ['field', 'x', 'public'],
      ['method', 'y', 'public'],
      ['field', 'z', 'public'],
      ['field', '1', 'public'],
      ['method', '', 'public'],
      ['index', '', 'public'],
    ]);
    const [a] = declarationsOf(text);
    expect(
      a?.members[0]?.signature?.parameters.map(({ name, property, optional }) => [name, property, optional]),
    ).toEqual([
      ['a', true, false],
      ['b', true, true],
    ]);
    expect(
      a?.members.filter(({ value }) => value !== null).map(({ name, value }) => `${name} ${short(text, value)}`),
    ).toEqual(['q other', 't new A module', 'u other', 'z other', '1 other']);
  });

  it('of overloaded methods: the implementation once', () => {
    const text =
      'class A { constructor(a: 1); constructor(a: any) {} m(a: 1): 1; m(a: any): any {} static m(): 2 {} } declare class B { m(a: 1): 1; m(a: 2): 2; }';
    expect(
      declarationsOf(text).map((declaration) =>
        declaration.members.map(({ kind, name, signature }) => [kind, name, signature?.returns?.text ?? '']),
      ),
    ).toEqual([
      [
        ['constructor', 'constructor', ''],
        ['method', 'm', 'any'],
        ['method', 'm', '2'],
      ],
      [['method', 'm', '1']],
    ]);
  });

  it('of interfaces and object types', () => {
    const expected = [
      ['field', 'a', 'public'],
      ['field', 'b', 'public', 'optional', 'readonly'],
      ['method', 'm', 'public', 'optional'],
      ['getter', 'g', 'public'],
      ['index', '', 'public', 'readonly'],
      ['method', '', 'public'],
      ['constructor', '', 'public'],
    ];
    const body =
      '{ a: string; readonly b?: () => void; m?(a: 1): 2; get g(): 1; readonly [k: string]: any; (a: 1): 2; new (a: 1): A }';
    expect(members(`interface A ${body}`)).toEqual(expected);
    expect(members(`type A = ${body};`)).toEqual(expected);
  });

  it.each(['{ a: 1, b() {}, c: () => 1, get d() { return 1; }, "e": f, [g]: 1, ...h, i }'])(
    'of object literals: %s',
    (object) => {
      const expected = [
        ['field', 'a', 'public'],
        ['method', 'b', 'public'],
        ['field', 'c', 'public'],
        ['getter', 'd', 'public'],
        ['field', 'e', 'public'],
        ['field', '', 'public'],
        ['field', 'i', 'public'],
      ];
      for (const wrapped of [
        object,
        `${object} as const`,
        `${object} satisfies X`,
        `Object.freeze(${object})`,
        `Object.freeze(${object} as const) as X`,
      ]) {
        expect(members(`const o = ${wrapped};`)).toEqual(expected);
      }
      expect(members(`const Object = 1 as any; const o = Object.freeze(${object});`)).toEqual([]);
    },
  );

  it('know what they hold', () => {
    const [o] = declarationsOf(
      "import { old } from 'm'; export const o = { run: old, nested: { run: old }, go: (a) => old(a), old };",
    );
    expect(
      o?.members.map(({ name, value, signature }) => [name, short('', value), signature?.parameters.length ?? null]),
    ).toEqual([
      ['run', 'reference old import', null],
      ['nested', 'object run', null],
      ['go', 'function', 1],
      ['old', 'reference old import', null],
    ]);
  });
});

describe('values', () => {
  it.each([
    ['a', 'reference a global'],
    ['a.b["c"]', 'reference a.b.c global'],
    ['a[b]', 'other'],
    ['v', 'reference v module'],
    ['(a as any).b!', 'reference a.b global'],
    ['a?.b', 'reference a.b global'],
    ['new A.B()', 'new A.B global'],
    ['new (f())()', 'new ?'],
    ['await f.g()', 'call f.g global'],
    ['f()()', 'call ?'],
    ['() => 1', 'function'],
    ['class {}', 'class'],
    ['{ a: 1 }', 'object a'],
    ['a ?? b', 'choice reference a global | reference b global'],
    ['a || new B()', 'choice reference a global | new B global'],
    ['a ? null : undefined', 'choice null | null'],
    ['void 0', 'null'],
    ['(a = new B())', 'assignment a = new B global'],
    ['(a.b ||= 1)', 'assignment a = other'],
    ['(a += 1)', 'other'],
    ['(0, a.b)', 'reference a.b global'],
    ['this', 'reference this this'],
    ['this.a', 'reference this.a this'],
    ['"a"', 'other'],
    ['/a/', 'other'],
    ['[a]', 'other'],
    ['`a`', 'other'],
  ])('%s', (expression, expected) => {
    const text = `const v = ${expression};`;
    const [declaration] = declarationsOf(text);
    expect(short(text, declaration?.value ?? null)).toBe(expected);
    if (!expression.includes('class')) {
      expect(valueOf(expression)).toBe(expected);
    }
  });

  it('follow destructuring to the member', () => {
    const text =
      "import * as ns from 'm'; const { old: o, a: { b } } = ns; const { c } = ns.d; const { [k]: e, ...f } = ns; const { g } = h();";
    expect(declarationsOf(text).map(({ name, value }) => `${name} ${short(text, value)}`)).toEqual([
      'o reference ns.old import',
      'b reference ns.a.b import',
      'c reference ns.d.c import',
      'e other',
      'f other',
      'g other',
    ]);
  });

  it('of assignments', () => {
    const text =
      'let a; a = new X(); function f() { a ??= make(); } class C { static i; static get() { return (C.i ??= new C()); } set() { this.i = a; b.c = 1; local += 1; } }';
    expect(
      factsOf(text).assignments.map(
        ({ target, value, scope }) =>
          `${[target.name, ...target.path].join('.')} ${target.origin} = ${short(text, value)} in ${scope}`,
      ),
    ).toEqual([
      'a module = new X global in ',
      'a module = call make global in f',
      'C.i module = new C module in C.get',
      'this.i this = reference a module in C.set',
    ]);
  });
});

describe('types', () => {
  it('are texts with the names at their top', () => {
    const text = "import { A } from 'a'; let v: A.B<C> |\n\t null | undefined & (D | string) | E[] | Promise<F>;";
    const { type } = declarationsOf(text)[0] ?? {};
    expect(type?.text).toBe('A.B<C> | null | undefined & (D | string) | E[] | Promise<F>');
    expect(type?.top.map(({ name, path, origin }) => `${[name, ...path].join('.')} ${origin}`)).toEqual([
      'A.B import',
      'D global',
      'Promise global',
    ]);
    expect(textAt(text, type?.top[0]?.range)).toBe('A.B');
  });

  it('of aliases', () => {
    expect(only('type A<T> = B<T>;').type?.top.map(({ name }) => name)).toEqual(['B']);
  });
});
