import type { Origin } from './project.js';
import type { ModuleTarget } from '../resolution/module-target.js';

/**
 * The package that stands for the globals of the platform as the origin of `export const Socket = WebSocket`: no package
 * can have its name.
 */
export const globalsPackage = 'global:';

const globalObjects = new Set(['globalThis', 'window', 'self', 'global']);

/** A global's path without `globalThis.` and its like in front. */
export function withoutGlobalObject(path: readonly string[]): readonly string[] {
  let start = 0;
  while (start < path.length - 1 && globalObjects.has(path[start] ?? '')) start++;
  return start === 0 ? path : path.slice(start);
}

/** The globals that are builtin modules, too. */
const builtins = new Map(['crypto', 'process', 'console'].map((name) => [name, `node:${name}`]));

/** The builtin module that a global is one with: `node:process` for `process`. */
export function builtinOfGlobal(name: string | undefined): string | undefined {
  return name === undefined ? undefined : builtins.get(name);
}

/** The symbol behind a global: `crypto.x` is one with `node:crypto#x`. */
export function globalOrigin(path: readonly string[]): Origin {
  const [head, ...rest] = withoutGlobalObject(path);
  const builtin = builtinOfGlobal(head);
  if (builtin !== undefined) return normalisedOrigin({ kind: 'package', name: builtin, subpath: '' }, rest);
  return {
    target: { kind: 'package', name: globalsPackage, subpath: '' },
    path: head === undefined ? [] : [head, ...rest],
  };
}

/**
 * An origin in a package, as it is compared: builtins without `default` (their namespace and default export are one), and
 * `webcrypto` as the module that it belongs to.
 */
export function normalisedOrigin(target: ModuleTarget, path: readonly string[]): Origin {
  if (target.kind !== 'package' || !target.name.startsWith('node:')) return { target, path };
  let start = 0;
  while (path[start] === 'default' || (target.name === 'node:crypto' && path[start] === 'webcrypto')) start++;
  return { target, path: path.slice(start) };
}
