import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BaselineError, parseBaseline, type BaselineEntry } from '../baseline/index.js';
import { DEFAULT_BASELINE } from '../config/index.js';
import type { ConfigProblem } from '../config/resolved-config.js';
import { stampOf, type ProjectView } from '../project/index.js';

/** The baseline of a project as it is on disk. */
export interface ProjectBaseline {
  /** Absolute, native separators. */
  readonly file: string;
  readonly exists: boolean;
  /** Those that still hold, in the file's order. */
  readonly entries: readonly BaselineEntry[];
  /** Those whose last day is over. */
  readonly expired: readonly BaselineEntry[];
  /** Why it cannot be trusted: then nothing is accepted. */
  readonly problem: ConfigProblem | undefined;
}

interface Known {
  readonly stamp: string;
  readonly today: string;
  readonly baseline: ProjectBaseline;
}

const known = new Map<string, Known>();

/** Reads the baseline that the configuration of a project names, and keeps it until it changes on disk. */
export function projectBaseline({ config, today }: Pick<ProjectView, 'config' | 'today'>): ProjectBaseline {
  const file = join(config.root, config.baseline);
  const stamp = stampOf(file);
  const last = known.get(file);
  if (last?.stamp === stamp && last.today === today) return last.baseline;
  const baseline = read(file, config.baseline, stamp !== '', today);
  known.set(file, { stamp, today, baseline });
  return baseline;
}

function read(file: string, name: string, exists: boolean, today: string): ProjectBaseline {
  if (!exists) {
    const problem =
      name === DEFAULT_BASELINE
        ? undefined
        : problemOf(
            name,
            'the configuration names this baseline, and there is no such file. Write it with "ssot baseline".',
          );
    return { file, exists, entries: [], expired: [], problem };
  }
  try {
    const all = parseBaseline(readFileSync(file, 'utf8'), name);
    const isOver = ({ expires }: BaselineEntry) => expires !== undefined && expires < today;
    return {
      file,
      exists,
      entries: all.filter((entry) => !isOver(entry)),
      expired: all.filter(isOver),
      problem: undefined,
    };
  } catch (error) {
    const message = error instanceof BaselineError ? error.message : `cannot be read: ${String(error)}`;
    return { file, exists, entries: [], expired: [], problem: problemOf(name, message.replace(`${name}:`, 'line ')) };
  }
}

function problemOf(file: string, message: string): ConfigProblem {
  return { file, line: undefined, column: undefined, path: '', message, concern: undefined };
}
