import { reportedPath } from '../paths.js';
import type { Format } from './format.js';

/** GitLab's code quality report. A violation keeps its fingerprint through edits, so that a merge request shows only its own. */
export const gitlab: Format = (report) =>
  `${JSON.stringify(
    report.findings.map(({ violation, fingerprint, severity, file, start, end }) => ({
      description: violation.message,
      check_name: `ssot/${violation.rule}`,
      fingerprint,
      severity: severity === 'error' ? 'major' : 'info',
      location: { path: reportedPath(report.base, file), lines: { begin: start.line, end: end.line } },
    })),
    null,
    2,
  )}\n`;
