import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  configSchema,
  DEFAULT_BASELINE,
  DEFAULT_TESTS,
  formatProblem,
  loadConfig,
} from '../../../rule-core/src/config/index.js';
import { temporaryFolder } from './temporary-folder.js';

function problemsOf(config: unknown): string[] {
  const folder = temporaryFolder({ 'ssot.config.json': JSON.stringify(config, undefined, 2) });
  return loadConfig(join(folder, 'ssot.config.json')).problems.map(formatProblem);
}

describe('the form of a configuration', () => {
  it.each([
    [[], 'ssot.config.json:1:1 expected an object, found an empty list.'],
    [{}, 'ssot.config.json:1:1 "concerns" is missing. The things this codebase does in one place only, by name.'],
    [{ concerns: {} }, 'ssot.config.json:2:15 concerns: is empty: expected at least one entry.'],
    [{ concerns: [] }, 'ssot.config.json:2:15 concerns: expected an object, found an empty list.'],
    [{ concerns: { a: 'src/a.ts' } }, 'ssot.config.json:3:10 concerns.a: expected an object, found "src/a.ts".'],
    [
      { concern: {}, concerns: { a: { canonical: 'x' } } },
      'ssot.config.json:2:3 concern: unknown key "concern". Did you mean "concerns"?',
    ],
    [
      { concerns: { a: { cannonical: 'x' } } },
      'ssot.config.json:4:7 concerns.a.cannonical: unknown key "cannonical". Did you mean "canonical"?',
    ],
    [
      { concerns: { a: { canonical: 'x', forms: { xyzzy: true } } } },
      'ssot.config.json:6:9 concerns.a.forms.xyzzy: unknown key "xyzzy". Known keys are "static", "type", "dynamic", "require", "mock", "reexport", "jsdoc" and "http".',
    ],
    [
      { concerns: { a: { preset: 'clickhose' } } },
      'ssot.config.json:4:17 concerns.a.preset: "clickhose" is not one of "id-generation", "execution-context", "clickhouse", "websocket" and "supervisor". Did you mean "clickhouse"?',
    ],
    [
      { concerns: { a: { preset: 7 } } },
      'ssot.config.json:4:17 concerns.a.preset: expected "id-generation", "execution-context", "clickhouse", "websocket" or "supervisor", found the number 7.',
    ],
    [
      { concerns: { a: { canonical: 'x', lifetime: 'Request' } } },
      'ssot.config.json:5:19 concerns.a.lifetime: "Request" is not one of "request" and "process". Did you mean "request"?',
    ],
    [
      { concerns: { a: { canonical: 5 } } },
      'ssot.config.json:4:20 concerns.a.canonical: expected a string or a list of strings, found the number 5.',
    ],
    [
      { concerns: { a: { canonical: {} } } },
      'ssot.config.json:4:20 concerns.a.canonical: expected a string or a list of strings, found an object.',
    ],
    [
      { concerns: { a: { canonical: [] } } },
      'ssot.config.json:4:20 concerns.a.canonical: the list is empty: expected at least one entry.',
    ],
    [
      { concerns: { a: { canonical: ['x', null] } } },
      'ssot.config.json:6:9 concerns.a.canonical[1]: expected a string, found null.',
    ],
    [
      { concerns: { a: { canonical: 'x', import: { Ids: 1 } } } },
      'ssot.config.json:6:16 concerns.a.import.Ids: expected a string, found the number 1.',
    ],
    [
      { concerns: { a: { canonical: 'x', import: true } } },
      'ssot.config.json:5:17 concerns.a.import: expected a string or an object, found true.',
    ],
    [
      { concerns: { a: { canonical: 'x', drivers: 'ws' } } },
      'ssot.config.json:5:18 concerns.a.drivers: expected a list of strings, found "ws".',
    ],
    [
      { concerns: { a: { canonical: 'x', replacements: [{ from: 'uuid#v4' }] } } },
      'ssot.config.json:6:9 concerns.a.replacements[0]: "to" is missing. What to write instead: a member path or call that starts with an export or accessor of the canonical.',
    ],
    [
      { concerns: { a: { canonical: 'x', replacements: [{ from: 'uuid#v4', to: 'a', compatble: true }] } } },
      'ssot.config.json:9:11 concerns.a.replacements[0].compatble: unknown key "compatble". Did you mean "compatible"?',
    ],
    [
      { concerns: { a: { canonical: 'x', replacements: [{ from: 'uuid#v4', to: 'a', compatible: 'yes' }] } } },
      'ssot.config.json:9:25 concerns.a.replacements[0].compatible: expected true or false, found "yes".',
    ],
    [
      { concerns: { a: { canonical: 'x', replacements: ['presets'] } } },
      'ssot.config.json:6:9 concerns.a.replacements[0]: expected an object or "preset", found "presets". Did you mean "preset"?',
    ],
    [
      { concerns: { a: { canonical: 'x', exceptions: [{ files: [], reason: 'r' }] } } },
      'ssot.config.json:7:20 concerns.a.exceptions[0].files: the list is empty: expected at least one entry.',
    ],
    [
      { concerns: { 'my ids': { canonical: 1 } } },
      'ssot.config.json:4:20 concerns["my ids"].canonical: expected a string or a list of strings, found the number 1.',
    ],
    [
      { concerns: { 'a/b~c': { canonical: 1 } } },
      'ssot.config.json:4:20 concerns["a/b~c"].canonical: expected a string or a list of strings, found the number 1.',
    ],
  ])('%j', (config, message) => {
    expect(problemsOf(config)).toEqual([message]);
  });

  it('reports everything at once, and keeps the fields that are well formed', () => {
    const folder = temporaryFolder({
      'ssot.config.json': JSON.stringify({
        ignore: 'dist',
        concerns: {
          a: { canonical: 'src/a.ts', drivers: [1], titel: 'A', replacements: [{ from: 'x', to: 1 }, 'preset'] },
          b: { preset: 'clickhause', canonical: 'src/b.ts' },
          c: { canonical: 'src/c.ts' },
        },
      }),
    });
    const loaded = loadConfig(join(folder, 'ssot.config.json'));
    expect(loaded.problems.map(({ path }) => path).sort()).toEqual([
      'concerns.a.drivers[0]',
      'concerns.a.replacements[0].to',
      'concerns.a.titel',
      'concerns.b.preset',
      'ignore',
    ]);
    expect(loaded.problems.map(({ concern }) => concern ?? '').sort()).toEqual(['', 'a', 'a', 'a', 'b']);
    expect(loaded.config).toEqual({ concerns: { a: { canonical: 'src/a.ts' }, c: { canonical: 'src/c.ts' } } });
  });

  it('accepts every field', () => {
    const concern = {
      preset: 'websocket',
      title: 't',
      canonical: ['x'],
      import: { A: 'a' },
      accessors: ['a'],
      replacements: ['preset', { from: 'a', to: 'b', compatible: false }],
      drivers: ['preset'],
      allow: ['x'],
      names: ['*X'],
      formats: ['preset', { template: '${a}', to: 'x', compatible: true }],
      methods: { a: 'b' },
      events: ['e'],
      remove: ['x'],
      dependsOn: ['x'],
      exceptions: [{ files: ['x'], reason: 'r', until: '2027-01-31' }],
      forms: { static: true, type: true, dynamic: true, require: true, mock: true, reexport: true, jsdoc: true },
      lifetime: 'process',
    };
    expect(problemsOf({ $schema: './x.json', concerns: { a: concern }, ignore: [], tests: [], baseline: 'b' })).toEqual(
      [],
    );
  });

  it('has the defaults that the schema tells editors', () => {
    expect(configSchema.properties?.['tests']?.default).toEqual(DEFAULT_TESTS);
    expect(configSchema.properties?.['baseline']?.default).toBe(DEFAULT_BASELINE);
  });
});
