import { posix } from 'node:path';
import { distance } from 'fastest-levenshtein';
import { nearest } from '../did-you-mean.js';
import { isCodeFile, withoutExtension } from '../../resolution/code-file.js';

/**
 * The module or folder that was probably meant by a path that does not exist: the nearest name in its folder, then a module of
 * the same name elsewhere, then the nearest path of all.
 *
 * @param path with or without extension
 * @param files of the workspace
 * @returns written as `path` is: without the extension if it has none
 */
export function moduleMeant(path: string, files: readonly string[]): string | undefined {
  const modules = files.filter(isCodeFile);
  const bare = !isCodeFile(path);
  const candidates = bare
    ? [...new Set(modules.flatMap((file) => [withoutExtension(file), ...foldersOf(file)]))]
    : modules;
  const folder = posix.dirname(path);
  const wanted = withoutExtension(posix.basename(path)).toLowerCase();
  const byPath = (list: readonly string[]): string[] =>
    [...list].sort((a, b) => distance(path, a) - distance(path, b) || a.length - b.length || (a < b ? -1 : 1));

  const beside = byPath(candidates.filter((candidate) => posix.dirname(candidate) === folder));
  const stem = (candidate: string): string => withoutExtension(posix.basename(candidate));
  const inFolder = nearest(wanted, beside.map(stem));
  if (inFolder !== undefined) return beside.find((candidate) => stem(candidate) === inFolder);
  const [sameName] = byPath(candidates.filter((candidate) => stem(candidate).toLowerCase() === wanted));
  return sameName ?? nearest(path, candidates);
}

/** The folder that was probably meant, or `undefined` if none is near. */
export function folderMeant(folder: string, files: readonly string[]): string | undefined {
  return nearest(folder, [...new Set(files.flatMap(foldersOf))].sort());
}

/** A module whose path ends with this one: `src/core/id-manager` for `core/id-manager`. */
export function moduleEndingWith(path: string, files: readonly string[]): string | undefined {
  const wanted = `/${withoutExtension(path)}`;
  return files
    .filter((file) => isCodeFile(file) && `/${withoutExtension(file)}`.endsWith(wanted))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0];
}

function foldersOf(file: string): string[] {
  const parts = file.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
