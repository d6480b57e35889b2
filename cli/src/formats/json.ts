import { reportedPath } from '../paths.js';
import type { Format } from './format.js';

/** Everything, for programs. The shape changes with `version` only. */
export const json: Format = (report) =>
  `${JSON.stringify(
    {
      version: 1,
      files: report.files,
      milliseconds: Math.round(report.milliseconds),
      concerns: report.summaries.map(({ survey, root, violations, new: fresh, known, fixed, compliance }) => ({
        concern: survey.concern,
        title: survey.title,
        root: reportedPath(report.base, root) || '.',
        violations,
        new: fresh,
        known,
        fixed,
        implementations: survey.implementations,
        goal: survey.canonical,
        consumers: survey.consumers.length,
        migrated: survey.migrated.length,
        compliance,
      })),
      violations: report.findings.map(({ violation, fingerprint, status, severity, file, start, end }) => ({
        rule: violation.rule,
        concern: violation.concern,
        check: violation.check,
        message: violation.message,
        severity,
        status,
        path: reportedPath(report.base, file),
        start,
        end,
        symbol: violation.symbol,
        scope: violation.scope,
        fingerprint,
        fix: violation.fix,
        suggestions: violation.suggestions,
      })),
      stale: report.stale.map(({ entry }) => entry),
      unreadable: report.unreadable.map(({ file, start, message }) => ({
        path: reportedPath(report.base, file),
        start,
        message,
      })),
      problems: report.problems,
    },
    null,
    2,
  )}\n`;
