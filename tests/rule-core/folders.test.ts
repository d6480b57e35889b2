import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseRecord } from '../../rule-core/src/source/index.js';

const root = resolve(import.meta.dirname, '../../rule-core/src');

/** The folders of the core, those first that import from none: each imports from those before it only. */
const ORDER = [
  'files',
  'parser',
  'resolution',
  'config',
  'source',
  'symbols',
  'edits',
  'checks',
  'cache',
  'baseline',
  'project',
  'rules',
  'lint',
  'survey',
];

describe('the folders of the core', () => {
  const modules = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && path.includes(sep))
    .map((path) => path.split(sep).join('/'));

  it('are those that have a place', () => {
    expect([...new Set(modules.map(folderOf))].sort()).toEqual([...ORDER].sort());
  });

  it('import from one another in one direction, types included', () => {
    const against = modules.flatMap((module) => {
      const { staticExports, staticImports } = parseRecord(module, readFileSync(join(root, module), 'utf8'));
      const requests = [
        ...staticImports.map(({ moduleRequest }) => moduleRequest.value),
        ...staticExports.flatMap(({ entries }) => entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? [])),
      ];
      return requests
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) =>
          relative(root, resolve(root, module, '..', specifier))
            .split(sep)
            .join('/'),
        )
        .filter((imported) => ORDER.indexOf(folderOf(imported)) > ORDER.indexOf(folderOf(module)))
        .map((imported) => `${module} → ${imported}`);
    });
    expect(against).toEqual([]);
  });
});

function folderOf(path: string): string {
  return path.split('/', 1)[0] ?? '';
}
