import { namedEvents } from '../symbols/event-list.js';
import { portMembers } from '../symbols/ports.js';
import { symbolsBehind } from '../symbols/objects/concern-objects.js';
import type { ConcernTargets } from '../symbols/concern-targets.js';
import type { Origin, Project } from '../symbols/project.js';
import type { ModuleTarget, SpecifierChoices } from '../resolution/module-target.js';
import type { Concern } from '../config/config.js';
import type { ConcernOverlay, ConfigResolution } from '../config/index.js';
import type { ConfigProblem, ResolvedConcern, ResolvedConfig } from '../config/resolved-config.js';
import { specifierChoices } from '../resolution/index.js';
import type { ModuleFacts, ModuleMock } from '../source/facts.js';
import { moduleStructure, type ModuleStructure } from '../source/structure/index.js';
import { findCandidates, type Candidates, type ConcernInIndex, type ConcernWords } from './candidates.js';
import { exportedLayers } from './exported-layers.js';
import { findLayers, type ExportedLayer, type LayerIndex } from './layer-index.js';
import { ConcernTargetIndex } from './concern-target-index.js';
import { projectDigest } from './digest.js';
import { ImportGraph } from './import-graph.js';
import type { Interests } from './interests.js';
import { leadingModules, type LeadingModules } from './leading-modules.js';
import { Origins } from './origins.js';
import { ownSymbolsOf, isKnownExport } from './own-symbols.js';
import type { ReferenceContext } from './reference-modules.js';
import { targetProblems } from './target-problems.js';
import type { Snapshot } from './snapshot.js';

/** A project as the rules of one host see it, with what hosts ask besides. */
export interface ProjectView extends Project {
  /**
   * What the checks could find something about in a module: cheap, by its text alone. A module for which it is empty need not
   * be parsed.
   *
   * @param path - A workspace path.
   * @param text - Its source, as the host has it.
   */
  interests(path: string, text: string): Interests;

  /** The same for a module as it is on disk: it is read only if nobody asked before. */
  savedInterests(path: string): Interests;

  /**
   * The modules through which some module of `modules` can be reached, by re-exports and exported aliases of any depth, those
   * included, as on disk. Whatever their names: they are too many rather than too few.
   */
  leadingTo(modules: Iterable<string>): LeadingModules;

  /** A hash of everything in other files that verdicts depend on. The same on every machine. */
  readonly digest: string;

  /**
   * The same project with the facts of one module taken from memory, for the check of that module: what is not saved yet
   * counts for what it asks about itself.
   */
  withModule(facts: ModuleFacts): ProjectView;
}

/** The words that the checks of a concern look for, besides the names of its symbols. */
export type WordsOf = (concern: ResolvedConcern, targets: ConcernTargets) => ConcernWords;

/** What makes a view of a snapshot. */
export interface ViewInput {
  readonly snapshot: Snapshot;
  readonly resolution: ConfigResolution;
  readonly overlay: ConcernOverlay | undefined;
  /** What the config file says of each concern. */
  readonly written: ReadonlyMap<string, Concern>;
  readonly today: string;
  readonly extraWords: WordsOf;
  /** Whether a module is a test, given by its workspace path. */
  readonly isTest: (path: string) => boolean;
}

/** A project over one snapshot of the files; everything in it is worked out when first asked for. */
export class SnapshotView implements ProjectView {
  readonly config: ResolvedConfig;
  readonly today: string;
  readonly #input: ViewInput;
  readonly #snapshot: Snapshot;
  readonly #inMemory: ModuleFacts | undefined;
  readonly #context: ReferenceContext;
  readonly #origins: Origins;
  readonly #targets = new Map<ResolvedConcern, ConcernTargetIndex>();
  readonly #specifiers = new Map<string, SpecifierChoices>();
  #own: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  #problems: readonly ConfigProblem[] | undefined;
  #candidates: Candidates | undefined;
  #layers: readonly LayerIndex[] = [];
  #digest: string | undefined;
  #layerNames: ReadonlySet<string> | undefined;
  #passing: ReadonlySet<string> | undefined;
  readonly #leading = new Map<string, ReadonlySet<string>>();
  #graph: ImportGraph | undefined;

