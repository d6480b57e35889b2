import { describe, expect, it } from 'vitest';
import { factsOf, line, textAt } from './facts-of.js';

/** Uses of the module-level name `X`, one line each. */
function usesOfX(text: string, path?: string): string[] {
  return (factsOf(text, path).localUses['X'] ?? []).map((reference) => line(text, reference));
}

/** Uses of globals, one line each. */
function globalsOf(text: string, path?: string): string[] {
  return factsOf(text, path).globals.map(
    ({ destructured, reference }) => line(text, reference) + (destructured ? ' destructured' : ''),
  );
}

describe('roles', () => {
  it.each([
    ['X;', ['X value at load']],
    ['X();', ['X call () at load']],
    ['X(1, ...a);', ['X call (1, ...a) spread at load']],
    ['X<T>(1);', ['X call (1) <T> at load']],
    ['X?.(1);', ['X call (1) optional at load']],
    ['await X(1);', ['X call (1) awaited at load']],
    ['await X?.a();', ['X.a call () awaited optional at load']],
    ['new X(1);', ['X new (1) at load']],
    ['new X;', ['X new () at load']],
    ['new X.A<T>();', ['X.A new () <T> at load']],
    ['class A extends X {}', ['X extends in A at load']],
    ['class A extends X.B<C> {}', ['X.B extends in A at load']],
    ['class A extends mixin(X) {}', ['X value in A at load']],
    ['class A implements X, X.I<X> {}', ['X implements in A', 'X.I implements in A', 'X type in A']],
    ['interface A extends X, X.I<X> {}', ['X implements in A', 'X.I implements in A', 'X type in A']],
    ['let a: X;', ['X type']],
    ['let a: X.A.B<X>[];', ['X.A.B type', 'X type']],
    ['f<X>();', ['X type']],
    ['let a: typeof X.a;', ['X.a typeof']],
    ['let a: X["a"]["b"];', ['X type']],
    ['let a: keyof typeof X;', ['X typeof']],
    ['function f(a: unknown): asserts a is X {}', ['X type in f']],
    ['type A = X | { a: X };', ['X type in A', 'X type in A']],
    ['a as X; <X>a; a satisfies X;', ['X type', 'X type', 'X type']],
    ['a instanceof X; X instanceof a;', ['X instanceof at load', 'X value at load']],
    ['X`a${1}b${c}`;', ['X tag (1, c) at load']],
    ['@X class A {}', ['X decorator in A at load']],
    ['@X.a(1) class A {}', ['X.a decorator (1) in A at load']],
    ['@f(X) class A {}', ['X value in A at load']],
    [
      'class A { @X a; @X() m() {} constructor(@X() a) {} }',
      ['X decorator in A.a at load', 'X decorator () in A.m at load', 'X decorator () in A.constructor at load'],
    ],
    ['export { X };', ['X export as X at load']],
    [
      "export { X as Y, X as 'a b', X as default };",
      ['X export as Y at load', 'X export as a b at load', 'X export as default at load'],
    ],
    ['export default X;', ['X export as default at load']],
    ['export default X.a;', ['X.a export as default at load']],
    ['export = X;', ['X export as export= at load']],
    [
      'X = 1; X += 1; X ??= 1; X++; --X;',
      ['X write at load', 'X write at load', 'X write at load', 'X write at load', 'X write at load'],
    ],
    ['X.a = 1; X.a++; delete X.a;', ['X.a write at load', 'X.a write at load', 'X.a value at load']],
    [
      '[X] = a; ({ X } = a); ({ a: X } = b); [...X] = a; [X = 1] = a;',
      ['X write at load', 'X write shorthand at load', 'X write at load', 'X write at load', 'X write at load'],
    ],
    ['for (X of a); for (X in a);', ['X write at load', 'X write at load']],
    ['({ [X]: a } = b);', ['X value at load']],
    [
      '({ X }); ({ a: X }); ({ [X]: 1 }); ({ X: 1 });',
      ['X value shorthand at load', 'X value at load', 'X value at load'],
    ],
    ['import Y = X.Z;', ['X.Z value at load']],
    ['enum E { a = X.b } enum F { a = X, X }', ['X.b value in E at load']],
    [
      'f(X); [X]; !X; X ? X : X; `${X}`;',
      [
        'X value at load',
        'X value at load',
        'X value at load',
        'X value at load',
        'X value at load',
        'X value at load',
        'X value at load',
      ],
    ],
    ['X.then(X).a;', ['X.then call (X) at load', 'X value at load']],
    ['a.X; a?.X; ({ X() {} }); class A { X = 1; #X = 2; get X() { return this.#X; } }', []],
    ['X: for (;;) break X;', []],
    ['class X1 {} type X2 = { X: 1 }; enum E { X = 1, b = X }', []],
    ['import { X as Y } from "m";', []],
  ])('%s', (text, expected) => {
    expect(usesOfX(`import { X } from 'x';\n${text}`)).toEqual(expected);
  });

  it.each([
    ['<X />;', ['X jsx at load']],
    ['<X>a</X>;', ['X jsx closed X at load']],
    ['<X.A.B c={X}>{X}</X.A.B>;', ['X.A.B jsx closed X.A.B at load', 'X value at load', 'X value at load']],
    ['<div X="1"><x-X /></div>;', []],
    ['<a:X />;', []],
    ['const A = () => <X />;', ['X jsx in A']],
    ['function f(X) { return <X></X>; }', []],
  ])('%s', (text, expected) => {
    const declared = `const X = 1;\n${text}`;
    expect(usesOfX(declared, 'src/a.jsx')).toEqual(expected);
    expect(usesOfX(declared, 'src/a.tsx')).toEqual(expected);
  });

  it('sees the type arguments of JSX', () => {
    expect(usesOfX("import { X } from 'x'; <A<X> />;", 'src/a.tsx')).toEqual(['X type']);
  });

  it('sees a lower-case object of a JSX member', () => {
    const text = "import * as ui from 'ui'; <ui.Button></ui.Button>; <ui />;";
    expect(factsOf(text, 'src/a.jsx').localUses['ui']?.map((use) => line(text, use))).toEqual([
      'ui.Button jsx closed ui.Button at load',
    ]);
  });
});

