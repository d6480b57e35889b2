import { join, relative, resolve } from 'node:path';
import { realPath, rules } from '@ssot/rule-core';
import { exitStatus, type ExitStatus } from '../exit-status.js';
import { formats } from '../formats/index.js';
import { entriesSince } from '../git/baseline-at.js';
import { changedSince, stagedFiles } from '../git/changed-files.js';
import { checkout } from '../git/checkout.js';
import { findRepositoryRoot, repositoryRoot } from '../git/git.js';
import { MisuseError } from '../misuse.js';
import { startProgress } from '../progress.js';
import { checkReport, type CheckReport } from '../scan/check-report.js';
import { scan, type Scan, type ScanRequest } from '../scan/scan.js';
import type { Terminal } from '../terminal.js';

/** The options of `ssot check`. */
export interface CheckOptions {
  readonly staged?: boolean;
  readonly since?: string;
  readonly acceptNew?: boolean;
  readonly concern?: readonly string[];
  readonly rule?: readonly string[];
  readonly format: string;
  readonly groupBy: 'file' | 'concern';
  readonly maxWarnings?: number;
  readonly strict?: boolean;
  readonly watch?: boolean;
  readonly cache: boolean;
}

/** Checks workspaces, and reports what is wrong. */
export async function check(paths: readonly string[], options: CheckOptions, terminal: Terminal): Promise<ExitStatus> {
  const load = formats[options.format];
  if (load === undefined) {
    throw new MisuseError(`--format ${options.format}: there are ${Object.keys(formats).join(', ')}.`);
  }
  if (options.staged === true && options.since !== undefined) {
    throw new MisuseError('--staged and --since exclude each other: what is staged is compared with HEAD.');
  }
  const run = async (): Promise<ExitStatus> => {
    const report =
      options.staged === true
        ? await checkStaged(paths, options, terminal)
        : await checkFiles(paths, options, terminal);
    const format = await load();
    terminal.out(format(report, { colors: terminal.colors, groupBy: options.groupBy }));
    return statusOf(report, options);
  };
  if (options.watch !== true) return run();
  const { watch } = await import('./watch.js');
  return watch(run, terminal, interruption());
}

/** Aborted when the person stops the program. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  process.once('SIGINT', () => {
    controller.abort();
  });
  return controller.signal;
}

async function checkFiles(paths: readonly string[], options: CheckOptions, terminal: Terminal): Promise<CheckReport> {
  const files = options.since === undefined ? undefined : await changedSince(terminal.cwd, options.since);
  const today = new Date().toISOString().slice(0, 10);
  const entries =
    options.since === undefined || options.acceptNew === true
      ? undefined
      : await entriesSince(terminal.cwd, paths, options.since, today);
  const start = performance.now();
  const found = await scanned(terminal.cwd, paths, options, terminal, entries);
  return selected(found, options, files === undefined ? undefined : new Set([...files].map(realPath)), {
    base: await baseOf(terminal.cwd, options),
    milliseconds: performance.now() - start,
  });
}

/** Checks the index as though it were the working tree: what would be committed counts, not what lies around it. */
async function checkStaged(paths: readonly string[], options: CheckOptions, terminal: Terminal): Promise<CheckReport> {
  const repository = realPath(await repositoryRoot(terminal.cwd));
  const start = performance.now();
  const index = await checkout(repository);
  try {
    const moved = (path: string) => join(index.root, relative(repository, realPath(resolve(terminal.cwd, path))));
    const staged = await stagedFiles(repository);
    const found = await scanned(index.root, paths.map(moved), options, terminal);
    const wanted = new Set(staged.map((path) => join(index.root, path)));
    return selected(found, options, wanted, { base: index.root, milliseconds: performance.now() - start });
  } finally {
    index.dispose();
  }
}

async function scanned(
  cwd: string,
  paths: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
  entries?: ScanRequest['entries'],
): Promise<Scan> {
  const progress = await startProgress(terminal, 'Checking');
  try {
    return scan({
      cwd,
      paths,
      today: new Date().toISOString().slice(0, 10),
      strict: options.strict === true,
      entries,
      // What is staged is judged in a folder of its own, which is gone afterwards.
      cache: options.cache && options.staged !== true,
      progress: (done, total) => {
        progress.update(done, total);
      },
    });
  } finally {
    progress.stop();
  }
}

function selected(
  found: Scan,
  { concern = [], rule = [] }: CheckOptions,
  files: ReadonlySet<string> | undefined,
  run: Pick<CheckReport, 'base' | 'milliseconds'>,
): CheckReport {
  const concerns = [...new Set(found.roots.flatMap(({ project }) => project.config.concerns.map(({ id }) => id)))];
  expectNames('--concern', concern, concerns);
  expectNames(
    '--rule',
    rule,
    rules.map(({ name }) => name),
  );
  return checkReport(found, { concerns: concern, rules: rule, files }, run);
}

function expectNames(option: string, names: readonly string[], known: readonly string[]): void {
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new MisuseError(`${option} ${unknown}: there are ${known.join(', ')}.`);
}

/** People see paths from where they are; services that annotate a repository, from its root. */
async function baseOf(cwd: string, { format }: CheckOptions): Promise<string> {
  const folder = realPath(cwd);
  if (['pretty', 'json', 'html'].includes(format)) return folder;
  const repository = await findRepositoryRoot(cwd);
  return repository === undefined ? folder : realPath(repository);
}

function statusOf(report: CheckReport, { maxWarnings }: CheckOptions): ExitStatus {
  if (report.problems.length > 0) return exitStatus.misuse;
  const errors = report.findings.filter(({ severity }) => severity === 'error').length;
  const warnings = report.findings.length - errors;
  const isOver = maxWarnings !== undefined && warnings > maxWarnings;
  return errors > 0 || report.stale.length > 0 || isOver ? exitStatus.violations : exitStatus.clean;
}
