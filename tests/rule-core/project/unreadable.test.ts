import type * as FileSystem from 'node:fs';
import { expect, it, vi } from 'vitest';
import { openWorkspace } from '../../../rule-core/src/project/index.js';
import { temporaryWorkspace } from '../resolution/temporary-workspace.js';
import { isWorthALook } from './worth-a-look.js';

// Permissions do not bind the superuser, so the refusal is played.
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof FileSystem>();
  const readFileSync = (file: string, ...rest: ['utf8']) => {
    if (/secret/.test(file)) throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    return fs.readFileSync(file, ...rest);
  };
  return { ...fs, default: { ...fs, readFileSync }, readFileSync };
});

it('a module that cannot be read is a problem where it is the canonical, and nothing elsewhere', () => {
  const workspace = temporaryWorkspace({
    'ssot.config.json': '{"concerns": {"a": {"canonical": "secret.ts#A"}, "b": {"canonical": "core/b.ts#B"}}}',
    'secret.ts': 'export class A {}',
    'core/b.ts': 'export class B {}',
    'src/secret-barrel.ts': "export { B as C } from '../core/b';",
  });
  const project = openWorkspace(workspace.absolute('x.ts'), { today: '2026-06-01' }).project();
  expect(project.problems.map(({ message, concern }) => [concern, message])).toEqual([
    ['a', 'secret.ts cannot be read.'],
  ]);
  expect(isWorthALook(project, 'src/x.ts', 'C')).toBe(false);
  expect(project.digest).toMatch(/^[0-9a-f]{64}$/);
});
