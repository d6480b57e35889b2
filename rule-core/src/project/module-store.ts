import { createHash } from 'node:crypto';
import type { KnownAnswers, ModuleAnswers } from '../cache/answers-cache.js';
import type { HashedFacts, KnownFacts } from '../cache/facts-cache.js';
import type { KnownModules } from '../cache/known-modules.js';
import { readText, type WorkspacePaths } from '../resolution/index.js';
import { extractFacts } from '../source/extract-facts.js';
import type { ModuleFacts } from '../source/facts.js';
import { parseModule, parseRecord, type ModuleRecord } from '../source/parse-module.js';
import { moduleStructure, type ModuleStructure } from '../source/structure/index.js';
import { exportRecord, exportsOfList, listOfExports, type ExportRecord } from './export-record.js';
import { loadedSpecifiers } from './loaded-specifiers.js';
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
  /** Of the text, in UTF-16 code units. */
  readonly length: number;
  content: ModuleContent | undefined;
  structure: ModuleStructure | undefined;
  exports: ExportRecord | undefined;
  /** What the text answers to questions, by question. */
  readonly answers: Map<string, readonly string[]>;
  /** The same from an earlier run: what is asked again is taken over. */
  readonly earlier: ReadonlyMap<string, readonly string[]>;
}

/** The texts that are kept while a workspace is looked through, in UTF-16 code units: most are stored with one byte each. */
const MOST_KEPT = 128 * 1024 * 1024;

/** What a question is put to: a module's text, and the parser's record of it. */
type Asked = readonly [text: string, record: () => ModuleRecord];

const NONE: ReadonlyMap<string, readonly string[]> = new Map();
const YES: readonly string[] = ['yes'];
const NO: readonly string[] = [];

/**
 * The modules of a workspace by path: read and parsed when first asked for, kept until their content changes. Texts are not
 * kept.
 */
