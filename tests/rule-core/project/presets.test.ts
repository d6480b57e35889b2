import { expect, it } from 'vitest';
import { openWorkspace } from '../../../rule-core/src/project/index.js';
import { temporaryWorkspace } from '../resolution/temporary-workspace.js';
import { isWorthALook } from './worth-a-look.js';

it('without a config file the presets apply whose canonical is there', () => {
  const workspace = temporaryWorkspace({
    'package.json': '{"name": "app"}',
    'src/core/id-manager.ts': 'export class IdManager { static newId() {} }',
    'src/utils/run-id-generator.ts': 'export function generateRunId() {}',
    'src/index.ts': "export { generateRunId as freshRun } from './utils/run-id-generator';",
  });
  const project = openWorkspace(workspace.absolute('src/x.ts'), { today: '2026-06-01' }).project();
  expect(project.problems).toEqual([]);
  const [concern] = project.config.concerns;
  if (concern === undefined) throw new Error('no concern');
  expect(concern.preset).toBe('id-generation');
  const match = project.targets(concern).classify(project.origin('src/x.ts', '.', ['freshRun']));
  expect(match).toMatchObject({ kind: 'twin', replacement: { fromPreset: true } });
  expect(isWorthALook(project, 'src/x.ts', 'freshRun()')).toBe(true);
});

it('a barrel or alias makes candidates of its consumers, a caller does not', () => {
  const consumers = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [
      `src/use${index}.ts`,
      "import { v4 } from 'uuid'; export const run = () => v4();",
    ]),
  );
  const workspace = temporaryWorkspace({
    ...consumers,
    'ssot.config.json': '{"concerns": {"ids": {"canonical": "core/ids.ts#Ids", "drivers": ["uuid#v4"]}}}',
    'core/ids.ts': 'export class Ids {}',
    'src/alias.ts': "import { v4 } from 'uuid'; export const make = v4;",
    'src/typed.ts': "import { v4 } from 'uuid'; export { v4 as second };",
  });
  const project = openWorkspace(workspace.absolute('x.ts'), { today: '2026-06-01' }).project();
  expect(isWorthALook(project, 'x.ts', 'make()')).toBe(true);
  expect(isWorthALook(project, 'x.ts', 'second()')).toBe(true);
  expect(isWorthALook(project, 'x.ts', 'run()')).toBe(false);
});
