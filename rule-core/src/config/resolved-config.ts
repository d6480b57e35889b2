import type { Exception, Forms, Hosts, PresetName } from './config.js';

/**
 * A symbol reference, taken apart. `text` is what the user wrote.
 *
 * - `module`: one module of the workspace; `module` is its path relative to the config file, `/`-separated, with extension.
 * - `glob`: modules by glob or folder; `module` is the glob, relative to the config file (a folder `src/db` is `src/db/**`).
 * - `package`: a package; `module` is its name, `node:` in front for a builtin; `subpath` is what follows the name, without
 *   a leading slash, or `''`.
 * - `global`: a global; `module` is `''` and `exportPath` the global's own path, such as `['crypto', 'randomUUID']`.
 */
export interface SymbolReference {
  readonly kind: 'module' | 'glob' | 'package' | 'global';
  readonly text: string;
  readonly module: string;
  readonly subpath: string;
  /** `[]` for the whole module, `['IdManager']` for an export, `['IdManager', 'newId']` for a member of an export. */
  readonly exportPath: readonly string[];
}

/** One step of a canonical expression: the name it starts with, a member, or a call with its arguments' text. */
export type ExpressionStep =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'member'; readonly name: string }
  | { readonly kind: 'call'; readonly arguments: readonly string[] };

/** A canonical expression such as `getClickHouseManager().query`, taken apart. The first step is always a name. */
export interface CanonicalExpression {
  readonly text: string;
  /** The export or accessor of the canonical that it starts with. */
  readonly root: string;
  readonly steps: readonly ExpressionStep[];
}

export interface ResolvedReplacement {
  readonly from: SymbolReference;
  readonly to: CanonicalExpression;
  readonly compatible: boolean | undefined;
  /** `true` if it comes from a preset: then a `from` that does not exist is no problem. */
  readonly fromPreset: boolean;
}

export interface ResolvedIdFormat {
  readonly template: string;
  readonly to: CanonicalExpression;
  readonly compatible: boolean;
}

/** A concern with its preset and the rule's options laid over, every field present. */
export interface ResolvedConcern {
  /** Its name in the config file; for a concern that only a preset declares, the preset's name. */
  readonly id: string;
  readonly preset: PresetName | undefined;
  /** What messages call it: "HTTP client". */
  readonly title: string;
  /** What messages call a duplicate of it, without an article: "ID generator". */
  readonly noun: string;
  readonly canonical: readonly SymbolReference[];
  /** Specifier by export name; the key `*` stands for every export. */
  readonly importSpecifiers: Readonly<Record<string, string>>;
  readonly accessors: readonly string[];
  readonly replacements: readonly ResolvedReplacement[];
  readonly drivers: readonly SymbolReference[];
  readonly allow: readonly SymbolReference[];
  readonly names: readonly string[];
  readonly formats: readonly ResolvedIdFormat[];
  readonly methods: Readonly<Record<string, string>>;
  readonly events: readonly string[];
  readonly remove: readonly string[];
  readonly dependsOn: readonly string[];
  readonly exceptions: readonly Exception[];
  /** What the config sets; a form that is absent has the default of its kind of symbol. */
  readonly forms: Forms;
  readonly lifetime: 'request' | 'process';
  /** Texts by which a URL of the concern's own server is known, for `forms.http`. From the preset. */
  readonly endpoints: readonly string[];
}

/** The configuration of one workspace, ready for the checks. */
export interface ResolvedConfig {
  /** The folder that paths are relative to: the config file's, or the workspace's where there is none. Absolute, native separators. */
  readonly root: string;
  /** The config file, absolute, or `undefined` where the presets' defaults apply. */
  readonly file: string | undefined;
  readonly concerns: readonly ResolvedConcern[];
  readonly ignore: readonly string[];
  readonly tests: readonly string[];
  readonly baseline: string;
  readonly hosts: Required<Hosts>;
}

/** Something in the configuration that keeps a concern from working, worded for the person who wrote it. */
export interface ConfigProblem {
  /** Config file relative to the workspace root, or the name of the rule whose options are wrong. */
  readonly file: string;
  /** 1-based; `undefined` where the place is not known (TypeScript and JavaScript configs). */
  readonly line: number | undefined;
  readonly column: number | undefined;
  /** The path to the value: `concerns.ids.canonical`. */
  readonly path: string;
  /** One or two sentences: what is wrong, what was expected, and the way out. */
  readonly message: string;
  /** The concern that cannot work, or `undefined` when none can. */
  readonly concern: string | undefined;
}
