import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SsotConfig } from '../../../rule-core/src/index.js';
import { fixtureProject } from '../../fixture-project/fixture-project.js';

// Forms in which a module can take what only the canonical may touch. Each is tried with a package (`nanoid`) and, where a
// global can be taken so, with `crypto.randomUUID`.
const CONFIG: SsotConfig = {
  concerns: { ids: { preset: 'id-generation', canonical: 'src/core/ids.ts#newId' } },
};

const FILES = {
  'src/core/ids.ts': "import { nanoid } from 'nanoid';\nexport const newId = () => nanoid();\n",
};

/** How often a form is reported, and on what text. */
interface Form {
  readonly name: string;
  readonly text: string;
  readonly at: readonly string[];
  /** `src/use.ts` unless the form needs another kind of module. */
  readonly file?: string;
  readonly files?: Readonly<Record<string, string>>;
}

const IMPORTS: readonly Form[] = [
  { name: 'named import', text: `import { nanoid } from 'nanoid';\nnanoid();`, at: ['nanoid'] },
  { name: 'renamed import', text: `import { nanoid as short } from 'nanoid';\nshort();`, at: ['nanoid as short'] },
  { name: 'default import', text: `import ulid from 'ulid';\nulid();`, at: ['ulid'] },
  { name: 'namespace import', text: `import * as ids from 'nanoid';\nids.nanoid();`, at: ['ids.nanoid'] },
  { name: 'export … from', text: `export { nanoid } from 'nanoid';`, at: ['nanoid'] },
  { name: 'export * as', text: `export * as ids from 'nanoid';`, at: ['* as ids'] },
  { name: 'side-effect import of a driver that is a whole package', text: `import 'cuid';`, at: ["'cuid'"] },
  {
    name: 'import x = require()',
    file: 'src/use.cts',
    text: `import ids = require('nanoid');\nids.nanoid();`,
    at: ['ids.nanoid'],
  },
  { name: 'require', file: 'src/use.cjs', text: `const ids = require('nanoid');\nids.nanoid();`, at: ['ids.nanoid'] },
  {
    name: 'destructured require',
    file: 'src/use.cjs',
    text: `const { nanoid: short } = require('nanoid');\nshort();`,
    at: ['nanoid: short'],
  },
  {
    name: 'createRequire',
    text: `import { createRequire } from 'node:module';\nconst load = createRequire(import.meta.url);\nload('nanoid').nanoid();`,
    at: ["load('nanoid').nanoid"],
  },
  {
    name: 'import() with a literal',
    text: `export const f = async () => (await import('nanoid')).nanoid();`,
    at: ["(await import('nanoid')).nanoid"],
  },
  {
    name: 'import() with a template',
    text: 'export const f = async () => (await import(`nanoid`)).nanoid();',
    at: ['(await import(`nanoid`)).nanoid'],
  },
  {
    name: 'destructured await import()',
    text: `export async function f() { const { nanoid } = await import('nanoid'); return nanoid(); }`,
    at: ['nanoid'],
  },
  {
    name: '.then(m => m.x)',
    text: `export const f = () => import('nanoid').then((m) => m.nanoid());`,
    at: ['m.nanoid'],
  },
  {
    name: 'a deep path into the package',
    text: `import { nanoid } from 'nanoid/non-secure';\nnanoid();`,
    at: ['nanoid'],
  },
  {
    name: 'a path into node_modules',
    text: `import { nanoid } from '../node_modules/nanoid/index.js';\nnanoid();`,
    at: ['nanoid'],
    files: {
      'node_modules/nanoid/package.json': '{ "name": "nanoid", "main": "index.js" }',
      'node_modules/nanoid/index.js': 'exports.nanoid = () => 1;\n',
    },
  },
  {
    name: 'a tsconfig alias of a barrel',
    text: `import { short } from '@/lib/ids';\nshort();`,
    at: ['short'],
    files: {
      'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }',
      'src/lib/ids.ts': `export { nanoid as short } from 'nanoid';\n`,
    },
  },
  {
    name: 'package imports',
    text: `import { nanoid } from '#ids';\nnanoid();`,
    at: ['nanoid'],
    files: { 'package.json': '{ "name": "fixture", "imports": { "#ids": "nanoid" } }' },
  },
  {
    name: 'an npm alias',
    text: `import { nanoid } from 'ids-lib';\nnanoid();`,
    at: ['nanoid'],
    files: { 'package.json': '{ "name": "fixture", "dependencies": { "ids-lib": "npm:nanoid@5" } }' },
  },
  {
    name: 'a barrel that launders it',
    text: `import { make } from './lib';\nmake();`,
    at: ['make'],
    files: {
      'src/lib/index.ts': `export * from './ids';\n`,
      'src/lib/ids.ts': `export { nanoid as make } from 'nanoid';\n`,
    },
  },
  {
    name: 'a workspace package',
    text: `import { make } from '@fixture/ids';\nmake();`,
    at: ['make'],
    files: {
      'package.json': '{ "name": "fixture", "workspaces": ["packages/*"] }',
      'packages/ids/package.json': '{ "name": "@fixture/ids", "exports": "./src/index.ts" }',
      'packages/ids/src/index.ts': `export { nanoid as make } from 'nanoid';\n`,
    },
  },
];

