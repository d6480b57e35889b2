import type { ProjectView } from '../project/index.js';
import { rules } from '../rules/registry.js';
import type { ModuleFacts } from '../source/facts.js';
import { EditedModule } from '../source/index.js';
import type { AskTypes } from './typed-origins.js';
import { lintOpened, type ReportedViolation } from './lint-module.js';
import { editedModule } from './edited-modules.js';
import { OpenedModule } from './opened-module.js';
import type { ProjectBaseline } from './project-baseline.js';
import { suppressionTest } from './suppressed.js';

/** One file for a host that has no syntax tree of its own. */
export interface FileRequest {
  /** Absolute path. */
  readonly file: string;
  /** What is in it, saved or not. */
  readonly text: string;
  /**
   * The identity of this version of the file, such as the host's own object for it: what was found out about it is kept with
   * it. By default nothing is kept.
   */
  readonly source?: object | undefined;
  /**
   * The host's type checker, where it has one. The same function says that its answers are the same: what was found out with
   * it is kept for as long as it is passed.
   */
  readonly askTypes?: AskTypes | undefined;
  /** Whether what needs a reader's judgement is reported, too. */
  readonly strict?: boolean | undefined;
  /** `YYYY-MM-DD` in UTC; by default the day of the call. */
  readonly today?: string | undefined;
  /** `ignored` reports what the baseline accepts, too. */
  readonly baseline?: 'applied' | 'ignored' | undefined;
  /**
   * For a host whose requests can be cancelled: called before each rule, and when one throws. What it throws ends the run, and
   * nothing of it is kept.
   */
  readonly checkpoint?: (() => void) | undefined;
}

/** What all rules say of a file. Ranges are in UTF-16 code units into its text without the byte order mark. */
export type FileResult =
  | {
      readonly kind: 'linted';
      /** By place, then in the order of the registry. */
      readonly violations: readonly ReportedViolation[];
      /** What comments such as `eslint-disable-line` keep from being reported. */
      readonly suppressed: readonly ReportedViolation[];
      /** What rules threw, each message once: their reports are missing. */
      readonly failures: readonly unknown[];
      /** If a rule needed them. */
      readonly facts: ModuleFacts | undefined;
    }
  /** It does not parse; `offset` is where. */
  | { readonly kind: 'unreadable'; readonly message: string; readonly offset: number };

interface Kept {
  readonly view: ProjectView;
  readonly baseline: ProjectBaseline;
  readonly askTypes: AskTypes | undefined;
  readonly strict: boolean;
  readonly mode: FileRequest['baseline'];
  readonly result: FileResult;
}

const nothing: FileResult = { kind: 'linted', violations: [], suppressed: [], failures: [], facts: undefined };
const kept = new WeakMap<object, Kept>();

/**
 * Runs all rules over one text with the core's own parser, and applies the comments that switch rules off. A text without
 * any word of a concern is only searched, never parsed.
 *
 * @throws {@link ResolverUnavailableError} if the native resolver does not load on this machine.
 */
export function lintFile(request: FileRequest): FileResult {
  const { file, askTypes, baseline: mode, strict = false } = request;
  const text = request.text.charCodeAt(0) === 0xfeff ? request.text.slice(1) : request.text;
  const reader = new Reader(text, request.source === undefined ? undefined : file);
  const module = new OpenedModule({
    file,
    text,
    today: request.today,
    read: (path, options) => reader.read(path, options),
  });
  const { path } = module;
  if (path === undefined) return nothing;
  const project = module.in(path, undefined);
  const { baseline, saved: view } = project;
  const source = request.source ?? {};
  const known = kept.get(source);
  const isSame = known?.view === view && known.baseline === baseline && known.askTypes === askTypes;
  if (isSame && known.strict === strict && known.mode === mode) return known.result;
  const isWorthALook = project.problems.length > 0 || project.interests.size > 0;
  const result = isWorthALook ? runRules(module, reader, request) : nothing;
  kept.set(source, { view, baseline, askTypes, strict, mode, result });
  return result;
}

/** Reads one version of a file. */
class Reader {
  readonly #text: string;
  readonly #file: string | undefined;
  /** Why the text does not parse, once that was tried. */
  unreadable: Extract<FileResult, { kind: 'unreadable' }> | undefined;

  /** @param file Absolute path, if further versions of it are to come. */
  constructor(text: string, file: string | undefined) {
    this.#text = text;
    this.#file = file;
  }

  read(path: string, options: { readonly texts: boolean }): ModuleFacts {
    const module = this.#file === undefined ? new EditedModule(path) : editedModule(this.#file, path);
    const read = module.read(this.#text, options);
    if (read.kind === 'facts') return read.facts;
    this.unreadable = { kind: 'unreadable', message: read.message, offset: read.offset };
    throw new SyntaxError(read.message);
  }
}

function runRules(module: OpenedModule, reader: Reader, request: FileRequest): FileResult {
  const { askTypes, baseline, checkpoint, strict } = request;
  const found: ReportedViolation[] = [];
  const failures = new Map<string, unknown>();
  for (const rule of rules) {
    checkpoint?.();
    try {
      found.push(...lintOpened(module, { rule, askTypes, baseline, strict }));
    } catch (error) {
      checkpoint?.();
      if (reader.unreadable !== undefined) return reader.unreadable;
      failures.set(String(error), error);
    }
  }
  found.sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
  const facts = module.knownFacts;
  const isSuppressed = suppressionTest(facts?.suppressions ?? [], module.text);
  return {
    kind: 'linted',
    violations: found.filter((violation) => !isSuppressed(violation)),
    suppressed: found.filter(isSuppressed),
    failures: [...failures.values()],
    facts,
  };
}
