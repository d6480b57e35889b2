import { describe, expect, it } from 'vitest';
import { Resolver } from '../../../rule-core/src/resolution/index.js';
import { temporaryWorkspace } from './temporary-workspace.js';

const module = (path: string) => ({ kind: 'module', path });
const installed = (name: string, subpath = '') => ({ kind: 'package', name, subpath });
const unresolved = (specifier: string) => ({ kind: 'unresolved', specifier });

function resolverOf(files: Readonly<Record<string, string>>) {
  return new Resolver(temporaryWorkspace(files).root);
}

describe('relative specifiers', () => {
  const resolver = resolverOf({
    'src/a.ts': '',
    'src/b.tsx': '',
    'src/c.mts': '',
    'src/d.cts': '',
    'src/e.jsx': '',
    'src/f.js': '',
    'src/f.d.ts': '',
    'src/types.d.ts': '',
    'src/folder/index.ts': '',
    'src/data.json': '{}',
    'src/View.vue': '',
    'src/a.b.ts': '',
    'src/both.ts': '',
    'src/both/index.ts': '',
  });
  it.each([
    ['./a', module('src/a.ts')],
    ['./a.js', module('src/a.ts')],
    ['./a.ts', module('src/a.ts')],
    ['./b', module('src/b.tsx')],
    ['./b.js', module('src/b.tsx')],
    ['./b.jsx', module('src/b.tsx')],
    ['./c.mjs', module('src/c.mts')],
    ['./d.cjs', module('src/d.cts')],
    ['./e', module('src/e.jsx')],
    ['./f', module('src/f.js')],
    ['./types', module('src/types.d.ts')],
    ['./a.b', module('src/a.b.ts')],
    ['./both', module('src/both.ts')],
    ['./folder', module('src/folder/index.ts')],
    ['./folder/', module('src/folder/index.ts')],
    ['./folder/index.js', module('src/folder/index.ts')],
    ['../src/a', module('src/a.ts')],
    ['./a?worker', module('src/a.ts')],
    ['./a?raw', unresolved('./a?raw')],
    ['raw-loader!./a', unresolved('raw-loader!./a')],
    ['./data.json', unresolved('./data.json')],
    ['./View.vue', unresolved('./View.vue')],
    ['./missing', unresolved('./missing')],
    ['', unresolved('')],
  ])('%s', (specifier, target) => {
    expect(resolver.resolve('src/main.ts', specifier)).toEqual(target);
  });

  it('resolves from a module that does not exist yet', () => {
    expect(resolver.resolve('new/deep/x.ts', '../../src/a')).toEqual(module('src/a.ts'));
  });
});

