import { dirname, isAbsolute, join, relative, resolve as resolvePath } from 'node:path';
import type { ResolverFactory } from 'oxc-resolver';
import type { ModuleTarget } from './module-target.js';
import { statsOf } from '../files/stats-of.js';
import { codeExtensionOf, codeExtensions, isCodeFile } from './code-file.js';
import { aliasedName, Manifests, type Manifest } from './manifests.js';
import { loadNativeResolver } from './native-resolver.js';
import { exportedFiles, importedFiles } from './package-exports.js';
import { parseBareSpecifier, parseBuiltin, parseRegistrySpecifier, type BareSpecifier } from './package-name.js';
import { SourceFinder } from './source-finder.js';
import { TsConfigs, type TsConfig } from './tsconfig.js';
import { compareSpecificity, fillWildcard, matchWildcard } from './wildcard.js';
import { WorkspacePackages } from './workspace-packages.js';
import { folderOf, isInstalled, realPath, toSlashes, WorkspacePaths } from './workspace-path.js';

const conditions = ['import', 'require', 'node', 'module', 'default', 'types'];

/** Loaders that make something else of a module than its exports. */
const rawQuery = /[?&](?:raw|url|inline|source)\b/;

/**
 * Finds the module or package behind a specifier. A function of the files on disk; what it has read it keeps, so a new one
 * is made when they change.
 */
export class Resolver {
  readonly paths: WorkspacePaths;
  readonly manifests = new Manifests();
  readonly tsconfigs: TsConfigs;
  /** By folder, whether there is a `node_modules` in it. */
  readonly #installing = new Map<string, boolean>();
  readonly #cache = new Map<string, ModuleTarget>();
  readonly #byModule = new Map<string, Map<string, ModuleTarget>>();
  readonly #factories = new Map<string, ResolverFactory>();
  readonly #base: ResolverFactory;
  readonly #sources: SourceFinder;
  #packages: WorkspacePackages | undefined;

  /**
   * @param root - The workspace root, absolute.
   * @throws {@link ResolverUnavailableError} if the native resolver does not load on this machine.
   */
  constructor(root: string) {
    this.paths = new WorkspacePaths(root);
    this.tsconfigs = new TsConfigs((name, folder) => this.#packageFolder(name, folder));
    this.#sources = new SourceFinder(this.paths, this.manifests, this.tsconfigs);
    this.#base = new (loadNativeResolver().ResolverFactory)(options([]));
  }

  /** The packages of the workspace. */
  get packages(): WorkspacePackages {
    this.#packages ??= new WorkspacePackages(this.paths, this.manifests);
    return this.#packages;
  }

  /**
   * Where `specifier` leads when the module `from` asks for it.
   *
   * @param from - A workspace path; the module need not exist.
   */
  resolve(from: string, specifier: string): ModuleTarget {
    let known = this.#byModule.get(from);
    if (known === undefined) {
      known = new Map();
      this.#byModule.set(from, known);
    }
    let target = known.get(specifier);
    if (target === undefined) {
      // Two modules of one folder may have different tsconfigs (tests, `.mts`).
      target = this.resolveWith(this.tsconfigs.forFile(this.paths.absolute(from)), from, specifier);
      known.set(specifier, target);
    }
    return target;
  }

  /** The same under a given config. */
  resolveWith(config: TsConfig | undefined, from: string, specifier: string): ModuleTarget {
    const key = `${folderOf(from)}\0${config?.file ?? ''}\0${specifier}`;
    const known = this.#cache.get(key);
    if (known) return known;
    const target = this.#find(dirname(this.paths.absolute(from)), specifier, config) ?? {
      kind: 'unresolved',
      specifier,
    };
    this.#cache.set(key, target);
    return target;
  }

  /** The package of the workspace that a module belongs to: that of the nearest `package.json` with a name. */
  packageOf(path: string): Manifest | undefined {
    return this.manifests.nearest(dirname(this.paths.absolute(path)));
  }

  /** Whether Node knows a module as an ES module: by its extension, otherwise by the nearest `package.json`, named or not. */
  isEsModule(path: string): boolean {
    const extension = codeExtensionOf(path);
    if (/\.[mc][jt]s$/.test(extension)) return extension.includes('.m');
    for (const manifest of this.manifests.above(dirname(this.paths.absolute(path)))) {
      return manifest.content['type'] === 'module';
    }
    return false;
  }

  /** The files, absolute, that an entry of a package's `imports` names, each with one `*` at most; packages are left out. */
  importTargets(manifest: Manifest, pattern: string): readonly string[] {
    return importedFiles(manifest, pattern, [])
      .filter((file) => file.startsWith('.'))
      .map((file) => resolvePath(manifest.folder, file));
  }

  /** The module behind an entry of a workspace package: its main entry for `''`. */
  packageEntry(name: string, subpath: string): string | undefined {
    const manifest = this.packages.named(name);
    return manifest && this.#inPackage(manifest, subpath, []);
  }

