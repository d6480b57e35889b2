import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SsotConfig } from '../../../rule-core/src/config/config.js';
import { openWorkspace } from '../../../rule-core/src/project/index.js';
import { extractFacts, parseModule, type ModuleFacts } from '../../../rule-core/src/source/index.js';
import { temporaryWorkspace, type TemporaryWorkspace } from '../resolution/temporary-workspace.js';
import { isWorthALook } from './worth-a-look.js';

const config: SsotConfig = {
  concerns: {
    ids: {
      canonical: 'core/ids.ts#Ids',
      replacements: [{ from: 'old/run-id.ts#makeRunId', to: 'Ids.newId' }],
      drivers: ['uuid#v4', 'global:crypto.randomUUID'],
    },
  },
};
const base = {
  'ssot.config.json': JSON.stringify(config),
  'core/ids.ts': 'export class Ids { static newId() {} }',
  'old/run-id.ts': 'export function makeRunId() {}',
};
const today = '2026-06-01';

function workspaceOf(files: Readonly<Record<string, string>> = {}, settings: SsotConfig = config): TemporaryWorkspace {
  return temporaryWorkspace({ ...base, 'ssot.config.json': JSON.stringify(settings), ...files });
}

function open(workspace: TemporaryWorkspace, file = 'src/x.ts') {
  return openWorkspace(workspace.absolute(file), { today, recheck: 'now' });
}

function factsOf(path: string, text: string): ModuleFacts {
  const result = parseModule(path, text);
  if (result.kind !== 'parsed') throw new Error(result.message);
  return extractFacts(result.module);
}

describe('openWorkspace', () => {
  it('takes the folder of the nearest config file as root', () => {
    const workspace = workspaceOf({ 'packages/a/ssot.config.json': '{"concerns": {}}', 'packages/a/src/x.ts': '' });
    expect(open(workspace, 'src/deep/x.ts').root).toBe(workspace.root);
    expect(open(workspace, 'packages/a/src/x.ts').root).toBe(workspace.absolute(join('packages', 'a')));
    expect(open(workspace).configFile).toBe(workspace.absolute('ssot.config.json'));
  });

  it('takes the repository, the monorepo or the outermost package without one, and says that nothing is declared', () => {
    const workspace = temporaryWorkspace({
      'repo/.git/HEAD': '',
      'repo/packages/a/package.json': '{}',
      'mono/package.json': '{"workspaces": ["packages/*"]}',
      'mono/packages/a/package.json': '{}',
      'pnpm/pnpm-workspace.yaml': '',
      'pnpm/a/package.json': '{}',
      'plain/package.json': '{}',
      'plain/a/b.ts': '',
    });
    expect(open(workspace, 'repo/packages/a/x.ts').root).toBe(workspace.absolute('repo'));
    expect(open(workspace, 'mono/packages/a/x.ts').root).toBe(workspace.absolute('mono'));
    expect(open(workspace, 'pnpm/a/x.ts').root).toBe(workspace.absolute('pnpm'));
    expect(open(workspace, 'plain/a/b.ts').root).toBe(workspace.absolute('plain'));
    expect(open(workspace, 'plain/a/b.ts').configFile).toBeUndefined();
    expect(open(workspace, 'plain/a/b.ts').project().problems).toHaveLength(1);
  });

  it('names files relative to the root, through links, also ones that do not exist yet', () => {
    const workspace = workspaceOf({ 'src/a.ts': '' });
    workspace.link('linked', 'src');
    const opened = open(workspace);
    expect(opened.relative(workspace.absolute(join('src', 'a.ts')))).toBe('src/a.ts');
    expect(opened.relative(workspace.absolute(join('linked', 'a.ts')))).toBe('src/a.ts');
    expect(opened.relative(workspace.absolute(join('new', 'b.ts')))).toBe('new/b.ts');
    expect(opened.relative(join(workspace.root, '..', 'other.ts'))).toBeUndefined();
    expect(opened.relative(workspace.root)).toBeUndefined();
  });

  it('knows ignored modules and tests', () => {
    const opened = open(workspaceOf({}, { ...config, ignore: ['gen', '**/*.generated.ts'], tests: ['spec/**'] }));
    expect(
      ['gen/a.ts', 'a.generated.ts', 'node_modules/x/a.js', 'src/a.ts'].map((path) => opened.isIgnored(path)),
    ).toEqual([true, true, true, false]);
    expect(opened.isTest('spec/a.ts')).toBe(true);
    expect(opened.isTest('src/a.test.ts')).toBe(false);
    expect(open(workspaceOf()).isTest('src/a.test.ts')).toBe(true);
  });
});

