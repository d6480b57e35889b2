import { describe, expect, it } from 'vitest';
import { factsOf, textAt } from './facts-of.js';

/** `exported<local`, the texts of both ranges, and the kind of value. */
function exportsOf(text: string, path?: string): unknown[] {
  return factsOf(text, path).exports.map(({ exported, local, typeOnly, range, nameRange, value }) => [
    `${exported}<${local ?? ''}${typeOnly ? ' type' : ''}`,
    textAt(text, range),
    textAt(text, nameRange),
    value?.kind ?? null,
  ]);
}

describe('exports', () => {
  it.each([
    [
      'export const a = 1, { b, c: [d] } = e;',
      [
        ['a<a', 'export const a = 1, { b, c: [d] } = e;', 'a', null],
        ['b<b', 'export const a = 1, { b, c: [d] } = e;', 'b', null],
        ['d<d', 'export const a = 1, { b, c: [d] } = e;', 'd', null],
      ],
    ],
    ['export function f() {}', [['f<f', 'export function f() {}', 'f', null]]],
    ['export class A {}', [['A<A', 'export class A {}', 'A', null]]],
    ['export interface A {}', [['A<A type', 'export interface A {}', 'A', null]]],
    ['export type A = 1;', [['A<A type', 'export type A = 1;', 'A', null]]],
    ['export enum A {}', [['A<A', 'export enum A {}', 'A', null]]],
    ['export declare const a: 1;', [['a<a', 'export declare const a: 1;', 'a', null]]],
    ['export namespace A.B {}', [['A<A', 'export namespace A.B {}', 'A.B', null]]],
    ["export import a = require('m');", [['a<a', "export import a = require('m');", 'a', null]]],
    [
      "const a = 1, b = 2; export { a, b as c, b as 'd e' };",
      [
        ['a<a', 'a', 'a', null],
        ['c<b', 'b as c', 'c', null],
        ['d e<b', "b as 'd e'", "'d e'", null],
      ],
    ],
    [
      'type A = 1; export { type A }; export type { A as B };',
      [
        ['A<A type', 'type A', 'A', null],
        ['B<A type', 'A as B', 'B', null],
      ],
    ],
    ["import { a } from 'm'; export { a };", [['a<a', 'a', 'a', null]]],
    ["export { a } from 'm'; export * from 'm';", []],
    ['export default class A {}', [['default<A', 'export default class A {}', 'A', null]]],
    ['export default class {}', [['default<', 'export default class {}', 'default', 'class']]],
    ['export default function () {}', [['default<', 'export default function () {}', 'default', 'function']]],
    ['export default interface A {}', [['default<A type', 'export default interface A {}', 'A', null]]],
    ['const a = 1; export default a;', [['default<a', 'export default a;', 'a', 'reference']]],
    ['export default a;', [['default<', 'export default a;', 'default', 'reference']]],
    ['export default { run: old };', [['default<', 'export default { run: old };', 'default', 'object']]],
    ['export default new A();', [['default<', 'export default new A();', 'default', 'new']]],
    ['class A {} export = A;', [['export=<A', 'export = A;', 'A', 'reference']]],
    ['export = { a };', [['export=<', 'export = { a };', '{ a }', 'object']]],
    ["declare module 'm' { export const a: 1; export default a; } namespace N { export const b = 1; }", []],
  ])('%s', (text, expected) => {
    expect(exportsOf(text)).toEqual(expected);
  });
});

describe('exports of CommonJS', () => {
  it.each([
    ['function f() {} module.exports = f;', [['export=<f', 'module.exports = f', 'module.exports', 'reference']]],
    [
      'const a = 1; module.exports = { a, b: a, c() {}, ["d"]: 1, ...e };',
      [
        ['export=<', 'module.exports = { a, b: a, c() {}, ["d"]: 1, ...e }', 'module.exports', 'object'],
        ['a<a', 'a', 'a', null],
        ['b<a', 'b: a', 'b', null],
        ['c<', 'c() {}', 'c', null],
        ['d<', '["d"]: 1', '"d"', null],
      ],
    ],
    [
      'const a = 1; exports.a = a; module.exports.b = a; exports["c"] = () => 1;',
      [
        ['a<a', 'exports.a = a', 'a', 'reference'],
        ['b<a', 'module.exports.b = a', 'b', 'reference'],
        ['c<', 'exports["c"] = () => 1', '"c"', 'function'],
      ],
    ],
    ['class A {} exports = module.exports = A;', [['export=<A', 'module.exports = A', 'module.exports', 'reference']]],
    [
      'class A {} module.exports = exports = A;',
      [['export=<A', 'module.exports = exports = A', 'module.exports', 'reference']],
    ],
    ['function f(module) { module.exports = 1; } function g() { exports.a = 1; }', []],
    ['const exports = {}; exports.a = 1;', []],
    ['foo.exports = 1; foo.exports.a = 1;', []],
  ])('%s', (text, expected) => {
    expect(exportsOf(text, 'src/a.js')).toEqual(expected);
    expect(exportsOf(text, 'src/a.ts')).toEqual(expected);
  });
});
