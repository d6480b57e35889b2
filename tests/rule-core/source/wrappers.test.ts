import { describe, expect, it } from 'vitest';
import { extractFacts, parseModule, type ModuleFacts } from '../../../rule-core/src/source/index.js';

function facts(text: string): ModuleFacts {
  const parsed = parseModule('src/a.ts', text);
  if (parsed.kind === 'syntax-error') throw new Error(parsed.message);
  return extractFacts(parsed.module);
}

/** For each method of the first wrapper: how it hands on, what it adds, and whether the target can stand in its place. */
function methods(text: string): (string | null)[] {
  return (facts(text).wrappers[0]?.members ?? [])
    .filter(({ kind }) => kind === 'method')
    .map(({ forward }) => forward && [forward.kind, ...forward.adds, ...(forward.plain ? ['plain'] : [])].join(' '));
}

const inClass = (...members: string[]): string =>
  `class A { constructor(private b: B, private c: string) {} ${members.join(' ')} }`;

const CASES: [member: string, forward: string | null][] = [
  [`m(x: string) { return this.b.m(x); }`, 'forwarding plain'],
  [`m(x: string) { return this.b?.m(x); }`, 'forwarding'],
  [`async m(x: string) { return this.b.m(x); }`, 'forwarding'],
  [`m(x: string) { return this.b.m(x as never); }`, 'forwarding'],
  [`m(x = 1) { return this.b.m(x); }`, 'forwarding'],
  [`m(x: string, y: string) { return this.b.m({ x, y }); }`, 'forwarding'],
  [`m({ x, y }: P) { return this.b.m({ x, y }); }`, 'forwarding'],
  [`m(x: string, y: string) { return this.b.m(y, x); }`, 'adapting another order or shape'],
  [`m(x: string) { return this.b.m(x, true); }`, 'adapting constants'],
  [`m(x: string) { return this.b.m(x, this.c); }`, 'adapting own fields'],
  [`m(x: string) { return this.b.m({ y: x }); }`, 'adapting another order or shape'],
  [`m(x: P) { return this.b.m(x.y); }`, 'adapting parts of its parameters'],
  [`m(x: string) { return this.b.m(x, Date.now()); }`, 'adapting a time'],
  [`m(x: string) { return this.b.m({ type: 'x', x }); }`, 'composing constants'],
  ['m(x: string) { return this.b.m(`${x}!`); }', 'composing constants'],
  [`m(x: string) { return this.b.m(x.trim()); }`, null],
  [`m(x: string) { const y = x.trim(); return this.b.m(y); }`, null],
  [`m(x: string) { this.b.m(x); this.n++; }`, null],
  [`m(x: string) { for (const y of x) this.b.m(y); }`, null],
  [`m() { return this.b.m('x'); }`, null],
  [`*m(x: string) { yield this.b.m(x); }`, null],
];

describe('wrappers', () => {
  it.each(CASES)('%s', (member, forward) => {
    expect(methods(inClass(`keep() { return this.b.keep(); }`, member))).toEqual(['forwarding plain', forward]);
  });

  it('have a receiver that is seen through locals and destructuring', () => {
    const [wrapper] = facts(
      `import { get } from './get';\nexport function make({ deps: { bus } }: P, other = get()) {\n  const b = bus;\n  return { a: (x: string) => b.a(x), c: (x: string) => other.c(x) };\n}\n`,
    ).wrappers;
    expect(wrapper?.kind).toBe('factory');
    expect(
      wrapper?.members.map(({ forward }) => [forward?.callee.base.kind, forward?.callee.path, forward?.receiverText]),
    ).toEqual([
      ['typed', ['deps', 'bus', 'a'], 'b'],
      ['call', ['c'], 'other'],
    ]);
  });

  it('are left out where nothing is handed on', () => {
    expect(
      facts(`export class A { n = 0; m(x: number) { this.n += x; } }\nexport const f = (x: number) => x + 1;\n`)
        .wrappers,
    ).toEqual([]);
  });
});
