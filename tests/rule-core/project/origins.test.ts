import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportRecord } from '../../../rule-core/src/project/export-record.js';
import { ownExportNames } from '../../../rule-core/src/project/module-index.js';
import { Origins } from '../../../rule-core/src/project/origins.js';
import { parseRecord } from '../../../rule-core/src/source/index.js';
import { originKey } from '../../../rule-core/src/symbols/same-origin.js';
import { openWorkspace } from '../../../rule-core/src/project/index.js';
import { temporaryWorkspace } from '../resolution/temporary-workspace.js';

const config = JSON.stringify({ concerns: { ids: { canonical: 'core/ids.ts#Ids', drivers: ['uuid#v4'] } } });

function projectOf(files: Readonly<Record<string, string>>) {
  const workspace = temporaryWorkspace({ 'ssot.config.json': config, 'core/ids.ts': 'export class Ids {}', ...files });
  return openWorkspace(workspace.absolute('x.ts')).project();
}

function text(project: ReturnType<typeof projectOf>, module: string, ...path: string[]): string {
  const { target, path: found } = project.declaration(module, path);
  const place =
    target.kind === 'module'
      ? target.path
      : target.kind === 'package'
        ? [target.name, target.subpath].filter(Boolean).join('/')
        : `?${target.specifier}`;
  return `${place}#${found.join('.')}`;
}

