import { parseSymbolReference } from '../references/symbol-reference.js';
import type { ValuePath } from '../problems.js';
import type { SymbolReference } from '../resolved-config.js';
import type { ConcernResolution } from './resolution.js';

/** What to do about an entry whose module does not exist. */
const REMOVE_IT = 'Fix the path, or remove the entry if the module is gone.';

/** A reference of the configuration, or `undefined` if it has a problem, which is then reported. */
export function resolveReference(
  text: string,
  path: ValuePath,
  resolution: ConcernResolution,
  wayOut = REMOVE_IT,
): SymbolReference | undefined {
  const result = parseSymbolReference(text, resolution.disk, resolution.ignore);
  if (result.ok) {
    resolution.paths.set(result.reference, path);
    return result.reference;
  }
  resolution.report(path, result.missing && wayOut !== '' ? `${result.message} ${wayOut}` : result.message);
  return undefined;
}

/** A list of references: those of the preset, the concern's own, or both. */
export function resolveReferences(field: 'drivers' | 'allow', resolution: ConcernResolution): SymbolReference[] {
  const { fields, preset } = resolution.draft;
  return resolution.entries<string, string>(field, fields[field], preset?.[field] ?? []).flatMap(({ value, path }) => {
    if (path !== undefined) return resolveReference(value, path, resolution) ?? [];
    const result = parseSymbolReference(value, resolution.disk, resolution.ignore);
    return result.ok ? result.reference : [];
  });
}

/** Whether two references name the same symbol of the same module. */
export function sameSymbol(a: SymbolReference, b: SymbolReference): boolean {
  return symbolKey(a) === symbolKey(b);
}

/** One text for each symbol, however it is written. */
export function symbolKey({ kind, module, subpath, exportPath }: SymbolReference): string {
  return [kind, module, subpath, exportPath.join('.')].join('\n');
}
