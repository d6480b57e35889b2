/** What a module's text must contain for a check to see anything in it. */
export interface SearchWords {
  /** Names: a whole identifier or property key. */
  readonly names: ReadonlySet<string>;
  /** Globs of names that matter only where they are declared. */
  readonly declared: ReadonlySet<string>;
  /** Names of modules: the last segment of a specifier, without extension. */
  readonly modules: ReadonlySet<string>;
  /**
   * Names of modules of which only some exports matter, and those are among `names`: they count where the module is asked for
   * otherwise than by the names of its exports (by default, as an object, as a whole).
   */
  readonly objects: ReadonlySet<string>;
  /** Names of packages, each with those of its exports that matter; `null` stands for all. */
  readonly packages: ReadonlyMap<string, ReadonlySet<string> | null>;
  /** Anything else: found anywhere. */
  readonly texts: ReadonlySet<string>;
}

/** The same, to be filled. */
export class WordSets implements SearchWords {
  readonly names = new Set<string>();
  readonly declared = new Set<string>();
  readonly modules = new Set<string>();
  readonly objects = new Set<string>();
  readonly packages = new Map<string, Set<string> | null>();
  readonly texts = new Set<string>();

  /** Adds the name of an export, as others spell it. */
  addExport(name: string): void {
    if (name !== 'default' && name !== 'export=' && name !== '*') this.names.add(name);
  }

  /** @param exported the export that matters, or `null` if all do */
  addPackage(name: string, exported: string | null): void {
    const known = this.packages.get(name);
    if (exported === null) this.packages.set(name, null);
    else if (known === undefined) this.packages.set(name, new Set([exported]));
    else known?.add(exported);
  }

  addAll({ declared, modules, names, objects, packages, texts }: SearchWords): void {
    for (const word of names) this.names.add(word);
    for (const word of declared) this.declared.add(word);
    for (const word of modules) this.modules.add(word);
    for (const word of objects) this.objects.add(word);
    for (const word of texts) this.texts.add(word);
    for (const [name, exported] of packages) for (const one of exported ?? [null]) this.addPackage(name, one);
  }

  /** The words that `known` has not. */
  without(known: SearchWords): WordSets {
    const rest = new WordSets();
    for (const word of this.names) if (!known.names.has(word)) rest.names.add(word);
    for (const word of this.declared) if (!known.declared.has(word)) rest.declared.add(word);
    for (const word of this.modules) if (!known.modules.has(word)) rest.modules.add(word);
    for (const word of this.objects) if (!known.objects.has(word)) rest.objects.add(word);
    for (const word of this.texts) if (!known.texts.has(word)) rest.texts.add(word);
    for (const [name, exported] of this.packages) {
      const old = known.packages.get(name);
      if (old === null) continue;
      for (const one of exported ?? [null]) if (one === null || old?.has(one) !== true) rest.addPackage(name, one);
    }
    return rest;
  }

  get isEmpty(): boolean {
    const { declared, modules, names, objects, packages, texts } = this;
    return [declared, modules, names, objects, packages, texts].every(({ size }) => size === 0);
  }
}
