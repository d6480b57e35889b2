import { posix, win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { workspacePath } from '../../../rule-core/src/resolution/workspace-path.js';

describe('a workspace path', () => {
  it.each([
    ['as Windows writes it', 'C:\\work\\app', 'C:\\work\\app\\src\\a.ts', 'src/a.ts'],
    ['as tsserver writes it', 'C:\\work\\app', 'c:/work/app/src/a.ts', 'src/a.ts'],
    ['with a small drive letter, as VS Code has it', 'C:\\work\\app', 'c:\\work\\app\\src\\a.ts', 'src/a.ts'],
    ['of the root', 'C:\\work\\app', 'C:\\work\\app', ''],
    ['of the root with a small drive letter', 'C:\\work\\app', 'c:\\work\\app', ''],
    ['in a drive', 'C:\\', 'C:\\src\\a.ts', 'src/a.ts'],
    ['in a shared folder', '\\\\server\\share\\app', '\\\\server\\share\\app\\src\\a.ts', 'src/a.ts'],
    ['with dots in its name', 'C:\\app', 'C:\\app\\..a\\b.ts', '..a/b.ts'],
    ['beside the root', 'C:\\work\\app', 'C:\\work\\app2\\a.ts', undefined],
    ['above the root', 'C:\\work\\app', 'C:\\work', undefined],
    ['on another drive', 'C:\\work\\app', 'D:\\work\\app\\src\\a.ts', undefined],
  ])('on Windows, %s', (_what, root, absolute, path) => {
    expect(workspacePath(root, absolute, win32)).toBe(path);
  });

  it.each([
    ['below the root', '/work/app', '/work/app/src/a.ts', 'src/a.ts'],
    ['of the root', '/work/app', '/work/app', ''],
    ['in the root of the disk', '/', '/src/a.ts', 'src/a.ts'],
    ['with a backslash in its name', '/work/app', '/work/app/a\\b.ts', 'a\\b.ts'],
    ['that differs in case', '/work/app', '/work/App/a.ts', undefined],
    ['beside the root', '/work/app', '/work/app2/a.ts', undefined],
  ])('elsewhere, %s', (_what, root, absolute, path) => {
    expect(workspacePath(root, absolute, posix)).toBe(path);
  });
});