describe('tsconfig', () => {
  it('reads paths with comments, trailing commas and a byte order mark', () => {
    const resolver = resolverOf({
      'tsconfig.json':
        '\uFEFF// why\r\n{"compilerOptions": {"paths": {"@/*": ["./src/*"], "@exact": ["./src/a.ts"],},},}',
      'src/a.ts': '',
      'src/folder/index.ts': '',
    });
    expect(resolver.resolve('src/x.ts', '@/a')).toEqual(module('src/a.ts'));
    expect(resolver.resolve('src/x.ts', '@/a.js')).toEqual(module('src/a.ts'));
    expect(resolver.resolve('src/x.ts', '@/folder')).toEqual(module('src/folder/index.ts'));
    expect(resolver.resolve('src/x.ts', '@exact')).toEqual(module('src/a.ts'));
    expect(resolver.resolve('src/x.ts', '@/missing')).toEqual(unresolved('@/missing'));
  });

  it('takes the most specific pattern, and its targets in order', () => {
    const resolver = resolverOf({
      'tsconfig.json':
        '{"compilerOptions": {"paths": {"*": ["./fallback/*"], "lib/*": ["./one/*", "./two/*"], "lib/deep/*": ["./deep/*"]}}}',
      'fallback/lib/a.ts': '',
      'two/a.ts': '',
      'deep/b.ts': '',
      'fallback/c.ts': '',
    });
    expect(resolver.resolve('x.ts', 'lib/a')).toEqual(module('two/a.ts'));
    expect(resolver.resolve('x.ts', 'lib/deep/b')).toEqual(module('deep/b.ts'));
    expect(resolver.resolve('x.ts', 'c')).toEqual(module('fallback/c.ts'));
    expect(resolver.resolve('x.ts', 'uuid')).toEqual(installed('uuid'));
    expect(resolver.resolve('x.ts', 'lib/none')).toEqual(unresolved('lib/none'));
  });

  it('follows extends of files and packages, and baseUrl', () => {
    const resolver = resolverOf({
      'package.json': '{"workspaces": ["packages/*"]}',
      'packages/config/package.json': '{"name": "@acme/config"}',
      'packages/config/base.json': '{"compilerOptions": {"customConditions": ["source"]}}',
      'packages/app/package.json': '{"name": "app"}',
      'packages/app/tsconfig.json': '{"extends": ["@acme/config/base.json", "@acme/missing", "./tsconfig.paths"]}',
      'packages/app/tsconfig.paths.json': '{"compilerOptions": {"baseUrl": "src", "paths": {"~/*": ["inner/*"]}}}',
      'packages/app/src/inner/a.ts': '',
      'packages/app/src/services/b.ts': '',
      'packages/lib/package.json': '{"name": "lib", "exports": {"import": "./dist/i.js", "source": "./src/index.ts"}}',
      'packages/lib/src/index.ts': '',
      'packages/lib/dist/i.js': '',
    });
    const from = 'packages/app/src/main.ts';
    expect(resolver.resolve(from, '~/a')).toEqual(module('packages/app/src/inner/a.ts'));
    expect(resolver.resolve(from, 'services/b')).toEqual(module('packages/app/src/services/b.ts'));
    expect(resolver.resolve(from, 'lib')).toEqual(module('packages/lib/src/index.ts'));
    expect(resolver.resolve(from, 'react')).toEqual(installed('react'));
  });

  it('takes ${configDir} for the folder of the config that extends the others', () => {
    const resolver = resolverOf({
      'base.json': JSON.stringify({
        compilerOptions: {
          outDir: '${configDir}/out',
          rootDir: '${configDir}/source',
          paths: { '@/*': ['${configDir}/source/*'] },
        },
        include: ['${configDir}/source'],
      }),
      'packages/app/tsconfig.json': '{"extends": "../../base.json"}',
      'packages/app/package.json': '{"name": "app", "exports": {"./tools/*": "./out/*.js"}}',
      'packages/app/source/a.ts': '',
      'source/a.ts': '',
    });
    const from = 'packages/app/source/main.ts';
    expect(resolver.resolve(from, '@/a')).toEqual(module('packages/app/source/a.ts'));
    expect(resolver.resolve(from, 'app/tools/a')).toEqual(module('packages/app/source/a.ts'));
  });

  it('takes the referenced project that includes the file', () => {
    const resolver = resolverOf({
      'tsconfig.json': '{"files": [], "references": [{"path": "./tsconfig.app.json"}, {"path": "./tests"}]}',
      'tsconfig.app.json': '{"include": ["src"], "compilerOptions": {"paths": {"@/*": ["./src/*"]}}}',
      'tests/tsconfig.json': '{"compilerOptions": {"paths": {"@/*": ["./fakes/*"]}}}',
      'src/a.ts': '',
      'tests/fakes/a.ts': '',
    });
    expect(resolver.resolve('src/x.ts', '@/a')).toEqual(module('src/a.ts'));
    expect(resolver.resolve('tests/x.ts', '@/a')).toEqual(module('tests/fakes/a.ts'));
  });

  it('applies the nearest config also to files that it does not include', () => {
    const resolver = resolverOf({
      'tsconfig.json': '{"include": ["src"], "compilerOptions": {"paths": {"@/*": ["./src/*"]}}}',
      'src/a.ts': '',
      'tests/x.test.ts': '',
    });
    expect(resolver.resolve('tests/x.test.ts', '@/a')).toEqual(module('src/a.ts'));
  });

  it('survives a config that is no JSON and one that extends itself', () => {
    const resolver = resolverOf({
      'tsconfig.json': '{{{',
      'a/tsconfig.json': '{"extends": "./tsconfig.json"}',
      'a/b.ts': '',
    });
    expect(resolver.resolve('a/x.ts', './b')).toEqual(module('a/b.ts'));
    expect(resolver.resolve('x.ts', './a/b')).toEqual(module('a/b.ts'));
  });
});

