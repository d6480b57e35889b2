import { describe, expect, it } from 'vitest';
import { projectDigest, type SsotConfig } from '../../../rule-core/src/index.js';
import { fixtureProject, type FixtureProject } from '../../fixture-project/fixture-project.js';

const http = (more: object = {}): SsotConfig => ({
  concerns: { http: { title: 'HTTP client', canonical: 'src/http.ts#http', drivers: ['axios'], ...more } },
});
const asModule = (config: SsotConfig): string => `export default ${JSON.stringify(config)};\n`;

const INNER = {
  'packages/a/ssot.config.json': JSON.stringify(http()),
  'packages/a/src/http.ts': 'export const http = {};\n',
  'packages/a/src/use.ts': "import axios from 'axios';\naxios();\n",
  'packages/b/ssot.config.mjs': asModule(http()),
  'packages/b/src/http.ts': 'export const http = {};\n',
};

function workspace(outer: SsotConfig = http()): FixtureProject {
  return fixtureProject(outer, { 'src/http.ts': 'export const http = {};\n', ...INNER });
}

/** The digest as another run of ESLint has it: in one process the disk is looked at in idle time only. */
function digestOf(files: Readonly<Record<string, string>>, outer?: SsotConfig): string {
  const project = workspace(outer);
  for (const [file, text] of Object.entries(files)) project.write(file, text);
  return projectDigest(project.root);
}

describe('the digest of a workspace with others inside', () => {
  it.each([
    ['an inner configuration', 'packages/a/ssot.config.json', JSON.stringify(http({ drivers: ['axios', 'got'] }))],
    ['an inner configuration that is code', 'packages/b/ssot.config.mjs', asModule(http({ drivers: [] }))],
    ['an inner canonical', 'packages/a/src/http.ts', 'export const http = { get() {} };\n'],
    ['a configuration in a new place', 'packages/a/src/ssot.config.json', JSON.stringify(http())],
  ])('changes with %s', (_what, file, text) => {
    expect(digestOf({ [file]: text })).not.toBe(digestOf({}));
  });

  it('changes with an inner configuration that the outer one never reads', () => {
    const outer = { ...http(), ignore: ['packages/**'] };
    const text = asModule(http({ drivers: [] }));
    expect(digestOf({ 'packages/b/ssot.config.mjs': text }, outer)).not.toBe(digestOf({}, outer));
  });

  it('stays with what changes no verdict elsewhere, and in another folder', () => {
    expect(digestOf({ 'packages/a/src/use.ts': "// why\nimport axios from 'axios';\naxios();\n" })).toBe(digestOf({}));
  });
});

it('the digest changes with what the interface of a canonical asks for, wherever that is declared', () => {
  const digest = (members: string): string =>
    projectDigest(
      fixtureProject(http(), {
        'src/client.ts': `export interface Client { ${members} }\n`,
        'src/http.ts': `import type { Client } from './client';\nexport const http: Client = { get() {}, post() {} };\n`,
      }).root,
    );
  expect(digest('get(): void; post(): void')).not.toBe(digest('get(): void'));
  expect(digest('get(): void; /* why */')).toBe(digest('get(): void'));
});
