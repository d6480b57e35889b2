import type { ConventionalExport } from '../presets/conventional-modules.js';
import type { Preset } from '../presets/preset.js';
import type { ValuePath } from '../problems.js';
import type { SymbolReference } from '../resolved-config.js';
import { resolveReference } from './references.js';
import type { ConcernResolution } from './resolution.js';

/** The canonical of a concern: what it declares, or what stands where its preset expects it. */
export function resolveCanonical(resolution: ConcernResolution): SymbolReference[] {
  const { fields, preset, written } = resolution.draft;
  const { canonical } = fields;
  if (canonical === undefined) {
    if (written.has('canonical')) return [];
    if (preset !== undefined) return expectedCanonical(preset, ['canonical'], resolution);
    const example = '"canonical": "src/lib/http.ts#http"';
    resolution.report(
      [],
      `neither "canonical" nor "preset" is given. Name the single source of truth, such as ${example}.`,
      'key',
    );
    return [];
  }
  const entries = typeof canonical === 'string' ? [canonical] : canonical;
  return entries.flatMap((text, index) => {
    const path: ValuePath = typeof canonical === 'string' ? ['canonical'] : ['canonical', index];
    if (text === 'preset')
      return preset === undefined ? noPreset(path, resolution) : expectedCanonical(preset, path, resolution);
    const reference = resolveReference(text, path, resolution, '');
    if (reference === undefined) return [];
    if (reference.kind !== 'global' && !reference.module.startsWith('node:')) return reference;
    const kind = reference.kind === 'global' ? 'a global' : 'a module of Node.js';
    resolution.report(
      path,
      `"${text}" is ${kind}. A canonical is a module of the workspace; list this one under "drivers".`,
    );
    return [];
  });
}

/** The canonical of a preset where the workspace has it; nothing if its first module does not exist. */
export function conventionalCanonical(
  preset: Preset,
  { conventional }: Pick<ConcernResolution, 'conventional'>,
): SymbolReference[] {
  const [first, ...others] = preset.canonical.map((convention) => conventional.canonical(convention));
  if (first === undefined) return [];
  const byText = new Map(
    [first, ...others.filter((other) => other !== undefined)].map((found) => [textOf(found), found]),
  );
  return [...byText].map(([text, { module, name }]) => ({
    kind: 'module',
    text,
    module,
    subpath: '',
    exportPath: [name],
  }));
}

/** `core/id-manager#IdManager`, as people would write it. */
export function conventionOf({ canonical: [{ modules, exports }] }: Preset): string {
  const [place] = modules;
  return `${place?.folder === undefined ? '' : `${place.folder}/`}${place?.name ?? ''}#${exports[0] ?? ''}`;
}

function expectedCanonical(preset: Preset, path: ValuePath, resolution: ConcernResolution): SymbolReference[] {
  const references = conventionalCanonical(preset, resolution);
  if (references.length === 0) {
    const [name = ''] = preset.canonical[0].exports;
    const expected = `no module of the workspace is where the preset "${preset.name}" expects ${name} (${conventionOf(preset)})`;
    resolution.report(path, `${expected}. Name it: "canonical": "src/…#${name}".`);
  }
  return references;
}

function noPreset(path: ValuePath, resolution: ConcernResolution): [] {
  resolution.reportNoPreset(path);
  return [];
}

function textOf({ module, name }: ConventionalExport): string {
  return `${module}#${name}`;
}
