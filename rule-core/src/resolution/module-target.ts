/** Where a module specifier leads. */
export type ModuleTarget =
  /** A module of the workspace; `path` is relative to the root, `/`-separated, with extension. */
  | { readonly kind: 'module'; readonly path: string }
  /** A package; `name` is its real name (`npm:` aliases resolved), `node:` in front for a builtin; `subpath` without slash, or `''`. */
  | { readonly kind: 'package'; readonly name: string; readonly subpath: string }
  | { readonly kind: 'unresolved'; readonly specifier: string };

/** Ways to import a module of the workspace from another one. Each resolves back to that module, but for `entries`. */
export interface SpecifierChoices {
  /** `./x` or `../x`. */
  readonly relative: string;
  /** By tsconfig `paths` or package `imports`, best (shortest) first. */
  readonly aliases: readonly string[];
  /** By the name of its workspace package, or `null` inside the same package or where `exports` hides it. */
  readonly package: string | null;
  /** The specifiers that another package shows, where that is a dependency: its name, and its subpaths without patterns. */
  readonly entries: readonly string[];
  /** Whether the two modules belong to different packages: then neither `relative` nor an alias should be written. */
  readonly crossesPackage: boolean;
}
