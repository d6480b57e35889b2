import { createTwoFilesPatch } from 'diff';

/**
 * A change to one file as `git diff` and `patch` write it.
 *
 * @param path relative, `/`-separated
 */
export function unifiedDiff(path: string, before: string, after: string): string {
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
    headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
  });
}