describe('origins', () => {
  it('follows barrels five deep, renamed at each step', () => {
    const project = projectOf({
      'a.ts': 'export function newId() {}',
      'b1.ts': "export { newId as id1 } from './a.js';",
      'b2.ts': "import { id1 } from './b1'; export { id1 as id2 };",
      'b3.ts': "export * from './b2';",
      'b4.ts': "export * as ids from './b3';",
      'b5/index.ts': "import { ids } from '../b4'; export default ids;",
    });
    expect(text(project, 'b5/index.ts', 'default', 'id2')).toBe('a.ts#newId');
    expect(text(project, 'b5/index.ts', 'default', 'id2', 'name')).toBe('a.ts#newId.name');
    expect(text(project, 'b4.ts', 'ids')).toBe('b3.ts#');
    expect(text(project, 'b3.ts', 'none')).toBe('b3.ts#none');
  });

  it('follows aliases, object members, default exports and static fields', () => {
    const project = projectOf({
      'a.ts': 'export function old() {}\nexport default class Named {}',
      'b.ts': [
        "import { old } from './a'; import * as ns from './a'; import Named from './a';",
        'export const f = old; export const g = f; export const h = ns.old; let changed = old; changed = () => {}; export { changed };',
        'export const api = { run: old, old, deep: { go: f } } as const; export default { run: old };',
        'export class Holder { static run = old; own() {} } export type T = Named; export type Generic<X> = Map<X, Named>;',
        'export { Named as Other };',
      ].join('\n'),
    });
    for (const path of [
      ['f'],
      ['g'],
      ['h'],
      ['api', 'run'],
      ['api', 'old'],
      ['api', 'deep', 'go'],
      ['default', 'run'],
      ['Holder', 'run'],
    ]) {
      expect(text(project, 'b.ts', ...path), path.join('.')).toBe('a.ts#old');
    }
    expect(text(project, 'b.ts', 'changed')).toBe('b.ts#changed');
    expect(text(project, 'b.ts', 'Holder', 'own')).toBe('b.ts#Holder.own');
    expect(text(project, 'b.ts', 'T')).toBe('a.ts#Named');
    expect(text(project, 'b.ts', 'Other')).toBe('a.ts#Named');
    expect(text(project, 'b.ts', 'Generic')).toBe('b.ts#Generic');
    expect(text(project, 'a.ts', 'default')).toBe('a.ts#Named');
  });

  it('prefers explicit names to stars, gives up on ambiguous ones, and keeps default out of them', () => {
    const project = projectOf({
      'a.ts': 'export const x = 1; export const y = 1; export const same = 1; export default 1;',
      'b.ts': "export const x = 2; export const y = 2; export { same } from './a';",
      'all.ts': "export * from './a'; export * from './b'; export { x } from './b';",
    });
    expect(text(project, 'all.ts', 'x')).toBe('b.ts#x');
    expect(text(project, 'all.ts', 'y')).toBe('all.ts#y');
    expect(text(project, 'all.ts', 'same')).toBe('a.ts#same');
    expect(text(project, 'all.ts', 'default')).toBe('all.ts#default');
  });

  it('ends in cycles', () => {
    const project = projectOf({
      'a.ts': "export * from './b'; export { p } from './b';",
      'b.ts':
        "export * from './a'; export { p } from './a'; export const q = r; export const r = q; export const real = 1;",
      'self.ts': "export * from './self'; export { default } from './self';",
    });
    expect(text(project, 'a.ts', 'real')).toBe('b.ts#real');
    expect(text(project, 'a.ts', 'p')).toMatch(/#p$/);
    expect(text(project, 'b.ts', 'q')).toMatch(/^b\.ts#[qr]$/);
    expect(text(project, 'self.ts', 'default')).toBe('self.ts#default');
    expect(text(project, 'self.ts', 'x')).toBe('self.ts#x');
  });

  it('reads CommonJS', () => {
    const project = projectOf({
      'a.cjs': 'function old() {}\nmodule.exports = { old, other: old };',
      'b.cjs': "module.exports = require('./a.cjs');",
      'c.js': "exports.run = require('./a.cjs').old; exports.own = function () {};",
      'd.cts': 'class K {}\nexport = K;',
      'e.ts': "import K = require('./d.cjs'); export { K };",
      'f.ts': "import K from './d.cjs'; export { K }; import api from './b.cjs'; export const run = api.old;",
    });
    expect(text(project, 'a.cjs', 'other')).toBe('a.cjs#old');
    expect(text(project, 'b.cjs', 'old')).toBe('a.cjs#old');
    expect(text(project, 'b.cjs', 'default', 'old')).toBe('a.cjs#old');
    expect(text(project, 'd.cts')).toBe('d.cts#K');
    expect(text(project, 'e.ts', 'K')).toBe('d.cts#K');
    expect(text(project, 'f.ts', 'K')).toBe('d.cts#K');
    expect(text(project, 'f.ts', 'run')).toBe('a.cjs#old');
  });

  it('ends at packages, builtins and globals', () => {
    const project = projectOf({
      'a.ts': [
        "import uuid, { v4 as make } from 'uuid'; import crypto, { webcrypto } from 'crypto'; import * as all from 'node:crypto';",
        'export { make, uuid }; export const v = uuid.v4; export const r = crypto.randomUUID; export const s = all.randomUUID;',
        'export const w = webcrypto.randomUUID; export const g = globalThis.crypto.randomUUID; export const Socket = WebSocket;',
      ].join('\n'),
      'star.ts': "export * from 'lodash'; export * from 'uuid';",
    });
    expect(text(project, 'a.ts', 'make')).toBe('uuid#v4');
    expect(text(project, 'a.ts', 'uuid', 'v4')).toBe('uuid#default.v4');
    expect(text(project, 'a.ts', 'v')).toBe('uuid#default.v4');
    for (const name of ['r', 's', 'w', 'g']) expect(text(project, 'a.ts', name), name).toBe('node:crypto#randomUUID');
    expect(text(project, 'a.ts', 'Socket')).toBe('global:#WebSocket');
    expect(text(project, 'star.ts', 'v4')).toBe('uuid#v4');
    expect(text(project, 'star.ts', 'chunk')).toBe('lodash#chunk');
  });

  it("finds a barrel's own names although it passes on all of a package, too", () => {
    const project = projectOf({
      'a.ts': 'export const newId = 1;',
      'graph/index.ts': "export * from 'graphql'; export * from 'graphql/type';",
      'index.ts': "export * from './graph'; export * from './a'; export { v4 } from 'uuid';",
      'outer.ts': "export * from './index'; export * from 'lodash';",
      'lodash.ts': "export * from 'lodash';",
      'two.ts': "export * from './graph'; export * from './lodash'; export * from './uuid';",
      'uuid.ts': "export * from 'uuid';",
    });
    expect(text(project, 'index.ts', 'newId')).toBe('a.ts#newId');
    expect(text(project, 'outer.ts', 'newId')).toBe('a.ts#newId');
    expect(text(project, 'outer.ts', 'v4')).toBe('uuid#v4');
    expect(text(project, 'index.ts', 'parse')).toBe('graphql#parse');
    // Either package may have it.
    expect(text(project, 'two.ts', 'parse')).toBe('two.ts#parse');
    expect(text(project, 'two.ts', 'v4')).toBe('uuid#v4');
  });

  it('leaves what does not parse or does not exist as it is asked for', () => {
    const project = projectOf({
      'bad.ts': 'export const = ;',
      'b.ts': "export { x } from './bad'; export { y } from './none';",
    });
    expect(text(project, 'b.ts', 'x')).toBe('bad.ts#x');
    expect(text(project, 'b.ts', 'y')).toBe('?./none#y');
    expect(project.facts('bad.ts')).toBeUndefined();
    expect(project.facts('none.ts')).toBeUndefined();
  });

  it('asks on behalf of a module by specifier', () => {
    const project = projectOf({ 'src/a.ts': 'export const x = 1', 'src/b.ts': "export * from './a'" });
    expect(project.origin('src/c.ts', './b.js', ['x'])).toEqual({
      target: { kind: 'module', path: 'src/a.ts' },
      path: ['x'],
    });
    expect(project.origin('src/c.ts', './b', [])).toEqual({ target: { kind: 'module', path: 'src/b.ts' }, path: [] });
  });
});

describe('specifiers', () => {
  const files = {
    'package.json': '{"name": "root", "workspaces": ["packages/*"], "imports": {"#core/*": "./dist/core/*.js"}}',
    'tsconfig.json': '{"compilerOptions": {"paths": {"@/*": ["./src/*"], "@ids": ["./src/core/ids.ts"]}}}',
    'src/core/ids.ts': '',
    'src/core/index.ts': '',
    'src/app/main.ts': '',
    'src/core/esm.mts': '',
    'core/other.ts': '',
    'packages/db/package.json': '{"name": "@acme/db", "exports": {".": "./dist/index.js", "./pool": "./dist/pool.js"}}',
    'packages/db/src/index.ts': '',
    'packages/db/src/pool.ts': '',
    'packages/db/src/hidden.ts': '',
    'packages/plain/package.json': '{"name": "plain"}',
    'packages/plain/a/b.ts': '',
  };

  it('proposes relative paths in the style of the file', () => {
    const project = projectOf(files);
    const relative = (from: string, to: string, extension: string) => project.specifiers(from, to, extension).relative;
    expect(relative('src/app/main.ts', 'src/core/ids.ts', '')).toBe('../core/ids');
    expect(relative('src/app/main.ts', 'src/core/ids.ts', '.js')).toBe('../core/ids.js');
    expect(relative('src/app/main.ts', 'src/core/ids.ts', '.ts')).toBe('../core/ids.ts');
    expect(relative('src/app/main.ts', 'src/core/index.ts', '')).toBe('../core');
    expect(relative('src/app/main.ts', 'src/core/index.ts', '.js')).toBe('../core/index.js');
    expect(relative('src/core/ids.ts', 'src/core/index.ts', '')).toBe('./index');
    expect(relative('src/app/main.ts', 'src/core/esm.mts', '')).toBe('../core/esm.mjs');
  });

  it('proposes aliases that resolve back, shortest first', () => {
    const project = projectOf(files);
    expect(project.specifiers('src/app/main.ts', 'src/core/ids.ts', '').aliases).toEqual([
      '@ids',
      '#core/ids',
      '@/core/ids',
    ]);
    expect(project.specifiers('src/app/main.ts', 'src/core/ids.ts', '.js').aliases).toEqual([
      '@ids',
      '#core/ids',
      '@/core/ids.js',
    ]);
    expect(project.specifiers('src/app/main.ts', 'src/core/index.ts', '').aliases).toEqual(['@/core', '#core/index']);
    expect(project.specifiers('src/app/main.ts', 'core/other.ts', '').aliases).toEqual([]);
  });

  it('proposes the name of a workspace package where exports show the module', () => {
    const project = projectOf(files);
    const from = 'src/app/main.ts';
    expect(project.specifiers(from, 'packages/db/src/index.ts', '')).toMatchObject({
      package: '@acme/db',
      crossesPackage: true,
    });
    expect(project.specifiers(from, 'packages/db/src/pool.ts', '').package).toBe('@acme/db/pool');
    expect(project.specifiers(from, 'packages/db/src/hidden.ts', '').package).toBeNull();
    expect(project.specifiers(from, 'packages/plain/a/b.ts', '').package).toBe('plain/a/b');
    expect(project.specifiers('packages/db/src/pool.ts', 'packages/db/src/index.ts', '')).toEqual({
      relative: './index',
      aliases: [],
      package: null,
      entries: [],
      crossesPackage: false,
    });
  });
});

describe('entries', () => {
  it('are the doors of another package that is a dependency', () => {
    const project = projectOf({
      'package.json': '{"name": "root", "workspaces": ["packages/*"]}',
      'packages/app/package.json':
        '{"name": "app", "dependencies": {"@acme/db": "*"}, "devDependencies": {"plain": "*"}}',
      'packages/app/src/main.ts': '',
      'packages/db/package.json':
        '{"name": "@acme/db", "exports": {"./pool": "./dist/pool.js", ".": "./dist/index.js", "./deep/*": "./dist/*"}}',
      'packages/db/src/deep/a.ts': '',
      'packages/plain/package.json': '{"name": "plain"}',
      'packages/plain/a/b.ts': '',
    });
    const entries = (from: string, to: string) => project.specifiers(from, to, '').entries;
    expect(entries('packages/app/src/main.ts', 'packages/db/src/deep/a.ts')).toEqual(['@acme/db', '@acme/db/pool']);
    expect(entries('packages/app/src/main.ts', 'packages/plain/a/b.ts')).toEqual(['plain']);
    expect(entries('packages/plain/a/b.ts', 'packages/db/src/deep/a.ts')).toEqual([]);
    expect(entries('packages/db/src/index.ts', 'packages/db/src/deep/a.ts')).toEqual([]);
  });
});

describe('reaches', () => {
  it('follows what loading loads: no types, no import()', () => {
    const project = projectOf({
      'a.ts': "import './b'; import type { T } from './types'; import { type U } from './types';",
      'b.ts': "export { c } from './c.js'; export type { T } from './types'; const later = () => import('./lazy');",
      'c.ts': "import './a'; const d = require('./d');",
      'd.cjs': '',
      'd.js': '',
      'types.ts': '',
      'lazy.ts': '',
    });
    expect(project.reaches('a.ts', 'a.ts')).toBe(true);
    expect(project.reaches('a.ts', 'c.ts')).toBe(true);
    expect(project.reaches('a.ts', 'd.js')).toBe(true);
    expect(project.reaches('c.ts', 'b.ts')).toBe(true);
    expect(project.reaches('a.ts', 'types.ts')).toBe(false);
    expect(project.reaches('a.ts', 'lazy.ts')).toBe(false);
    expect(project.reaches('d.js', 'a.ts')).toBe(false);
  });
});

describe('mockedBy', () => {
  it('names the modules that mock another one by its path', () => {
    const project = projectOf({
      'src/a.ts': '',
      'src/b.ts': '',
      'src/a.test.ts': "import { vi } from 'vitest'; vi.mock('./a', () => ({}));",
      'tests/b.test.ts': "jest.mock('../src/a.js'); jest.requireActual('../src/b');",
    });
    expect(project.mockedBy('src/a.ts')).toEqual(['src/a.test.ts', 'tests/b.test.ts']);
    expect(project.mockedBy('src/c.ts')).toEqual([]);
  });

  it.each([
    ["vi.mock('./a');", [{ replaced: null, keepsOthers: false }]],
    [
      "vi.mock('./a', async (original) => ({\n  ...(await original<typeof import('./a')>()), // (\n  b: vi.fn(() => ')'),\n}));",
      [{ replaced: ['b'], keepsOthers: true }],
    ],
    [
      "jest.mock('./a', () => ({ b: 1 })); vi.doMock('./a');",
      [
        { replaced: ['b'], keepsOthers: false },
        { replaced: null, keepsOthers: false },
      ],
    ],
    ["jest.mock('./a', () => ({ b: /[(]/ }));", [{ replaced: null, keepsOthers: false }]],
    ["await vi.importActual('./a');", []],
    ["vi.mock('./b', () => ({}));", []],
  ])('tells what they put in its place: %s', (text, mocks) => {
    const project = projectOf({ 'src/a.ts': '', 'src/b.ts': '', 'src/a.test.ts': text });
    expect(project.mocksIn('src/a.test.ts', 'src/a.ts')).toEqual(mocks);
  });
});

describe('origins of the example', () => {
  it('are the same whether or not what a module exports is told without its tree', () => {
    const root = resolve(import.meta.dirname, '../../../examples/apex');
    const workspace = openWorkspace(resolve(root, 'package.json'));
    const project = workspace.project();
    const context = {
      facts: (module: string) => project.facts(module),
      resolve: (from: string, specifier: string) => project.resolve(from, specifier),
      ownSymbols: () => undefined,
      isKnownExport: () => false,
    };
    const withTrees = new Origins({ ...context, exportsOf: () => undefined });
    const withRecords = new Origins({
      ...context,
      exportsOf(module) {
        const text = workspace.text(module);
        return text === undefined ? undefined : exportRecord(text, parseRecord(module, text));
      },
    });
    const asked = workspace.modules.flatMap((module) => {
      const facts = project.facts(module);
      return [...(facts ? ownExportNames(facts) : []), 'none'].flatMap((name) => [
        [module, name],
        [module, name, 'member'],
      ]);
    });
    const keys = (origins: Origins) =>
      asked.map(
        ([module = '', ...path]) => `${module} ${path.join('.')} ${originKey(origins.declaration(module, path))}`,
      );
    expect(asked.length).toBeGreaterThan(600);
    expect(keys(withRecords)).toEqual(keys(withTrees));
  });
});
