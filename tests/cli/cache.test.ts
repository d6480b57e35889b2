import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCacheFile, writeCacheFile } from '../../rule-core/src/index.js';
import { cliProject, reported, smallProject, type CliProject } from './cli-project.js';

const consumer = "export const load = () => fetch('/users');\n";
const clean = "import { http } from './http';\n\nexport const load = () => http.get('/users');\n";

function project(): { readonly project: CliProject; readonly file: string } {
  const made = cliProject({ ...smallProject, 'src/load.ts': consumer });
  mkdirSync(join(made.root, 'node_modules'));
  return { project: made, file: join(made.root, 'node_modules', '.cache', 'ssot', 'verdict') };
}

const check = async (made: CliProject, ...options: readonly string[]) =>
  reported(await made.ssot('check', '--format', 'json', ...options));
const found = ['src/load.ts:1 new global:fetch'];

describe('the cache of verdicts', () => {
  it('is used where nothing changed', async () => {
    const { project: made, file } = project();
    const first = await made.ssot('check');
    // The first one made a folder beside the packages, which is looked at once.
    await made.ssot('check');
    const written = statSync(file).mtimeMs;
    const second = await made.ssot('check');
    expect(second.out.replace(/ in \d+\.\d s/, '')).toBe(first.out.replace(/ in \d+\.\d s/, ''));
    expect(statSync(file).mtimeMs).toBe(written);
  });

  it('sees every edit, of a module, the configuration and the baseline', async () => {
    const { project: made } = project();
    expect(await check(made)).toEqual(found);
    made.write('src/load.ts', clean);
    expect(await check(made)).toEqual([]);
    made.write('src/load.ts', consumer);
    expect(await check(made)).toEqual(found);
    await made.ssot('baseline');
    expect(await check(made)).toEqual(['src/load.ts:1 same global:fetch']);
    made.write('ssot.config.json', smallProject['ssot.config.json'].replace('global:fetch', 'axios'));
    expect(await check(made)).toEqual([]);
  });

  it('survives a fresh checkout: what is in the files counts', async () => {
    const { project: made, file } = project();
    expect(await check(made)).toEqual(found);
    const before = readFileSync(file);
    utimesSync(join(made.root, 'src/load.ts'), new Date(0), new Date(0));
    expect(await check(made)).toEqual(found);
    // The verdict is the same one, with the new times of the files.
    expect(readFileSync(file).equals(before)).toBe(false);
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['truncated', (bytes) => bytes.subarray(0, bytes.length - 100)],
    ['empty', () => Buffer.alloc(0)],
    ['changed', (bytes) => Buffer.from(bytes.toString('latin1').replace('global:fetch', 'global:Xetch'), 'latin1')],
    ['foreign', () => Buffer.from('{"version":99}')],
  ])('is made anew when it is %s', async (_, damage) => {
    const { project: made, file } = project();
    await check(made);
    const bytes = readFileSync(file);
    writeFileSync(file, damage(bytes));
    expect(await check(made)).toEqual(found);
    expect(readFileSync(file)).toHaveLength(bytes.length);
  });

  it('is not needed: its place may be taken by a file', async () => {
    const { project: made, file } = project();
    mkdirSync(join(made.root, 'node_modules', '.cache'));
    writeFileSync(join(made.root, 'node_modules', '.cache', 'ssot'), '');
    expect(await check(made)).toEqual(found);
    expect(existsSync(file)).toBe(false);
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'is not needed: the disk may be read-only',
    async () => {
      const { project: made } = project();
      chmodSync(join(made.root, 'node_modules'), 0o555);
      expect(await check(made)).toEqual(found);
      chmodSync(join(made.root, 'node_modules'), 0o755);
    },
  );

  it('takes the facts of modules that did not change, and no others', async () => {
    const { project: made } = project();
    await made.ssot('check');
    const facts = join(made.root, 'node_modules', '.cache', 'ssot', 'facts');
    const kept = readFileSync(facts);
    made.write('src/save.ts', `export const first = 1;\n${consumer}`);
    expect(await check(made)).toEqual([...found, 'src/save.ts:2 new global:fetch']);
    expect(readFileSync(facts).length).toBeGreaterThan(kept.length);
    writeFileSync(facts, kept.subarray(0, 50));
    made.write('src/load.ts', clean);
    expect(await check(made)).toEqual(['src/save.ts:2 new global:fetch']);
  });

  it('is asked anew where an edit in one module changes what others are looked at for', async () => {
    const made = cliProject({
      ...smallProject,
      'src/wire.ts': 'export const wire = 1;\n',
      'src/pass.ts': `export { wire as send } from './wire';\n`,
      'src/use.ts': `import { send } from './pass';\nsend('/');\n`,
      'node_modules/.keep': '',
    });
    expect(await check(made)).toEqual([]);
    made.write('src/wire.ts', `export const wire = globalThis.fetch;\n`);
    const passedOn = [
      'src/pass.ts:1 new global:fetch',
      'src/use.ts:1 new global:fetch',
      'src/wire.ts:1 new global:globalThis.fetch',
    ];
    expect(await check(made)).toEqual(passedOn);
    expect(await check(made, '--no-cache')).toEqual(passedOn);
    made.write('src/wire.ts', 'export const wire = 2;\n');
    expect(await check(made)).toEqual([]);
  });

  it('is left out on request', async () => {
    const { project: made, file } = project();
    expect(reported(await made.ssot('check', '--no-cache', '--format', 'json'))).toEqual(found);
    expect(existsSync(file)).toBe(false);
  });

  it('is kept out of version control where nothing is installed', async () => {
    const made = cliProject({ ...smallProject, 'src/load.ts': consumer });
    made.commitAll();
    await check(made);
    expect(made.read('.ssot/cache/verdict')).not.toBe('');
    expect(made.git('status', '--porcelain')).toBe('');
  });
});

it('a cache file is only content under the identity that it was written with', () => {
  const made = cliProject({});
  const file = join(made.root, 'folder', 'cache');
  writeCacheFile(file, 'one', Buffer.from('content'));
  expect(readCacheFile(file, 'one')?.toString()).toBe('content');
  expect(readCacheFile(file, 'two')).toBeUndefined();
  rmSync(file);
  expect(readCacheFile(file, 'one')).toBeUndefined();
});
