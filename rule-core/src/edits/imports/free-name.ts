/**
 * A local name for an import: the export's own, or an alias where another declaration has that name.
 *
 * @param taken every name the module declares or uses as a global
 * @param freed a name that the same edit removes
 */
export function freeName(exported: string, taken: readonly string[], freed: string | null): string {
  const isFree = (name: string): boolean => name === freed || !taken.includes(name);
  if (isFree(exported)) {
    return exported;
  }
  const isUpper = exported[0] === exported[0]?.toUpperCase();
  const alias = isUpper ? `Canonical${exported}` : `canonical${exported.charAt(0).toUpperCase()}${exported.slice(1)}`;
  for (let suffix = 1; ; suffix++) {
    const name = suffix === 1 ? alias : `${alias}${String(suffix)}`;
    if (isFree(name)) {
      return name;
    }
  }
}
