import { parseCanonicalExpression } from '../references/canonical-expression.js';
import type { Replacement } from '../config.js';
import type { Preset } from '../presets/preset.js';
import type { ValuePath } from '../problems.js';
import type {
  CanonicalExpression,
  ResolvedIdFormat,
  ResolvedReplacement,
  SymbolReference,
} from '../resolved-config.js';
import { resolveReference, sameSymbol, symbolKey } from './references.js';
import type { ConcernResolution } from './resolution.js';

/** The replacements of a concern. An entry of its own wins over one of the preset for the same symbol. */
export function resolveReplacements(
  canonical: readonly SymbolReference[],
  resolution: ConcernResolution,
): ResolvedReplacement[] {
  const { fields, preset } = resolution.draft;
  const ofPreset = preset === undefined ? [] : presetReplacements(preset, canonical, resolution);
  const resolved = resolution
    .entries<Replacement, ResolvedReplacement>('replacements', fields.replacements, ofPreset)
    .flatMap(({ value, path }) =>
      path === undefined ? value : (ownReplacement(value, path, canonical, resolution) ?? []),
    );
  const bySymbol = new Map<string, ResolvedReplacement>();
  for (const replacement of resolved) {
    const key = symbolKey(replacement.from);
    const earlier = bySymbol.get(key);
    if (earlier === undefined || (earlier.fromPreset && !replacement.fromPreset)) bySymbol.set(key, replacement);
    else if (!replacement.fromPreset) {
      const message = `"${replacement.from.text}" is replaced twice, the first time by "${earlier.to.text}". Keep one of the two.`;
      resolution.report(resolution.paths.get(replacement.from) ?? [], message);
    }
  }
  return [...bySymbol.values()];
}

/** An expression of the configuration, or `undefined` if it has a problem, which is then reported. */
export function resolveExpression(
  text: string,
  path: ValuePath,
  resolution: ConcernResolution,
  placeholderFault: (name: string) => string | undefined,
): CanonicalExpression | undefined {
  const result = parseCanonicalExpression(text);
  const messages = result.ok ? result.placeholders.flatMap((name) => placeholderFault(name) ?? []) : [result.message];
  for (const message of messages) resolution.report(path, message);
  if (!result.ok || messages.length > 0) return undefined;
  resolution.paths.set(result.expression, path);
  return result.expression;
}

function ownReplacement(
  value: Replacement,
  path: ValuePath,
  canonical: readonly SymbolReference[],
  resolution: ConcernResolution,
): ResolvedReplacement | undefined {
  const from = resolveReference(value.from, [...path, 'from'], resolution);
  const to = resolveExpression(value.to, [...path, 'to'], resolution, (name) => {
    return `"\${${name}}" is a placeholder, and only the templates under "formats" give it a value. Write the expression without it.`;
  });
  if (from !== undefined && canonical.some((reference) => sameSymbol(reference, from))) {
    resolution.report([...path, 'from'], `"${value.from}" is the canonical itself. Name what it replaces.`);
    return undefined;
  }
  return from && to && { from, to, compatible: value.compatible, fromPreset: false };
}

/** The formats of a preset that the concern's canonical can make. */
export function presetFormats(
  preset: Preset,
  canonical: readonly SymbolReference[],
  resolution: ConcernResolution,
): ResolvedIdFormat[] {
  const root = canonicalRoot(preset, canonical, resolution);
  return preset.formats.flatMap(({ member, takes, template }): ResolvedIdFormat[] => {
    if (root === undefined || !new RegExp(`\\b${member}\\b`).test(root.text)) return [];
    const to = parseCanonicalExpression(`${root.name}.${member}(${takes.map((name) => `\${${name}}`).join(', ')})`);
    return to.ok ? [{ template, to: to.expression, compatible: false }] : [];
  });
}

/** The name that expressions of the first canonical start with, and the text of its module. */
function canonicalRoot(
  preset: Preset,
  [first]: readonly SymbolReference[],
  { conventional, disk }: ConcernResolution,
): { readonly name: string; readonly text: string } | undefined {
  if (first === undefined) return undefined;
  const [root] = first.exportPath;
  const name =
    root ?? (first.kind === 'module' ? conventional.declaredIn(first.module, preset.canonical[0].exports) : undefined);
  return name === undefined || name === 'default' ? undefined : { name, text: disk.read(first.module) ?? '' };
}

function presetReplacements(
  preset: Preset,
  canonical: readonly SymbolReference[],
  resolution: ConcernResolution,
): ResolvedReplacement[] {
  const root = canonicalRoot(preset, canonical, resolution);
  if (root === undefined) return [];
  const { name, text } = root;
  const { conventional } = resolution;

  return preset.twins.flatMap((twin) => {
    const hasMember = twin.member !== undefined && new RegExp(`\\b${twin.member}\\b`).test(text);
    const to = parseCanonicalExpression(hasMember ? `${name}.${twin.member}` : name);
    if (!to.ok) return [];
    return conventional.twins(twin).flatMap(({ module, name: exported }) => {
      const from: SymbolReference = {
        kind: 'module',
        text: `${module}#${exported}`,
        module,
        subpath: '',
        exportPath: [exported],
      };
      // A module that is the canonical as a whole, or declares it, has no twin in it.
      if (canonical.some((reference) => reference.kind === 'module' && reference.module === module)) return [];
      return [{ from, to: to.expression, compatible: undefined, fromPreset: true }];
    });
  });
}