describe('member chains', () => {
  it.each([
    ["X.a.b; X?.a?.b; X['a'][`b`]; X[0].a;", ['X.a.b', 'X.a.b', 'X.a.b', 'X.0.a']],
    [
      '(X as any).a; X!.a; (<any>X).a; (X satisfies Y).a; (X!.a as Y).b; ((X)).a;',
      ['X.a', 'X.a', 'X.a', 'X.a', 'X.a.b', 'X.a'],
    ],
    ['X.a[b].c; X[`a${b}`]; X.#a;', ['X.a', 'X', 'X']],
    ['X.a().b; X.a`b`.c; (await X.a).b;', ['X.a', 'X.a', 'X.a']],
    ['let a: X.A.B; let b: typeof X.a.b;', ['X.A.B', 'X.a.b']],
  ])('%s', (text, expected) => {
    const source = text.includes('#a')
      ? `let X; class A { #a; static f() { ${text} } }`
      : `import { X } from 'x';\n${text}`;
    const uses = factsOf(source).localUses['X'] ?? [];
    expect(uses.map(({ path }) => ['X', ...path].join('.'))).toEqual(expected);
  });

  it('gives the range of each link', () => {
    const text = "let X;\n((X as any)['a']!).b?.c();";
    const [use] = factsOf(text).localUses['X'] ?? [];
    expect(use?.links.map((link) => textAt(text, link))).toEqual([
      "(X as any)['a']",
      "((X as any)['a']!).b",
      "((X as any)['a']!).b?.c",
    ]);
    expect([textAt(text, use?.call?.range), use?.call?.optional]).toEqual(["((X as any)['a']!).b?.c()", true]);
  });

  it('counts UTF-16 code units behind a byte order mark, CRLF and emoji', () => {
    const text = "\ufeff// 😀\r\nlet X; '😀'; X.a();";
    const [use] = factsOf(text).localUses['X'] ?? [];
    expect(textAt(text.slice(1), use?.links[0])).toBe('X.a');
  });
});

