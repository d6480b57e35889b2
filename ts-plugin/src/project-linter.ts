import { disableLineEdit, fixFile, linkCommentEdit, type ReportedViolation } from '@ssot/rule-core';
import type ts from 'typescript';

import { pageOf } from './explanation.js';
import { failureDiagnostic } from './diagnostics/failure.js';
import { RelatedFiles } from './diagnostics/related-files.js';
import { violationDiagnostic } from './diagnostics/violation.js';
import { FileLinter, type LintedFile } from './file-linter.js';
import { guarded } from './guard.js';
import { codesOf, fixAction, quickFixActions, textChanges } from './quick-fixes/actions.js';
import { ConfigWatcher } from './config-watcher.js';

/** What the plugin does for one project of tsserver. Nothing it does throws, but for a request that was cancelled. */
export class ProjectLinter {
  readonly #typescript: typeof ts;
  readonly #info: ts.server.PluginCreateInfo;
  readonly #files: FileLinter;
  readonly #related: RelatedFiles;
  readonly #watcher: ConfigWatcher;

  constructor(typescript: typeof ts, info: ts.server.PluginCreateInfo) {
    this.#typescript = typescript;
    this.#info = info;
    this.#files = new FileLinter(typescript, info);
    this.#related = new RelatedFiles(typescript, info);
    this.#watcher = new ConfigWatcher(info);
    this.#files.configure(info.config);
  }

  /** Takes over what the tsconfig, or the editor through `configurePlugin`, says of the plugin. */
  configure(config: unknown): void {
    this.#files.configure(config);
  }

  diagnostics(fileName: string): ts.Diagnostic[] {
    return this.#guarded(
      () => this.#diagnostics(fileName),
      (error) => this.#failures(fileName, [error]),
    );
  }

  /** The quick fixes of the violations that start at `start` and end at `end`, for the codes of our rules. */
  quickFixes(fileName: string, start: number, end: number, errorCodes: readonly number[]): ts.CodeFixAction[] {
    const codes = codesOf(errorCodes);
    return codes.size === 0
      ? []
      : this.#guarded(
          () => this.#quickFixes(fileName, start, end, codes),
          () => [],
        );
  }

  /** All fixes of a file at once. */
  fixAll(fileName: string): ts.CombinedCodeActions {
    const changes = this.#guarded(
      () => {
        const linted = this.#files.lint(fileName);
        return linted === undefined ? [] : textChanges(linted, fixFile(linted.request));
      },
      () => [],
    );
    return { changes: changes.length === 0 ? [] : [{ fileName, textChanges: changes }] };
  }

  /** The violations whose range holds a position. */
  violationsAt(fileName: string, position: number): readonly ReportedViolation[] {
    return this.#guarded(
      () => {
        const linted = this.#files.lint(fileName);
        return (linted?.violations ?? []).filter(({ range: [start, end] }) => {
          const offset = position - (linted?.mark ?? 0);
          return start <= offset && offset <= end;
        });
      },
      () => [],
    );
  }

  dispose(): void {
    this.#watcher.dispose();
  }

  #diagnostics(fileName: string): ts.Diagnostic[] {
    const linted = this.#files.lint(fileName);
    if (linted === undefined) {
      return [];
    }
    this.#watcher.watch(linted.settings, linted.request.file);
    return [
      ...linted.violations.map((violation) => violationDiagnostic(this.#typescript, linted, violation, this.#related)),
      ...this.#failures(fileName, linted.failures),
    ];
  }

  #failures(fileName: string, errors: readonly unknown[]): ts.Diagnostic[] {
    return this.#guarded(
      () => {
        const sourceFile = this.#files.sourceFile(fileName);
        return sourceFile === undefined
          ? []
          : errors.map((error) => failureDiagnostic(this.#typescript, sourceFile, error));
      },
      () => [],
    );
  }

  #quickFixes(fileName: string, start: number, end: number, codes: ReadonlySet<string>): ts.CodeFixAction[] {
    const linted = this.#files.lint(fileName);
    if (linted === undefined) {
      return [];
    }
    const chosen = linted.violations.filter(
      ({ rule, range }) => codes.has(rule) && range[0] + linted.mark === start && range[1] + linted.mark === end,
    );
    return chosen.flatMap((violation) => this.#actions(linted, violation));
  }

  #actions(linted: LintedFile, violation: ReportedViolation): ts.CodeFixAction[] {
    const { rule } = violation;
    const actions = quickFixActions(linted, violation);
    // While the file does not parse, there is no telling where a comment may stand.
    if (linted.isCurrent) {
      const disable = disableLineEdit(linted.request, violation);
      const explain = linkCommentEdit(linted.request, violation, pageOf(rule));
      if (disable !== undefined) {
        actions.push(fixAction(linted, `Disable ssot/${rule} for this line`, [disable]));
      }
      if (explain !== undefined) {
        actions.push(fixAction(linted, `Explain ssot/${rule}: put a link to its page here`, [explain]));
      }
    }
    return actions;
  }

  #guarded<Result>(ours: () => Result, otherwise: (error: unknown) => Result): Result {
    return guarded(this.#info.project, this.#typescript, ours, otherwise);
  }
}
