import { createHash } from 'node:crypto';
import type { HashedFacts, KnownFacts } from '../cache/facts-cache.js';
import { readText, type WorkspacePaths } from '../resolution/index.js';
import { extractFacts } from '../source/extract-facts.js';
import type { ModuleFacts } from '../source/facts.js';
import { parseModule } from '../source/parse-module.js';
import { moduleStructure, type ModuleStructure } from '../source/structure/index.js';
import { exportRecord, loadedSpecifiers, type ExportRecord } from './module-record.js';
import { passedSpecifiers } from './passed-specifiers.js';
import { stampOf, type FileStamp } from './workspace-files.js';

/** What a module's text is to the index. */
export type ModuleContent =
  | { readonly kind: 'facts'; readonly facts: ModuleFacts }
  | { readonly kind: 'syntax-error'; readonly message: string; readonly offset: number }
  | { readonly kind: 'unreadable' };

interface Entry {
  readonly stamp: FileStamp;
  readonly hash: string;
  content: ModuleContent | undefined;
  structure: ModuleStructure | undefined;
  specifiers: readonly string[] | undefined;
  passed: readonly string[] | undefined;
  exports: ExportRecord | undefined;
  /** Whether the text passes a prefilter, by the prefilter's key. */
  readonly searches: Map<string, boolean>;
}

/**
 * The modules of a workspace by path: read and parsed when first asked for, kept until their content changes. Texts are not
 * kept.
 */
export class ModuleStore {
  readonly #paths: WorkspacePaths;
  readonly #entries = new Map<string, Entry>();
  #stamps: ReadonlyMap<string, FileStamp> = new Map();
  #checked = new Set<string>();
  #texts: Map<string, string | undefined> | undefined;
  #known: KnownFacts | undefined;

  constructor(paths: WorkspacePaths) {
    this.#paths = paths;
  }

  /** Takes over the stamps of a new walk: what they say is unchanged is not read again. */
  refresh(stamps: ReadonlyMap<string, FileStamp>): void {
    this.#stamps = stamps;
    this.#checked = new Set();
  }

  /** Whether a module that was read, but is not among those of the walk (a generated one), has changed since. */
  changedOutside(): boolean {
    return [...this.#entries].some(
      ([path, { stamp }]) => !this.#stamps.has(path) && stamp !== stampOf(this.#paths.absolute(path)),
    );
  }

