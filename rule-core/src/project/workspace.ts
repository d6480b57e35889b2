import { createHash } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import type { ModuleAnswers } from '../cache/answers-cache.js';
import type { HashedFacts } from '../cache/facts-cache.js';
import { readKnownModules, type KnownModules } from '../cache/known-modules.js';
import { loadConfig, DEFAULT_TESTS, resolveConfig, type ConcernOverlay, type LoadedConfig } from '../config/index.js';
import { FolderListings } from '../files/folder-listings.js';
import type { ModuleFacts } from '../source/facts.js';
import { realPath, WorkspacePaths } from '../resolution/index.js';
import { foldersWithConfig } from './config-folders.js';
import { ModuleStore } from './module-store.js';
import { fileMatcher } from './path-globs.js';
import { SnapshotView, type ProjectView, type WordsOf } from './project-view.js';
import { Recheck, type RecheckTime } from './recheck.js';
import { Snapshot } from './snapshot.js';
import { listWorkspaceFiles } from './workspace-files.js';
import { findWorkspaceRoot, type WorkspaceRoot } from './workspace-root.js';

/** What a workspace is opened with. */
export interface WorkspaceOptions {
  /** Today, `YYYY-MM-DD` in UTC. */
  readonly today?: string | undefined;
  /** Words besides the names of a concern's symbols that a module must contain one of for some check to see anything. */
  readonly extraWords?: WordsOf | undefined;
  /** Whether the facts that an earlier run of the command kept on disk are taken, where a module's text is the same. */
  readonly takesCache?: boolean | undefined;
  /** When to look at the disk again; by default `due`. */
  readonly recheck?: RecheckTime | undefined;
}

/** The workspace that a file belongs to, as it is on disk now. */
export interface Workspace {
  /** The folder that paths are relative to. Absolute, native separators, symlinks followed. */
  readonly root: string;
  /** The config file, absolute, or `undefined` where the presets' defaults apply. */
  readonly configFile: string | undefined;

  /** The folders in it that have a config file of their own, the root left out. Workspace paths, sorted. */
  readonly nested: readonly string[];
  /** Its modules that are not ignored, workspace paths in code-unit order. */
  readonly modules: readonly string[];
  /** Changes if a module or a file that decides how specifiers resolve does, by what the file system says of them. */
  readonly fingerprint: string;

  /**
   * Changes if the content of one of those files does; the same on every machine. It reads all of them.
   *
   * @param outside more modules, by their workspace paths
   */
  contentHash(outside: readonly string[]): string;

  /**
   * Modules that were read up to now although they are none of `modules`, such as build output that a package's entry names,
   * each with what the file system says of it.
   */
  outside(): readonly (readonly [path: string, stamp: string])[];

  /**
   * The facts of a module that are known already, if its text on disk is this one.
   *
   * @param text without its byte order mark
   */
  knownFacts(path: string, text: string): ModuleFacts | undefined;

  /** Takes over what an earlier run learnt of modules whose text is the same. */
  remember(known: KnownModules): void;

  /** The text of a module on disk without its byte order mark, or `undefined` if it cannot be read. */
  text(path: string): string | undefined;

  /** Runs something that looks through most modules: their texts are kept for that time, so that each is read once. */
  lookingThrough<Result>(run: () => Result): Result;

  /** The facts of every module that was parsed or remembered up to now. */
  hashedFacts(): Iterable<HashedFacts>;

  /** What the texts of the modules answered up to now. */
  moduleAnswers(): Iterable<ModuleAnswers>;

  /** How many modules had to be read up to now, since no earlier run knew what they were asked. */
  readonly asked: number;

  /** The workspace path of a file, or `undefined` outside of the root. */
  relative(file: string): string | undefined;

  /** Whether the configuration says never to read a module, given by its workspace path. */
  isIgnored(path: string): boolean;

  /** Whether a module is a test, given by its workspace path. */
  isTest(path: string): boolean;

  /** The project as a rule sees it; `overlay` is the rule's options. Views of one workspace share what they know of its modules. */
  project(overlay?: ConcernOverlay): ProjectView;
}