describe('candidates', () => {
  it('are modules with a word of a concern', () => {
    const project = open(workspaceOf()).project();
    const isCandidate = (text: string) => isWorthALook(project, 'src/x.ts', text);
    expect(isCandidate("import { makeRunId } from 'anywhere';")).toBe(true);
    expect(isCandidate("const later = () => import('../old/run-id');")).toBe(true);
    expect(isCandidate("require('../old/run-id.js')")).toBe(true);
    expect(isCandidate('class Ids {}')).toBe(true);
    expect(isCandidate("import uuid from 'uuid';")).toBe(true);
    expect(isCandidate("import '../../node_modules/uuid/dist/x.js';")).toBe(true);
    expect(isCandidate("crypto['randomUUID']()")).toBe(true);
    expect(isCandidate("import { createServer } from 'node:http'; const uuids = 1; const MakeRunIds = 2;")).toBe(false);
    expect(isCandidate('')).toBe(false);
    expect(isWorthALook(project, 'old/run-id.ts', '')).toBe(true);
    expect(isWorthALook(project, 'core/ids.ts', '')).toBe(true);
  });

  it('are modules that import through a barrel which renames', () => {
    const project = open(
      workspaceOf({
        'src/one.ts': "export { makeRunId as freshId } from '../old/run-id';",
        'src/two.ts': "import { freshId } from './one'; export const secondName = freshId; export const unrelated = 1;",
        'src/three/index.ts': "import { secondName } from '../two'; export default secondName;",
        'src/four.ts': "import third from './three'; export const api = { go: third };",
        'src/five.ts': "export const stamp = globalThis.crypto.randomUUID; export * from 'uuid';",
        'src/six.cjs': "module.exports = require('../old/run-id');",
      }),
    ).project();
    const isCandidate = (text: string) => isWorthALook(project, 'src/x.ts', text);
    expect(isCandidate('freshId()')).toBe(true);
    expect(isCandidate('secondName()')).toBe(true);
    expect(isCandidate("import anything from './three';")).toBe(true);
    expect(isCandidate("import anything from './three/index.js';")).toBe(true);
    expect(isCandidate('api.go()')).toBe(true);
    expect(isCandidate('stamp()')).toBe(true);
    expect(isCandidate("require('./six')")).toBe(true);
    expect(isCandidate('v4()')).toBe(true);
    expect(isCandidate('unrelated()')).toBe(false);
  });

  it('are modules that use npm aliases, path aliases and package names', () => {
    const project = open(
      workspaceOf({
        'package.json':
          '{"workspaces": ["packages/*"], "dependencies": {"ids-lib": "npm:uuid@9"}, "imports": {"#legacy": "./old/run-id.ts"}}',
        'tsconfig.json':
          '{"compilerOptions": {"paths": {"@run": ["./old/run-id.ts"], "@pre-*": ["./old/*"], "~/*": ["./*"]}}}',
        'packages/p/package.json': '{"name": "@acme/p", "exports": {"./gen": "./src/generator.ts"}}',
        'packages/p/src/generator.ts': "export { makeRunId as default } from '../../../old/run-id';",
      }),
    ).project();
    const isCandidate = (specifier: string) => isWorthALook(project, 'src/x.ts', `import x from '${specifier}';`);
    expect(
      ['ids-lib', '#legacy', '@run', '@pre-run-id', '~/old/run-id', '@acme/p/gen'].filter(
        (specifier) => !isCandidate(specifier),
      ),
    ).toEqual([]);
    expect(isCandidate('@acme/other')).toBe(false);
  });

  it('include what checks ask for', () => {
    const workspace = workspaceOf({}, { concerns: { ids: { canonical: 'core/ids.ts' } } });
    const project = openWorkspace(workspace.absolute('x.ts'), {
      today,
      recheck: 'now',
      extraWords: ({ id }) => ({ anywhere: [`word of ${id}`], declared: ['*RunContext'], inTests: [] }),
    }).project();
    expect(isWorthALook(project, 'x.ts', 'class MyRunContext {}')).toBe(true);
    expect(isWorthALook(project, 'x.ts', 'the word of ids')).toBe(true);
    expect(isWorthALook(project, 'x.ts', 'new MyRunContext()')).toBe(false);
    expect(isWorthALook(project, 'x.ts', 'class MyContext {}')).toBe(false);
  });

  it('do not depend on ignored files, build output or node_modules', () => {
    const launder = (name: string) => `export { makeRunId as ${name} } from '../old/run-id';`;
    const project = open(
      workspaceOf(
        {
          '.gitignore': '/dist\n*.local.ts\n!kept.local.ts\n',
          'sub/.gitignore': 'out/',
          'dist/a.ts': launder('fromDist'),
          'src/a.local.ts': launder('fromLocal'),
          'src/kept.local.ts': launder('fromKept'),
          'sub/out/a.ts': launder('fromOut'),
          'node_modules/x/a.ts': launder('fromModules'),
          'gen/a.ts': launder('fromIgnored'),
          '.cache/a.ts': launder('fromDot'),
        },
        { ...config, ignore: ['gen/**'] },
      ),
    ).project();
    const names = ['fromDist', 'fromLocal', 'fromKept', 'fromOut', 'fromModules', 'fromIgnored', 'fromDot'];
    expect(names.filter((name) => isWorthALook(project, 'x.ts', name))).toEqual(['fromKept']);
    expect(project.facts('gen/a.ts')).toBeUndefined();
  });
});

