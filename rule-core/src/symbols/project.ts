import type { ModuleTarget, SpecifierChoices } from '../resolution/module-target.js';
import type { ConfigProblem, ResolvedConcern, ResolvedConfig } from '../config/resolved-config.js';
import type { ModuleFacts, ModuleMock } from '../source/facts.js';
import type { ModuleStructure } from '../source/structure/index.js';
import type { ConcernTargets } from './concern-targets.js';

/**
 * The declaration behind a name, as far as it can be followed: through re-exports, `export *`, renames, namespaces, default
 * exports, aliases (`const f = old`) and object members (`{ run: old }`).
 */
export interface Origin {
  readonly target: ModuleTarget;
  /** The declaration's own name and the members behind it; `[]` for the module object. */
  readonly path: readonly string[];
}

/** What a check may ask about the rest of the project: a pure function of the files on disk. */
export interface Project {
  readonly config: ResolvedConfig;
  /** What keeps concerns from working, config order. */
  readonly problems: readonly ConfigProblem[];
  /** Today, `YYYY-MM-DD` in UTC. */
  readonly today: string;

  /** The symbols of a concern, resolved. */
  targets(concern: ResolvedConcern): ConcernTargets;

  /** Where `specifier` leads when the module `from` (relative to the root) asks for it. */
  resolve(from: string, specifier: string): ModuleTarget;

  /**
   * Whether an import of `imported` (`'*'` for the module object) from `specifier` could lead to a twin, a removed module or a
   * driver of any concern, by its words alone. `true` in doubt. One for which it is `false` need not be resolved.
   */
  asksFor(specifier: string, imported: string): boolean;

  /**
   * Whether a twin, a removed module or a driver of any concern can be reached through a module: it declares one, or passes
   * one on. `true` in doubt. A module for which it is `false` need not be read.
   */
  passesOn(module: string): boolean;

  /**
   * Whether something that one of the modules `goals` declares can be reached through `module`: it is one of them, or passes
   * something of one on. `true` in doubt. One for which it is `false` need not be followed.
   */
  leadsTo(module: string, goals: readonly string[]): boolean;

  /** The names under which modules of the workspace export layers over a canonical: no other import can be a use of one. */
  readonly layerNames: ReadonlySet<string>;

  /** The modules that published packages of the workspace offer to their consumers, sorted. */
  readonly publicEntries: readonly string[];

  /** The declaration behind `path` read from the module that `specifier` leads to. */
  origin(from: string, specifier: string, path: readonly string[]): Origin;

  /** The declaration behind `path` read from the module `module`: `declaration('src/ids/index.ts', ['newId'])`. */
  declaration(module: string, path: readonly string[]): Origin;

  /** Facts of a module of the workspace, or `undefined` if it does not exist, is ignored, or does not parse. */
  facts(module: string): ModuleFacts | undefined;

  /**
   * How the functions of a module are built, or `undefined` if it does not exist, is ignored, or does not parse. Worked out
   * when asked for.
   *
   * @param text What the module holds now, where that is not what is on disk.
   */
  structure(module: string, text?: string): ModuleStructure | undefined;

  /** How `from` may import `to`. `extension` is how the file writes its relative imports: `''`, `'.js'`, `'.ts'`. */
  specifiers(from: string, to: string, extension: string): SpecifierChoices;

  /** Whether Node knows a module as an ES module, by its extension or its `package.json`: `require` may not load it. */
  isEsModule(module: string): boolean;

  /** The modules that mock `module` by its path (`vi.mock('./x')`), sorted. */
  mockedBy(module: string): readonly string[];

  /** What the mocks by path in `mocking` put in the place of `module`. */
  mocksIn(mocking: string, module: string): readonly ModuleMock[];

  /** Whether the configuration says that a module is a test. */
  isTest(module: string): boolean;

  /** Whether loading `from` loads `to`, directly or not. Type-only imports do not count. `true` for itself. */
  reaches(from: string, to: string): boolean;
}
