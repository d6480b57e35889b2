import { isBuiltin } from 'node:module';
import { isCodeFile } from '../../resolution/code-file.js';
import type { Disk } from '../disk.js';
import type { SymbolReference } from '../resolved-config.js';
import { isIdentifier } from './identifier.js';
import { moduleEndingWith } from './missing-module.js';
import { looksLikeGlob, pathFault } from './module-path.js';
import { findModules } from './workspace-modules.js';

/** A symbol reference, or why a text is none: `missing` if it is one, but of a module that does not exist. */
export type ReferenceResult =
  | { readonly ok: true; readonly reference: SymbolReference }
  | { readonly ok: false; readonly missing: boolean; readonly message: string };

const PACKAGE_NAME = /^(?:@[\w.~-]+\/)?[A-Za-z0-9~-][\w.~-]*$/;
const GLOBAL_OBJECTS = new Set(['globalThis', 'window', 'self', 'global']);

/**
 * Takes a symbol reference apart: `src/core/id-manager.ts#IdManager`, `src/db/**`, `uuid#v4`, `@a/b/c#d`,
 * `global:crypto.randomUUID`.
 *
 * A text names modules of the workspace if it starts with `./`, has the extension of a module or characters of a glob, or has a
 * slash and its first part is a folder at the root. Otherwise it names a package. A path may leave out the extension, or have
 * that of the compiled file. A path that names a folder stands for all modules in it; with an `#export`, for its index
 * module if it has one.
 *
 * @param disk paths are completed and checked against it
 * @param ignore globs of files that are not looked at when a path does not exist
 */
export function parseSymbolReference(text: string, disk: Disk, ignore: readonly string[] = []): ReferenceResult {
  if (text.startsWith('global:')) return parseGlobal(text);
  const hash = text.startsWith('#') ? -1 : text.lastIndexOf('#');
  const written = hash === -1 ? text : text.slice(0, hash);
  const exportPath = hash === -1 ? [] : text.slice(hash + 1).split('.');

  if (/^@[\w.-]+\/[^/]*\*/u.test(written)) {
    return malformed(`"${written}" is no name of a package. List the packages one by one, without "*".`);
  }
  const fault = pathFault(written);
  if (fault !== undefined) return malformed(fault);
  if (hash === text.length - 1 && hash !== -1) {
    return malformed(`"${text}" ends with #. Name an export behind it, or leave the # out for all exports.`);
  }
  if (!exportPath.every(isIdentifier)) {
    return malformed(
      `"${text.slice(hash + 1)}" is no export. Write a name, or names with dots, such as "#IdManager.newId".`,
    );
  }

  const place = { text, written, exportPath, disk, ignore };
  return isModulePath(written, disk) ? parseModule(place) : parsePackage(place);
}

interface Written {
  readonly text: string;
  /** The text up to the `#`. */
  readonly written: string;
  readonly exportPath: readonly string[];
  readonly disk: Disk;
  readonly ignore: readonly string[];
}

function parseGlobal(text: string): ReferenceResult {
  const names = text.slice('global:'.length).split('.');
  if (!names.every(isIdentifier)) {
    return malformed(
      `"${text}" is no global. Write its name, with dots for members, such as "global:crypto.randomUUID".`,
    );
  }
  const exportPath = names.length > 1 && GLOBAL_OBJECTS.has(names[0] ?? '') ? names.slice(1) : names;
  return { ok: true, reference: { kind: 'global', text, module: '', subpath: '', exportPath } };
}

function isModulePath(written: string, disk: Disk): boolean {
  if (written.startsWith('./') || written === '.' || written.startsWith('../')) return true;
  if (isBuiltin(written) || written.startsWith('node:')) return false;
  if (disk.isFile(written)) return true;
  const [first = ''] = written.split('/');
  const slash = written.includes('/');
  if (slash && first !== '' && disk.isDirectory(first)) return true;
  if (looksLikeGlob(written)) return true;
  if (!isCodeFile(written)) return false;
  // Package names such as `chart.js`, and deep imports such as `lodash/debounce.js`.
  if (!slash) return !/\.[cm]?js$/.test(written);
  return !disk.isDirectory(`node_modules/${packageName(written)}`);
}

function parseModule({ text, written, exportPath, disk, ignore }: Written): ReferenceResult {
  const found = findModules(written, disk, ignore, exportPath.length > 0);
  if (found.kind === 'missing') return missing(found.message, found.meant, text.slice(written.length));
  return { ok: true, reference: { kind: found.kind, text, module: found.path, subpath: '', exportPath } };
}

function parsePackage({ text, written, exportPath, disk, ignore }: Written): ReferenceResult {
  const builtin = written.startsWith('node:') || isBuiltin(written);
  const bare = builtin ? written.replace(/^node:/, '') : written.replace(/\/+$/, '');
  const name = packageName(bare);
  const suffix = text.slice(written.length);
  if (!PACKAGE_NAME.test(name)) {
    const path = written.replace(/^[@~#]?\//, '').replace(/^#/, '');
    const meant = moduleEndingWith(path, disk.files(ignore));
    const alias = /^([@~]\/|#)/.test(written);
    const message = alias
      ? `"${written}" is an import alias. Write the path relative to the config file.`
      : `"${written}" is neither a path nor the name of a package.`;
    return missing(message, meant, suffix);
  }
  const subpath = bare.slice(name.length + 1);
  if (!builtin && subpath !== '' && !disk.isDirectory(`node_modules/${name}`)) {
    const meant = moduleEndingWith(bare, disk.files(ignore));
    if (meant !== undefined) return missing(`no such file: "${written}", and no package "${name}".`, meant, suffix);
  }
  const module = builtin ? `node:${name}` : name;
  return { ok: true, reference: { kind: 'package', text, module, subpath, exportPath } };
}

function packageName(specifier: string): string {
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

function malformed(message: string): ReferenceResult {
  return { ok: false, missing: false, message };
}

function missing(message: string, meant: string | undefined, suffix: string): ReferenceResult {
  const hint = meant === undefined ? '' : ` Did you mean "${meant}${suffix}"?`;
  return { ok: false, missing: true, message: message + hint };
}