describe('texts', () => {
  it('may have a byte order mark and CRLF', () => {
    const project = open(
      workspaceOf({ 'old/run-id.ts': '\uFEFF/* 😀 */\r\nexport function makeRunId() {}\r\n' }),
    ).project();
    expect(project.problems).toEqual([]);
    const [declaration] = project.facts('old/run-id.ts')?.declarations ?? [];
    expect(declaration?.nameRange).toEqual([26, 35]);
  });

  it('that do not parse are left out', () => {
    const project = open(
      workspaceOf({ 'src/bad.ts': 'import { makeRunId } from "../old/run-id"; export const = ;' }),
    ).project();
    expect(isWorthALook(project, 'src/other.ts', 'nothing')).toBe(false);
    expect(project.problems).toEqual([]);
  });
});

describe('edits', () => {
  it('are seen: a module, the config, a new file, a removed one', () => {
    const workspace = workspaceOf({ 'src/barrel.ts': "export { makeRunId as first } from '../old/run-id';" });
    expect(isWorthALook(open(workspace).project(), 'x.ts', 'first()')).toBe(true);
    workspace.write({ 'src/barrel.ts': "export { makeRunId as other } from '../old/run-id';" });
    expect(isWorthALook(open(workspace).project(), 'x.ts', 'first()')).toBe(false);
    expect(isWorthALook(open(workspace).project(), 'x.ts', 'other()')).toBe(true);
    workspace.write({ 'src/new.ts': "export { other as newest } from './barrel';" });
    expect(isWorthALook(open(workspace).project(), 'x.ts', 'newest()')).toBe(true);
    workspace.remove('src/new.ts');
    expect(isWorthALook(open(workspace).project(), 'x.ts', 'newest()')).toBe(false);
    workspace.write({ 'ssot.config.json': JSON.stringify({ concerns: { ids: { canonical: 'core/ids.ts#None' } } }) });
    expect(
      open(workspace)
        .project()
        .problems.map(({ message }) => message),
    ).toEqual(["core/ids.ts exports no 'None'. It has Ids."]);
  });

  it('are seen without being asked, soon after', async () => {
    const workspace = workspaceOf({ 'src/barrel.ts': '' });
    const isCandidate = () =>
      isWorthALook(openWorkspace(workspace.absolute('x.ts'), { today }).project(), 'x.ts', 'late()');
    expect(isCandidate()).toBe(false);
    workspace.write({ 'src/barrel.ts': "export { makeRunId as late } from '../old/run-id';" });
    await expect.poll(isCandidate, { timeout: 5000, interval: 20 }).toBe(true);
  });

  it('are never seen by a run over the files as they were at its start', async () => {
    const workspace = workspaceOf({ 'src/barrel.ts': '' });
    const isCandidate = (recheck: 'due' | 'never') =>
      isWorthALook(openWorkspace(workspace.absolute('x.ts'), { today, recheck }).project(), 'x.ts', 'late()');
    expect(isCandidate('never')).toBe(false);
    workspace.write({ 'src/barrel.ts': "export { makeRunId as late } from '../old/run-id';" });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(isCandidate('never')).toBe(false);
    await expect.poll(() => isCandidate('due'), { timeout: 5000, interval: 20 }).toBe(true);
  });

  it('leave a project that was handed out as it is', () => {
    const workspace = workspaceOf({ 'src/a.ts': 'export const a = 1;' });
    const before = open(workspace).project();
    expect(open(workspace).project()).toBe(before);
    workspace.write({ 'src/b.ts': 'export const b = 1;' });
    expect(open(workspace).project()).not.toBe(before);
  });
});