  constructor(
    input: ViewInput,
    private readonly saved?: SnapshotView,
    inMemory?: ModuleFacts,
  ) {
    this.#input = input;
    this.#snapshot = input.snapshot;
    this.#inMemory = inMemory;
    this.config = input.resolution.config;
    this.today = input.today;
    const { snapshot } = input;
    const facts = (module: string) => this.facts(module);
    const resolve = (from: string, specifier: string) => this.resolve(from, specifier);
    this.#origins = new Origins(
      {
        facts,
        resolve,
        exportsOf: (module) => (module === inMemory?.path ? undefined : this.#snapshot.exportsOf(module)),
        ownSymbols: (module) => this.#ownSymbols().get(module),
        isKnownExport: (name, exported) => isKnownExport(this.config, name, exported),
      },
      saved && inMemory && { origins: saved.#origins, inMemory: inMemory.path },
    );
    this.#context = snapshot.referenceContext(this.#origins, facts);
  }

  get problems(): readonly ConfigProblem[] {
    this.#problems ??= this.saved ? this.saved.problems : this.#findProblems();
    return this.#problems;
  }

  get digest(): string {
    this.#digest ??= this.saved ? this.saved.digest : this.#computeDigest();
    return this.#digest;
  }

  get layerNames(): ReadonlySet<string> {
    if (this.saved) return this.saved.layerNames;
    this.#layerNames ??= new Set([...this.#layersByModule().values()].flat().map(({ name }) => name));
    return this.#layerNames;
  }

  get publicEntries(): readonly string[] {
    return this.#snapshot.publicEntries;
  }

  targets(concern: ResolvedConcern): ConcernTargets {
    // What the configuration names does not depend on what is being typed elsewhere.
    if (this.saved && !this.saved.#isNamed(this.#inMemory?.path ?? '')) return this.saved.targets(concern);
    let targets = this.#targets.get(concern);
    if (targets === undefined) {
      targets = new ConcernTargetIndex(this.#context, concern);
      this.#targets.set(concern, targets);
    }
    return targets;
  }

  resolve(from: string, specifier: string): ModuleTarget {
    return this.#snapshot.resolver.resolve(from, specifier);
  }

  origin(from: string, specifier: string, path: readonly string[]): Origin {
    return this.#origins.from(this.resolve(from, specifier), path);
  }

  declaration(module: string, path: readonly string[]): Origin {
    return this.#origins.declaration(module, path);
  }

  facts(module: string): ModuleFacts | undefined {
    return this.#inMemory?.path === module ? this.#inMemory : this.#snapshot.facts(module);
  }

  structure(module: string, text?: string): ModuleStructure | undefined {
    return text === undefined ? this.#snapshot.structure(module) : moduleStructure(module, text);
  }

  specifiers(from: string, to: string, extension: string): SpecifierChoices {
    const key = `${from}\0${to}\0${extension}`;
    let choices = this.#specifiers.get(key);
    if (choices === undefined) {
      choices = specifierChoices(this.#snapshot.resolver, from, to, extension);
      this.#specifiers.set(key, choices);
    }
    return choices;
  }

  isEsModule(module: string): boolean {
    return this.#snapshot.resolver.isEsModule(module);
  }

  mockedBy(module: string): readonly string[] {
    return this.#snapshot.mocks.of(module);
  }

  mocksIn(mocking: string, module: string): readonly ModuleMock[] {
    return this.#snapshot.mocks.between(mocking, module);
  }

  isTest(module: string): boolean {
    return this.#input.isTest(module);
  }

  reaches(from: string, to: string): boolean {
    if (from === to) return true;
    this.#graph ??= this.#inMemory === undefined ? this.#snapshot.graph : this.#graphInMemory(this.#inMemory);
    return this.#graph.loadedBy(from).has(to);
  }

  asksFor(specifier: string, imported: string): boolean {
    return this.saved ? this.saved.asksFor(specifier, imported) : this.#indexed().asksFor(specifier, imported);
  }

  passesOn(module: string): boolean {
    if (this.saved) return this.saved.passesOn(module) || module === this.#inMemory?.path;
    if (this.#passing === undefined) {
      const { named, launderers } = this.#indexed();
      this.#passing = this.#snapshot.building(() => this.#snapshot.passing.leadingTo([...named, ...launderers.keys()]));
    }
    return this.#passing.has(module);
  }

  leadsTo(module: string, goals: readonly string[]): boolean {
    if (this.saved) return this.saved.leadsTo(module, goals) || module === this.#inMemory?.path;
    const key = goals.join('\0');
    let leading = this.#leading.get(key);
    if (leading === undefined) {
      leading = this.#snapshot.building(() => this.#snapshot.passing.leadingTo(goals));
      this.#leading.set(key, leading);
    }
    return leading.has(module);
  }

  leadingTo(modules: Iterable<string>): LeadingModules {
    const snapshot = this.#snapshot;
    const leading = snapshot.building(() => snapshot.passing.leadingTo(modules));
    return leadingModules(leading, snapshot.specifierWords, snapshot.store, (module) => snapshot.exportsOf(module));
  }

  interests(path: string, text: string): Interests {
    if (this.saved) return this.saved.interests(path, text);
    const candidates = this.#indexed();
    const search = candidates.searchFor(path);
    const known = this.#snapshot.store.knownAnswer(path, text, search.key);
    return candidates.interests(path, known ?? search.inText(text));
  }

  savedInterests(path: string): Interests {
    if (this.saved) return this.saved.savedInterests(path);
    const candidates = this.#indexed();
    const search = candidates.searchFor(path);
    const { store } = this.#snapshot;
    const mayHold = (layers: LayerIndex) => store.passes(path, layers.question, (text) => layers.mayHold(text));
    return candidates.interests(
      path,
      store.answer(path, search.key, (text) => search.inText(text, mayHold)),
    );
  }

  withModule(facts: ModuleFacts): ProjectView {
    return new SnapshotView(this.#input, this.saved ?? this, facts);
  }

  /** The aliases that the configuration names as symbols of their own, by module. */
  #ownSymbols(): ReadonlyMap<string, ReadonlySet<string>> {
    this.#own ??= this.saved ? this.saved.#ownSymbols() : ownSymbolsOf(this.config, this.#snapshot);
    return this.#own;
  }

  #isNamed(module: string): boolean {
    return this.#indexed().named.has(module);
  }

  #indexed(): Candidates {
    this.#candidates ??= this.#snapshot.building(() => this.#findCandidates());
    return this.#candidates;
  }

  #findCandidates(): Candidates {
    const { store, specifierWords } = this.#snapshot;
    const concerns = this.config.concerns.map((concern): ConcernInIndex => {
      const targets = this.targets(concern);
      const extraWords = this.#input.extraWords(concern, targets);
      const layers = extraWords.layered === true ? this.#findLayers(concern, targets) : undefined;
      return { concern, targets, extraWords, layers };
    });
    this.#layers = concerns.flatMap(({ layers }) => layers ?? []);
    return findCandidates(this.#context, store, specifierWords, concerns, this.#input.isTest);
  }

  #findLayers(concern: ResolvedConcern, targets: ConcernTargets): LayerIndex {
    return findLayers(this.#context.modules, this.#snapshot.store, (module) => this.facts(module), {
      concern,
      targets,
      layers: (facts) => exportedLayers(facts, concern, this),
      wordsOf: (module) => this.#snapshot.specifierWords.ofModule(module),
    });
  }

