import { realPath } from '@ssot/rule-core';
import { exitStatus, type ExitStatus } from '../exit-status.js';
import { applyFixes } from '../fix/apply-fixes.js';
import { dryRun } from '../fix/dry-run.js';
import { Journal, undo } from '../fix/journal.js';
import { counted } from '../formats/wording.js';
import { findRepositoryRoot } from '../git/git.js';
import { reportedPath } from '../paths.js';
import { startProgress } from '../progress.js';
import { findRoots } from '../scan/roots.js';
import type { Terminal } from '../terminal.js';

/** The options of `ssot fix`. */
export interface FixOptions {
  readonly dryRun?: boolean;
  readonly undo?: boolean;
  readonly suggestions?: readonly string[];
}

/** Applies fixes, shows what they would be, or takes the last run back. */
export async function fix(paths: readonly string[], options: FixOptions, terminal: Terminal): Promise<ExitStatus> {
  if (options.undo === true) return undoLast(terminal);
  const progress = await startProgress(terminal, 'Fixing');
  const request = {
    cwd: terminal.cwd,
    paths,
    today: new Date().toISOString().slice(0, 10),
    suggestions: options.suggestions ?? [],
    progress: (done: number, total: number) => {
      progress.update(done, total);
    },
  };
  try {
    if (options.dryRun === true) {
      const { diff, files, problems } = dryRun(request);
      progress.stop();
      if (problems.length > 0) return reportProblems(problems, terminal);
      terminal.out(diff);
      terminal.error(
        files === 0 ? 'Nothing to fix.\n' : `${counted(files, 'file')} would change. To do it: ssot fix\n`,
      );
      return exitStatus.clean;
    }
    const journal = new Journal(await journalFolder(request.cwd, request.paths, request.today));
    const { changed, skipped, problems } = applyFixes(request, journal);
    progress.stop();
    if (problems.length > 0) return reportProblems(problems, terminal);
    for (const file of [...changed.keys()].sort())
      terminal.out(`fixed ${reportedPath(realPath(terminal.cwd), file)}\n`);
    for (const file of skipped) {
      terminal.error(
        `${reportedPath(realPath(terminal.cwd), file)} was changed while it was being fixed, and is left as it is.\n`,
      );
    }
    terminal.out(
      changed.size === 0
        ? 'Nothing to fix.\n'
        : `${counted(changed.size, 'file')} fixed. To take it back: ssot fix --undo\n`,
    );
    return skipped.length > 0 ? exitStatus.violations : exitStatus.clean;
  } finally {
    progress.stop();
  }
}

function undoLast(terminal: Terminal): ExitStatus {
  const { restored, refused } = undo(realPath(terminal.cwd));
  for (const file of refused) {
    terminal.error(
      `${reportedPath(realPath(terminal.cwd), file)} was edited after it was fixed, and is left as it is.\n`,
    );
  }
  terminal.out(`${counted(restored.length, 'file')} restored.\n`);
  return refused.length > 0 ? exitStatus.violations : exitStatus.clean;
}

function reportProblems(problems: readonly string[], terminal: Terminal): ExitStatus {
  for (const problem of problems) terminal.error(`${terminal.colors.red('configuration')} ${problem}\n`);
  terminal.error('Nothing was changed. Next: ssot doctor\n');
  return exitStatus.misuse;
}

/** One journal for one run: at the root of the repository, or of the one workspace there is. */
async function journalFolder(cwd: string, paths: readonly string[], today: string): Promise<string> {
  const repository = await findRepositoryRoot(cwd);
  if (repository !== undefined) return realPath(repository);
  return findRoots(cwd, paths, today)[0]?.workspace.root ?? realPath(cwd);
}
