import { posix } from 'node:path';
import picomatch from 'picomatch';
import { codeExtensions } from '../../resolution/code-file.js';
import type { Disk } from '../disk.js';

/** What a path written for a compiled module is called in the source. */
const SOURCE_EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx', '.jsx'],
  '.jsx': ['.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
};

const GLOB_CHARACTERS = /[*?{}[\]()!]/;

/** Whether a text is a glob, or could be one: brackets and parentheses are also common in the names of route folders. */
export function looksLikeGlob(path: string): boolean {
  return GLOB_CHARACTERS.test(path);
}

/**
 * Why a text is not a path inside the workspace, with the way to write it; `undefined` if it is one.
 *
 * @param text a path or glob as the user wrote it
 */
export function pathFault(text: string): string | undefined {
  if (text.trim() === '') return 'expected a path, found an empty string.';
  if (text.trim() !== text) return `"${text}" starts or ends with a space. Write "${text.trim()}".`;
  if (/^([A-Za-z]:)?[\\/]/.test(text) || text.startsWith('file:')) {
    return `"${text}" is an absolute path. Write it relative to the config file, such as "src/core/id-manager.ts".`;
  }
  // A backslash in front of one of these is the way to write a folder such as `[id]` in a glob.
  if (/\\(?![[\](){}!])/.test(text))
    return `"${text}" has backslashes. Write "${text.replaceAll('\\', '/')}", on Windows, too.`;
  if (posix.normalize(text).split('/')[0] === '..') {
    return `"${text}" leads out of the folder of the config file. Move the config file up, or name a path inside its folder.`;
  }
  return undefined;
}

/** A path without `./`, `a/../` and slashes at its ends. */
export function normalizePath(text: string): string {
  const path = posix.normalize(text).replace(/\/+$/, '');
  return path === '.' ? '' : path;
}

/** The module that a path without its extension, or with that of the compiled file, names; `undefined` if there is none. */
export function completeModule(path: string, disk: Disk): string | undefined {
  if (disk.isFile(path)) return path;
  const extension = posix.extname(path);
  const stem = path.slice(0, path.length - extension.length);
  const candidates = [
    ...(SOURCE_EXTENSIONS[extension] ?? []).map((source) => stem + source),
    ...codeExtensions.map((added) => path + added),
  ];
  return candidates.find((candidate) => disk.isFile(candidate));
}

/** The index module of a folder, or `undefined` if it has none. */
export function indexModule(folder: string, disk: Disk): string | undefined {
  return codeExtensions.map((extension) => `${folder}/index${extension}`).find((file) => disk.isFile(file));
}

/** A glob that matches this path alone, whatever characters it has. */
export function escapeGlob(path: string): string {
  return path.replaceAll(/[\\*?{}[\]()!]/g, '\\$&');
}

/** The glob for all files in a folder. */
export function folderGlob(folder: string): string {
  return folder === '' ? '**' : `${escapeGlob(folder)}/**`;
}

/**
 * A glob in which the names of existing folders stand for themselves: in `app/[id]/**` with a folder `app/[id]`, the brackets
 * are no set of characters.
 */
export function globWithLiteralFolders(glob: string, disk: Disk): string {
  const segments = glob.split('/');
  let literal = 0;
  while (literal < segments.length && disk.isDirectory(segments.slice(0, literal + 1).join('/'))) literal += 1;
  return [...segments.slice(0, literal).map(escapeGlob), ...segments.slice(literal)].join('/');
}

/** Whether a path matches one of the globs, as all globs of the configuration are understood. */
export function globMatcher(globs: string | readonly string[]): (path: string) => boolean {
  const matches = picomatch(typeof globs === 'string' ? globs : [...globs], { dot: true });
  // Its second parameter makes it return an object, which an array's index would set.
  return (path) => matches(path);
}