  /** What the modules export of layers, sorted by module. */
  #layersByModule(): ReadonlyMap<string, readonly ExportedLayer[]> {
    this.#indexed();
    const found = new Map<string, readonly ExportedLayer[]>();
    for (const { exported } of this.#layers) {
      for (const [module, layers] of exported) found.set(module, [...(found.get(module) ?? []), ...layers]);
    }
    return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #findProblems(): readonly ConfigProblem[] {
    const { resolution, overlay, written } = this.#input;
    const context = {
      ...this.#context,
      resolution,
      content: (module: string) => this.#snapshot.content(module),
      resolvesAnywhere: (specifier: string) => this.#snapshot.resolvesAnywhere(specifier),
      written: ({ id }: ResolvedConcern) => ({ ...written.get(id), ...overlay?.options }),
    };
    const found = this.config.concerns.flatMap((concern) => targetProblems(context, concern, this.targets(concern)));
    const { parserProblem } = this.#snapshot;
    // Without the parser every module looks broken; one problem says why.
    return parserProblem === undefined
      ? inConfigOrder([...resolution.problems, ...found])
      : [...resolution.problems, parserFailure(parserProblem)];
  }

  #computeDigest(): string {
    const concerns = this.config.concerns.map((concern) => ({ concern, targets: this.targets(concern) }));
    return projectDigest({
      config: this.config,
      problems: this.problems,
      today: this.today,
      context: this.#context,
      concerns,
      candidates: this.#indexed(),
      layers: this.#layersByModule(),
      settings: this.#snapshot.settingsHashes(),
      symbolsBehind: (concern) => symbolsBehind(concern, this),
      namedEvents: (concern) => namedEvents(concern, this),
      portMembers: (concern) => portMembers(concern, this),
      loadedBy: (module) => this.#snapshot.graph.loadedBy(module),
      structure: (module) => this.#snapshot.structure(module),
    });
  }

  #graphInMemory(facts: ModuleFacts): ImportGraph {
    const { store } = this.#snapshot;
    const loading = new Set(['import', 'reexport', 'import-equals', 'require']);
    const own = facts.requests
      .filter(
        ({ form, typeOnly, bindings }) =>
          loading.has(form) && !typeOnly && (bindings.length === 0 || bindings.some((binding) => !binding.typeOnly)),
      )
      .map(({ specifier }) => specifier);
    return new ImportGraph(
      (module) => (module === facts.path ? own : store.specifiers(module)),
      (from, specifier) => this.resolve(from, specifier),
    );
  }
}

function parserFailure(message: string): ConfigProblem {
  return { file: 'oxc-parser', line: undefined, column: undefined, path: '', message, concern: undefined };
}

/** By place where it is known; the others after, in the order in which they were found. */
function inConfigOrder(problems: readonly ConfigProblem[]): readonly ConfigProblem[] {
  const place = ({ line, column }: ConfigProblem) => (line ?? Infinity) * 10_000 + (column ?? 0);
  return [...problems].sort((a, b) => {
    const [first, second] = [place(a), place(b)];
    return first === second ? 0 : first - second;
  });
}