const noExtraWords: WordsOf = () => ({ anywhere: [], declared: [], inTests: [undefined] });
const workspaces = new Map<string, WorkspaceState>();

/**
 * The workspace of a file. It is kept for the life of the process, and brought up to date here, cheaply: what
 * changed on disk is seen by opening the workspace again, not by one that was returned before.
 *
 * @param file - Absolute, native separators; need not exist.
 * @throws {@link ResolverUnavailableError} if the native resolver does not load on this machine.
 */
export function openWorkspace(file: string, options: WorkspaceOptions = {}): Workspace {
  const root = findWorkspaceRoot(dirname(resolve(file)), options.recheck);
  const key = root.config ?? root.folder;
  let state = workspaces.get(key);
  if (state === undefined) {
    state = new WorkspaceState(root, options.takesCache === true);
    workspaces.set(key, state);
  }
  return state.open(options);
}

/** One workspace over time. */
class WorkspaceState {
  readonly #root: WorkspaceRoot;
  readonly #paths: WorkspacePaths;
  readonly #store: ModuleStore;
  readonly #configRecheck = new Recheck();
  readonly #filesRecheck = new Recheck();
  #loaded: LoadedConfig | undefined;
  #current: Generation | undefined;

  constructor(root: WorkspaceRoot, takesCache: boolean) {
    this.#root = root;
    this.#paths = new WorkspacePaths(root.folder);
    this.#store = new ModuleStore(this.#paths);
    if (takesCache) this.#store.remember(readKnownModules(this.#paths.root));
  }