const BINDINGS: readonly Form[] = [
  {
    name: 'const f = old',
    text: `import { make } from './lib';\nconst f = make;\nf();`,
    at: ['make'],
    files: { 'src/lib.ts': `import { nanoid } from 'nanoid';\nexport const make = nanoid;\n` },
  },
  {
    name: 'an object that holds it',
    text: `import { api } from './lib';\napi.run();`,
    at: ['api.run'],
    files: { 'src/lib.ts': `import { nanoid } from 'nanoid';\nexport const api = { run: nanoid };\n` },
  },
  {
    name: 'ns.old',
    text: `import * as ids from 'nanoid';\nexport const f = () => ids.customAlphabet('abc', 4);`,
    at: ['ids.customAlphabet'],
  },
  { name: "ns['old']", text: `import * as ids from 'nanoid';\nids['nanoid']();`, at: ["ids['nanoid']"] },
  {
    name: 'a default-exported alias',
    text: `import make from './lib';\nmake();`,
    at: ['make'],
    files: { 'src/lib.ts': `import { nanoid } from 'nanoid';\nconst make = nanoid;\nexport default make;\n` },
  },
  { name: 'a reference passed on', text: `import { nanoid } from 'nanoid';\nregister(nanoid);`, at: ['nanoid'] },
  {
    name: 'a destructured namespace',
    text: `import * as ids from 'nanoid';\nconst { nanoid } = ids;\nnanoid();`,
    at: ['nanoid'],
  },
  {
    name: 'a shorthand property',
    text: `import { nanoid } from 'nanoid';\nexport const tools = { nanoid };`,
    at: ['nanoid'],
  },
];

const GLOBALS: readonly Form[] = [
  { name: 'the global', text: `crypto.randomUUID();`, at: ['crypto.randomUUID'] },
  { name: 'globalThis', text: `globalThis.crypto.randomUUID();`, at: ['globalThis.crypto.randomUUID'] },
  { name: 'a member by string', text: `crypto['randomUUID']();`, at: ["crypto['randomUUID']"] },
  { name: 'an optional call', text: `crypto.randomUUID?.();`, at: ['crypto.randomUUID'] },
  { name: 'destructured', text: `const { randomUUID } = crypto;\nrandomUUID();`, at: ['randomUUID'] },
  {
    name: 'destructured and renamed',
    text: `const { randomUUID: make } = globalThis.crypto;\nmake();`,
    at: ['randomUUID: make'],
  },
  { name: 'const c = crypto', text: `const c = crypto;\nc.randomUUID();`, at: ['c.randomUUID'] },
  { name: 'a reference', text: `export const make = crypto.randomUUID;`, at: ['crypto.randomUUID'] },
  {
    name: 'a shorthand property of a destructured one',
    text: `const { randomUUID } = crypto;\nexport const tools = { randomUUID };`,
    at: ['randomUUID'],
  },
  {
    name: 'named import of the builtin',
    text: `import { randomUUID } from 'node:crypto';\nrandomUUID();`,
    at: ['randomUUID'],
  },
  {
    name: 'default import of the builtin',
    text: `import crypto from 'crypto';\ncrypto.randomUUID();`,
    at: ['crypto.randomUUID'],
  },
  {
    name: 'namespace import of the builtin',
    text: `import * as c from 'node:crypto';\nc.randomUUID();`,
    at: ['c.randomUUID'],
  },
  {
    name: 'require of the builtin',
    file: 'src/use.cjs',
    text: `const { randomUUID } = require('crypto');\nrandomUUID();`,
    at: ['randomUUID'],
  },
  {
    name: 'import() of the builtin',
    text: `export const f = async () => (await import('node:crypto')).randomUUID();`,
    at: ["(await import('node:crypto')).randomUUID"],
  },
  {
    name: 'webcrypto of the builtin',
    text: `import { webcrypto } from 'node:crypto';\nwebcrypto.randomUUID();`,
    at: ['webcrypto.randomUUID'],
  },
  {
    name: 'a barrel that launders the builtin',
    text: `import { make } from './lib';\nmake();`,
    at: ['make'],
    files: { 'src/lib.ts': `export { randomUUID as make } from 'node:crypto';\n` },
  },
];

