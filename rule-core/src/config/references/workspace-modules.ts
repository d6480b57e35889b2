import picomatch from 'picomatch';
import { isCodeFile } from '../../resolution/code-file.js';
import type { Disk } from '../disk.js';
import { folderMeant, moduleMeant } from './missing-module.js';
import {
  completeModule,
  escapeGlob,
  folderGlob,
  globMatcher,
  globWithLiteralFolders,
  indexModule,
  looksLikeGlob,
  normalizePath,
  pathFault,
} from './module-path.js';

/** What a path of the configuration names: one module, modules by glob, or nothing, with what was probably meant. */
export type ModulesFound =
  | { readonly kind: 'module' | 'glob'; readonly path: string }
  | { readonly kind: 'missing'; readonly message: string; readonly meant: string | undefined };

/**
 * Finds the modules that a path without fault names.
 *
 * @param written a path, with or without extension, a folder, or a glob
 * @param ignore globs of files that do not count for globs and suggestions
 * @param one whether a folder stands for its index module, if it has one, and not for all it contains
 */
export function findModules(written: string, disk: Disk, ignore: readonly string[], one: boolean): ModulesFound {
  const path = normalizePath(written);
  const file = written.endsWith('/') ? undefined : completeModule(path, disk);
  if (file !== undefined) return { kind: 'module', path: file };
  if (disk.isDirectory(path)) {
    const index = one ? indexModule(path, disk) : undefined;
    return index === undefined ? { kind: 'glob', path: folderGlob(path) } : { kind: 'module', path: index };
  }
  const files = disk.files(ignore);
  if (!looksLikeGlob(path)) {
    const kind = isCodeFile(path) ? 'file' : 'file or folder';
    return { kind: 'missing', message: `no such ${kind}: "${path}".`, meant: moduleMeant(path, files) };
  }
  const glob = globWithLiteralFolders(path, disk);
  if (files.some(globMatcher(glob)) || startsInDotFolder(glob, disk)) return { kind: 'glob', path: glob };
  return { kind: 'missing', message: `no file matches "${path}".`, meant: globMeant(path, files) };
}

/** Files named by a path or glob where only files can be named: the glob for them, or what is wrong with the text. */
export function parseFileGlob(
  text: string,
  disk: Disk,
  ignore: readonly string[],
): { readonly glob: string } | { readonly missing: boolean; readonly message: string } {
  const fault = pathFault(text);
  if (fault !== undefined) return { missing: false, message: fault };
  const found = findModules(text, disk, ignore, false);
  if (found.kind === 'missing') {
    const hint = found.meant === undefined ? '' : ` Did you mean "${found.meant}"?`;
    return { missing: true, message: found.message + hint };
  }
  return { glob: found.kind === 'glob' ? found.path : escapeGlob(found.path) };
}

function globMeant(glob: string, files: readonly string[]): string | undefined {
  const anywhere = `**/${glob}`;
  if (files.some(globMatcher(anywhere))) return anywhere;
  const { base } = picomatch.scan(glob);
  const folder = base === '' ? undefined : folderMeant(base, files);
  return folder === undefined || folder === base ? undefined : folder + glob.slice(base.length);
}

/** The listing of the workspace leaves out folders such as `.storybook`. */
function startsInDotFolder(glob: string, disk: Disk): boolean {
  const { base } = picomatch.scan(glob);
  return /(^|\/)\./.test(base) && disk.isDirectory(base);
}