describe('packages', () => {
  const resolver = resolverOf({
    'package.json': JSON.stringify({
      name: 'root',
      imports: { '#ids': './src/ids.ts', '#lib/*': './src/lib/*.ts', '#built': './dist/built.js', '#uuid': 'uuid' },
      dependencies: { 'ids-lib': 'npm:nanoid@^5', installed: 'npm:real@1', '@a/alias': 'npm:@b/real@2' },
    }),
    'src/ids.ts': '',
    'src/lib/a.ts': '',
    'src/built.ts': '',
    'node_modules/uuid/package.json': '{"name": "uuid", "exports": {".": "./dist/index.js", "./v4": "./dist/v4.js"}}',
    'node_modules/uuid/dist/index.js': '',
    'node_modules/uuid/dist/v4.js': '',
    'node_modules/uuid/dist/package.json': '{"type": "commonjs"}',
    'node_modules/installed/package.json': '{"name": "real", "main": "index.js"}',
    'node_modules/installed/index.js': '',
    'node_modules/punycode/package.json': '{"name": "punycode"}',
    'node_modules/punycode/index.js': '',
    'node_modules/@s/p/package.json': '{"name": "@s/p"}',
    'node_modules/@s/p/index.js': '',
  });
  it.each([
    ['uuid', installed('uuid')],
    ['uuid/v4', installed('uuid', 'v4')],
    ['uuid/dist/hidden.js', installed('uuid', 'dist/hidden.js')],
    ['../node_modules/uuid/dist/v4.js', installed('uuid', 'dist/v4.js')],
    ['../node_modules/uuid', installed('uuid')],
    ['@s/p', installed('@s/p')],
    ['@s/p/deep/x', installed('@s/p', 'deep/x')],
    ['not-installed', installed('not-installed')],
    ['@x/y/z', installed('@x/y', 'z')],
    ['ids-lib', installed('nanoid')],
    ['ids-lib/non-secure', installed('nanoid', 'non-secure')],
    ['installed', installed('real')],
    ['@a/alias/x', installed('@b/real', 'x')],
    ['npm:uuid@9/v4', installed('uuid', 'v4')],
    ['crypto', installed('node:crypto')],
    ['node:crypto', installed('node:crypto')],
    ['fs/promises', installed('node:fs', 'promises')],
    ['node:fs/promises', installed('node:fs', 'promises')],
    ['punycode/', installed('punycode')],
    ['punycode', installed('node:punycode')],
    ['#ids', module('src/ids.ts')],
    ['#lib/a', module('src/lib/a.ts')],
    ['#built', module('src/built.ts')],
    ['#uuid', installed('uuid')],
    ['#none', unresolved('#none')],
    ['@/none', unresolved('@/none')],
    ['~/none', unresolved('~/none')],
    ['virtual:thing', unresolved('virtual:thing')],
    ['https://esm.sh/uuid', unresolved('https://esm.sh/uuid')],
  ])('%s', (specifier, target) => {
    expect(resolver.resolve('src/main.ts', specifier)).toEqual(target);
  });
});

describe('workspace packages', () => {
  const files = {
    'apps/web/package.json': '{"name": "web"}',
    'packages/ids/package.json': JSON.stringify({
      name: '@acme/ids',
      exports: {
        '.': { types: './dist/index.d.ts', import: './dist/index.js' },
        './gen/*': './dist/gen/*.js',
        './own': './lib/own.mjs',
      },
    }),
    'packages/ids/tsconfig.json': '{"compilerOptions": {"outDir": "lib", "rootDir": "source"}}',
    'packages/ids/src/index.ts': '',
    'packages/ids/src/gen/run.ts': '',
    'packages/ids/source/own.mts': '',
    'packages/plain/package.json': '{"name": "plain", "main": "build/main.js"}',
    'packages/plain/src/main.ts': '',
    'packages/plain/src/folder/index.ts': '',
    'packages/plain/tools/x.ts': '',
    'packages/bare/package.json': '{"name": "bare"}',
    'packages/bare/src/index.tsx': '',
    'packages/linked/package.json': '{"name": "any"}',
    'packages/linked/index.ts': '',
    'packages/.hidden/package.json': '{"name": "hidden"}',
  };
  const from = 'apps/web/src/main.ts';
  const check = (resolver: Resolver) => {
    expect(resolver.resolve(from, '@acme/ids')).toEqual(module('packages/ids/src/index.ts'));
    expect(resolver.resolve(from, '@acme/ids/gen/run')).toEqual(module('packages/ids/src/gen/run.ts'));
    expect(resolver.resolve(from, '@acme/ids/own')).toEqual(module('packages/ids/source/own.mts'));
    expect(resolver.resolve(from, '@acme/ids/hidden')).toEqual(installed('@acme/ids', 'hidden'));
    expect(resolver.resolve(from, 'plain')).toEqual(module('packages/plain/src/main.ts'));
    expect(resolver.resolve(from, 'plain/tools/x')).toEqual(module('packages/plain/tools/x.ts'));
    expect(resolver.resolve(from, 'plain/build/folder')).toEqual(module('packages/plain/src/folder/index.ts'));
    expect(resolver.resolve(from, 'bare')).toEqual(module('packages/bare/src/index.tsx'));
    expect(resolver.resolve('packages/ids/src/gen/run.ts', '@acme/ids')).toEqual(module('packages/ids/src/index.ts'));
  };

  it('are found by name where nothing is installed: npm and yarn', () => {
    check(resolverOf({ ...files, 'package.json': '{"workspaces": {"packages": ["packages/*", "./apps/*/"]}}' }));
  });

  it('are found by name where nothing is installed: pnpm', () => {
    check(
      resolverOf({
        ...files,
        'package.json': '{}',
        'pnpm-workspace.yaml':
          "# ours\npackages:\n  - 'packages/*' # all\n  - \"apps/**\"\n\n  - '!packages/none'\ncatalog:\n  uuid: ^9\n",
      }),
    );
    check(resolverOf({ ...files, 'pnpm-workspace.yaml': "packages: ['packages/*', apps/*]\r\n" }));
  });

  it('are found through links in node_modules, built or not', () => {
    const workspace = temporaryWorkspace({
      ...files,
      'package.json': '{}',
      'packages/ids/dist/index.js': '',
      'packages/ids/dist/index.d.ts': '',
      'packages/ids/dist/gen/run.js': '',
      'packages/plain/build/main.js': '',
    });
    for (const [name, folder] of [
      ['@acme/ids', 'ids'],
      ['plain', 'plain'],
      ['bare', 'bare'],
    ])
      workspace.link(`node_modules/${name}`, `packages/${folder}`);
    check(new Resolver(workspace.root));
  });

  it('follow file: and link: dependencies and workspace aliases', () => {
    const resolver = resolverOf({
      ...files,
      'package.json': '{"workspaces": ["packages/*"]}',
      'apps/web/package.json':
        '{"name": "web", "dependencies": {"x": "link:../../packages/linked", "y": "workspace:@acme/ids@*"}}',
    });
    expect(resolver.resolve(from, 'x')).toEqual(module('packages/linked/index.ts'));
    expect(resolver.resolve(from, 'y')).toEqual(module('packages/ids/src/index.ts'));
  });

  it('yield to a package of the same name from a registry', () => {
    const resolver = resolverOf({
      ...files,
      'package.json': '{"workspaces": ["packages/*"]}',
      'apps/web/node_modules/plain/package.json': '{"name": "plain", "version": "9.0.0"}',
      'apps/web/node_modules/plain/index.js': '',
    });
    expect(resolver.resolve(from, 'plain')).toEqual(installed('plain'));
    expect(resolver.resolve('packages/bare/src/index.tsx', 'plain')).toEqual(module('packages/plain/src/main.ts'));
  });
});

