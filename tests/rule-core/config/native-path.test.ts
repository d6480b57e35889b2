import { describe, expect, it } from 'vitest';
import { framesOf, nativePath } from '../../../rule-core/src/config/load/native-path.js';

describe('the path of a loaded file', () => {
  it.each([
    ['\\', 'C:/my work/ssot.config.ts', 'C:\\my work\\ssot.config.ts'],
    ['\\', 'C:\\my work\\ssot.config.ts', 'C:\\my work\\ssot.config.ts'],
    ['\\', 'file:///C:/my%20work/ssot.config.mjs', 'C:\\my work\\ssot.config.mjs'],
    ['\\', 'file://server/share/ssot.config.mjs', '\\\\server\\share\\ssot.config.mjs'],
    ['/', '/my work/ssot.config.ts', '/my work/ssot.config.ts'],
    ['/', 'file:///my%20work/ssot.config.mjs', '/my work/ssot.config.mjs'],
    ['/', '/odd\\name.ts', '/odd\\name.ts'],
  ])('with %s, of %s', (separator, written, path) => {
    expect(nativePath(written, separator)).toBe(path);
  });
});

describe('the frames of a stack trace', () => {
  it.each([
    ['\\', '    at Object.<anonymous> (C:\\code\\a.ts:2:7)', [{ file: 'C:\\code\\a.ts', line: 2 }]],
    ['\\', '    at C:/code/a.ts:2:7', [{ file: 'C:\\code\\a.ts', line: 2 }]],
    ['\\', '    at async run (file:///C:/my%20work/a.mjs:12:7)', [{ file: 'C:\\my work\\a.mjs', line: 12 }]],
    ['/', '    at file:///my%20work/a.mjs:12:7', [{ file: '/my work/a.mjs', line: 12 }]],
    ['/', '    at eval (/my work/a (b).ts:1:1)', [{ file: '/my work/a (b).ts', line: 1 }]],
    ['/', 'Error: at /code/a.ts:1:1', []],
    ['/', '    at node:internal/modules/cjs/loader:1469:14', []],
    ['/', '    at Array.map (<anonymous>)', []],
  ])('with %s, of %s', (separator, line, frames) => {
    expect(framesOf(`Error: boom\n${line}\n`, separator)).toEqual(frames);
  });
});
