import { describe, expect, it } from 'vitest';
import { exportRecord, exportsOfList, listOfExports } from '../../../rule-core/src/project/export-record.js';
import { parseRecord } from '../../../rule-core/src/source/index.js';

const record = (text: string) => exportRecord(text, parseRecord('src/a.ts', text));
const source = (text: string, name = 'a') => record(text).names.get(name);

describe('exportRecord', () => {
  it.each([
    'export function a() {}',
    'export async function* a() {}',
    'export function a(x: string): void;\nexport function a(x: unknown) {}',
    'export class a {}',
    'export abstract class a {}',
    '@decorated()\nexport class a {}',
    'export interface a {}',
    'export enum a { B }',
    'export const enum a { B }',
    'export declare function a(): void;',
    "export type a = 'x' | 'y';",
    "export type a =\n  | 'x'\n  | 'y';",
    'export type a<T> = { value: T };',
    'export type a = z.infer<typeof schema>;',
    'export type a = typeof b;',
    'export type a = Other[];',
    'export const a = async () => {};',
    'export const a = (x, y) => x;',
    'export const a = ({ x }: Props) => x;',
    'export const a = () => {};',
    'export const a: Handler = async (event) => event;',
    'export const a = z.object({});',
    'export const a = t.procedure\n  .use(b)\n  .query();',
    'export const a = forwardRef<A, B>(() => null);',
    'export const a = await connect();',
    'export const a = new B();',
    'export let a = { b };',
    'export const a = [b];',
    'export const a = `x`;',
    'export const a = -1;',
  ])('%s is a declaration of its own', (text) => {
    expect(source(text)).toEqual({ kind: 'declared' });
  });

  it.each([
    'export const a = b;',
    'export const a = b.c;',
    'export const a = b ?? c();',
    'export const a = (b);',
    'export const a = (b as C);',
    'export const a = require("m");',
    'export const a = nodeRequire("m");',
    'import { createRequire } from "node:module"; const load = createRequire(import.meta.url); export const a = load("m");',
    'export const a = await import("m");',
    'export const { a } = b;',
    'export const first = 1, a = b;',
    'export type a = Other;',
    'export type a = ns.Other;',
    'export function a() {}\nexport type a = Other;',
    'export namespace a { export const b = c; }',
    'const b = c; export { b as a };',
    'import { a as A } from "m"; export type a = A;',
    'import { a } from "m"; export type a = string;',
  ])('%s is for the tree to tell', (text) => {
    const { names } = record(text);
    expect([names.has('a'), names.get('a')]).toEqual([true, undefined]);
  });

  it.each([
    ["export { a } from './b';", { kind: 'from', specifier: './b', imported: 'a' }],
    ["export { b as a } from './b';", { kind: 'from', specifier: './b', imported: 'b' }],
    ["export { default as a } from './b';", { kind: 'from', specifier: './b', imported: 'default' }],
    ["export * as a from './b';", { kind: 'from', specifier: './b', imported: '*' }],
    ["export type { a } from './b';", { kind: 'from', specifier: './b', imported: 'a' }],
    ["import { b } from './b'; export { b as a };", { kind: 'from', specifier: './b', imported: 'b' }],
    ["import a from './b'; export { a };", { kind: 'from', specifier: './b', imported: 'default' }],
    ["import * as a from './b'; export { a };", { kind: 'from', specifier: './b', imported: '*' }],
  ])('%s comes from elsewhere', (text, expected) => {
    expect(source(text)).toEqual(expected);
  });

  it('lists what all is taken from', () => {
    const { isOpaque, names, stars } = record(
      "export * from './b';\nexport type * from 'c';\nexport * as d from './d';",
    );
    expect({ isOpaque, names: [...names.keys()], stars }).toEqual({
      isOpaque: false,
      names: ['d'],
      stars: ['./b', 'c'],
    });
  });

  it.each([
    'exports.a = 1;',
    "exports['a'] = 1;",
    'module.exports = a;',
    'export = a;',
    'declare module "m" { export const a: string; }',
    'export const a = ;',
  ])('%s is opaque', (text) => {
    expect(record(text).isOpaque).toBe(true);
  });

  it('takes no word of a comment for CommonJS', () => {
    expect(record('// The scheduled exports. They run at night.\nexport const a = 1;').isOpaque).toBe(false);
  });

  it('finds its way in a text with wide characters', () => {
    expect(source('/* 🎉 é */ export const a = b, c = 1; export function d() {}', 'd')).toEqual({ kind: 'declared' });
  });

  it('is the same after it was kept as a list', () => {
    const text = `
      export * from './x';
      export * from './y';
      export function a() {}
      export const b = c;
      export { d as e } from './d';
      export default class {}`;
    expect(exportsOfList(listOfExports(record(text)))).toEqual(record(text));
    expect(exportsOfList(listOfExports(record('module.exports = 1')))).toEqual(record('module.exports = 1'));
  });
});
