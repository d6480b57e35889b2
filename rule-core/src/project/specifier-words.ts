import { INDEX } from './text-search.js';
import { stemOf, toSlashes, withoutExtension, type Manifest, type Resolver } from '../resolution/index.js';

interface Mapping {
  readonly pattern: string;
  readonly targets: readonly string[];
}

/** The words by which specifiers name modules and packages, over all configs and packages of a workspace. */
export class SpecifierWords {
  readonly #resolver: Resolver;
  readonly #exact = new Map<string, Set<string>>();
  readonly #irregular: Mapping[] = [];

  /** @param settings - The workspace's settings files, workspace paths: `package.json`, `tsconfig.json`, … */
  constructor(
    resolver: Resolver,
    settings: Iterable<string>,
    aliasesOf: (manifest: Manifest) => ReadonlyMap<string, string>,
  ) {
    this.#resolver = resolver;
    for (const file of settings) {
      const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '';
      const from = folder === '' ? 'index.ts' : `${folder}/index.ts`;
      if (/(?:^|\/)[tj]sconfig[^/]*\.json$/.test(file)) {
        const config = resolver.tsconfigs.named(resolver.paths.absolute(file));
        for (const mapping of config.paths)
          this.#add(mapping, (specifier) => resolver.resolveWith(config, from, specifier));
      } else if (/(?:^|\/)package\.json$/.test(file)) {
        this.#addManifest(from, resolver.manifests.in(resolver.paths.absolute(folder)), aliasesOf);
      }
    }
    for (const manifest of resolver.packages.all) this.#addEntries(manifest);
  }

  /** The words of a module: its stem, that of an index, and the names of aliases and packages that lead to it. */
  ofModule(path: string): readonly string[] {
    const absolute = toSlashes(this.#resolver.paths.absolute(path));
    const forms = [absolute, withoutExtension(absolute), withoutExtension(absolute).replace(/\/index$/, '')];
    const irregular = this.#irregular.flatMap(({ pattern, targets }) =>
      targets.flatMap((target) => {
        const [head = '', tail = ''] = toSlashes(target).split('*');
        return forms
          .filter((form) => form.length >= head.length + tail.length && form.startsWith(head) && form.endsWith(tail))
          .map((form) => pattern.replace('*', form.slice(head.length, form.length - tail.length)));
      }),
    );
    const index = /(?:^|\/)index\.\w+$/.test(path) ? [INDEX] : [];
    return [stemOf(path), ...index, ...(this.#exact.get(path) ?? []), ...irregular];
  }

  /** The words of a package: its name, without and with `node:`, and the aliases that lead to it. */
  ofPackage(name: string): readonly string[] {
    return [
      name,
      ...(name.startsWith('node:') ? [name.slice('node:'.length)] : []),
      ...(this.#exact.get(`package:${name}`) ?? []),
    ];
  }

  #add({ pattern, targets }: Mapping, resolve: (specifier: string) => ReturnType<Resolver['resolve']>): void {
    if (!pattern.includes('*')) {
      const target = resolve(pattern);
      if (target.kind === 'module') this.#addExact(target.path, pattern);
      if (target.kind === 'package') this.#addExact(`package:${target.name}`, pattern);
    } else if (!pattern.endsWith('/*') || targets.some((target) => !/[\\/]\*(?:\.\w+)*$/.test(target))) {
      // A mapping that keeps the last segment needs no word of its own: it is the stem.
      this.#irregular.push({ pattern, targets });
    }
  }

  #addManifest(
    from: string,
    manifest: Manifest | undefined,
    aliasesOf: (manifest: Manifest) => ReadonlyMap<string, string>,
  ): void {
    if (manifest === undefined) return;
    for (const [alias, name] of aliasesOf(manifest)) this.#addExact(`package:${name}`, alias);
    const imports = manifest.content['imports'];
    for (const pattern of typeof imports === 'object' && imports !== null ? Object.keys(imports) : []) {
      const targets = this.#resolver.importTargets(manifest, pattern);
      this.#add({ pattern, targets }, (specifier) => this.#resolver.resolve(from, specifier));
    }
  }

  #addEntries(manifest: Manifest): void {
    const { name } = manifest;
    if (name === undefined) return;
    const { exports } = manifest.content;
    const keys =
      typeof exports === 'object' && exports !== null ? Object.keys(exports).filter((key) => key.startsWith('.')) : [];
    for (const key of ['.', ...keys]) {
      if (key.includes('*')) continue;
      const subpath = key.replace(/^\.\/?/, '');
      const entry = this.#resolver.packageEntry(name, subpath);
      if (entry === undefined) continue;
      this.#addExact(entry, subpath === '' ? name : `${name}/${subpath}`);
      const folder = this.#resolver.paths.relative(manifest.folder);
      if (subpath === '' && folder !== undefined && folder !== '') this.#addExact(entry, stemOf(`${folder}/index.ts`));
    }
  }

  #addExact(target: string, word: string): void {
    const words = this.#exact.get(target);
    if (words) words.add(word);
    else this.#exact.set(target, new Set([word]));
  }
}
