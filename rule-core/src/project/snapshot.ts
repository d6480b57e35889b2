import { createHash } from 'node:crypto';
import { dirname } from 'node:path/posix';
import { nodeDisk, type Disk } from '../config/index.js';
import type { FolderListings } from '../files/folder-listings.js';
import { npmAliases, readText, Resolver, type WorkspacePaths } from '../resolution/index.js';
import type { ModuleFacts } from '../source/facts.js';
import type { ModuleStructure } from '../source/structure/index.js';
import { ParserUnavailableError } from '../parser/parser-unavailable.js';
import { ImportGraph } from './import-graph.js';
import { MockIndex } from './mocks.js';
import type { ExportRecord } from './export-record.js';
import type { ModuleContent, ModuleStore } from './module-store.js';
import type { Origins } from './origins.js';
import { PassingModules } from './passing-modules.js';
import type { ReferenceContext } from './reference-modules.js';
import { SpecifierWords } from './specifier-words.js';
import type { WorkspaceFiles } from './workspace-files.js';

const PUBLISHING_FIELDS = ['main', 'module', 'exports', 'types'] as const;

/** The files of a workspace at one moment, and what they alone decide: shared by all views of them. */
export class Snapshot {
  readonly files: WorkspaceFiles;
  readonly store: ModuleStore;
  readonly resolver: Resolver;
  readonly graph: ImportGraph;
  readonly mocks: MockIndex;
  readonly passing: PassingModules;
  readonly #paths: WorkspacePaths;
  readonly #modules: readonly string[];
  readonly #isIgnored: (path: string) => boolean;
  /** What resolving the configuration asks of the disk, seen once for all views. */
  readonly disk: Disk;
  #parserProblem: string | undefined;
  #publicEntries: readonly string[] | undefined;
  #specifierWords: SpecifierWords | undefined;
  #settingsHashes: readonly (readonly [string, string])[] | undefined;

  constructor(
    files: WorkspaceFiles,
    folders: FolderListings,
    store: ModuleStore,
    paths: WorkspacePaths,
    isIgnored: (path: string) => boolean,
  ) {
    this.files = files;
    this.store = store;
    this.#paths = paths;
    this.#modules = [...files.modules.keys()];
    this.#isIgnored = isIgnored;
    this.disk = nodeDisk(paths.root, folders);
    this.resolver = new Resolver(paths.root);
    const resolve = (from: string, specifier: string) => this.resolver.resolve(from, specifier);
    this.graph = new ImportGraph((module) => this.#specifiers(module), resolve);
    const searched = { modules: this.#modules, store, resolve };
    this.mocks = new MockIndex(searched);
    this.passing = new PassingModules(searched);
    store.refresh(files.modules);
  }

  get specifierWords(): SpecifierWords {
    this.#specifierWords ??= new SpecifierWords(this.resolver, this.files.settings.keys(), npmAliases);
    return this.#specifierWords;
  }

  facts(module: string): ModuleFacts | undefined {
    if (this.#isIgnored(module)) return undefined;
    const content = this.content(module);
    return content.kind === 'facts' ? content.facts : undefined;
  }

  /** The facts of a module, or why it has none. */
  content(module: string): ModuleContent {
    return this.#parsing(() => this.store.content(module), { kind: 'unreadable' });
  }

  /** What a module exports, as far as that is told without its tree. */
  exportsOf(module: string): ExportRecord | undefined {
    if (this.#parserProblem !== undefined || this.#isIgnored(module)) return undefined;
    return this.#parsing(() => this.store.exportsOf(module), undefined);
  }

  /** How the functions of a module are built. */
  structure(module: string): ModuleStructure | undefined {
    return this.facts(module) && this.store.structure(module);
  }

  /** Why no module can be parsed on this machine, once one had to be. */
  get parserProblem(): string | undefined {
    return this.#parserProblem;
  }

  #specifiers(module: string): readonly string[] {
    return this.#isIgnored(module) ? [] : this.#parsing(() => this.store.specifiers(module), []);
  }

  /** Runs something that may need the parser; without one it is `instead`. */
  #parsing<Result>(run: () => Result, instead: Result): Result {
    try {
      return run();
    } catch (error) {
      if (!(error instanceof ParserUnavailableError)) throw error;
      this.#parserProblem = error.message;
      return instead;
    }
  }

  /** What looking references up needs. */
  referenceContext(origins: Origins, facts: (module: string) => ModuleFacts | undefined): ReferenceContext {
    const { resolver, store } = this;
    return {
      modules: this.#modules,
      facts,
      resolve: (from, specifier) => resolver.resolve(from, specifier),
      exists: (module) => this.files.modules.has(module) || store.hash(module) !== '',
      mentions: (module, name) => store.passes(module, `mentions ${name}`, (text) => text.includes(name)),
      packageEntry: (name, subpath) => resolver.packageEntry(name, subpath),
      packageFolder(name) {
        const manifest = resolver.packages.named(name);
        return manifest && resolver.paths.relative(manifest.folder);
      },
      origins,
    };
  }

  /** The modules that the workspace's published packages offer to their consumers, sorted. */
  get publicEntries(): readonly string[] {
    this.#publicEntries ??= this.resolver.packages.all
      .filter(
        ({ content }) => content['private'] !== true && PUBLISHING_FIELDS.some((field) => content[field] !== undefined),
      )
      .flatMap(({ name }) => (name === undefined ? [] : (this.resolver.packageEntry(name, '') ?? [])))
      .sort();
    return this.#publicEntries;
  }

  /** Whether some package or project of the workspace resolves a specifier to a module. */
  resolvesAnywhere(specifier: string): boolean {
    return [...this.files.settings.keys()].some((file) => {
      const folder = dirname(file);
      return this.resolver.resolve(folder === '.' ? 'index.ts' : `${folder}/index.ts`, specifier).kind === 'module';
    });
  }

  /** The hashes of the files that decide how specifiers resolve, what `tsconfig.json` files extend included, sorted by path. */
  settingsHashes(): readonly (readonly [path: string, hash: string])[] {
    if (this.#settingsHashes === undefined) {
      const configs = [...this.files.settings.keys()].filter((file) => /(?:^|\/)[tj]sconfig[^/]*\.json$/.test(file));
      const extended = configs
        .flatMap((file) => this.resolver.tsconfigs.named(this.#paths.absolute(file)).sources)
        .flatMap((file) => this.#paths.relative(file) ?? []);
      const files = [...new Set([...this.files.settings.keys(), ...extended])].filter(
        (file) => !`/${file}`.includes('/node_modules'),
      );
      this.#settingsHashes = files.sort().map((file) => {
        const text = readText(this.#paths.absolute(file)) ?? '';
        return [file, createHash('sha1').update(text).digest('base64')] as const;
      });
    }
    return this.#settingsHashes;
  }

  /** Runs something that looks through many texts, and keeps them for that time. */
  building<Result>(run: () => Result): Result {
    return this.store.keepingTexts(run);
  }
}
