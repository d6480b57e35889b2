import type { Disk } from '../disk.js';
import type { ConventionalModules } from '../presets/conventional-modules.js';
import type { PropertyPart, ValuePath } from '../problems.js';
import type { CanonicalExpression, ConfigProblem, SymbolReference } from '../resolved-config.js';
import type { ConcernDraft } from './concern-draft.js';

/** One entry of a list: the concern's own, with the path where it is written, or one of the preset's. */
export type ListEntry<Own, OfPreset> =
  { readonly value: Own; readonly path: ValuePath } | { readonly value: OfPreset; readonly path: undefined };

/** What resolving one concern works with, and where it reports. */
export class ConcernResolution {
  readonly problems: ConfigProblem[] = [];
  /** Where the parsed references and expressions were written; those of a preset are not among them. */
  readonly paths = new Map<SymbolReference | CanonicalExpression, ValuePath>();

  /**
   * @param draft the concern
   * @param drafts all concerns, in the order of the config file
   * @param ignore globs of files that are never read
   */
  constructor(
    readonly draft: ConcernDraft,
    readonly drafts: readonly ConcernDraft[],
    readonly disk: Disk,
    readonly ignore: readonly string[],
    readonly conventional: ConventionalModules,
  ) {}

  report(path: ValuePath, message: string, part?: PropertyPart): void {
    this.problems.push(this.draft.problem(path, message, part));
  }

  /** The entry `"preset"` in a concern that has no preset. */
  reportNoPreset(path: ValuePath): void {
    this.report(path, '"preset" stands for the list of the preset, but this concern has no preset. Remove the entry.');
  }

  /** The entries of a list, with the preset's in place of `"preset"`, and for a list that is not written. */
  entries<Own, OfPreset>(
    field: string,
    own: readonly (Own | 'preset')[] | undefined,
    ofPreset: readonly OfPreset[],
  ): ListEntry<Own, OfPreset>[] {
    const preset = ofPreset.map((value) => ({ value, path: undefined }));
    if (own === undefined) return this.draft.written.has(field) ? [] : preset;
    return own.flatMap((value, index): ListEntry<Own, OfPreset>[] => {
      const path = [field, index];
      if (value !== 'preset') return [{ value, path }];
      if (this.draft.preset === undefined) this.reportNoPreset(path);
      return preset;
    });
  }
}
