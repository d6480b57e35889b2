import type { Exception, IdFormat } from '../config.js';
import { isIdentifier } from '../references/identifier.js';
import { folderGlob, globMatcher } from '../references/module-path.js';
import { parseFileGlob } from '../references/workspace-modules.js';
import type { ValuePath } from '../problems.js';
import type { ResolvedConcern, ResolvedIdFormat, SymbolReference } from '../resolved-config.js';
import { dayFault } from '../semantics/dates.js';
import { dependencyFault } from '../semantics/dependencies.js';
import { placeholderFault, templateFault } from '../semantics/formats.js';
import { resolveCanonical } from './canonical.js';
import { resolveReferences } from './references.js';
import { resolveExpression, presetFormats, resolveReplacements } from './replacements.js';
import type { ConcernResolution } from './resolution.js';

/** A concern with its preset laid under it and its references resolved. What is wrong is reported, and left out. */
export function resolveConcern(resolution: ConcernResolution): ResolvedConcern {
  const { id, preset, fields } = resolution.draft;
  if (id.trim() === '') resolution.report([], 'the name of the concern is empty.', 'key');
  const canonical = resolveCanonical(resolution);
  const title = givenTitle(resolution);
  return {
    id,
    preset: preset?.name,
    title: title ?? preset?.title ?? id,
    noun: title ?? preset?.noun ?? id,
    canonical,
    importSpecifiers: importSpecifiers(resolution),
    accessors: accessors(canonical, resolution),
    replacements: resolveReplacements(canonical, resolution),
    drivers: resolveReferences('drivers', resolution),
    allow: resolveReferences('allow', resolution),
    names: words('names', preset?.names ?? [], resolution),
    formats: formats(canonical, resolution),
    methods: methods(resolution),
    events: words('events', preset?.events ?? [], resolution),
    remove: remove(canonical, resolution),
    dependsOn: dependsOn(resolution),
    exceptions: (fields.exceptions ?? []).flatMap((exception, index) =>
      resolveException(exception, ['exceptions', index], resolution),
    ),
    forms: fields.forms ?? preset?.forms ?? {},
    lifetime: fields.lifetime ?? preset?.lifetime ?? 'process',
    endpoints: preset?.endpoints ?? [],
  };
}

function isEmpty(text: string, path: ValuePath, resolution: ConcernResolution): boolean {
  if (text.trim() !== '') return false;
  resolution.report(path, 'expected text, found an empty string.');
  return true;
}

function givenTitle(resolution: ConcernResolution): string | undefined {
  const { title } = resolution.draft.fields;
  return title === undefined || isEmpty(title, ['title'], resolution) ? undefined : title;
}

function words(field: 'names' | 'events', ofPreset: readonly string[], resolution: ConcernResolution): string[] {
  return resolution
    .entries<string, string>(field, resolution.draft.fields[field], ofPreset)
    .flatMap(({ value, path }) => (path !== undefined && isEmpty(value, path, resolution) ? [] : value));
}

function importSpecifiers(resolution: ConcernResolution): Record<string, string> {
  const specifiers = resolution.draft.fields.import ?? {};
  if (typeof specifiers === 'string') return isEmpty(specifiers, ['import'], resolution) ? {} : { '*': specifiers };
  return Object.fromEntries(
    Object.entries(specifiers).filter(([name, text]) => !isEmpty(text, ['import', name], resolution)),
  );
}