  /** The modules that were read although they are not among those of the walk, each with its stamp. Sorted. */
  outside(): readonly (readonly [path: string, stamp: FileStamp])[] {
    return [...this.#entries]
      .filter(([path]) => !this.#stamps.has(path))
      .map(([path, { stamp }]) => [path, stamp] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** The facts of a module, or why it has none. */
  content(path: string): ModuleContent {
    const entry = this.#entry(path);
    if (entry === undefined) return { kind: 'unreadable' };
    entry.content ??= this.#remembered(path, entry.hash) ?? this.#parse(path);
    return entry.content;
  }

  /** The facts of a module, if it exists and parses. */
  facts(path: string): ModuleFacts | undefined {
    const content = this.content(path);
    return content.kind === 'facts' ? content.facts : undefined;
  }

  /** The facts of a module that are known without parsing it, if its text on disk is this one. */
  knownFacts(path: string, text: string): ModuleFacts | undefined {
    const entry = this.#current(path);
    if (entry?.content?.kind !== 'facts' || entry.hash !== hashOf(text)) return undefined;
    return entry.content.facts;
  }

  /** How the functions of a module are built, if it exists and parses. */
  structure(path: string): ModuleStructure | undefined {
    const entry = this.#entry(path);
    if (entry === undefined) return undefined;
    entry.structure ??= moduleStructure(path, this.#text(path) ?? '');
    return entry.structure;
  }

  /** A hash of the module's text, `''` if it cannot be read. */
  hash(path: string): string {
    return this.#entry(path)?.hash ?? '';
  }

  /** The specifiers that loading the module loads. */
  specifiers(path: string): readonly string[] {
    const entry = this.#entry(path);
    if (entry === undefined) return [];
    entry.specifiers ??= loadedSpecifiers(path, this.#text(path) ?? '');
    return entry.specifiers;
  }

  /** The specifiers of the modules of which the module may pass something on. */
  passed(path: string): readonly string[] {
    const entry = this.#entry(path);
    if (entry === undefined) return [];
    entry.passed ??= passedSpecifiers(this.#text(path) ?? '');
    return entry.passed;
  }

  /** What the module exports, as far as that is told without its tree. */
  exportsOf(path: string): ExportRecord | undefined {
    const entry = this.#entry(path);
    if (entry !== undefined) entry.exports ??= exportRecord(path, this.#text(path) ?? '');
    return entry?.exports;
  }

  /** Whether the module's text passes a test. `key` names the test: its result is kept. */
  passes(path: string, key: string, test: (text: string) => boolean): boolean {
    const known = this.#current(path)?.searches.get(key);
    if (known !== undefined) return known;
    const text = this.#text(path);
    if (text === undefined) return false;
    const entry = this.#entry(path, text);
    const result = test(text);
    entry?.searches.set(key, result);
    return result;
  }

  /** Keeps the texts it reads while `run` runs, for work that looks through all of them more than once. */
  keepingTexts<Result>(run: () => Result): Result {
    if (this.#texts !== undefined) return run();
    this.#texts = new Map();
    try {
      return run();
    } finally {
      this.#texts = undefined;
    }
  }

  /** Takes facts from an earlier run where a module's text is the same. */
  remember(known: KnownFacts): void {
    this.#known = known;
  }

  /** The facts of every module that was parsed or remembered. */
  *hashedFacts(): Iterable<HashedFacts> {
    for (const [path, { hash, content }] of this.#entries) {
      if (content?.kind === 'facts') yield { path, hash, facts: content.facts };
    }
  }

  #remembered(path: string, hash: string): ModuleContent | undefined {
    const facts = this.#known?.get(path, hash);
    return facts === undefined ? undefined : { kind: 'facts', facts };
  }

  #parse(path: string): ModuleContent {
    const text = this.#text(path);
    if (text === undefined) return { kind: 'unreadable' };
    const result = parseModule(path, text);
    return result.kind === 'parsed' ? { kind: 'facts', facts: extractFacts(result.module) } : result;
  }

  #text(path: string): string | undefined {
    if (this.#texts === undefined) return readText(this.#paths.absolute(path));
    if (!this.#texts.has(path)) this.#texts.set(path, readText(this.#paths.absolute(path)));
    return this.#texts.get(path);
  }

  /** The entry of a module if it is known to be up to date. */
  #current(path: string): Entry | undefined {
    const entry = this.#entries.get(path);
    if (entry === undefined || this.#checked.has(path)) return entry;
    if (entry.stamp !== this.#stamp(path)) return undefined;
    this.#checked.add(path);
    return entry;
  }

  #entry(path: string, knownText?: string): Entry | undefined {
    const current = this.#current(path);
    if (current) return current;
    const stamp = this.#stamp(path);
    const text = knownText ?? this.#text(path);
    if (text === undefined) {
      this.#entries.delete(path);
      return undefined;
    }
    const hash = hashOf(text);
    const old = this.#entries.get(path);
    const entry: Entry =
      old?.hash === hash
        ? { ...old, stamp }
        : {
            stamp,
            hash,
            content: undefined,
            structure: undefined,
            specifiers: undefined,
            passed: undefined,
            exports: undefined,
            searches: new Map(),
          };
    this.#entries.set(path, entry);
    this.#checked.add(path);
    return entry;
  }

  #stamp(path: string): FileStamp {
    return this.#stamps.get(path) ?? stampOf(this.#paths.absolute(path));
  }
}

function hashOf(text: string): string {
  return createHash('sha1').update(text).digest('base64');
}
