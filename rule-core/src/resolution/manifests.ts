import { dirname, join } from 'node:path';
import { asObject, asString, readJsonObject, type JsonObject } from './json-file.js';

/** A `package.json`. */
export interface Manifest {
  /** Its folder, absolute. */
  readonly folder: string;
  readonly file: string;
  readonly name: string | undefined;
  readonly content: JsonObject;
}

const dependencyFields = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'] as const;

/** The `package.json` files of a file system, each read once. */
export class Manifests {
  readonly #byFolder = new Map<string, Manifest | undefined>();

  /** The `package.json` in a folder. */
  in(folder: string): Manifest | undefined {
    if (this.#byFolder.has(folder)) return this.#byFolder.get(folder);
    const file = join(folder, 'package.json');
    const content = readJsonObject(file);
    const manifest = content && { folder, file, name: asString(content['name']), content };
    this.#byFolder.set(folder, manifest);
    return manifest;
  }

  /** The `package.json` files that hold for a folder, nearest first. */
  *above(folder: string): Generator<Manifest> {
    for (let current = folder; ; current = dirname(current)) {
      const manifest = this.in(current);
      if (manifest) yield manifest;
      if (dirname(current) === current) return;
    }
  }

  /** The nearest `package.json` that has a name: build folders hold nameless ones. */
  nearest(folder: string): Manifest | undefined {
    for (const manifest of this.above(folder)) if (manifest.name !== undefined) return manifest;
    return undefined;
  }

  /** The `package.json` whose `imports` hold for a folder: the nearest that has any. */
  withImports(folder: string): Manifest | undefined {
    for (const manifest of this.above(folder)) if (manifest.content['imports'] !== undefined) return manifest;
    return undefined;
  }

  /** What the `package.json` files that hold for a folder declare for a dependency: `^5.0.0`, `npm:nanoid@5`, `workspace:*`. */
  declared(folder: string, name: string): { readonly range: string; readonly manifest: Manifest } | undefined {
    for (const manifest of this.above(folder)) {
      for (const field of dependencyFields) {
        const range = asString(asObject(manifest.content[field])?.[name]);
        if (range !== undefined) return { range, manifest };
      }
    }
    return undefined;
  }
}

/** Names under which a `package.json` installs another package: `ids-lib` → `nanoid` for `"ids-lib": "npm:nanoid@5"`. */
export function npmAliases(manifest: Manifest): ReadonlyMap<string, string> {
  const aliases = new Map<string, string>();
  for (const field of dependencyFields) {
    for (const [alias, range] of Object.entries(asObject(manifest.content[field]) ?? {})) {
      const name = aliasedName(asString(range) ?? '');
      if (name !== undefined && name !== alias) aliases.set(alias, name);
    }
  }
  return aliases;
}

/** `nanoid` for `npm:nanoid@^5`, `@a/b` for `workspace:@a/b@*`; `undefined` for a plain range. */
export function aliasedName(range: string): string | undefined {
  return (
    /^(?:npm|workspace):((?:@[^/@]+\/)?[a-z][^/@]*)@/i.exec(range)?.[1] ??
    /^npm:((?:@[^/@]+\/)?[^/@]+)$/.exec(range)?.[1]
  );
}
