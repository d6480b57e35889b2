import type { CheckReport } from '../scan/check-report.js';
import type { Colors } from '../terminal.js';

/** How the pretty format is laid out. */
export interface FormatOptions {
  readonly colors: Colors;
  readonly groupBy: 'file' | 'concern';
}

/** Turns a report into what is written to standard output, line break at the end included. */
export type Format = (report: CheckReport, options: FormatOptions) => string;