  #find(folder: string, written: string, config: TsConfig | undefined): ModuleTarget | undefined {
    if (written.includes('!') || rawQuery.test(written)) return undefined;
    const registry = parseRegistrySpecifier(written);
    if (registry) return { kind: 'package', ...registry };
    if (written.startsWith('node:')) return asPackage(parseBuiltin(written));
    const specifier = written.replace(/\?.*$/, '');
    const custom = config?.customConditions ?? [];
    if (isRelative(specifier)) {
      const file = this.#existing(folder, specifier, custom) ?? this.#sources.ofMissing(folder, specifier);
      return this.#fileTarget(file ?? installedPath(folder, specifier));
    }
    const alias = this.#aliased(folder, specifier, config);
    if (alias.target) return alias.target;
    if (specifier.startsWith('#')) return this.#imported(folder, specifier, config);
    const builtin = parseBuiltin(specifier);
    if (builtin) return asPackage(builtin);
    const bare = parseBareSpecifier(specifier);
    if (bare === undefined) return undefined;
    return this.#package(folder, bare, custom, alias.matched);
  }

  /** By tsconfig `paths`, then `baseUrl`. `matched` if a pattern other than `*` claims the specifier. */
  #aliased(
    folder: string,
    specifier: string,
    config: TsConfig | undefined,
  ): { target?: ModuleTarget; matched: boolean } {
    if (config === undefined) return { matched: false };
    const mappings = config.paths
      .filter(({ pattern }) => matchWildcard(pattern, specifier) !== undefined)
      .sort((a, b) => compareSpecificity(a.pattern, b.pattern));
    const [mapping] = mappings;
    const bases =
      mapping?.targets.map((target) => fillWildcard(target, matchWildcard(mapping.pattern, specifier) ?? '')) ?? [];
    if (config.baseUrl !== undefined) bases.push(resolvePath(config.baseUrl, specifier));
    for (const path of bases) {
      const file = this.#existing(folder, path, config.customConditions) ?? this.#sources.ofMissing(folder, path);
      const target = file === undefined ? undefined : this.#fileTarget(file);
      if (target) return { target, matched: true };
    }
    return { matched: mapping !== undefined && mapping.pattern !== '*' };
  }

  /** By the `imports` of the nearest package. */
  #imported(folder: string, specifier: string, config: TsConfig | undefined): ModuleTarget | undefined {
    const manifest = this.manifests.withImports(folder);
    if (manifest === undefined) return undefined;
    for (const file of importedFiles(manifest, specifier, config?.customConditions ?? [])) {
      const target = file.startsWith('.')
        ? this.#fileTarget(this.#existing(manifest.folder, file, []) ?? this.#sources.ofMissing(manifest.folder, file))
        : file.startsWith('#')
          ? undefined
          : this.#find(manifest.folder, file, config);
      if (target) return target;
    }
    return undefined;
  }

  #package(folder: string, bare: BareSpecifier, custom: readonly string[], claimed: boolean): ModuleTarget | undefined {
    const declared = this.manifests.declared(folder, bare.name);
    const realName = aliasedName(declared?.range ?? '') ?? bare.name;
    const linked = declared && this.#linked(declared);
    const own = this.manifests.nearest(folder);
    const workspace = linked ?? this.#workspacePackage(folder, bare.name, realName, own);
    if (workspace) {
      const module = this.#inPackage(workspace, bare.subpath, custom);
      if (module !== undefined) return { kind: 'module', path: module };
      return { kind: 'package', name: workspace.name ?? realName, subpath: bare.subpath };
    }
    const installed = this.#installedFolder(folder, bare.name);
    if (installed !== undefined) {
      const inside = this.paths.relative(installed);
      const manifest = this.manifests.in(installed);
      if (manifest && inside !== undefined && !isInstalled(inside)) {
        const module = this.#inPackage(manifest, bare.subpath, custom);
        if (module !== undefined) return { kind: 'module', path: module };
      }
      return { kind: 'package', name: manifest?.name ?? realName, subpath: bare.subpath };
    }
    if (claimed && declared === undefined) return undefined;
    return { kind: 'package', name: realName, subpath: bare.subpath };
  }

  /** A package of the workspace, unless another one of that name is installed from a registry beneath `folder`. */
  #workspacePackage(folder: string, name: string, realName: string, own: Manifest | undefined): Manifest | undefined {
    const workspace = this.packages.named(realName) ?? (own?.name === name ? own : undefined);
    if (workspace === undefined || this.paths.relative(workspace.folder) === undefined) return undefined;
    const installed = this.#installedFolder(folder, name);
    const inside = installed === undefined ? undefined : this.paths.relative(installed);
    return inside !== undefined && isInstalled(inside) ? undefined : workspace;
  }

  /** The folder of a dependency that is declared by its path: `file:../x`, `link:../x`, `portal:../x`. */
  #linked({ range, manifest }: { readonly range: string; readonly manifest: Manifest }): Manifest | undefined {
    const path = /^(?:file|link|portal):(.+)$/.exec(range)?.[1];
    const linked = path === undefined ? undefined : this.manifests.in(realPath(resolvePath(manifest.folder, path)));
    return linked && this.paths.relative(linked.folder) !== undefined ? linked : undefined;
  }

  #packageFolder(name: string, folder: string): string | undefined {
    return this.#installedFolder(folder, name) ?? this.packages.named(name)?.folder;
  }

  #installedFolder(folder: string, name: string): string | undefined {
    for (let current = folder; ; current = dirname(current)) {
      const candidate = join(current, 'node_modules', name);
      if (this.#hasInstalled(current) && statsOf(candidate)?.isDirectory()) return realPath(candidate);
      if (dirname(current) === current) return undefined;
    }
  }

  /** Whether packages are installed in a folder: in most there are none, and each is asked for many of them. */
  #hasInstalled(folder: string): boolean {
    let has = this.#installing.get(folder);
    if (has === undefined) {
      has = statsOf(join(folder, 'node_modules')) !== undefined;
      this.#installing.set(folder, has);
    }
    return has;
  }

  /** The module that a subpath of a workspace package leads to, sources before build output. */
  #inPackage(manifest: Manifest, subpath: string, custom: readonly string[]): string | undefined {
    for (const file of exportedFiles(manifest, subpath, custom)) {
      const request = file.startsWith('./') ? file : `./${file}`;
      const path =
        this.#existing(manifest.folder, request, custom) ?? this.#sources.ofMissing(manifest.folder, request);
      const target = path === undefined ? undefined : this.#fileTarget(path);
      if (target?.kind === 'module') return target.path;
    }
    if (manifest.content['exports'] === undefined && subpath === '') {
      const path = this.#existing(manifest.folder, './src/index', custom);
      const target = path === undefined ? undefined : this.#fileTarget(path);
      if (target?.kind === 'module') return target.path;
    }
    return undefined;
  }

  /** The real path of the file a path request leads to. */
  #existing(folder: string, request: string, custom: readonly string[]): string | undefined {
    return this.#factory(custom).sync(folder, request).path;
  }

  #fileTarget(file: string | undefined): ModuleTarget | undefined {
    if (file === undefined) return undefined;
    const path = this.paths.relative(file);
    const installed = toSlashes(file).lastIndexOf('/node_modules/');
    if (installed >= 0) return this.#installedTarget(file, installed);
    if (path === undefined) return this.#outsideTarget(file);
    if (!isCodeFile(path)) return undefined;
    const source = this.#sources.ofBuilt(path);
    return { kind: 'module', path: (source === undefined ? undefined : this.paths.relative(source)) ?? path };
  }

  #installedTarget(file: string, marker: number): ModuleTarget | undefined {
    const inside = toSlashes(file).slice(marker + '/node_modules/'.length);
    const bare = parseBareSpecifier(inside);
    if (bare === undefined) return undefined;
    const folder = join(file.slice(0, marker), 'node_modules', bare.name);
    const entry = this.#existing(dirname(folder), folder, []);
    return {
      kind: 'package',
      name: this.manifests.in(folder)?.name ?? bare.name,
      subpath: entry !== undefined && relative(entry, file) === '' ? '' : bare.subpath,
    };
  }

  /** A module of another workspace, reached through a link or a path: a package by its own name. */
  #outsideTarget(file: string): ModuleTarget | undefined {
    const manifest = this.manifests.nearest(dirname(file));
    if (manifest?.name === undefined) return undefined;
    return { kind: 'package', name: manifest.name, subpath: toSlashes(relative(manifest.folder, file)) };
  }

  #factory(custom: readonly string[]): ResolverFactory {
    if (custom.length === 0) return this.#base;
    const key = custom.join('\0');
    const known = this.#factories.get(key);
    if (known) return known;
    const factory = this.#base.cloneWithOptions(options(custom));
    this.#factories.set(key, factory);
    return factory;
  }
}

function options(custom: readonly string[]) {
  return {
    conditionNames: [...custom, ...conditions],
    extensions: [...codeExtensions, '.json'],
    extensionAlias: {
      '.js': ['.ts', '.tsx', '.js', '.jsx', '.d.ts'],
      '.jsx': ['.tsx', '.jsx', '.d.ts'],
      '.mjs': ['.mts', '.mjs', '.d.mts'],
      '.cjs': ['.cts', '.cjs', '.d.cts'],
    },
    mainFields: ['module', 'main'],
    builtinModules: false,
    nodePath: false,
  };
}

function isRelative(specifier: string): boolean {
  return /^\.\.?(?:\/|$)/.test(specifier) || isAbsolute(specifier);
}

/** A path into `node_modules` names its package, whether the file is there or not. */
function installedPath(folder: string, specifier: string): string | undefined {
  const path = resolvePath(folder, specifier);
  return isInstalled(toSlashes(path)) ? path : undefined;
}

function asPackage(name: BareSpecifier | undefined): ModuleTarget | undefined {
  return name && { kind: 'package', ...name };
}
