import { reportedPath } from '../paths.js';
import type { Format } from './format.js';

/** Workflow commands, which GitHub Actions shows as annotations on the changed lines. */
export const github: Format = (report) => {
  const findings = report.findings.map(({ violation, severity, file, start, end }) => {
    const properties = {
      file: reportedPath(report.base, file),
      line: start.line,
      endLine: end.line,
      col: start.column,
      // A range over several lines has no columns there.
      ...(start.line === end.line ? { endColumn: end.column } : {}),
      title: `ssot/${violation.rule}`,
    };
    return command(severity, properties, violation.message);
  });
  const stale = report.stale.map(({ entry, baseline }) =>
    command(
      'error',
      { file: reportedPath(report.base, baseline), title: 'ssot/baseline' },
      `An accepted violation in ${entry.path} is gone (${entry.concern}: ${entry.symbol}). Run: ssot baseline --prune`,
    ),
  );
  const problems = report.problems.map((text) => command('error', { title: 'ssot/configuration' }, text));
  return [...findings, ...stale, ...problems].map((line) => `${line}\n`).join('');
};

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${list.join(',')}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
