import { posix, win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { workspacePath } from '../../../rule-core/src/resolution/workspace-path.js';

describe('a workspace path', () => {
  it.each([
    ['as Windows writes it', 'C:\\code\\app', 'C:\\code\\app\\src\\a.ts', 'src/a.ts'],
    ['as tsserver writes it', 'C:\\code\\app', 'c:/code/app/src/a.ts', 'src/a.ts'],
    ['with a small drive letter, as VS Code has it', 'C:\\code\\app', 'c:\\code\\app\\src\\a.ts', 'src/a.ts'],
    ['of the root', 'C:\\code\\app', 'C:\\code\\app', ''],
    ['of the root with a small drive letter', 'C:\\code\\app', 'c:\\code\\app', ''],
    ['in a drive', 'C:\\', 'C:\\src\\a.ts', 'src/a.ts'],
    ['in a shared folder', '\\\\server\\share\\app', '\\\\server\\share\\app\\src\\a.ts', 'src/a.ts'],
    ['with dots in its name', 'C:\\app', 'C:\\app\\..a\\b.ts', '..a/b.ts'],
    ['beside the root', 'C:\\code\\app', 'C:\\code\\app2\\a.ts', undefined],
    ['above the root', 'C:\\code\\app', 'C:\\code', undefined],
    ['on another drive', 'C:\\code\\app', 'D:\\code\\app\\src\\a.ts', undefined],
  ])('on Windows, %s', (_what, root, absolute, path) => {
    expect(workspacePath(root, absolute, win32)).toBe(path);
  });

  it.each([
    ['below the root', '/code/app', '/code/app/src/a.ts', 'src/a.ts'],
    ['of the root', '/code/app', '/code/app', ''],
    ['in the root of the disk', '/', '/src/a.ts', 'src/a.ts'],
    ['with a backslash in its name', '/code/app', '/code/app/a\\b.ts', 'a\\b.ts'],
    ['that differs in case', '/code/app', '/code/App/a.ts', undefined],
    ['beside the root', '/code/app', '/code/app2/a.ts', undefined],
  ])('elsewhere, %s', (_what, root, absolute, path) => {
    expect(workspacePath(root, absolute, posix)).toBe(path);
  });
});
