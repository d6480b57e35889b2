import { describe, expect, it } from 'vitest';
import type { ConcernTargets, TargetMatch } from '../../../rule-core/src/symbols/concern-targets.js';
import type { Concern } from '../../../rule-core/src/config/config.js';
import { openWorkspace, type ProjectView } from '../../../rule-core/src/project/index.js';
import { temporaryWorkspace } from '../resolution/temporary-workspace.js';

const core = {
  'core/ids.ts': 'export class Ids { static newId() {} static parse() {} }\nexport const ids = { make() {} };',
};

function projectOf(concern: Concern, files: Readonly<Record<string, string>> = {}): ProjectView {
  const concerns = { ids: { canonical: 'core/ids.ts#Ids', ...concern } };
  const workspace = temporaryWorkspace({ ...core, ...files, 'ssot.config.json': JSON.stringify({ concerns }) });
  return openWorkspace(workspace.absolute('x.ts')).project();
}

function targetsOf(project: ProjectView): ConcernTargets {
  const [concern] = project.config.concerns;
  if (concern === undefined) throw new Error('no concern');
  return project.targets(concern);
}

function label(match: TargetMatch | undefined): string | undefined {
  return match && (match.kind === 'removed' ? `removed ${match.glob}` : `${match.kind} ${match.reference.text}`);
}

function classifier(concern: Concern, files: Readonly<Record<string, string>> = {}) {
  const project = projectOf(concern, files);
  const targets = targetsOf(project);
  return {
    project,
    targets,
    use: (specifier: string, ...path: string[]) =>
      label(targets.classify(project.origin('app/main.ts', specifier, path))),
    behind: (specifier: string, ...path: string[]) =>
      label(targets.mayContain(project.origin('app/main.ts', specifier, path))),
    global: (...path: string[]) => label(targets.classifyGlobal(path)),
  };
}

describe('drivers', () => {
  const { use, behind, global } = classifier({
    drivers: [
      'uuid#v4',
      'nanoid',
      'node:crypto#randomUUID',
      'ws#default',
      'global:WebSocket',
      '@scope/db/deep#connect',
    ],
    allow: ['nanoid#urlAlphabet'],
  });

  it('are told by export, whatever way it is reached', () => {
    expect(use('uuid', 'v4')).toBe('driver uuid#v4');
    expect(use('uuid', 'default', 'v4')).toBe('driver uuid#v4');
    expect(use('uuid', 'v4', 'call')).toBe('driver uuid#v4');
    expect(use('uuid', 'validate')).toBeUndefined();
    expect(use('uuid')).toBeUndefined();
    expect(use('uuid/v4', 'default')).toBe('driver uuid#v4');
    expect(use('uuid/dist/v4.js', 'default')).toBe('driver uuid#v4');
    expect(use('../node_modules/uuid/dist/v4.js', 'default')).toBe('driver uuid#v4');
    expect(use('uuid/dist/validate.js', 'default')).toBeUndefined();
    expect(use('ws', 'default')).toBe('driver ws#default');
    expect(use('ws', 'default', 'OPEN')).toBe('driver ws#default');
    expect(use('ws', 'WebSocketServer')).toBeUndefined();
    expect(use('ws/lib/receiver', 'default')).toBeUndefined();
    expect(use('@scope/db/deep', 'connect')).toBe('driver @scope/db/deep#connect');
    expect(use('@scope/db', 'connect')).toBeUndefined();
  });

  it('without an export mean the package and its subpaths, but for what is allowed', () => {
    expect(use('nanoid')).toBe('driver nanoid');
    expect(use('nanoid', 'customAlphabet')).toBe('driver nanoid');
    expect(use('nanoid/non-secure', 'nanoid')).toBe('driver nanoid');
    expect(use('nanoid', 'urlAlphabet')).toBeUndefined();
    expect(use('nanoid-dictionary', 'x')).toBeUndefined();
  });

  it('of node:crypto, crypto and the global are one', () => {
    for (const specifier of ['crypto', 'node:crypto']) {
      expect(use(specifier, 'randomUUID')).toBe('driver node:crypto#randomUUID');
      expect(use(specifier, 'default', 'randomUUID')).toBe('driver node:crypto#randomUUID');
      expect(use(specifier, 'webcrypto', 'randomUUID')).toBe('driver node:crypto#randomUUID');
      expect(use(specifier, 'createHash')).toBeUndefined();
    }
    expect(global('crypto', 'randomUUID')).toBe('driver node:crypto#randomUUID');
    expect(global('globalThis', 'crypto', 'randomUUID')).toBe('driver node:crypto#randomUUID');
    expect(global('window', 'self', 'WebSocket')).toBe('driver global:WebSocket');
    expect(global('WebSocket', 'OPEN')).toBe('driver global:WebSocket');
    expect(global('crypto')).toBeUndefined();
    expect(global('randomUUID')).toBeUndefined();
  });

  it('can be behind a module object', () => {
    expect(behind('uuid')).toBe('driver uuid#v4');
    expect(behind('uuid', 'default')).toBe('driver uuid#v4');
    expect(behind('uuid', 'validate')).toBeUndefined();
    expect(behind('uuid/dist/validate.js')).toBeUndefined();
    expect(behind('crypto')).toBe('driver node:crypto#randomUUID');
    expect(behind('lodash')).toBeUndefined();
  });

  it('written for the global match the module, too', () => {
    const other = classifier({ drivers: ['global:crypto.randomUUID'] });
    expect(other.use('crypto', 'randomUUID')).toBe('driver global:crypto.randomUUID');
    expect(other.global('crypto', 'randomUUID')).toBe('driver global:crypto.randomUUID');
  });
});

