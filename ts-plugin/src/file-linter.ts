import { isAbsolute } from 'node:path';

import {
  carriedOver,
  lintFile,
  workspaceSettings,
  type FixRequest,
  type FoundBefore,
  type ReportedViolation,
  type WorkspaceSettings,
} from '@ssot/rule-core';
import type ts from 'typescript';

import { editedTypes } from './edited-types.js';
import { programTypes } from './program-types.js';

/** A file of the program, and what the rules say of it. */
export interface LintedFile {
  readonly sourceFile: ts.SourceFile;
  readonly settings: WorkspaceSettings;
  readonly request: FixRequest;
  /** The length of the byte order mark, which TypeScript counts, and the core does not. */
  readonly mark: number;
  readonly violations: readonly ReportedViolation[];
  /** What rules threw. */
  readonly failures: readonly unknown[];
  /** `false` while the file does not parse: then these are the violations of before, as far as they still stand. */
  readonly isCurrent: boolean;
}

const MODULE = /\.[cm]?[jt]sx?$/iu;

/** The texts of so many files are kept. */
const MAX_KEPT = 100;

/** Lints files as the program of a project has them. */
export class FileLinter {
  readonly #typescript: typeof ts;
  readonly #info: ts.server.PluginCreateInfo;
  /** What was found in files last, for the time in which they do not parse. */
  readonly #found = new Map<string, FoundBefore>();
  #strict = false;

  constructor(typescript: typeof ts, info: ts.server.PluginCreateInfo) {
    this.#typescript = typescript;
    this.#info = info;
  }

  /** @param config The plugin's entry in the tsconfig, or what the editor passed to `configurePlugin`. */
  configure(config: unknown): void {
    this.#strict = typeof config === 'object' && config !== null && 'strict' in config && config.strict === true;
  }

  sourceFile(fileName: string): ts.SourceFile | undefined {
    return this.#program?.getSourceFile(fileName);
  }

  get #program(): ts.Program | undefined {
    return this.#info.languageService.getProgram();
  }

  /**
   * What the rules say of a file, or `undefined` if it is not ours to check: no module, on no disk, or the workspace leaves
   * tsserver quiet.
   */
  lint(fileName: string): LintedFile | undefined {
    if (!MODULE.test(fileName) || !isOnDisk(fileName)) {
      return undefined;
    }
    const sourceFile = this.sourceFile(fileName);
    if (sourceFile === undefined) {
      return undefined;
    }
    this.#throwIfCancelled();
    const settings = workspaceSettings(fileName);
    if (settings.hosts.tsserver === 'quiet') {
      return undefined;
    }
    return this.#linted(fileName, sourceFile, settings);
  }

  #linted(fileName: string, sourceFile: ts.SourceFile, settings: WorkspaceSettings): LintedFile {
    const mark = sourceFile.text.charCodeAt(0) === 0xfeff ? 1 : 0;
    const text = mark === 0 ? sourceFile.text : sourceFile.text.slice(mark);
    const program = this.#program;
    const askTypes = program && programTypes(program, sourceFile, mark);
    const request: FixRequest = {
      file: fileName,
      text,
      source: sourceFile,
      askTypes,
      typesAfter: program && ((after) => editedTypes(this.#typescript, program, sourceFile, after)),
      strict: this.#strict,
      checkpoint: () => {
        this.#throwIfCancelled();
      },
    };
    const result = lintFile(request);
    const linted = { sourceFile, settings, request, mark };
    if (result.kind === 'unreadable') {
      const before = this.#found.get(fileName);
      const violations = before === undefined ? [] : carriedOver(before, text);
      // From edit to edit, so that only what an edit touches is lost, wherever the one before it was.
      this.#keep(fileName, text, violations);
      return { ...linted, violations, failures: [], isCurrent: false };
    }
    this.#keep(fileName, text, result.violations);
    return { ...linted, violations: result.violations, failures: result.failures, isCurrent: true };
  }

  #throwIfCancelled(): void {
    if (this.#info.languageServiceHost.getCancellationToken?.().isCancellationRequested() === true) {
      // TypeScript's own way to end a request; no Error by its nature.
      // eslint-disable-next-line @typescript-eslint/only-throw-error
      throw new this.#typescript.OperationCanceledException();
    }
  }

  #keep(fileName: string, text: string, violations: readonly ReportedViolation[]): void {
    this.#found.delete(fileName);
    if (violations.length > 0) {
      this.#found.set(fileName, { text, violations });
    }
    const [oldest] = this.#found.keys();
    if (oldest !== undefined && this.#found.size > MAX_KEPT) {
      this.#found.delete(oldest);
    }
  }
}

/** Untitled files, files of virtual workspaces and cells of notebooks have names like `^/untitled/…` or `scheme:/…`. */
function isOnDisk(fileName: string): boolean {
  return isAbsolute(fileName) && !fileName.startsWith('^') && !fileName.includes('/^/');
}