  open({ today = currentDay(), extraWords = noExtraWords, recheck }: WorkspaceOptions): Workspace {
    this.#refresh(recheck);
    const generation = (this.#current ??= this.#next());
    return new OpenWorkspace(this.#paths, generation, today, extraWords);
  }

  #refresh(when: RecheckTime | undefined): void {
    const { config } = this.#root;
    const isFirst = this.#current === undefined;
    if (config !== undefined && (isFirst || this.#configRecheck.isDue(when))) {
      const loaded = this.#configRecheck.run(() => loadConfig(config));
      if (loaded !== this.#loaded) {
        this.#loaded = loaded;
        this.#current = undefined;
      }
    }
    if (this.#current === undefined || !this.#filesRecheck.isDue(when)) return;
    const { snapshot, isIgnored } = this.#current;
    const changed = this.#filesRecheck.run(
      () =>
        listWorkspaceFiles(this.#paths, isIgnored).fingerprint !== snapshot.files.fingerprint ||
        this.#store.changedOutside(),
    );
    if (changed) this.#current = undefined;
  }

  #next(): Generation {
    const isNamed = fileMatcher(this.#loaded?.config?.ignore ?? []);
    const isIgnored = (path: string) => isInNodeModules(path) || isNamed(path);
    const folders = new FolderListings();
    const files = this.#filesRecheck.run(() => listWorkspaceFiles(this.#paths, isIgnored, folders));
    const snapshot = new Snapshot(files, folders, this.#store, this.#paths, isIgnored);
    return new Generation(snapshot, this.#loaded, isIgnored);
  }
}

/** A workspace between two changes on disk. */
class Generation {
  readonly snapshot: Snapshot;
  readonly loaded: LoadedConfig | undefined;
  readonly isIgnored: (path: string) => boolean;
  readonly isTest: (path: string) => boolean;
  /** The workspace paths of files that were asked about: every rule asks. */
  readonly places = new Map<string, string | undefined>();
  readonly ignored = new Map<string, boolean>();
  readonly #views = new Map<WordsOf, Map<string, ProjectView>>();

  constructor(snapshot: Snapshot, loaded: LoadedConfig | undefined, isIgnored: (path: string) => boolean) {
    this.snapshot = snapshot;
    this.loaded = loaded;
    this.isIgnored = isIgnored;
    this.isTest = fileMatcher(loaded?.config?.tests ?? DEFAULT_TESTS);
  }

  view(root: string, overlay: ConcernOverlay | undefined, today: string, extraWords: WordsOf): ProjectView {
    let views = this.#views.get(extraWords);
    if (views === undefined) {
      views = new Map();
      this.#views.set(extraWords, views);
    }
    const key = `${today}\0${overlay === undefined ? '' : JSON.stringify(overlay)}`;
    let view = views.get(key);
    if (view === undefined) {
      const { snapshot, loaded } = this;
      const resolution = resolveConfig({ root, loaded, overlay, disk: snapshot.disk });
      const written = new Map(Object.entries(loaded?.config?.concerns ?? {}));
      view = new SnapshotView({ snapshot, resolution, overlay, written, today, extraWords, isTest: this.isTest });
      views.set(key, view);
    }
    return view;
  }
}

class OpenWorkspace implements Workspace {
  readonly root: string;
  readonly configFile: string | undefined;
  readonly #paths: WorkspacePaths;
  readonly #generation: Generation;
  readonly #today: string;
  readonly #extraWords: WordsOf;

  constructor(paths: WorkspacePaths, generation: Generation, today: string, extraWords: WordsOf) {
    this.root = paths.root;
    this.configFile = generation.loaded?.file;
    this.#paths = paths;
    this.#generation = generation;
    this.#today = today;
    this.#extraWords = extraWords;
  }

  get nested(): readonly string[] {
    const { modules, settings } = this.#generation.snapshot.files;
    return foldersWithConfig([...modules.keys(), ...settings.keys()]);
  }

  get modules(): readonly string[] {
    return [...this.#generation.snapshot.files.modules.keys()];
  }

  get fingerprint(): string {
    return this.#generation.snapshot.files.fingerprint;
  }

  contentHash(outside: readonly string[]): string {
    const { files, store } = this.#generation.snapshot;
    const hash = createHash('sha256');
    for (const path of [...files.modules.keys(), ...outside])
      hash.update(path).update('\0').update(store.hash(path)).update('\0');
    return hash.update(JSON.stringify(this.#generation.snapshot.settingsHashes())).digest('hex');
  }

  knownFacts(path: string, text: string): ModuleFacts | undefined {
    return this.#generation.snapshot.store.knownFacts(path, text);
  }

  remember(known: KnownModules): void {
    this.#generation.snapshot.store.remember(known);
  }

  text(path: string): string | undefined {
    return this.#generation.snapshot.store.text(path);
  }

  lookingThrough<Result>(run: () => Result): Result {
    return this.#generation.snapshot.building(run);
  }

  hashedFacts(): Iterable<HashedFacts> {
    return this.#generation.snapshot.store.hashedFacts();
  }

  moduleAnswers(): Iterable<ModuleAnswers> {
    return this.#generation.snapshot.store.moduleAnswers();
  }

  get asked(): number {
    return this.#generation.snapshot.store.asked;
  }

  outside(): readonly (readonly [path: string, stamp: string])[] {
    return this.#generation.snapshot.store.outside();
  }

  relative(file: string): string | undefined {
    const { places } = this.#generation;
    if (!places.has(file)) {
      const written = this.#paths.relative(resolve(file));
      // The walk follows no symbolic links: what it lists is where it seems to be.
      const isListed = written !== undefined && this.#generation.snapshot.files.modules.has(written);
      const path = isListed ? written : this.#paths.relative(realPath(resolve(file)));
      places.set(file, path === '' ? undefined : path);
    }
    return places.get(file);
  }

  isIgnored(path: string): boolean {
    const { ignored, isIgnored } = this.#generation;
    const known = ignored.get(path) ?? isIgnored(path);
    ignored.set(path, known);
    return known;
  }

  isTest(path: string): boolean {
    return this.#generation.isTest(path);
  }

  project(overlay?: ConcernOverlay): ProjectView {
    return this.#generation.view(this.root, overlay, this.#today, this.#extraWords);
  }
}

function isInNodeModules(path: string): boolean {
  return path.includes('node_modules') && path.split('/').includes('node_modules');
}

function currentDay(): string {
  return new Date().toISOString().slice(0, 10);
}
