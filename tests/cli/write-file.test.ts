import { describe, expect, it } from 'vitest';
import { writeFileWhole } from '../../cli/src/write-file.js';

/** A system on which writing fails a few times; `log` is what was tried. */
function failing(platform: string, code: string, times: number) {
  const log: (string | number)[] = [];
  const writing = {
    platform,
    write: (file: string, content: string | Uint8Array) => {
      log.push(`${file} ${String(content)}`);
      if (log.filter((entry) => typeof entry === 'string').length <= times)
        throw Object.assign(new Error('not now'), { code });
    },
    wait: (milliseconds: number) => {
      log.push(milliseconds);
    },
  };
  return { log, writing };
}

describe('writing a file as a whole', () => {
  it('waits, on Windows, for whoever has the file open', () => {
    const { log, writing } = failing('win32', 'EPERM', 2);
    writeFileWhole('a.ts', 'text', writing);
    expect(log).toEqual(['a.ts text', 10, 'a.ts text', 40, 'a.ts text']);
  });

  it.each(['EPERM', 'EACCES', 'EBUSY'])('says after a second that it cannot, with %s', (code) => {
    const { log, writing } = failing('win32', code, 99);
    expect(() => {
      writeFileWhole('a.ts', 'text', writing);
    }).toThrow('not now');
    expect(log.filter((entry) => typeof entry === 'number')).toEqual([10, 40, 100, 250, 500]);
    expect(log.filter((entry) => typeof entry === 'string')).toHaveLength(6);
  });

  it.each([
    ['linux', 'EPERM'],
    ['win32', 'ENOSPC'],
  ])('does not wait on %s for %s', (platform, code) => {
    const { log, writing } = failing(platform, code, 99);
    expect(() => {
      writeFileWhole('a.ts', 'text', writing);
    }).toThrow('not now');
    expect(log).toEqual(['a.ts text']);
  });
});