describe('twins', () => {
  it('are their declarations, whatever names they are exported under', () => {
    const { use, behind, targets } = classifier(
      {
        replacements: [
          { from: 'old/index.ts#makeId', to: 'Ids.newId' },
          { from: 'old/api.ts#api.run', to: 'Ids.newId' },
        ],
      },
      {
        'old/index.ts': "export { generate as makeId } from './impl';",
        'old/impl.ts': 'export function generate() {}\nexport const other = 1;',
        'old/api.ts': 'export const api = { run() {}, stay() {} };',
        'old/barrel.ts': "export { generate as renamed } from './impl'; export * from './api';",
      },
    );
    expect(use('../old/index', 'makeId')).toBe('twin old/index.ts#makeId');
    expect(use('../old/impl', 'generate')).toBe('twin old/index.ts#makeId');
    expect(use('../old/barrel', 'renamed')).toBe('twin old/index.ts#makeId');
    expect(use('../old/impl', 'other')).toBeUndefined();
    expect(use('../old/barrel', 'api', 'run')).toBe('twin old/api.ts#api.run');
    expect(use('../old/barrel', 'api', 'stay')).toBeUndefined();
    expect(behind('../old/barrel', 'api')).toBe('twin old/api.ts#api.run');
    expect(behind('../old/impl')).toBe('twin old/index.ts#makeId');
    expect(behind('../old/barrel')).toBeUndefined();
    expect(targets.twinDeclarations.map(({ path, name, replacement }) => [path, name, replacement.to.text])).toEqual([
      ['old/impl.ts', 'generate', 'Ids.newId'],
    ]);
  });

  it('that are only aliases of the canonical do not make the canonical a twin', () => {
    const { use, project } = classifier(
      {
        replacements: [
          { from: 'old.ts#newId', to: 'Ids.newId' },
          { from: 'old.ts#OldIds', to: 'Ids' },
          { from: 'old.ts#LegacyIds', to: 'Ids' },
          { from: 'old.ts#v4', to: 'Ids.newId' },
        ],
      },
      {
        'old.ts':
          "import { Ids } from './core/ids'; export const newId = Ids.newId; export { Ids as OldIds }; export type LegacyIds = Ids; export { v4 } from 'uuid';",
        'barrel.ts': "export { newId as make, OldIds } from './old';",
      },
    );
    expect(use('../old', 'newId')).toBe('twin old.ts#newId');
    expect(use('../barrel', 'make')).toBe('twin old.ts#newId');
    expect(use('../barrel', 'OldIds')).toBe('twin old.ts#OldIds');
    expect(use('../old', 'LegacyIds')).toBe('twin old.ts#LegacyIds');
    expect(use('../old', 'v4')).toBe('twin old.ts#v4');
    expect(use('uuid', 'v4')).toBeUndefined();
    expect(use('../core/ids', 'Ids')).toBeUndefined();
    expect(use('../core/ids', 'Ids', 'newId')).toBeUndefined();
    expect(project.problems).toEqual([]);
  });

  it('may be whole modules, globs and workspace packages; the most specific entry wins', () => {
    const { use, targets } = classifier(
      {
        canonical: ['core/ids.ts#Ids', 'legacy/kept.ts'],
        replacements: [
          { from: 'legacy/**', to: 'Ids' },
          { from: 'legacy/one.ts', to: 'Ids.newId' },
          { from: 'legacy/one.ts#first', to: 'Ids.parse' },
          { from: '@acme/old', to: 'Ids' },
        ],
        drivers: ['@acme/old'],
        remove: ['gone/**'],
      },
      {
        'package.json': '{"workspaces": ["packages/*"]}',
        'packages/old/package.json': '{"name": "@acme/old", "main": "src/index.ts"}',
        'packages/old/src/index.ts': "export * from './deep';",
        'packages/old/src/deep.ts': 'export const deep = 1;',
        'legacy/one.ts': 'export const first = 1; export const second = 2;',
        'legacy/two.ts': 'export const third = 3;',
        'legacy/kept.ts': 'export const kept = 1;',
        'gone/a/b.ts': 'export const lost = 1;',
      },
    );
    expect(use('../legacy/one', 'first')).toBe('twin legacy/one.ts#first');
    expect(use('../legacy/one', 'second')).toBe('twin legacy/one.ts');
    expect(use('../legacy/two', 'third')).toBe('twin legacy/**');
    expect(use('../legacy/two')).toBe('twin legacy/**');
    expect(use('../legacy/kept', 'kept')).toBeUndefined();
    expect(use('@acme/old', 'deep')).toBe('twin @acme/old');
    expect(use('../gone/a/b', 'lost')).toBe('removed gone/**');
    expect(targets.removedBy('gone/a/b.ts')).toBe('gone/**');
    expect(targets.removedBy('app/main.ts')).toBeUndefined();
  });
});