describe('destructuring', () => {
  it.each([
    ['const { a, b: c } = X;', ['X.a', 'X.b'], ['a', 'b: c']],
    ['const { a: { b, c: d } } = X;', ['X.a.b', 'X.a.c'], ['b', 'c: d']],
    ['const { a = 1, ...rest } = X;', ['X.a', 'X'], ['a = 1', undefined]],
    ['const { [key]: a } = X;', ['X'], [undefined]],
    ['const { a } = X.b;', ['X.b.a'], ['a']],
    ['let a; ({ a } = X);', ['X.a'], ['a']],
    ['function f({ a } = X) {}', ['X.a'], ['a']],
    ['const { a } = X as any;', ['X.a'], ['a']],
    ['const {} = X;', ['X'], [undefined]],
    ['const [a] = X;', ['X'], [undefined]],
    ['const { a } = await X;', ['X'], [undefined]],
  ])('%s', (text, paths, links) => {
    const source = `let X;\n${text}`;
    const uses = factsOf(source).localUses['X'] ?? [];
    expect(uses.map(({ path }) => ['X', ...path].join('.'))).toEqual(paths);
    expect(
      uses.map((use) => use.links.at(-1)).map((link) => (link === undefined ? undefined : textAt(source, link))),
    ).toEqual(links);
    expect(uses.map(({ role }) => role)).toEqual(uses.map(() => 'value'));
  });
});

describe('globals', () => {
  it.each([
    ['crypto.randomUUID();', ['crypto.randomUUID call () at load']],
    [
      "globalThis.crypto['randomUUID'](); window.x; self.x; global.x;",
      [
        'globalThis.crypto.randomUUID call () at load',
        'window.x value at load',
        'self.x value at load',
        'global.x value at load',
      ],
    ],
    [
      'const { randomUUID: id, x } = crypto;',
      ['crypto.randomUUID value at load destructured', 'crypto.x value at load destructured'],
    ],
    ['const { randomUUID } = globalThis.crypto;', ['globalThis.crypto.randomUUID value at load destructured']],
    ['const { crypto: { randomUUID } } = globalThis;', ['globalThis.crypto.randomUUID value at load destructured']],
    ['new WebSocket("x"); WebSocket.OPEN;', ['WebSocket new ("x") at load', 'WebSocket.OPEN value at load']],
    ['function f(crypto) { crypto.a; }', []],
    ['{ const crypto = 1; crypto; }', []],
    ['undeclared = 1;', ['undeclared write at load']],
    ['typeof fetch; undefined; NaN;', ['fetch typeof', 'NaN value at load']],
    ['function f() { return arguments; }', []],
  ])('%s', (text, expected) => {
    expect(globalsOf(text, 'src/a.js')).toEqual(expected);
    expect(globalsOf(text, 'src/a.cjs')).toEqual(expected);
    expect(globalsOf(text)).toEqual(expected);
  });

  it('include the types that a module does not declare', () => {
    expect(globalsOf('let a: Promise<WebSocket>; let b = 1 as const;')).toEqual(['Promise type', 'WebSocket type']);
  });

  it('are what no scope declares, type parameters and imports included', () => {
    expect(
      globalsOf(
        "import type { A } from 'a'; function f<T, U extends T>(t: T, a: A): U { return t; } type M = { [K in B]: K };",
      ),
    ).toEqual(['B type in M']);
  });
});

describe('scopes', () => {
  it('decide what a name means', () => {
    const text =
      'const X = 1; function f(X) { X; } { let X; X; } class A { m() { const X = 1; return X; } } try {} catch (X) { X; } X;';
    expect(usesOfX(text)).toEqual(['X value at load']);
  });

  it('see a class used inside itself', () => {
    expect(usesOfX('export class X { static a = new X(); m(): X { return X.a; } }')).toEqual([
      'X new () in X.a at load',
      'X type in X.m',
      'X.a value in X.m',
    ]);
  });

  it('see top-level names of scripts', () => {
    expect(usesOfX('var X = 1; function f() { return X; }', 'src/a.cjs')).toEqual(['X value in f']);
  });

  it('see recursion and uses before the declaration', () => {
    expect(usesOfX('X(); function X() { X(); }')).toEqual(['X call () at load', 'X call () in X']);
  });
});

