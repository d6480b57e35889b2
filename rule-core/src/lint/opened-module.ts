import { readsTexts } from '../checks/made-ids/made-ids.js';
import type { ConcernOverlay } from '../config/index.js';
import type { ConfigProblem } from '../config/resolved-config.js';
import { openWorkspace, type Interests, type ProjectView, type RecheckTime, type Workspace } from '../project/index.js';
import { wordsOf } from '../rules/registry.js';
import type { ModuleFacts } from '../source/facts.js';
import { projectBaseline, type ProjectBaseline } from './project-baseline.js';

/** A version of a module, as a host has it. */
export interface ModuleVersion {
  /** Absolute path. */
  readonly file: string;
  /** Without its byte order mark. */
  readonly text: string;
  /**
   * Called only if the module has a word that a concern cares about, and again only if the options of a rule make a concern of it
   * that needs more facts than those of the rules before: `textFlows` and `textReads`.
   */
  readonly read: (path: string, options: { readonly texts: boolean }) => ModuleFacts;
  /** `YYYY-MM-DD` in UTC; by default the day of the call. */
  readonly today?: string | undefined;
  /** When to look again whether something changed on disk; by default `due`. */
  readonly recheck?: RecheckTime | undefined;
}

/** A project with what it says of one module. */
export interface ModuleInProject {
  /** As it is on disk. */
  readonly saved: ProjectView;
  /** With this version of the module in it. */
  readonly view: () => ProjectView;
  /** What is wrong with the configuration and the baseline. */
  readonly problems: readonly ConfigProblem[];
  readonly baseline: ProjectBaseline;
  /** What the checks could find something about in the module. */
  readonly interests: Interests;
  /** What they need to know of the module. */
  readonly facts: () => ModuleFacts;
}

/**
 * A version of a module in its workspace: looked up once, so that all rules see the same state of the disk, and share the
 * facts.
 */
export class OpenedModule {
  readonly text: string;
  /** `YYYY-MM-DD` in UTC. */
  readonly today: string;
  readonly workspace: Workspace;
  /** Relative to the workspace root, `/`-separated; `undefined` where the module is none of the workspace's. */
  readonly path: string | undefined;
  /** The rule that reports a problem, by the problem's text. */
  readonly reporters = new Map<string, string>();
  readonly #readFacts: ModuleVersion['read'];
  readonly #projects = new Map<ProjectView, ModuleInProject>();
  #facts: { readonly facts: ModuleFacts; readonly texts: boolean } | undefined;

  constructor({ file, text, read, recheck, today }: ModuleVersion) {
    this.text = text;
    this.today = today ?? new Date().toISOString().slice(0, 10);
    this.workspace = openWorkspace(file, { today: this.today, extraWords: wordsOf, recheck, takesCache: true });
    const path = this.workspace.relative(file);
    this.path = path === undefined || this.workspace.isIgnored(path) ? undefined : path;
    this.#readFacts = read;
  }

  /** The facts, if a rule needed them. */
  get knownFacts(): ModuleFacts | undefined {
    return this.#facts?.facts;
  }

  /**
   * The project that a rule with these options sees.
   *
   * @param path The module's own.
   */
  in(path: string, overlay: ConcernOverlay | undefined): ModuleInProject {
    const saved = this.workspace.project(overlay);
    const known = this.#projects.get(saved);
    if (known !== undefined) return known;
    const baseline = projectBaseline(saved);
    const { text } = this;
    const facts = (): ModuleFacts => this.#read(path, [...module.interests.keys()].some(readsTexts));
    let interests: Interests | undefined;
    let view: ProjectView | undefined;
    const module: ModuleInProject = {
      saved,
      view: () => (view ??= saved.withModule(facts())),
      problems: baseline.problem === undefined ? saved.problems : [...saved.problems, baseline.problem],
      baseline,
      get interests() {
        return (interests ??= saved.interests(path, text));
      },
      facts,
    };
    this.#projects.set(saved, module);
    return module;
  }

  #read(path: string, texts: boolean): ModuleFacts {
    if (this.#facts === undefined || (texts && !this.#facts.texts)) {
      // The index may have read the same text.
      const known = this.workspace.knownFacts(path, this.text);
      this.#facts =
        known === undefined ? { facts: this.#readFacts(path, { texts }), texts } : { facts: known, texts: true };
    }
    return this.#facts.facts;
  }
}