describe('the canonical', () => {
  it('is its module, and the one that declares it', () => {
    const { targets } = classifier(
      { canonical: 'lib/index.ts#Ids', accessors: ['getIds'] },
      {
        'lib/index.ts': "export { Manager as Ids } from './manager'; export { getIds } from './access';",
        'lib/manager.ts': 'export class Manager {}',
        'lib/access.ts': 'export const getIds = () => 1;',
      },
    );
    expect(targets.canonicalModules).toEqual(['lib/index.ts', 'lib/manager.ts']);
    expect(targets.isCanonical('lib/manager.ts')).toBe(true);
    expect(targets.isCanonical('lib/access.ts')).toBe(false);
    expect(targets.canonicalDeclarations.map(({ path, name, declaration }) => [path, name, declaration.kind])).toEqual([
      ['lib/manager.ts', 'Manager', 'class'],
    ]);
    expect(targets.rootExport('getIds')).toEqual({
      path: 'lib/index.ts',
      exported: 'getIds',
      origin: { target: { kind: 'module', path: 'lib/access.ts' }, path: ['getIds'] },
    });
    expect(targets.rootExport('None')).toBeUndefined();
  });

  it('may be a default export, a CommonJS value, a glob, a workspace package', () => {
    const byDefault = classifier(
      { canonical: 'lib/a.ts#default' },
      { 'lib/a.ts': 'export default class Ids {}' },
    ).targets;
    expect(byDefault.rootExport('Ids')).toMatchObject({ path: 'lib/a.ts', exported: 'default' });
    expect(byDefault.canonicalDeclarations.map(({ name }) => name)).toEqual(['Ids']);
    const common = classifier(
      { canonical: 'lib/a.cjs' },
      { 'lib/a.cjs': 'class Ids {}\nmodule.exports = Ids;' },
    ).targets;
    expect(common.rootExport('Ids')).toMatchObject({ path: 'lib/a.cjs', exported: 'export=' });
    const glob = classifier(
      { canonical: 'lib/**' },
      { 'lib/a.ts': 'export class A {}', 'lib/b/c.ts': 'export function c() {}' },
    ).targets;
    expect(glob.canonicalModules).toEqual(['lib/a.ts', 'lib/b/c.ts']);
    expect(glob.canonicalDeclarations.map(({ name }) => name)).toEqual(['A', 'c']);
    expect(glob.rootExport('c')).toMatchObject({ path: 'lib/b/c.ts' });
    const inPackage = classifier(
      { canonical: '@acme/ids#Ids' },
      {
        'package.json': '{"workspaces": ["packages/*"]}',
        'packages/ids/package.json': '{"name": "@acme/ids", "exports": "./dist/index.js"}',
        'packages/ids/src/index.ts': "export * from './ids';",
        'packages/ids/src/ids.ts': 'export class Ids {}',
      },
    ).targets;
    expect(inPackage.rootExport('Ids')).toMatchObject({ path: 'packages/ids/src/index.ts', exported: 'Ids' });
    expect(inPackage.canonicalModules).toEqual(['packages/ids/src/ids.ts', 'packages/ids/src/index.ts']);
  });
});