describe('symlinks', () => {
  it('leads to the real path, also where the root itself is a link', () => {
    const workspace = temporaryWorkspace({ 'real/src/a.ts': '', 'real/tsconfig.json': '{}' });
    workspace.link('real/alias', 'real/src');
    workspace.link('linked', 'real');
    expect(new Resolver(workspace.absolute('linked')).resolve('main.ts', './alias/a')).toEqual(module('src/a.ts'));
  });

  it('names a package outside of the root', () => {
    const workspace = temporaryWorkspace({
      'other/package.json': '{"name": "other"}',
      'other/lib/a.ts': '',
      'root/package.json': '{}',
    });
    workspace.link('root/node_modules/other', 'other');
    const resolver = new Resolver(workspace.absolute('root'));
    expect(resolver.resolve('x.ts', 'other/lib/a')).toEqual(installed('other', 'lib/a'));
    expect(resolver.resolve('x.ts', '../other/lib/a')).toEqual(installed('other', 'lib/a.ts'));
  });
});

describe('build output', () => {
  it('is its source where there is one, and itself where there is none', () => {
    const resolver = resolverOf({
      'package.json': '{"name": "root"}',
      'src/a.ts': '',
      'dist/a.js': '',
      'dist/b.js': '',
      'lib/c.js': '',
      'c.ts': '',
      'lib/d.js': '',
      'src/d.js': '',
    });
    expect(resolver.resolve('x.ts', './dist/a.js')).toEqual(module('src/a.ts'));
    expect(resolver.resolve('x.ts', './dist/b.js')).toEqual(module('dist/b.js'));
    expect(resolver.resolve('x.ts', './lib/c.js')).toEqual(module('lib/c.js'));
    expect(resolver.resolve('x.ts', './lib/d.js')).toEqual(module('lib/d.js'));
  });

  it('that was not built may share its name with a file that is no code', () => {
    const resolver = resolverOf({
      'package.json': '{"workspaces": ["packages/*"]}',
      'packages/ui/package.json': '{"name": "ui", "exports": {"./styles.css": "./dist/index.css"}}',
      'packages/ui/src/index.css': '',
    });
    expect(resolver.resolve('x.ts', 'ui/styles.css')).toEqual(installed('ui', 'styles.css'));
  });

  it('is looked for below no file', () => {
    const resolver = resolverOf({ 'package.json': '{"name": "root"}', 'src/a': '', node_modules: '' });
    expect(resolver.resolve('x.ts', './dist/a/b.js')).toEqual(unresolved('./dist/a/b.js'));
    expect(resolver.resolve('src/a/b.ts', 'uuid')).toEqual(installed('uuid'));
  });
});
