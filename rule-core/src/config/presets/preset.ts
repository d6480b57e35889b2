import type { Forms, PresetName } from '../config.js';

/**
 * A conventional module: its file name, and the folder it stands in. Case, hyphens, underscores and extensions do not count:
 * `{ name: 'id-manager', folder: 'core' }` is `core/id-manager.ts`, `src/core/IdManager.js`, `core/id_manager/index.ts`.
 */
export interface ModuleConvention {
  readonly name: string;
  /** Any folder if it is left out. */
  readonly folder?: string;
}

/** A module in which the canonical of a preset stands by convention. */
export interface CanonicalConvention {
  /** Places to look, the best first. */
  readonly modules: readonly ModuleConvention[];
  /** Names that it may have, the best first. A module that declares none of them is not meant. */
  readonly exports: readonly string[];
}

/** Duplicates of the canonical that stand in a module by convention. Those that are not on disk are dropped. */
export interface TwinConvention {
  readonly modules: readonly ModuleConvention[];
  /** What is deprecated in it. */
  readonly exports: readonly string[];
  /** What replaces it: the canonical itself, or this member of it. */
  readonly member?: string;
}

/** A format that was written by hand where the canonical stands by convention. Dropped where the canonical has no such member. */
export interface FormatConvention {
  readonly template: string;
  /** The member of the canonical that makes it now. */
  readonly member: string;
  /** The placeholders that it takes, in order. */
  readonly takes: readonly string[];
}

/** What a concern has if it says nothing else. */
export interface Preset {
  readonly name: PresetName;
  readonly title: string;
  /** What messages call a duplicate. */
  readonly noun: string;
  /** The canonical; the first is the concern's own, the others belong to it where they exist. */
  readonly canonical: readonly [CanonicalConvention, ...CanonicalConvention[]];
  readonly accessors: readonly string[];
  readonly twins: readonly TwinConvention[];
  readonly drivers: readonly string[];
  readonly allow: readonly string[];
  readonly names: readonly string[];
  readonly formats: readonly FormatConvention[];
  readonly methods: Readonly<Record<string, string>>;
  readonly events: readonly string[];
  /** Modules whose whole folder is to be removed, unless the canonical stands in it. */
  readonly removeFolderOf: readonly ModuleConvention[];
  /** The presets whose concerns come first. */
  readonly dependsOn: readonly PresetName[];
  readonly forms: Forms;
  /** Texts by which a URL of its server is known: parts of the URL, or of the name that holds it. */
  readonly endpoints: readonly string[];
  readonly lifetime: 'request' | 'process';
}

/** A preset that adds nothing: each one says what differs. */
export const plainPreset = {
  accessors: [],
  twins: [],
  drivers: [],
  allow: [],
  names: [],
  formats: [],
  methods: {},
  events: [],
  removeFolderOf: [],
  dependsOn: [],
  forms: {},
  endpoints: [],
  lifetime: 'process',
} satisfies Partial<Preset>;
