import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import picomatch from 'picomatch';
import { statsOf } from '../files/stats-of.js';
import { asObject, asString, asStrings, readJsonObject, type JsonObject } from './json-file.js';
import { parseBareSpecifier } from './package-name.js';
import { toSlashes } from './workspace-path.js';

/** One entry of `compilerOptions.paths`. */
export interface PathMapping {
  /** The key, with one `*` at most. */
  readonly pattern: string;
  /** Absolute, with one `*` at most. */
  readonly targets: readonly string[];
}

/** What resolution needs of a `tsconfig.json`, everything it extends included. */
export interface TsConfig {
  readonly file: string;
  readonly paths: readonly PathMapping[];
  readonly baseUrl: string | undefined;
  readonly customConditions: readonly string[];
  readonly rootDir: string | undefined;
  readonly outDirs: readonly string[];
  /** The files it was read from, absolute. */
  readonly sources: readonly string[];
}

interface LoadedConfig extends TsConfig {
  readonly includes: (file: string) => boolean;
  readonly references: readonly string[];
}

interface InheritedOptions {
  paths: readonly PathMapping[] | undefined;
  baseUrl: string | undefined;
  customConditions: readonly string[] | undefined;
  rootDir: string | undefined;
  outDir: string | undefined;
  declarationDir: string | undefined;
  files: readonly PlacedGlob[] | undefined;
  include: readonly PlacedGlob[] | undefined;
  exclude: readonly PlacedGlob[] | undefined;
}

/** A path or glob, and the folder that it is relative to. */
interface PlacedGlob {
  readonly folder: string;
  readonly glob: string;
}

/** The `tsconfig.json` files of a file system, each read once. */
export class TsConfigs {
  readonly #loaded = new Map<string, LoadedConfig>();
  readonly #byFolder = new Map<string, string | undefined>();
  readonly #findPackage: (name: string, folder: string) => string | undefined;

  /** @param findPackage - The folder of a package as seen from a folder, for configs that extend a package's. */
  constructor(findPackage: (name: string, folder: string) => string | undefined) {
    this.#findPackage = findPackage;
  }

  /** The config that holds for a file: of the nearest `tsconfig.json` and the projects it references, the one that includes it. */
  forFile(file: string): TsConfig | undefined {
    const nearest = this.#nearest(dirname(file));
    return nearest === undefined ? undefined : (this.#including(nearest, file, new Set()) ?? this.#load(nearest));
  }

  /** A config by its file, absolute. */
  named(file: string): TsConfig {
    return this.#load(file);
  }

  #nearest(folder: string): string | undefined {
    if (this.#byFolder.has(folder)) return this.#byFolder.get(folder);
    const own = ['tsconfig.json', 'jsconfig.json'].map((name) => join(folder, name)).find((file) => existsSync(file));
    const parent = dirname(folder);
    const nearest = own ?? (parent === folder ? undefined : this.#nearest(parent));
    this.#byFolder.set(folder, nearest);
    return nearest;
  }

  #including(configFile: string, file: string, seen: Set<string>): TsConfig | undefined {
    if (seen.has(configFile)) return undefined;
    seen.add(configFile);
    const config = this.#load(configFile);
    if (config.includes(file)) return config;
    for (const reference of config.references) {
      const found = this.#including(reference, file, seen);
      if (found) return found;
    }
    return undefined;
  }

  #load(file: string): LoadedConfig {
    const known = this.#loaded.get(file);
    if (known) return known;
    const sources: string[] = [];
    const options = this.#options(file, sources, dirname(file));
    const folder = dirname(file);
    const own = readJsonObject(file) ?? {};
    const references = Array.isArray(own['references']) ? own['references'] : [];
    const config: LoadedConfig = {
      file,
      paths: options.paths ?? [],
      baseUrl: options.baseUrl,
      customConditions: options.customConditions ?? [],
      rootDir: options.rootDir,
      outDirs: [options.outDir, options.declarationDir].filter((path) => path !== undefined),
      sources,
      includes: includeMatcher(options, folder),
      references: references
        .map((reference) => asString(asObject(reference)?.['path']))
        .filter((path) => path !== undefined)
        .map((path) => resolve(folder, path))
        .map((path) => (isFolder(path) ? join(path, 'tsconfig.json') : path)),
    };
    this.#loaded.set(file, config);
    return config;
  }

  /** @param home - The folder of the config that extends all others: what `${configDir}` stands for in each of them. */
  #options(file: string, sources: string[], home: string): InheritedOptions {
    const folder = dirname(file);
    const content = readJsonObject(file);
    const options = noOptions();
    if (content === undefined || sources.includes(file)) return options;
    sources.push(file);
    for (const base of asStrings(content['extends'])) {
      const baseFile = this.#extended(base, folder);
      if (baseFile !== undefined) assignDefined(options, this.#options(baseFile, sources, home));
    }
    assignDefined(options, ownOptions(content, folder, home));
    return options;
  }

