import { asObject, asString, type JsonObject } from './json-file.js';
import type { Manifest } from './manifests.js';
import { compareSpecificity, fillWildcard, matchWildcard } from './wildcard.js';

const entryFields = ['source', 'module', 'main', 'types', 'typings', 'browser'] as const;

/**
 * The files, relative to the package, that a subpath of a package may mean: `exports` under every condition in the order
 * written (`preferred` conditions first), or the entry fields where there are no `exports`. `[]` where `exports` hides it.
 *
 * All conditions are followed, because what is looked for is the one source file that all of them were built from.
 */
export function exportedFiles(manifest: Manifest, subpath: string, preferred: readonly string[]): readonly string[] {
  const { exports } = manifest.content;
  if (exports !== undefined && exports !== null) {
    return mappedFiles(exportsMap(exports), subpath === '' ? '.' : `./${subpath}`, preferred);
  }
  if (subpath !== '') return [`./${subpath}`];
  return [...entryFields.flatMap((field) => asString(manifest.content[field]) ?? []), './index'];
}

/** The files, relative to the package, or bare specifiers, that a `#` specifier may mean. */
export function importedFiles(manifest: Manifest, specifier: string, preferred: readonly string[]): readonly string[] {
  return mappedFiles(asObject(manifest.content['imports']) ?? {}, specifier, preferred);
}

/** The `exports` of a package as a map from subpath; `{}` where it has none. */
export function exportsOf(manifest: Manifest): JsonObject {
  const { exports } = manifest.content;
  return exports === undefined || exports === null ? {} : exportsMap(exports);
}

/** All files that one entry of `imports` or `exports` names, under any condition. */
export function filesOf(target: unknown, preferred: readonly string[]): readonly string[] {
  if (typeof target === 'string') return [target];
  if (Array.isArray(target)) return target.flatMap((item) => filesOf(item, preferred));
  const conditions = asObject(target);
  if (conditions === undefined) return [];
  const first = Object.keys(conditions).filter((condition) => preferred.includes(condition));
  const rest = Object.keys(conditions).filter((condition) => !preferred.includes(condition));
  return [...first, ...rest].flatMap((condition) => filesOf(conditions[condition], preferred));
}

function exportsMap(exports: unknown): JsonObject {
  const map = asObject(exports);
  return map && Object.keys(map).some((key) => key.startsWith('.')) ? map : { '.': exports };
}

function mappedFiles(map: JsonObject, key: string, preferred: readonly string[]): readonly string[] {
  for (const pattern of Object.keys(map).sort(compareSpecificity)) {
    const star =
      pattern.endsWith('/') && key.startsWith(pattern) ? key.slice(pattern.length) : matchWildcard(pattern, key);
    if (star === undefined) continue;
    return filesOf(map[pattern], preferred).map((file) =>
      pattern.endsWith('/') ? file + star : fillWildcard(file, star),
    );
  }
  return [];
}
