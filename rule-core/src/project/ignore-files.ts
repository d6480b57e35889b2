import picomatch from 'picomatch';
import { fileNameOf } from '../resolution/index.js';

/** One line of a `.gitignore`. */
interface IgnoreRule {
  readonly negated: boolean;
  readonly foldersOnly: boolean;
  /** Against the path relative to the `.gitignore`'s folder. */
  readonly matches: (path: string) => boolean;
}

/** The rules of a `.gitignore` and the folder they hold in, a workspace path; `''` for the root. */
export interface IgnoreFile {
  readonly folder: string;
  readonly rules: readonly IgnoreRule[];
}

/** Reads a `.gitignore`. `folder` is the workspace path of its folder. */
export function parseIgnoreFile(text: string, folder: string): IgnoreFile {
  return { folder, rules: text.split(/\r?\n/).flatMap((line) => parseRule(line) ?? []) };
}

/**
 * Whether git ignores a path. The last rule that matches decides, the deepest `.gitignore` last.
 *
 * @param ignoreFiles - Those that hold for the path, outermost first.
 */
export function isGitIgnored(path: string, isFolder: boolean, ignoreFiles: readonly IgnoreFile[]): boolean {
  for (let index = ignoreFiles.length - 1; index >= 0; index--) {
    const file = ignoreFiles[index];
    const relative = file === undefined || file.folder === '' ? path : path.slice(file.folder.length + 1);
    const rule = file?.rules.findLast(
      (candidate) => (isFolder || !candidate.foldersOnly) && candidate.matches(relative),
    );
    if (rule) return !rule.negated;
  }
  return false;
}

function parseRule(line: string): IgnoreRule | undefined {
  const text = line.replace(/(?<!\\)\s+$/, '');
  if (text === '' || text.startsWith('#')) return undefined;
  const negated = text.startsWith('!');
  const foldersOnly = text.endsWith('/');
  const pattern = text.slice(negated ? 1 : 0, foldersOnly ? -1 : undefined).replace(/^\\(?=[#!])/, '');
  if (pattern === '' || pattern === '/') return undefined;
  const name = /^[\w.-]+$/.test(pattern) ? pattern : undefined;
  // Most lines name a file or a folder wherever it is: no expression is as quick as that.
  if (name !== undefined) return { negated, foldersOnly, matches: (path) => fileNameOf(path) === name };
  // A slash at the start or in the middle ties a pattern to the folder of its file.
  const glob = pattern.includes('/') ? pattern.replace(/^\//, '') : `**/${pattern}`;
  return {
    negated,
    foldersOnly,
    matches: picomatch(glob, { dot: true, nobrace: true, noextglob: true, nonegate: true }),
  };
}