function accessors(canonical: readonly SymbolReference[], resolution: ConcernResolution): string[] {
  const { fields, preset } = resolution.draft;
  const texts = canonical.map(({ kind, module }) => (kind === 'module' ? (resolution.disk.read(module) ?? '') : ''));
  return resolution
    .entries<string, string>('accessors', fields.accessors, preset?.accessors ?? [])
    .flatMap(({ value, path }) => {
      if (path === undefined) return texts.some((text) => new RegExp(`\\b${value}\\b`).test(text)) ? value : [];
      if (isIdentifier(value)) return value;
      const name = value.replace(/\(.*$/s, '').trim();
      const hint = isIdentifier(name) ? ` Write "${name}".` : '';
      resolution.report(path, `"${value}" is not the name of an export.${hint}`);
      return [];
    });
}

function methods(resolution: ConcernResolution): Record<string, string> {
  const { fields, preset } = resolution.draft;
  if (fields.methods === undefined) return { ...preset?.methods };
  const entries = Object.entries(fields.methods).filter(([from, to]) => {
    const wrong = [from, to].find((name) => !isIdentifier(name));
    if (wrong !== undefined) resolution.report(['methods', from], `"${wrong}" is not the name of a method.`);
    return wrong === undefined;
  });
  return Object.fromEntries(entries);
}

function formats(canonical: readonly SymbolReference[], resolution: ConcernResolution): ResolvedIdFormat[] {
  const { fields, preset } = resolution.draft;
  const ofPreset = preset === undefined ? [] : presetFormats(preset, canonical, resolution);
  return resolution
    .entries<IdFormat, ResolvedIdFormat>('formats', fields.formats, ofPreset)
    .flatMap(({ value, path }) => {
      if (path === undefined) return value;
      const { template, to: text, compatible = false } = value;
      const fault = templateFault(template);
      if (fault !== undefined) resolution.report([...path, 'template'], fault);
      // Against a template without placeholders, every placeholder would be reported again.
      const to = resolveExpression(text, [...path, 'to'], resolution, (name) =>
        fault ? undefined : placeholderFault(name, template),
      );
      return fault === undefined && to !== undefined ? [{ template, to, compatible }] : [];
    });
}

function remove(canonical: readonly SymbolReference[], resolution: ConcernResolution): string[] {
  const { fields, preset } = resolution.draft;
  const holdsCanonical = (glob: string): SymbolReference | undefined => {
    const matches = globMatcher(glob);
    return canonical.find(({ kind, module }) => kind === 'module' && matches(module));
  };
  const folders = (preset?.removeFolderOf ?? []).flatMap((convention) => resolution.conventional.foldersOf(convention));
  const ofPreset = [...new Set(folders)].map(folderGlob).filter((glob) => holdsCanonical(glob) === undefined);
  return resolution.entries<string, string>('remove', fields.remove, ofPreset).flatMap(({ value, path }) => {
    if (path === undefined) return value;
    const result = parseFileGlob(value, resolution.disk, resolution.ignore);
    if (!('glob' in result)) {
      const wayOut = result.missing ? ' Fix the path, or remove the entry if the modules are gone.' : '';
      resolution.report(path, result.message + wayOut);
      return [];
    }
    const kept = holdsCanonical(result.glob);
    if (kept === undefined) return result.glob;
    resolution.report(path, `"${value}" would remove the canonical "${kept.text}", too. Narrow the glob.`);
    return [];
  });
}

function dependsOn(resolution: ConcernResolution): string[] {
  const { draft, drafts } = resolution;
  const ids = drafts.map(({ id }) => id);
  const isBefore = (other: ConcernResolution['draft']): boolean =>
    other !== draft && other.preset !== undefined && draft.preset?.dependsOn.includes(other.preset.name) === true;
  const ofPreset = drafts.filter(isBefore).map(({ id }) => id);
  return resolution
    .entries<string, string>('dependsOn', draft.fields.dependsOn, ofPreset)
    .flatMap(({ value, path }) => {
      const fault = path && dependencyFault(value, draft.id, ids);
      if (path === undefined || fault === undefined) return value;
      resolution.report(path, fault);
      return [];
    });
}

function resolveException(exception: Exception, path: ValuePath, resolution: ConcernResolution): Exception[] {
  isEmpty(exception.reason, [...path, 'reason'], resolution);
  const fault = exception.until === undefined ? undefined : dayFault(exception.until);
  if (fault !== undefined) resolution.report([...path, 'until'], fault);
  const files = exception.files.flatMap((text, index) => {
    const result = parseFileGlob(text, resolution.disk, resolution.ignore);
    if ('glob' in result) return result.glob;
    const wayOut = result.missing ? ' Fix the path, or remove the entry if the files are gone.' : '';
    resolution.report([...path, 'files', index], result.message + wayOut);
    return [];
  });
  return fault === undefined && files.length > 0 ? [{ ...exception, files }] : [];
}
