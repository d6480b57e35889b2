import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { applyEdits, combineEdits, type Edit } from '@ssot/rule-core';
import { runNode, workspace } from '../end-to-end/linted-project.js';
import type { TemporaryProject } from '../eslint-plugin/temporary-project.js';
import { inOrder, offsetAt, withoutMark, type Report, type Reports } from './report.js';

interface Position {
  readonly line: number;
  readonly column: number;
}

interface CheckedViolation {
  readonly rule: string;
  readonly message: string;
  readonly status: string;
  readonly path: string;
  readonly start: Position;
  readonly end: Position;
  readonly fix: readonly Edit[] | null;
  readonly suggestions: readonly { readonly title: string; readonly edits: readonly Edit[] }[];
}

const command = join(workspace, 'cli', 'dist', 'bin.js');

/** The command line, over a whole project. */
export class CliHost {
  readonly #project: TemporaryProject;

  constructor(project: TemporaryProject) {
    this.#project = project;
  }

  reports(files: readonly string[]): Reports {
    const found = new Map<string, Report[]>(files.map((file) => [file, []]));
    const { stdout, stderr } = runNode(this.#project, command, ['check', '--no-cache', '--format', 'json']);
    if (!stdout.startsWith('{')) throw new Error(stdout + stderr);
    const { violations } = JSON.parse(stdout) as { violations: CheckedViolation[] };
    for (const { rule, message, status, path, start, end, fix, suggestions } of violations) {
      if (status !== 'new') continue;
      const text = withoutMark(readFileSync(this.#project.path(path), 'utf8'));
      found.get(path)?.push({
        rule: `ssot/${rule}`,
        message,
        start: offsetAt(text, start.line, start.column),
        end: offsetAt(text, end.line, end.column),
        fixed: fix === null ? null : changed(text, fix),
        suggested: Object.fromEntries(suggestions.map(({ title, edits }) => [title, changed(text, edits)])),
      });
    }
    return new Map([...found].map(([file, reports]) => [file, inOrder(reports)]));
  }

  /** Fixes the files of the project on disk. */
  fix(): void {
    const { status, stderr } = runNode(this.#project, command, ['fix']);
    if (status !== 0) throw new Error(stderr);
  }
}

function changed(text: string, edits: readonly Edit[]): string {
  return applyEdits(text, combineEdits(edits) ?? []);
}
