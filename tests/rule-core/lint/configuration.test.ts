import { chmodSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SsotConfig } from '../../../rule-core/src/index.js';
import { fixtureProject } from '../../fixture-project/fixture-project.js';

const FILES = {
  'src/core/id-manager.ts': `export class IdManager { static newId(): string { return ''; } }\n`,
  'src/a.ts': `\n// a comment\nimport { v4 } from 'uuid';\nv4();\n`,
};

/** What a user sees at the top of a file. */
function shown(config: string | SsotConfig | undefined, files: Record<string, string> = {}): string[] {
  const project = fixtureProject(undefined, { ...FILES, ...files });
  if (config !== undefined) {
    project.write('ssot.config.json', typeof config === 'string' ? config : JSON.stringify(config, null, 2));
  }
  return project
    .lint('src/a.ts')
    .filter(({ check }) => check === 'configuration')
    .map(({ message, line, at }) => `${String(line)} ${at}: ${message}`);
}

const ids = (concern: object): SsotConfig => ({
  concerns: { ids: { title: 'ID generator', canonical: 'src/core/id-manager.ts#IdManager', ...concern } },
});

describe('a configuration that cannot work', () => {
  it('names a canonical that does not exist, and the file that is meant', () => {
    expect(shown(ids({ canonical: 'src/core/id-manger.ts#IdManager' }))).toEqual([
      '3 import: ssot.config.json:5:20 concerns.ids.canonical: no such file: "src/core/id-manger.ts". Did you mean "src/core/id-manager.ts#IdManager"?',
    ]);
  });

  it('names an export that does not exist, and the one that is meant', () => {
    expect(shown(ids({ canonical: 'src/core/id-manager.ts#IdManger' }))[0]).toMatch(
      /^3 import: ssot\.config\.json:5:20 concerns\.ids\.canonical: .*exports no 'IdManger'.*Did you mean IdManager\?/u,
    );
  });

  it('names an unknown preset', () => {
    expect(shown(ids({ preset: 'id-generaton' }))).toEqual([
      expect.stringMatching(
        /^3 import: ssot\.config\.json:6:17 concerns\.ids\.preset: .*Did you mean "id-generation"\?/u,
      ),
    ]);
  });

  it('names the place of malformed JSON', () => {
    expect(shown('{ "concerns": { "ids": { "canonical": } } }')).toEqual([
      expect.stringMatching(/^3 import: ssot\.config\.json:1:39 /u),
    ]);
  });

  it('reports each problem once, whatever the number of rules', () => {
    expect(
      shown({
        concerns: { a: { canonical: 'src/nothing.ts' }, b: { canonical: 'src/core/id-manager.ts', dependsOn: ['c'] } },
      }),
    ).toHaveLength(2);
  });

  it('says what a TypeScript config threw', () => {
    const project = fixtureProject(undefined, FILES);
    project.write('ssot.config.ts', `throw new Error('no environment');\n`);
    expect(project.lint('src/a.ts').map(({ message }) => message)).toEqual([
      expect.stringMatching(/^ssot\.config\.ts.*no environment/u),
    ]);
  });

  it('says that no canonical exists at all where there is no config file', () => {
    const project = fixtureProject(undefined, { 'src/a.ts': 'export const a = 1;\n' });
    expect(project.lint('src/a.ts')).toMatchObject([
      { check: 'configuration', at: 'export', rule: 'no-deprecated-context' },
    ]);
  });

  it('is silent where a preset finds its default canonical', () => {
    expect(shown(undefined)).toEqual([]);
  });

  it('reports an alias that does not lead to the canonical', () => {
    expect(shown(ids({ import: '@/core/id-manager' }))).toEqual([
      expect.stringMatching(/^3 import: ssot\.config\.json:6:17 concerns\.ids\.import: .*@\/core\/id-manager/u),
    ]);
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('reports a canonical that cannot be read', () => {
    const project = fixtureProject(ids({}), FILES);
    chmodSync(path.join(project.root, 'src/core/id-manager.ts'), 0o000);
    expect(project.lint('src/a.ts')).toMatchObject([{ check: 'configuration' }]);
  });

  it('reports a canonical that does not parse', () => {
    expect(shown(ids({}), { 'src/core/id-manager.ts': 'export class IdManager {\n' })).toEqual([
      expect.stringMatching(
        /^3 import: ssot\.config\.json:5:20 concerns\.ids\.canonical: .*src\/core\/id-manager\.ts/u,
      ),
    ]);
  });
});

describe('exceptions', () => {
  const config = (until?: string): SsotConfig =>
    ids({
      drivers: ['uuid'],
      exceptions: [{ files: ['src/a.ts'], reason: 'imported data keeps its ids', ...(until && { until }) }],
    });

  const reports = (until: string | undefined, today: string): string[] =>
    fixtureProject(config(until), FILES)
      .lint('src/a.ts', { today })
      .map(({ message }) => message);

  it('excuse a file, also on their last day', () => {
    expect(reports(undefined, '2026-11-22')).toEqual([]);
    expect(reports('2026-11-22', '2026-11-22')).toEqual([]);
  });

  it('end, and say why they were made', () => {
    expect(reports('2026-11-22', '2026-11-23')).toEqual([
      "'uuid' may be used only inside IdManager (src/core/id-manager.ts), the single source of 'ids'. Use IdManager instead. (The exception for this file ended on 2026-11-22: imported data keeps its ids)",
    ]);
  });
});

describe('a rule option', () => {
  it('is laid over the concern of the config file', () => {
    const project = fixtureProject(
      {
        concerns: {
          ids: { preset: 'id-generation', canonical: 'src/core/id-manager.ts#IdManager', drivers: ['uuid'] },
        },
      },
      FILES,
    );
    const rule = 'no-second-id-generator';
    expect(project.lint('src/a.ts', { rule }).map(({ at }) => at)).toEqual(['v4']);
    expect(project.lint('src/a.ts', { rule, options: { drivers: ['nanoid'] } })).toEqual([]);
    expect(project.lint('src/a.ts', { rule, options: { allow: ['uuid#v4'] } })).toEqual([]);
  });
});

describe('ignored files', () => {
  it('are never read', () => {
    const project = fixtureProject({ ...ids({ drivers: ['uuid'] }), ignore: ['src/a.ts'] }, FILES);
    expect(project.lint('src/a.ts')).toEqual([]);
  });
});