describe('problems', () => {
  /** Each problem as `what its place points at: message`. */
  const problems = (concern: Concern, files: Readonly<Record<string, string>> = {}) => {
    const project = projectOf(concern, files);
    const text = JSON.stringify({ concerns: { ids: { canonical: 'core/ids.ts#Ids', ...concern } } });
    return project.problems.map(({ file, line, column = 0, path, message }) => {
      const [value = ''] = /^"[^"]*"/.exec(text.slice(column - 1)) ?? [];
      return `${file}:${line} ${path} ${value} ${message}`;
    });
  };

  it('none, where all is well', () => {
    expect(
      problems(
        { accessors: ['ids'], replacements: [{ from: 'core/old.ts#old', to: 'ids.make' }], import: '@/ids' },
        {
          'core/old.ts': 'export const old = 1;',
          'tsconfig.json': '{"compilerOptions": {"paths": {"@/*": ["./core/*"]}}}',
        },
      ),
    ).toEqual([]);
  });

  it('names missing exports, accessors and members, with what was probably meant', () => {
    expect(problems({ canonical: 'core/ids.ts#Idz' })).toEqual([
      'ssot.config.json:1 concerns.ids.canonical "core/ids.ts#Idz" core/ids.ts exports no \'Idz\'. Did you mean Ids?',
    ]);
    expect(problems({ canonical: 'core/ids.ts#default' })).toEqual([
      'ssot.config.json:1 concerns.ids.canonical "core/ids.ts#default" core/ids.ts has no default export. It has Ids, ids.',
    ]);
    expect(problems({ accessors: ['getIds'] })).toEqual([
      'ssot.config.json:1 concerns.ids.accessors[0] "getIds" the canonical (core/ids.ts) exports no \'getIds\'. It has Ids, ids.',
    ]);
    expect(
      problems(
        {
          replacements: [
            { from: 'core/old.ts#olt', to: 'Idss.newId' },
            { from: 'uuid#v4', to: 'Ids.newIt' },
          ],
        },
        { 'core/old.ts': 'export const old = 1;' },
      ),
    ).toEqual([
      'ssot.config.json:1 concerns.ids.replacements[0].from "core/old.ts#olt" core/old.ts exports no \'olt\'. Did you mean old?',
      'ssot.config.json:1 concerns.ids.replacements[0].to "Idss.newId" \'Idss\' is no export of the canonical (core/ids.ts). Did you mean Ids?',
      'ssot.config.json:1 concerns.ids.replacements[1].to "Ids.newIt" Ids (core/ids.ts) has no member \'newIt\'. Did you mean newId?',
    ]);
  });

  describe('names methods that the canonical does not have', () => {
    const bridge = 'export class Bridge { send() {} sendToThread() {} private flush() {} constructor() {} }';
    const methods = (map: Record<string, string>, text = bridge, more: Concern = {}): string[] =>
      problems({ canonical: 'core/bridge.ts#Bridge', methods: map, ...more }, { 'core/bridge.ts': text });

    it('with the place, what was probably meant, and the way out', () => {
      expect(methods({ send: 'sendToThred', close: 'shut' })).toEqual([
        'ssot.config.json:1 concerns.ids.methods.send "sendToThred" the canonical (core/bridge.ts) has no method \'sendToThred\'.' +
          " Did you mean sendToThread? Write the method to call in place of 'send', or remove the entry.",
        'ssot.config.json:1 concerns.ids.methods.close "shut" the canonical (core/bridge.ts) has no method \'shut\'.' +
          " It has send, sendToThread. Write the method to call in place of 'close', or remove the entry.",
      ]);
    });

    it.each([
      ['a private method', bridge.replace('sendToThread', 'private sendToThread')],
      ['an object', 'export const Bridge = { send() {} };'],
      ['an interface', 'export interface Bridge { send(): void }'],
    ])('of %s', (_what, text) => {
      expect(methods({ send: 'sendToThread' }, text)).toHaveLength(1);
    });

    it.each([
      ['the class has it', bridge],
      ['a field holds it', 'export class Bridge { sendToThread = () => {}; }'],
      ['a base class may have it', 'export class Bridge extends Base { send() {} }'],
      ['an interface of the same name may have it', 'export interface Bridge extends Base {} export class Bridge {}'],
      ['it is computed', "const name = 'sendToThread'; export class Bridge { [name]() {} }"],
      ['the object is made by a call', 'export const Bridge = createBridge();'],
      ['its type says it', 'export const Bridge: Api = { send() {} };'],
    ])('but not where %s', (_why, text) => {
      expect(methods({ send: 'sendToThread' }, text)).toEqual([]);
    });

    it('but not where one of several canonicals has it', () => {
      const more = { canonical: ['core/bridge.ts#Bridge', 'core/manager.ts#Manager'] };
      const files = { 'core/bridge.ts': bridge, 'core/manager.ts': 'export class Manager { shut() {} }' };
      expect(problems({ ...more, methods: { close: 'shut' } }, files)).toEqual([]);
      expect(problems({ ...more, methods: { close: 'end' } }, files)).toHaveLength(1);
    });

    it('but not those of a preset, which are offers', () => {
      const text = 'export class Bridge { send() {} }';
      expect(
        problems({ preset: 'websocket', canonical: 'core/bridge.ts#Bridge', events: [] }, { 'core/bridge.ts': text }),
      ).toEqual([]);
    });
  });

  it('names a canonical that does not parse', () => {
    const [problem = '', ...others] = problems({ canonical: 'core/bad.ts#Ids' }, { 'core/bad.ts': 'export class {' });
    expect(problem).toMatch(
      /^ssot\.config\.json:1 concerns\.ids\.canonical "core\/bad\.ts#Ids" core\/bad\.ts does not parse: .+\.$/,
    );
    expect(others).toEqual([]);
  });

  it('names an import that does not lead to the canonical', () => {
    expect(problems({ import: '@/ids' })).toEqual([
      'ssot.config.json:1 concerns.ids.import "@/ids" "@/ids" does not resolve. Add it to the paths of tsconfig.json or the imports of package.json, or write how consumers import the canonical.',
    ]);
    expect(
      problems(
        { import: '#other' },
        { 'package.json': '{"imports": {"#other": "./other.ts"}}', 'other.ts': 'export const x = 1;' },
      ),
    ).toEqual([
      'ssot.config.json:1 concerns.ids.import "#other" "#other" leads to other.ts, which does not export the canonical (core/ids.ts).',
    ]);
    expect(problems({ import: { Idz: '#ids' } }, { 'package.json': '{"imports": {"#ids": "./core/ids.ts"}}' })).toEqual(
      [
        'ssot.config.json:1 concerns.ids.import.Idz "#ids" "#ids" leads to core/ids.ts, which exports no \'Idz\'. Did you mean Ids?',
      ],
    );
  });
});
