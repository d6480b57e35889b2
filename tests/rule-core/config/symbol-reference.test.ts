import { describe, expect, it } from 'vitest';
import { parseSymbolReference } from '../../../rule-core/src/config/index.js';
import { memoryDisk } from './memory-disk.js';

const disk = memoryDisk([
  'src/core/id-manager.ts',
  'src/core/ids.tsx',
  'src/core/types.d.ts',
  'src/core/node.mts',
  'src/db/clickhouse.ts',
  'src/db/clickhouse/pool.ts',
  'src/db/schema/index.ts',
  'src/db/schema/tables.ts',
  'src/legacy/main.js',
  'src/app/[id]/(group)/page.tsx',
  'src/c#/keys.ts',
  'server.ts',
  'ws/socket.ts',
  'src/rest/uuid/v4.ts',
  'node_modules/lodash/debounce.js',
  'node_modules/ws/index.js',
]);

function parse(text: string) {
  const result = parseSymbolReference(text, disk);
  return result.ok
    ? [result.reference.kind, result.reference.module, result.reference.subpath, result.reference.exportPath.join('.')]
    : result.message;
}

describe('parseSymbolReference', () => {
  it.each([
    // Modules
    ['src/core/id-manager.ts#IdManager', ['module', 'src/core/id-manager.ts', '', 'IdManager']],
    ['src/core/id-manager#IdManager.newId', ['module', 'src/core/id-manager.ts', '', 'IdManager.newId']],
    ['./src/core/id-manager', ['module', 'src/core/id-manager.ts', '', '']],
    ['src/core/../core/./ids#default', ['module', 'src/core/ids.tsx', '', 'default']],
    ['src/core/types', ['module', 'src/core/types.d.ts', '', '']],
    ['src/core/id-manager.js', ['module', 'src/core/id-manager.ts', '', '']],
    ['src/core/ids.jsx', ['module', 'src/core/ids.tsx', '', '']],
    ['src/core/node.mjs', ['module', 'src/core/node.mts', '', '']],
    ['src/legacy/main', ['module', 'src/legacy/main.js', '', '']],
    ['server.ts#start', ['module', 'server.ts', '', 'start']],
    ['./server', ['module', 'server.ts', '', '']],
    ['src/app/[id]/(group)/page.tsx#default', ['module', 'src/app/[id]/(group)/page.tsx', '', 'default']],
    ['src/c#/keys.ts#next', ['module', 'src/c#/keys.ts', '', 'next']],
    // A file wins over a folder, a folder's index takes an export
    ['src/db/clickhouse', ['module', 'src/db/clickhouse.ts', '', '']],
    ['src/db/clickhouse/', ['glob', 'src/db/clickhouse/**', '', '']],
    ['src/db/schema', ['glob', 'src/db/schema/**', '', '']],
    ['src/db/schema#Tables', ['module', 'src/db/schema/index.ts', '', 'Tables']],
    ['./src/db', ['glob', 'src/db/**', '', '']],
    ['./', ['glob', '**', '', '']],
    ['ws/', ['glob', 'ws/**', '', '']],
    // Globs
    ['src/db/**', ['glob', 'src/db/**', '', '']],
    ['**/id-manager.*#IdManager', ['glob', '**/id-manager.*', '', 'IdManager']],
    ['src/{core,db}/*.ts', ['glob', 'src/{core,db}/*.ts', '', '']],
    ['src/app/[id]/**', ['glob', 'src/app/\\[id\\]/**', '', '']],
    ['src/app/[id]', ['glob', 'src/app/\\[id\\]/**', '', '']],
    ['src/app/\\[id\\]/**', ['glob', 'src/app/\\[id\\]/**', '', '']],
    // Packages
    ['uuid', ['package', 'uuid', '', '']],
    ['ws', ['package', 'ws', '', '']],
    ['uuid#v4', ['package', 'uuid', '', 'v4']],
    ['uuid/v1', ['package', 'uuid', 'v1', '']],
    ['@clickhouse/client#createClient', ['package', '@clickhouse/client', '', 'createClient']],
    ['@a/b/c/d#e.f', ['package', '@a/b', 'c/d', 'e.f']],
    ['chart.js#Chart', ['package', 'chart.js', '', 'Chart']],
    ['lodash/debounce.js', ['package', 'lodash', 'debounce.js', '']],
    ['nanoid/non-secure#customAlphabet', ['package', 'nanoid', 'non-secure', 'customAlphabet']],
    // Builtins
    ['crypto#randomUUID', ['package', 'node:crypto', '', 'randomUUID']],
    ['node:crypto#randomUUID', ['package', 'node:crypto', '', 'randomUUID']],
    ['fs/promises', ['package', 'node:fs', 'promises', '']],
    ['node:sqlite', ['package', 'node:sqlite', '', '']],
    ['punycode/', ['package', 'punycode', '', '']],
    // Globals
    ['global:fetch', ['global', '', '', 'fetch']],
    ['global:crypto.randomUUID', ['global', '', '', 'crypto.randomUUID']],
    ['global:globalThis.crypto.randomUUID', ['global', '', '', 'crypto.randomUUID']],
  ])('%s', (text, expected) => {
    expect(parse(text)).toEqual(expected);
  });

  it.each([
    ['', 'expected a path, found an empty string.'],
    ['#x', '"#x" is an import alias. Write the path relative to the config file.'],
    [' uuid', '" uuid" starts or ends with a space. Write "uuid".'],
    [
      'src\\core\\id-manager.ts#IdManager',
      '"src\\core\\id-manager.ts" has backslashes. Write "src/core/id-manager.ts", on Windows, too.',
    ],
    ['src\\db\\**', '"src\\db\\**" has backslashes. Write "src/db/**", on Windows, too.'],
    [
      'C:\\repo\\src\\a.ts',
      '"C:\\repo\\src\\a.ts" is an absolute path. Write it relative to the config file, such as "src/core/id-manager.ts".',
    ],
    [
      'C:/repo/a.ts',
      '"C:/repo/a.ts" is an absolute path. Write it relative to the config file, such as "src/core/id-manager.ts".',
    ],
    [
      '/src/a.ts',
      '"/src/a.ts" is an absolute path. Write it relative to the config file, such as "src/core/id-manager.ts".',
    ],
    [
      '../a.ts',
      '"../a.ts" leads out of the folder of the config file. Move the config file up, or name a path inside its folder.',
    ],
    [
      'src/../../a.ts',
      '"src/../../a.ts" leads out of the folder of the config file. Move the config file up, or name a path inside its folder.',
    ],
    ['uuid#', '"uuid#" ends with #. Name an export behind it, or leave the # out for all exports.'],
    ['uuid#v-4', '"v-4" is no export. Write a name, or names with dots, such as "#IdManager.newId".'],
    ['uuid#a..b', '"a..b" is no export. Write a name, or names with dots, such as "#IdManager.newId".'],
    ['global:', '"global:" is no global. Write its name, with dots for members, such as "global:crypto.randomUUID".'],
    [
      'global:crypto#randomUUID',
      '"global:crypto#randomUUID" is no global. Write its name, with dots for members, such as "global:crypto.randomUUID".',
    ],
    [
      'src/core/id-manger.ts#IdManager',
      'no such file: "src/core/id-manger.ts". Did you mean "src/core/id-manager.ts#IdManager"?',
    ],
    [
      'src/core/id-manger#IdManager',
      'no such file or folder: "src/core/id-manger". Did you mean "src/core/id-manager#IdManager"?',
    ],
    ['src/core/ID-Manager.ts', 'no such file: "src/core/ID-Manager.ts". Did you mean "src/core/id-manager.ts"?'],
    ['src/utils/id-manager.ts', 'no such file: "src/utils/id-manager.ts". Did you mean "src/core/id-manager.ts"?'],
    ['lib/core/id-manager.ts', 'no such file: "lib/core/id-manager.ts". Did you mean "src/core/id-manager.ts"?'],
    ['src/bd/schema', 'no such file or folder: "src/bd/schema". Did you mean "src/db/schema"?'],
    ['src/quite/other.ts', 'no such file: "src/quite/other.ts".'],
    ['src/dbs/**', 'no file matches "src/dbs/**". Did you mean "src/db/**"?'],
    ['id-*.ts', 'no file matches "id-*.ts". Did you mean "**/id-*.ts"?'],
    [
      '@/core/id-manager#IdManager',
      '"@/core/id-manager" is an import alias. Write the path relative to the config file. Did you mean "src/core/id-manager.ts#IdManager"?',
    ],
    [
      'core/id-manager#IdManager',
      'no such file: "core/id-manager", and no package "core". Did you mean "src/core/id-manager.ts#IdManager"?',
    ],
    ['@acme/ui-*', '"@acme/ui-*" is no name of a package. List the packages one by one, without "*".'],
    ['a b', '"a b" is neither a path nor the name of a package.'],
  ])('%j: %s', (text, message) => {
    expect(parse(text)).toBe(message);
  });

  it('takes a package for what it is if it is installed, although a module has a similar path', () => {
    expect(parse('uuid/v4')).toBe(
      'no such file: "uuid/v4", and no package "uuid". Did you mean "src/rest/uuid/v4.ts"?',
    );
    const installed = memoryDisk(['src/rest/uuid/v4.ts', 'node_modules/uuid/package.json']);
    const result = parseSymbolReference('uuid/v4', installed);
    expect(result).toEqual({
      ok: true,
      reference: { kind: 'package', text: 'uuid/v4', module: 'uuid', subpath: 'v4', exportPath: [] },
    });
  });

  it('looks at no ignored file for globs and suggestions', () => {
    expect(parseSymbolReference('src/db/clickhouse.ts', disk, ['src/db/**'])).toMatchObject({ ok: true });
    expect(parseSymbolReference('**/pool.ts', disk, ['src/db/**'])).toEqual({
      ok: false,
      missing: true,
      message: 'no file matches "**/pool.ts".',
    });
  });
});