describe('where a use is', () => {
  it.each([
    ['function f() { X; }', ['X value in f']],
    ['const f = () => X;', ['X value in f']],
    ['const f = function g() { X; };', ['X value in f']],
    [
      'const api = { run() { X; }, v1: { go: () => X }, get g() { return X; } };',
      ['X value in api.run', 'X value in api.v1.go', 'X value in api.g'],
    ],
    [
      'class A { m() { X; } get g() { return X; } #p() { X; } static s() { X; } constructor() { X; } "a b"() { X; } [k]() { X; } }',
      [
        'X value in A.m',
        'X value in A.g',
        'X value in A.#p',
        'X value in A.s',
        'X value in A.constructor',
        'X value in A.a b',
        'X value in A',
      ],
    ],
    ['const A = class { m() { X; } }; const B = class C { m() { X; } };', ['X value in A.m', 'X value in B.m']],
    [
      'namespace N.M { export const a = X; namespace O { X; } }',
      ['X value in N.M at load', 'X value in N.M.O at load'],
    ],
    ['describe("a", () => { it("b", () => { X; }); });', ['X value']],
    ['class A { m() { return list.map((a) => X); } }', ['X value in A.m']],
    ['class A { handlers = { on: () => X }; }', ['X value in A.handlers.on']],
    [
      'exports.f = () => X; module.exports.g = () => X; A.prototype.h = function () { X; };',
      ['X value in f', 'X value in g', 'X value in A.prototype.h'],
    ],
    ['export default () => X;', ['X value']],
    ['const f = useCallback(() => X, [X]);', ['X value', 'X value at load']],
    ['interface I { a: X } type T = X; enum E { a = X }', ['X type in I', 'X type in T', 'X value in E at load']],
  ])('%s', (text, expected) => {
    expect(usesOfX(`import { X } from 'x';\n${text}`)).toEqual(expected);
  });

  it.each([
    ['if (a) { X; } for (;;) X;', [true, true]],
    ['function f(a = X) {}', [false]],
    ['(() => X)(); (function () { X; })(); (async () => { X; })();', [true, true, true]],
    ['(function () { X; }).call(this); (function* () { X; })();', [true, false]],
    ['function f() { (() => X)(); }', [false]],
    ['f(() => X);', [false]],
    ['class A { static a = X; b = X; static { X; } [X]; static c = () => X; }', [true, false, true, true, false]],
    ['class A { accessor a = X; static accessor b = X; }', [false, true]],
    ['class A { @X a; @X m() {} m2(@X a, b = X) {} }', [true, true, true, false]],
    ['function f() { class A { static a = X; @X b; } }', [false, false]],
    ['namespace N { X; } enum E { a = X }', [true, true]],
    ['let a: X; class A implements X {} let b: typeof X;', [false, false, false]],
    ['const o = { a: X, m() { X; }, [X]: 1 };', [true, false, true]],
  ])('runs at load or not: %s', (text, expected) => {
    expect((factsOf(`import { X } from 'x';\n${text}`).localUses['X'] ?? []).map(({ atLoad }) => atLoad)).toEqual(
      expected,
    );
  });
});

describe('names and members', () => {
  it('are listed once, sorted', () => {
    const text =
      "import a from 'm'; function f(p, { q: r }) { let l; fetch(l); } class C<T> {} try {} catch (e) {} a.z.y['x']; const { w } = a;";
    const facts = factsOf(text);
    expect(facts.names).toEqual(['C', 'T', 'a', 'e', 'f', 'fetch', 'l', 'p', 'r', 'w']);
    expect(facts.members).toEqual(['q', 'w', 'x', 'y', 'z']);
  });

  it('may be names of Object.prototype', () => {
    const facts = factsOf('const constructor = 1; constructor; toString;');
    expect(Object.keys(facts.localUses)).toEqual(['constructor']);
    expect('toString' in facts.localUses).toBe(false);
  });
});
