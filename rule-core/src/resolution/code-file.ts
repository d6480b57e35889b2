import { fileNameOf, folderOf } from './workspace-path.js';

/** Extensions of modules that can be read, in the order in which a specifier without an extension tries them. */
export const codeExtensions = [
  '.ts',
  '.tsx',
  '.mts',
  '.cts',
  '.js',
  '.jsx',
  '.mjs',
  '.cjs',
  '.d.ts',
  '.d.mts',
  '.d.cts',
] as const;

const codeFile = /\.[cm]?[jt]sx?$/;
const lastExtension = /(?:\.d)?\.[cm]?[jt]sx?$/;

/** Whether a path names a module that can be read. */
export function isCodeFile(path: string): boolean {
  return codeFile.test(path);
}

/** The extension of a module, `.d.ts` as one; `''` for any other file. */
export function codeExtensionOf(path: string): string {
  return lastExtension.exec(path)?.[0] ?? '';
}

/** The path of a module without its extension. */
export function withoutExtension(path: string): string {
  return path.slice(0, path.length - codeExtensionOf(path).length);
}

/** The extension by which an ES module import names the compiled form: `.js` for `.ts`, `.mjs` for `.mts`. */
export function compiledExtension(path: string): string {
  const extension = codeExtensionOf(path);
  if (extension === '.jsx') return '.jsx';
  return extension.endsWith('.mts') || extension === '.mjs'
    ? '.mjs'
    : extension.endsWith('.cts') || extension === '.cjs'
      ? '.cjs'
      : '.js';
}

/** What imports call a module: its file name without extension, or the folder's name for an index file. */
export function stemOf(path: string): string {
  const stem = withoutExtension(fileNameOf(path));
  return stem === 'index' && path.includes('/') ? fileNameOf(folderOf(path)) : stem;
}