describe('overlays and modules in memory', () => {
  it('lay the options of a rule over the config', () => {
    const opened = open(workspaceOf());
    const overlay = { rule: 'single-source', options: { drivers: ['nanoid'] } };
    const project = opened.project(overlay);
    expect(isWorthALook(project, 'x.ts', "import { nanoid } from 'nanoid'")).toBe(true);
    expect(isWorthALook(opened.project(), 'x.ts', "import { nanoid } from 'nanoid'")).toBe(false);
    expect(opened.project({ ...overlay })).toBe(project);
    expect(project.digest).not.toBe(opened.project().digest);
  });

  it('take the linted module from memory', () => {
    const project = open(workspaceOf({ 'src/a.ts': 'export const a = 1;' })).project();
    const text = "import { makeRunId } from '../old/run-id'; import './b'; export const renamed = makeRunId;";
    const inMemory = project.withModule(factsOf('src/a.ts', text));
    expect(inMemory.declaration('src/a.ts', ['renamed'])).toEqual({
      target: { kind: 'module', path: 'old/run-id.ts' },
      path: ['makeRunId'],
    });
    expect(inMemory.reaches('src/a.ts', 'old/run-id.ts')).toBe(true);
    expect(project.reaches('src/a.ts', 'old/run-id.ts')).toBe(false);
    expect(project.declaration('src/a.ts', ['renamed'])).toEqual({
      target: { kind: 'module', path: 'src/a.ts' },
      path: ['renamed'],
    });
    expect(inMemory.digest).toBe(project.digest);
  });

  it('see unsaved text of a twin', () => {
    const project = open(workspaceOf()).project();
    const [concern] = project.config.concerns;
    if (concern === undefined) throw new Error('no concern');
    const inMemory = project.withModule(factsOf('old/run-id.ts', 'function impl() {}\nexport { impl as makeRunId };'));
    expect(inMemory.targets(concern).twinDeclarations.map(({ name }) => name)).toEqual(['impl']);
    expect(project.targets(concern).twinDeclarations.map(({ name }) => name)).toEqual(['makeRunId']);
  });
});

describe('the digest', () => {
  const files = {
    'src/use.ts': "import { makeRunId } from '../old/run-id'; makeRunId();",
    'src/barrel.ts': "export { makeRunId as id } from '../old/run-id';",
    'tsconfig.json': '{}',
    'core/dep.ts': '',
  };
  const digest = (workspace: TemporaryWorkspace, day = today) =>
    openWorkspace(workspace.absolute('x.ts'), { today: day, recheck: 'now' }).project().digest;

  it('is the same in another folder', () => {
    expect(digest(workspaceOf(files))).toBe(digest(workspaceOf(files)));
  });

  it.each([
    ['a comment in a consumer', 'src/use.ts', "// why\nimport { makeRunId } from '../old/run-id'; makeRunId();"],
    ['a comment in a twin', 'old/run-id.ts', '// old\nexport function makeRunId() {}'],
    ['a comment in a body', 'core/ids.ts', 'export class Ids { static newId() { /* why */ } }'],
    ['an unrelated module', 'src/z.ts', 'export const z = 1;'],
  ])('stays after %s', (_, path, text) => {
    const workspace = workspaceOf(files);
    const before = digest(workspace);
    workspace.write({ [path]: text });
    expect(digest(workspace)).toBe(before);
  });

  it.each([
    ['what a barrel passes on', 'src/barrel.ts', "export { makeRunId as other } from '../old/run-id';"],
    ['a new barrel', 'src/new.ts', "export { makeRunId as other } from '../old/run-id';"],
    ['the signature of a twin', 'old/run-id.ts', 'export function makeRunId(thread: string) {}'],
    ['the members of the canonical', 'core/ids.ts', 'export class Ids { static newId(prefix: string) {} }'],
    ['what the canonical imports', 'core/ids.ts', "import './dep'; export class Ids { static newId() {} }"],
    ['a tsconfig', 'tsconfig.json', '{"compilerOptions": {"paths": {"@/*": ["./src/*"]}}}'],
    [
      'the config',
      'ssot.config.json',
      JSON.stringify({ concerns: { ids: { ...config.concerns['ids'], title: 'IDs' } } }),
    ],
    ['a module that takes the place of a twin', 'old/run-id/index.ts', ''],
  ])('changes with %s', (_, path, text) => {
    const workspace = workspaceOf(files);
    const before = digest(workspace);
    workspace.write({ [path]: text });
    expect(digest(workspace)).not.toBe(before);
  });

  it('changes on the day after an exception ends, and on no other', () => {
    const exceptions = [{ files: ['src/use.ts'], reason: 'later', until: '2026-06-30' }];
    const workspace = workspaceOf(files, { concerns: { ids: { ...config.concerns['ids'], exceptions } } });
    expect(digest(workspace, '2026-06-30')).toBe(digest(workspace, '2026-01-01'));
    expect(digest(workspace, '2026-07-01')).not.toBe(digest(workspace, '2026-06-30'));
  });
});
