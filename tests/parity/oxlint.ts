import { readFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';

import { toolPath } from '../../scripts/workspace.mjs';
import { runNode } from '../end-to-end/linted-project.js';
import type { TemporaryProject } from '../eslint-plugin/temporary-project.js';
import { inOrder, withoutMark, type Report, type Reports } from './report.js';

interface Diagnostic {
  readonly code: string;
  readonly message: string;
  readonly filename: string;
  /** In bytes. */
  readonly labels: readonly { readonly span: { readonly offset: number; readonly length: number } }[];
}

/** The command line of oxlint, over the files of a project. */
export class OxlintHost {
  readonly #project: TemporaryProject;

  /** @param rules With the plugin's prefix. */
  constructor(project: TemporaryProject, rules: readonly string[]) {
    this.#project = project;
    project.write({
      '.oxlintrc.json': {
        jsPlugins: ['eslint-plugin-ssot'],
        categories: { correctness: 'off' },
        rules: Object.fromEntries(rules.map((rule) => [rule, 'error'])),
      },
    });
  }

  reports(files: readonly string[]): Reports {
    const found = new Map<string, Report[]>(files.map((file) => [file, []]));
    for (const { code, message, filename, labels } of this.#run([])) {
      const file = relative(this.#project.root, resolve(this.#project.root, filename)).split(sep).join('/');
      const rule = code.replace(/^(?:eslint-plugin-)?ssot\((.*)\)$/u, 'ssot/$1');
      const text = readFileSync(this.#project.path(file), 'utf8');
      const bytes = Buffer.from(text);
      const { offset = 0, length = 0 } = labels[0]?.span ?? {};
      const mark = text.length - withoutMark(text).length;
      const start = bytes.subarray(0, offset).toString().length - mark;
      const end = bytes.subarray(0, offset + length).toString().length - mark;
      found.get(file)?.push({ rule, message, start, end });
    }
    return new Map([...found].map(([file, reports]) => [file, inOrder(reports)]));
  }

  /** Fixes the files of the project on disk, until nothing is left to fix. */
  fix(): void {
    let before = this.#run([]).length;
    for (let round = 0; round < 100; round++) {
      const after = this.#run(['--fix']).length;
      // Each round fixes what does not overlap, and leaves fewer.
      if (before === after) return;
      before = after;
    }
    throw new Error('The fixes do not settle');
  }

  #run(args: readonly string[]): Diagnostic[] {
    const { stdout, stderr } = runNode(this.#project, toolPath('oxlint', 'oxlint'), [
      '--format',
      'json',
      '--no-ignore',
      ...args,
    ]);
    if (!stdout.startsWith('{')) throw new Error(stdout + stderr);
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: Diagnostic[] };
    return diagnostics.filter(({ code }) => code.includes('ssot('));
  }
}
