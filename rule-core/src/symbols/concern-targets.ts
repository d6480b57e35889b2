import type { ResolvedReplacement, SymbolReference } from '../config/resolved-config.js';
import type { Declaration } from '../source/facts.js';
import type { Origin } from './project.js';

/** A declaration in a module of the workspace. */
export interface DeclaredSymbol {
  /** Relative to the workspace root, `/`-separated. */
  readonly path: string;
  /** The name it is declared under; the exported name may differ. */
  readonly name: string;
  readonly declaration: Declaration;
}

/** What a symbol is to a concern. */
export type TargetMatch =
  | { readonly kind: 'twin'; readonly replacement: ResolvedReplacement; readonly reference: SymbolReference }
  /** A module declared for removal; `glob` is the entry that says so. */
  | { readonly kind: 'removed'; readonly glob: string }
  | { readonly kind: 'driver'; readonly reference: SymbolReference };

/** The symbols of one concern, resolved to their declarations. */
export interface ConcernTargets {
  /** The modules of the canonical that exist, sorted. */
  readonly canonicalModules: readonly string[];
  /** The canonical's declarations: those that it names, or all exports of modules named as a whole. */
  readonly canonicalDeclarations: readonly DeclaredSymbol[];
  /** The twins that are declared in modules of the workspace. */
  readonly twinDeclarations: readonly (DeclaredSymbol & { readonly replacement: ResolvedReplacement })[];

  /** Whether a module is (part of) the canonical. */
  isCanonical(path: string): boolean;

  /** The entry of `remove` that a module falls under. */
  removedBy(path: string): string | undefined;

  /** What the symbol behind an origin is; `undefined` for none, and for what `allow` lists. */
  classify(origin: Origin): TargetMatch | undefined;

  /** The same for a global by its path, `['crypto', 'randomUUID']`; `globalThis.` and its like in front are seen through. */
  classifyGlobal(path: readonly string[]): TargetMatch | undefined;

  /**
   * Whether a target can be reached through this module object, so that an object that cannot be followed is a use:
   * `true` if its own module or package (not a barrel) declares a target.
   */
  mayContain(origin: Origin): TargetMatch | undefined;

  /** The canonical module that exports `name`, and how; for the first name of a canonical expression. */
  rootExport(name: string): { readonly path: string; readonly exported: string; readonly origin: Origin } | undefined;
}