  #extended(specifier: string, folder: string): string | undefined {
    if (specifier.startsWith('.') || isAbsolute(specifier)) {
      const path = resolve(folder, specifier);
      return [path, `${path}.json`].find(isFile);
    }
    const bare = parseBareSpecifier(specifier);
    const home = bare && this.#findPackage(bare.name, folder);
    if (bare === undefined || home === undefined) return undefined;
    const manifest = readJsonObject(join(home, 'package.json'));
    const exported = asString(asObject(manifest?.['exports'])?.[bare.subpath === '' ? '.' : `./${bare.subpath}`]);
    const main = bare.subpath === '' ? (asString(manifest?.['tsconfig']) ?? 'tsconfig.json') : bare.subpath;
    return [exported ?? main, main, `${main}.json`, join(main, 'tsconfig.json')]
      .map((path) => join(home, path))
      .find(isFile);
  }
}

function noOptions(): InheritedOptions {
  return {
    paths: undefined,
    baseUrl: undefined,
    customConditions: undefined,
    rootDir: undefined,
    outDir: undefined,
    declarationDir: undefined,
    files: undefined,
    include: undefined,
    exclude: undefined,
  };
}

function assignDefined(options: InheritedOptions, over: InheritedOptions): void {
  Object.assign(options, Object.fromEntries(Object.entries(over).filter(([, value]) => value !== undefined)));
}

function ownOptions(content: JsonObject, folder: string, home: string): InheritedOptions {
  const compiler = asObject(content['compilerOptions']) ?? {};
  const path = (value: unknown, base = folder): string | undefined => {
    const text = asString(value);
    return text === undefined
      ? undefined
      : resolve(
          base,
          text.replace(configDir, () => home),
        );
  };
  const baseUrl = path(compiler['baseUrl']);
  const paths = asObject(compiler['paths']);
  const list = (value: unknown): PlacedGlob[] | undefined =>
    value === undefined
      ? undefined
      : asStrings(value).map((glob) =>
          configDir.test(glob) ? { folder: home, glob: glob.replace(configDir, '.') } : { folder, glob },
        );
  return {
    paths:
      paths &&
      Object.entries(paths).map(([pattern, targets]) => ({
        pattern,
        targets: asStrings(targets).flatMap((target) => path(target, baseUrl ?? folder) ?? []),
      })),
    baseUrl,
    customConditions: compiler['customConditions'] === undefined ? undefined : asStrings(compiler['customConditions']),
    rootDir: path(compiler['rootDir']),
    outDir: path(compiler['outDir']),
    declarationDir: path(compiler['declarationDir']),
    files: list(content['files']),
    include: list(content['include']),
    exclude: list(content['exclude']),
  };
}

const configDir = /^\$\{configDir\}/;

function includeMatcher(options: InheritedOptions, configFolder: string): (file: string) => boolean {
  const files = new Set(options.files?.map(({ folder, glob }) => resolve(folder, glob)));
  const include = options.include ?? (options.files ? undefined : [{ folder: configFolder, glob: '**/*' }]);
  const matches = patternMatcher(include);
  const excluded = patternMatcher(options.exclude);
  return (file) => files.has(file) || (matches(file) && !excluded(file) && !isBelow(file, options.outDir));
}

function patternMatcher(globs: readonly PlacedGlob[] = []) {
  const matchers = globs.map(({ folder, glob }) => {
    const pattern = toSlashes(glob).replace(/^\.\/|\/$/g, '');
    const up = /^(?:\.\.\/)*/.exec(pattern)?.[0] ?? '';
    const rest = pattern.slice(up.length);
    const matcher = picomatch(rest === '' || rest === '.' ? '**' : [rest, `${rest}/**`], { dot: true });
    return { folder: resolve(folder, up === '' ? '.' : up), matcher };
  });
  return (file: string) =>
    matchers.some(({ folder, matcher }) => {
      const path = toSlashes(relative(folder, file));
      return !path.startsWith('../') && !isAbsolute(path) && matcher(path);
    });
}

function isBelow(file: string, folder: string | undefined): boolean {
  if (folder === undefined) return false;
  const path = relative(folder, file);
  return path !== '' && !path.startsWith('..') && !isAbsolute(path);
}

function isFile(path: string): boolean {
  return statsOf(path)?.isFile() ?? false;
}

function isFolder(path: string): boolean {
  return statsOf(path)?.isDirectory() ?? false;
}
