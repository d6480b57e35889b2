import type { ModuleTarget } from '../resolution/module-target.js';

/** Which modules load which, followed only as far as asked. */
export class ImportGraph {
  readonly #specifiers: (module: string) => readonly string[];
  readonly #resolve: (from: string, specifier: string) => ModuleTarget;
  readonly #loaded = new Map<string, ReadonlySet<string>>();

  /** @param specifiers - The specifiers that loading a module loads. */
  constructor(
    specifiers: (module: string) => readonly string[],
    resolve: (from: string, specifier: string) => ModuleTarget,
  ) {
    this.#specifiers = specifiers;
    this.#resolve = resolve;
  }

  /** Everything that loading a module loads, itself included. */
  loadedBy(module: string): ReadonlySet<string> {
    const known = this.#loaded.get(module);
    if (known) return known;
    const loaded = new Set([module]);
    // A set may grow while it is iterated: the added ones are visited, too.
    for (const path of loaded) {
      for (const specifier of this.#specifiers(path)) {
        const target = this.#resolve(path, specifier);
        if (target.kind === 'module') loaded.add(target.path);
      }
    }
    this.#loaded.set(module, loaded);
    return loaded;
  }
}
