import { describe, expect, it } from 'vitest';
import { editedModule } from '../../../rule-core/src/lint/edited-modules.js';

describe('what is kept of edited files', () => {
  it('is kept by file, as long as its place in the workspace is the same', () => {
    const module = editedModule('/repo/app/src/a.ts', 'src/a.ts');
    expect(editedModule('/repo/app/src/a.ts', 'src/a.ts')).toBe(module);
    expect(editedModule('/repo/app/src/b.ts', 'src/b.ts')).not.toBe(module);
    const moved = editedModule('/repo/app/src/a.ts', 'app/src/a.ts');
    expect(moved.path).toBe('app/src/a.ts');
    expect(editedModule('/repo/app/src/a.ts', 'app/src/a.ts')).toBe(moved);
  });

  it('is dropped for the files that were not read for longest', () => {
    const first = editedModule('/repo/0.ts', '0.ts');
    for (let index = 1; index < 20; index++) editedModule(`/repo/${String(index)}.ts`, `${String(index)}.ts`);
    expect(editedModule('/repo/0.ts', '0.ts')).toBe(first);
    editedModule('/repo/20.ts', '20.ts');
    expect(editedModule('/repo/0.ts', '0.ts')).toBe(first);
    for (let index = 30; index < 50; index++) editedModule(`/repo/${String(index)}.ts`, `${String(index)}.ts`);
    expect(editedModule('/repo/0.ts', '0.ts')).not.toBe(first);
  });
});
