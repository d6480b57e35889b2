import type { Concern } from '../config.js';
import type { LoadedConfig } from '../load/load-config.js';
import type { Preset } from '../presets/preset.js';
import { presets } from '../presets/index.js';
import { problemAt, type ProblemSource, type PropertyPart, type ValuePath } from '../problems.js';
import type { ConfigProblem } from '../resolved-config.js';

/** A concern before its references are resolved: what was written, and where. */
export interface ConcernDraft {
  readonly id: string;
  readonly preset: Preset | undefined;
  readonly fields: Concern;
  /** The fields that were written, also those left out of `fields` because their form is wrong. */
  readonly written: ReadonlySet<string>;
  /** A problem with a part of the concern; `path` starts with the field, and is `[]` for the concern itself. */
  problem(path: ValuePath, message: string, part?: PropertyPart): ConfigProblem;
}

/** Something that fields of a concern were written in, and the path to the concern in it. */
interface Origin {
  readonly source: ProblemSource;
  readonly base: ValuePath;
}

/** The concerns of a config file. */
export function draftsOf(loaded: LoadedConfig): ConcernDraft[] {
  return Object.entries(loaded.config?.concerns ?? {}).map(([id, fields]) => {
    const path = ['concerns', id];
    return draft(id, fields, keysAt(loaded.value, path), { source: loaded, base: path });
  });
}

/** A concern that only its preset declares. */
export function draftOfPreset(preset: Preset, source: ProblemSource): ConcernDraft {
  return draft(preset.name, { preset: preset.name }, [], { source, base: ['concerns', preset.name] });
}

/** A concern that only the options of a rule declare. */
export function draftOfOptions(
  id: string,
  fields: Concern,
  written: readonly string[],
  source: ProblemSource,
): ConcernDraft {
  return draft(id, fields, written, { source, base: [] });
}

/** A concern with options laid over it, field by field. */
export function overlaid(
  under: ConcernDraft,
  fields: Concern,
  written: readonly string[],
  source: ProblemSource,
): ConcernDraft {
  const over = draft(under.id, { ...under.fields, ...fields }, [...under.written, ...written], { source, base: [] });
  const options = new Set(written);
  return {
    ...over,
    problem: (path, message, part) => (options.has(String(path[0])) ? over : under).problem(path, message, part),
  };
}

function draft(id: string, fields: Concern, written: readonly string[], { source, base }: Origin): ConcernDraft {
  return {
    id,
    preset: fields.preset && presets[fields.preset],
    fields,
    written: new Set(written),
    problem(path, message, part = 'value') {
      return problemAt(source, { path: [...base, ...path], message, part }, id);
    },
  };
}

function keysAt(value: unknown, path: readonly string[]): string[] {
  let inner = value;
  for (const key of path) inner = typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined;
  return typeof inner === 'object' && inner !== null ? Object.keys(inner) : [];
}