export class ModuleStore {
  readonly #paths: WorkspacePaths;
  readonly #entries = new Map<string, Entry>();
  #stamps: ReadonlyMap<string, FileStamp> = new Map();
  #checked = new Set<string>();
  #texts: Map<string, string> | undefined;
  #keptLength = 0;
  readonly #records = new Map<string, ModuleRecord>();
  #known: KnownFacts | undefined;
  #knownAnswers: KnownAnswers | undefined;
  readonly #asked = new Set<string>();

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
    if (entry?.content?.kind !== 'facts' || entry.length !== text.length || entry.hash !== hashOf(text))
      return undefined;
    return entry.content.facts;
  }

  /** The text of a module without its byte order mark, if it can be read. */
  text(path: string): string | undefined {
    const kept = this.#texts?.get(path);
    if (kept !== undefined) return kept;
    const text = readText(this.#paths.absolute(path));
    if (text !== undefined && this.#texts !== undefined && this.#keptLength + text.length <= MOST_KEPT) {
      this.#texts.set(path, text);
      this.#keptLength += text.length;
    }
    return text;
  }

  /** How the functions of a module are built, if it exists and parses. */
  structure(path: string): ModuleStructure | undefined {
    const entry = this.#entry(path);
    if (entry === undefined) return undefined;
    entry.structure ??= moduleStructure(path, this.text(path) ?? '');
    return entry.structure;
  }

  /** A hash of the module's text, `''` if it cannot be read. */
  hash(path: string): string {
    return this.#entry(path)?.hash ?? '';
  }

  /** The specifiers that loading the module loads. */
  specifiers(path: string): readonly string[] {
    return this.answer(path, 'loads', (text, record) => loadedSpecifiers(path, text, record));
  }

  /** The specifiers of the modules of which the module may pass something on. */
  passed(path: string): readonly string[] {
    return this.answer(path, 'passes', passedSpecifiers);
  }

  /** What the module exports, as far as that is told without its tree. */
  exportsOf(path: string): ExportRecord | undefined {
    const entry = this.#entry(path);
    if (entry === undefined) return undefined;
    entry.exports ??= exportsOfList(
      this.answer(path, 'exports and their sources', (text, record) => listOfExports(exportRecord(text, record()))),
    );
    return entry.exports;
  }

  /** Whether the module's text passes a test, which `key` names. Its result is kept: it depends on nothing but the text. */
  passes(path: string, key: string, test: (...asked: Asked) => boolean): boolean {
    return this.answer(path, key, (...asked) => (test(...asked) ? YES : NO)).length > 0;
  }

  /**
   * What a module's text answers to a question, nothing if it cannot be read. The answer is kept, also for later runs: it
   * depends on the module's path, its text and what is in the question, and on nothing else.
   */
  answer(path: string, question: string, ask: (...asked: Asked) => readonly string[]): readonly string[] {
    const entry = this.#entry(path);
    if (entry === undefined) return NO;
    let answer = entry.answers.get(question);
    if (answer === undefined) {
      answer = entry.earlier.get(question);
      if (answer === undefined) {
        const text = this.text(path) ?? '';
        answer = ask(text, () => this.#record(path, text));
        this.#asked.add(path);
      }
      entry.answers.set(question, answer);
    }
    return answer;
  }

  /** The answer to a question that is known by now, if the module's text on disk is this one. */
  knownAnswer(path: string, text: string, question: string): readonly string[] | undefined {
    const entry = this.#entry(path);
    if (entry === undefined || entry.length !== text.length) return undefined;
    const answer = entry.answers.get(question) ?? entry.earlier.get(question);
    return answer === undefined || entry.hash !== hashOf(text) ? undefined : answer;
  }

  /**
   * Keeps the texts it reads while `run` runs, and what the parser says of their imports and exports: for work that looks
   * through all of them more than once. More text than a limit is not kept.
   */
  keepingTexts<Result>(run: () => Result): Result {
    if (this.#texts !== undefined) return run();
    this.#texts = new Map();
    this.#keptLength = 0;
    try {
      return run();
    } finally {
      this.#texts = undefined;
      this.#records.clear();
    }
  }

  /** Takes over what an earlier run learnt of modules whose text is the same. */
  remember({ answers, facts }: KnownModules): void {
    this.#known = facts;
    this.#knownAnswers = answers;
  }

  /** What the modules of the walk answered up to now. */
  *moduleAnswers(): Iterable<ModuleAnswers> {
    for (const [path, { answers, hash, length, stamp }] of this.#entries) {
      if (this.#stamps.has(path)) yield { path, stamp, hash, length, answers };
    }
  }

  /** How many modules had to be read, since no earlier run knew what they were asked. */
  get asked(): number {
    return this.#asked.size;
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
    const text = this.text(path);
    if (text === undefined) return { kind: 'unreadable' };
    const result = parseModule(path, text);
    if (result.kind !== 'parsed') return result;
    this.#keepRecord(path, result.record);
    return { kind: 'facts', facts: extractFacts(result.module) };
  }

  #record(path: string, text: string): ModuleRecord {
    return this.#records.get(path) ?? this.#keepRecord(path, parseRecord(path, text));
  }

  #keepRecord(path: string, record: ModuleRecord): ModuleRecord {
    if (this.#texts !== undefined) this.#records.set(path, record);
    return record;
  }

  /** The entry of a module if it is known to be up to date. */
  #current(path: string): Entry | undefined {
    const entry = this.#entries.get(path);
    if (entry === undefined || this.#checked.has(path)) return entry;
    if (entry.stamp !== this.#stamp(path)) return undefined;
    this.#checked.add(path);
    return entry;
  }

  #entry(path: string): Entry | undefined {
    const current = this.#current(path);
    if (current) return current;
    const stamp = this.#stamp(path);
    const earlier = this.#knownAnswers?.get(path);
    const entry = earlier?.stamp === stamp ? entryOf(earlier, earlier.answers) : this.#read(path, stamp, earlier);
    if (entry === undefined) this.#entries.delete(path);
    else {
      this.#entries.set(path, entry);
      this.#checked.add(path);
    }
    return entry;
  }

  #read(path: string, stamp: FileStamp, earlier: ModuleAnswers | undefined): Entry | undefined {
    const text = this.text(path);
    if (text === undefined) return undefined;
    const hash = hashOf(text);
    const old = this.#entries.get(path);
    if (old?.hash === hash) return { ...old, stamp };
    // A stamp that is out of date is worth keeping anew, too.
    this.#asked.add(path);
    return entryOf({ stamp, hash, length: text.length }, earlier?.hash === hash ? earlier.answers : NONE);
  }

  #stamp(path: string): FileStamp {
    return this.#stamps.get(path) ?? stampOf(this.#paths.absolute(path));
  }
}

function entryOf(
  { hash, length, stamp }: Pick<Entry, 'hash' | 'length' | 'stamp'>,
  earlier: ReadonlyMap<string, readonly string[]>,
): Entry {
  return {
    stamp,
    hash,
    length,
    content: undefined,
    structure: undefined,
    exports: undefined,
    answers: new Map(),
    earlier,
  };
}

function hashOf(text: string): string {
  return createHash('sha1').update(text).digest('base64');
}
