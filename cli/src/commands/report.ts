import { join, relative, resolve } from 'node:path';
import { projectBaseline, realPath } from '@ssot/rule-core';
import { exitStatus, type ExitStatus } from '../exit-status.js';
import { checkout } from '../git/checkout.js';
import { findRepositoryRoot, git, repositoryRoot } from '../git/git.js';
import { MisuseError } from '../misuse.js';
import { startProgress } from '../progress.js';
import { measure, totalViolations, type Measures, type State } from '../report/measures.js';
import { readOwners } from '../report/owners.js';
import { changes, type TrendPoint } from '../report/progress-report.js';
import { reportFormats } from '../report/render.js';
import { scan, type Scan } from '../scan/scan.js';
import type { Terminal } from '../terminal.js';
import { writeFileWhole } from '../write-file.js';

/** The options of `ssot report`. */
export interface ReportOptions {
  readonly from?: string;
  readonly format: string;
  readonly output?: string;
  readonly trend?: number;
}

/** Reports how far the clean-up is: the working tree beside a commit, or beside the baseline. */
export async function report(options: ReportOptions, terminal: Terminal): Promise<ExitStatus> {
  const format = reportFormats[options.format];
  if (format === undefined)
    throw new MisuseError(`--format ${options.format}: there are ${Object.keys(reportFormats).join(', ')}.`);
  const cwd = realPath(terminal.cwd);
  const repository = realPath((await findRepositoryRoot(cwd)) ?? cwd);
  const owners = readOwners(repository);
  const progress = await startProgress(terminal, 'Reporting');
  try {
    const found = scanned(cwd, true);
    const problems = found.roots.flatMap((root) => root.problems);
    if (problems.length > 0) throw new MisuseError(`${problems.join('\n')}\nNext: ssot doctor`);
    const now = measure(found, repository, owners);
    const before = options.from === undefined ? baselineState(found) : await stateAt(cwd, options.from);
    const text = format({
      from: options.from ?? 'the baseline',
      concerns: changes(before.concerns, now.concerns),
      owners: changes(before.owners, now.owners),
      trend: options.trend === undefined ? [] : await trendOf(cwd, options.trend, now),
    });
    if (options.output === undefined) terminal.out(text);
    else {
      writeFileWhole(resolve(terminal.cwd, options.output), text);
      terminal.error(`Written to ${options.output}\n`);
    }
    return exitStatus.clean;
  } finally {
    progress.stop();
  }
}

function scanned(cwd: string, cache: boolean): Scan {
  return scan({ cwd, paths: [], today: new Date().toISOString().slice(0, 10), strict: false, cache });
}

/** A commit, scanned from git's objects. */
async function stateAt(cwd: string, ref: string): Promise<State> {
  const repository = realPath(await repositoryRoot(cwd));
  await git(repository, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]).catch(() => {
    throw new MisuseError(`--from ${ref}: it is no commit, branch or tag of this repository.`);
  });
  const tree = await checkout(repository, ref);
  try {
    return measure(scanned(join(tree.root, relative(repository, cwd)), false), tree.root, readOwners(tree.root));
  } finally {
    tree.dispose();
  }
}

/** What the baseline says of the time when it was made: the violations, and nothing else. */
function baselineState({ roots }: Scan): {
  concerns: Map<string, Partial<Measures>>;
  owners: Map<string, Partial<Measures>>;
} {
  const concerns = new Map<string, Partial<Measures>>();
  for (const { project } of roots) {
    const { exists, entries } = projectBaseline(project);
    if (!exists) throw new MisuseError('There is no baseline to compare with. Name a commit: ssot report --from main');
    for (const { id } of project.config.concerns) {
      concerns.set(id, { violations: entries.filter(({ concern }) => concern === id).length });
    }
  }
  return { concerns, owners: new Map() };
}

/** The violations after each of the last commits of the main line, and now. */
async function trendOf(cwd: string, count: number, now: State): Promise<TrendPoint[]> {
  const log = await git(cwd, ['log', '--first-parent', '--reverse', `--max-count=${count}`, '--format=%h %cs']);
  const points: TrendPoint[] = [];
  for (const line of log.split('\n').filter((text) => text !== '')) {
    const [commit = '', date = ''] = line.split(' ');
    // A commit before the configuration, or with one that did not work, has no number.
    const state = await stateAt(cwd, commit).catch(() => undefined);
    if (state !== undefined && state.concerns.size > 0)
      points.push({ commit, date, violations: totalViolations(state) });
  }
  return [
    ...points,
    { commit: 'working tree', date: new Date().toISOString().slice(0, 10), violations: totalViolations(now) },
  ];
}
