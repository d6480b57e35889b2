import type { SearchedModules } from './searched-modules.js';

/** Which modules pass on what others declare. Worked out when first asked for. */
export class PassingModules {
  readonly #workspace: SearchedModules;
  #passers: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(workspace: SearchedModules) {
    this.#workspace = workspace;
  }

  /**
   * The modules through which some module of `declaring` can be reached, by re-exports and exported aliases of any depth, those
   * included. Whatever their names: the set is too large rather than too small.
   */
  leadingTo(declaring: Iterable<string>): ReadonlySet<string> {
    this.#passers ??= this.#findPassers();
    const leading = new Set(declaring);
    // A set may grow while it is iterated: the added ones are visited, too.
    for (const module of leading) for (const passer of this.#passers.get(module) ?? []) leading.add(passer);
    return leading;
  }

  /** For each module those that pass on what they take from it. */
  #findPassers(): ReadonlyMap<string, readonly string[]> {
    const passers = new Map<string, string[]>();
    for (const module of this.#workspace.modules) {
      for (const specifier of this.#workspace.store.passed(module)) {
        const target = this.#workspace.resolve(module, specifier);
        if (target.kind !== 'module') continue;
        const known = passers.get(target.path);
        if (known === undefined) passers.set(target.path, [module]);
        else known.push(module);
      }
    }
    return passers;
  }
}
