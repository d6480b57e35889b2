import type { Origin } from '../symbols/project.js';
import type { SymbolReference } from '../config/resolved-config.js';
import { stemOf } from '../resolution/index.js';
import { globalOrigin } from '../symbols/builtin-symbols.js';

/** A reference taken to the declarations that it stands for: what origins are compared with. */
export type SymbolPattern =
  /** One declaration of a module, or a member of it. */
  | { readonly kind: 'symbol'; readonly module: string; readonly path: readonly string[] }
  /** Everything that some modules declare; `exact` for a module named by its path. */
  | { readonly kind: 'modules'; readonly modules: ReadonlySet<string>; readonly exact: boolean }
  /** An export of a package, or with an empty `path` all of it; globals are exports of `global:`. */
  | { readonly kind: 'package'; readonly name: string; readonly subpath: string; readonly path: readonly string[] };

/** The pattern of a reference to a package or a global. */
export function outsidePattern(reference: SymbolReference): SymbolPattern {
  if (reference.kind === 'global') {
    const { target, path } = globalOrigin(reference.exportPath);
    return { kind: 'package', name: target.kind === 'package' ? target.name : '', subpath: '', path };
  }
  const builtin = reference.module.startsWith('node:');
  const slash = builtin ? reference.module.indexOf('/') : -1;
  const [name, subpath] =
    slash < 0
      ? [reference.module, reference.subpath]
      : [reference.module.slice(0, slash), reference.module.slice(slash + 1)];
  const path = builtin
    ? reference.exportPath.filter((part, index) => index > 0 || (part !== 'default' && part !== 'webcrypto'))
    : reference.exportPath;
  return { kind: 'package', name, subpath, path };
}

/**
 * How well an origin fits a pattern: the higher, the more specific; 0 if it does not. An origin longer than the pattern is
 * a member of its symbol, and fits; a shorter one does not.
 */
export function fit(pattern: SymbolPattern, { target, path }: Origin): number {
  switch (pattern.kind) {
    case 'symbol':
      return target.kind === 'module' && target.path === pattern.module && startsWith(path, pattern.path)
        ? 1000 + pattern.path.length
        : 0;
    case 'modules':
      return target.kind === 'module' && pattern.modules.has(target.path) ? (pattern.exact ? 200 : 100) : 0;
    case 'package':
      return target.kind === 'package' && target.name === pattern.name ? fitPackage(pattern, target.subpath, path) : 0;
  }
}

/** Whether a pattern's symbol can be reached through the object at `origin`: its own module or package object, or one around it. */
export function liesBehind(pattern: SymbolPattern, { target, path }: Origin): boolean {
  switch (pattern.kind) {
    case 'symbol':
      return (
        target.kind === 'module' &&
        target.path === pattern.module &&
        path.length < pattern.path.length &&
        startsWith(pattern.path, path)
      );
    case 'modules':
      return target.kind === 'module' && path.length === 0 && pattern.modules.has(target.path);
    case 'package': {
      if (target.kind !== 'package' || target.name !== pattern.name) return false;
      if (!isWithin(target.subpath, pattern.subpath) && target.subpath !== '') return false;
      const members = path[0] === 'default' && pattern.path[0] !== 'default' ? path.slice(1) : path;
      const named =
        pattern.path.length === 0 || pattern.subpath !== '' || target.subpath === '' || isEntry(target.subpath);
      return named && members.length < Math.max(pattern.path.length, 1) && startsWith(pattern.path, members);
    }
  }
}

function fitPackage(
  pattern: SymbolPattern & { readonly kind: 'package' },
  subpath: string,
  path: readonly string[],
): number {
  if (!isWithin(subpath, pattern.subpath)) return 0;
  if (pattern.path.length === 0) return 100 + pattern.subpath.length;
  const isDefault = pattern.path[0] === 'default';
  const members = path[0] === 'default' && !isDefault ? path.slice(1) : path;
  // A default export belongs to one entry; a name is the same symbol through whichever file of the package.
  const sameEntry = subpath === pattern.subpath || isEntry(subpath);
  if ((sameEntry || !isDefault) && startsWith(members, pattern.path)) return 1000 + pattern.path.length;
  // A file of the package that is called like the export: `uuid/v4`, `uuid/dist/v4.js`.
  const [name, ...rest] = pattern.path;
  return subpath !== pattern.subpath &&
    stemOf(subpath) === name &&
    startsWith(members, rest) &&
    members.length === rest.length
    ? 1000 + pattern.path.length
    : 0;
}

function isWithin(subpath: string, wanted: string): boolean {
  return wanted === '' || subpath === wanted || subpath.startsWith(`${wanted}/`) || subpath.startsWith(`${wanted}.`);
}

function isEntry(subpath: string): boolean {
  return /(?:^|\/)index(?:\.[\w.]+)?$/.test(subpath);
}

function startsWith(path: readonly string[], start: readonly string[]): boolean {
  return path.length >= start.length && start.every((part, index) => path[index] === part);
}
