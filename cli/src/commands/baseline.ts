import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { entriesFor, formatBaseline, realPath, type BaselineEntry } from '@ssot/rule-core';
import { exitStatus, type ExitStatus } from '../exit-status.js';
import { counted } from '../formats/wording.js';
import { reportedPath } from '../paths.js';
import { startProgress } from '../progress.js';
import { scan, type RootScan } from '../scan/scan.js';
import type { Terminal } from '../terminal.js';
import { writeFileWhole } from '../write-file.js';

/** The options of `ssot baseline`. */
export interface BaselineOptions {
  readonly prune?: boolean;
  readonly check?: boolean;
}

/**
 * Accepts the violations there are (without an option), forgets those that are gone (`--prune`), or tells whether the baseline
 * says exactly what there is (`--check`).
 */
export async function baseline(options: BaselineOptions, terminal: Terminal): Promise<ExitStatus> {
  const today = new Date().toISOString().slice(0, 10);
  const progress = await startProgress(terminal, 'Checking');
  const { roots } = scan({
    cwd: terminal.cwd,
    paths: [],
    today,
    strict: false,
    cache: true,
    progress: (done, total) => {
      progress.update(done, total);
    },
  });
  progress.stop();
  // A broken baseline may be written anew; a broken configuration would make one of nothing.
  const rewrites = options.check !== true && options.prune !== true;
  const problems = roots.flatMap(({ problems: all, baseline: { problem }, project }) =>
    rewrites && problem !== undefined && project.problems.length === 0 ? [] : all,
  );
  if (problems.length > 0) {
    for (const problem of problems) terminal.error(`${terminal.colors.red('configuration')} ${problem}\n`);
    return exitStatus.misuse;
  }
  const results = roots.map((root) =>
    options.check === true ? verify(root, terminal) : write(root, options, today, terminal),
  );
  return results.every(Boolean) ? exitStatus.clean : exitStatus.violations;
}

function write(root: RootScan, { prune }: BaselineOptions, today: string, terminal: Terminal): boolean {
  const { baseline: current, accepted, fixed } = root;
  const name = reportedPath(realPath(terminal.cwd), current.file);
  const isGone = new Set<BaselineEntry>(fixed);
  if (prune === true && !current.exists) {
    terminal.out(`${name} does not exist: nothing to prune.\n`);
    return true;
  }
  // Pruning accepts nothing new, and what moved is followed, so that the next move is seen from where it is now.
  const kept = accepted.filter((one) => prune !== true || one.accepted !== undefined);
  const entries = entriesFor(kept, today);
  if (entries.length === 0 && !current.exists && current.problem === undefined) {
    terminal.out('No violations: no baseline is needed.\n');
    return true;
  }
  mkdirSync(dirname(current.file), { recursive: true });
  writeFileWhole(current.file, formatBaseline(entries));
  const added = kept.filter((one) => one.accepted === undefined).length;
  const gone = isGone.size + current.expired.length;
  terminal.out(`${name}: ${counted(entries.length, 'violation')} accepted (${added} new, ${gone} removed).\n`);
  return true;
}

function verify({ baseline: { file, exists, expired }, accepted, fixed }: RootScan, terminal: Terminal): boolean {
  const name = reportedPath(realPath(terminal.cwd), file);
  const fresh = accepted.filter((one) => one.accepted === undefined);
  for (const { identity } of fresh) terminal.error(`new: ${identity.path} ${identity.concern}: ${identity.symbol}\n`);
  for (const { path, concern, symbol } of fixed) terminal.error(`gone: ${path} ${concern}: ${symbol}\n`);
  for (const { path, concern, symbol, expires } of expired) {
    terminal.error(`expired on ${expires ?? ''}: ${path} ${concern}: ${symbol}\n`);
  }
  const isCurrent = fresh.length === 0 && fixed.length === 0 && expired.length === 0;
  if (isCurrent) {
    terminal.out(exists ? `${name} is up to date.\n` : 'There is no baseline, and no violation.\n');
    return true;
  }
  terminal.out(`${name} is out of date: ${fresh.length} new, ${fixed.length} gone, ${expired.length} expired. `);
  terminal.out(fixed.length + expired.length > 0 ? 'Run: ssot baseline --prune\n' : 'Run: ssot check\n');
  return false;
}