/** Forms that are no use by default, and the switch that makes them one. */
const SWITCHED: readonly (Form & { readonly forms: Readonly<Record<string, boolean>> })[] = [
  {
    name: 'import type',
    forms: { type: true },
    text: `import type { nanoid } from 'nanoid';\nexport let make: typeof nanoid;`,
    at: ['nanoid'],
  },
  {
    name: 'inline type',
    forms: { type: true },
    text: `import { type nanoid } from 'nanoid';\nexport let make: typeof nanoid;`,
    at: ['type nanoid'],
  },
  {
    name: 'typeof import()',
    forms: { type: true },
    text: `export let make: typeof import('nanoid').nanoid;`,
    at: ["import('nanoid').nanoid"],
  },
  { name: 'vi.mock', forms: { mock: true }, text: `vi.mock('nanoid');`, at: ["'nanoid'"] },
  { name: 'jest.mock', forms: { mock: true }, text: `jest.mock('nanoid');`, at: ["'nanoid'"] },
];

/** What has the name, and is no use. */
const SHADOWED: readonly Omit<Form, 'at'>[] = [
  { name: 'a parameter of that name', text: `export const f = (nanoid: () => string) => nanoid();` },
  { name: 'a local of that name', text: `export function f() { const nanoid = () => 'x'; return nanoid(); }` },
  {
    name: 'a parameter named as the global',
    text: `export const f = (crypto: { randomUUID(): string }) => crypto.randomUUID();`,
  },
  { name: 'another package of that name', text: `import { nanoid } from 'not-nanoid';\nnanoid();` },
  { name: 'a member of something else', text: `tools.crypto.randomUUID();` },
];

function reported({ file = 'src/use.ts', files, text }: Omit<Form, 'at'>, config = CONFIG): string[] {
  const project = fixtureProject(config, { ...FILES, ...files, [file]: text });
  return project.lint(file, { rule: 'no-second-id-generator' }).map(({ at }) => at);
}

describe('no form evades', () => {
  it.each(IMPORTS)('of an import: $name', (form) => {
    expect(reported(form)).toEqual(form.at);
  });

  it.each(BINDINGS)('of a binding: $name', (form) => {
    expect(reported(form)).toEqual(form.at);
  });

  it.each(GLOBALS)('of a global: $name', (form) => {
    expect(reported(form)).toEqual(form.at);
  });

  it.each(SWITCHED)('that is switched on: $name', ({ forms, ...form }) => {
    const config: SsotConfig = { concerns: { ids: { ...CONFIG.concerns.ids, forms } } };
    expect(reported(form, config)).toEqual(form.at);
    expect(reported(form)).toEqual([]);
  });

  it.each(SHADOWED)('and nothing else is taken for it: $name', (form) => {
    expect(reported(form)).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('of an import: a symbolic link', () => {
    const text = `import { make } from './linked/ids';\nmake();`;
    const project = fixtureProject(CONFIG, {
      ...FILES,
      'lib/ids.ts': `export { nanoid as make } from 'nanoid';\n`,
      'src/use.ts': text,
    });
    mkdirSync(path.join(project.root, 'src'), { recursive: true });
    symlinkSync(path.join(project.root, 'lib'), path.join(project.root, 'src/linked'), 'dir');
    expect(project.lint('src/use.ts', { rule: 'no-second-id-generator' }).map(({ at }) => at)).toEqual(['make']);
  });
});
