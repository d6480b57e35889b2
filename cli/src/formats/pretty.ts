import { codeFrameColumns } from '@babel/code-frame';
import { reportedPath } from '../paths.js';
import type { CheckReport, ConcernSummary } from '../scan/check-report.js';
import type { Finding } from '../scan/finding.js';
import type { Colors } from '../terminal.js';
import type { Format, FormatOptions } from './format.js';
import { counted, seconds } from './wording.js';

/** For people: the summary first, then the new violations with their code, then what to do next. */
export const pretty: Format = (report, options) => {
  const { colors } = options;
  const blocks = [
    report.problems.map((problem) => `${colors.red('configuration')} ${problem}`).join('\n'),
    table(report.summaries, report.base, colors),
    ...groups(report, options),
    report.unreadable
      .map(
        ({ file, start, message }) =>
          `${colors.yellow('not checked')} ${reportedPath(report.base, file)}:${start.line}:${start.column} does not parse: ${message}`,
      )
      .join('\n'),
    stale(report, colors),
    verdict(report, colors),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
};

function table(summaries: readonly ConcernSummary[], base: string, colors: Colors): string {
  if (summaries.length === 0) return '';
  const roots = new Set(summaries.map(({ root }) => root));
  const header = [
    'concern',
    'violations',
    'new',
    'known',
    'fixed',
    'implementations',
    'consumers on canonical',
    'compliance',
  ];
  const rows = summaries.map(({ root, survey, violations, new: fresh, known, fixed, compliance }) => [
    roots.size > 1 ? `${reportedPath(base, root) || '.'} ${survey.concern}` : survey.concern,
    String(violations),
    String(fresh),
    String(known),
    String(fixed),
    `${survey.implementations.length} (goal ${survey.canonical})`,
    `${survey.migrated.length} of ${survey.consumers.length}`,
    `${compliance} %`,
  ]);
  const widths = header.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  return [colors.bold(line(header)), ...rows.map(line)].join('\n');
}

function groups(report: CheckReport, { colors, groupBy }: FormatOptions): string[] {
  const fresh = report.findings.filter(({ isKnown }) => !isKnown);
  const grouped = new Map<string, Finding[]>();
  for (const finding of fresh) {
    const key = groupBy === 'file' ? reportedPath(report.base, finding.file) : finding.violation.concern;
    const group = grouped.get(key);
    if (group === undefined) grouped.set(key, [finding]);
    else group.push(finding);
  }
  return [...grouped].map(([key, findings]) =>
    [colors.underline(key), ...findings.map((finding) => entry(finding, report.base, groupBy, colors))].join('\n'),
  );
}

function entry(finding: Finding, base: string, groupBy: FormatOptions['groupBy'], colors: Colors): string {
  const { violation, severity, start, end, text, file } = finding;
  const at = `${start.line}:${start.column}`;
  const place = groupBy === 'file' ? at : `${reportedPath(base, file)}:${at}`;
  const level = severity === 'error' ? colors.red(severity) : colors.yellow(severity);
  const fixable = violation.fix !== null ? ' (fixable)' : violation.suggestions.length > 0 ? ' (suggestion)' : '';
  const frame = codeFrameColumns(
    text,
    // Its last column is one past the end, as ours is; a range over several lines is shown by its first.
    { start, end: end.line === start.line ? end : start },
    { highlightCode: colors.isColorSupported, forceColor: colors.isColorSupported, linesAbove: 1, linesBelow: 1 },
  );
  return `  ${place}  ${level}  ${violation.message}  ${colors.dim(`${violation.rule}${fixable}`)}\n${indented(frame)}`;
}

function indented(text: string): string {
  return text.replace(/^/gm, '    ');
}

function stale({ stale: entries }: CheckReport, colors: Colors): string {
  if (entries.length === 0) return '';
  const list = entries.map(
    ({ entry: { path, concern, symbol, scope } }) =>
      `  ${path}${scope === '' ? '' : ` in ${scope}`}  ${concern}: ${symbol}`,
  );
  return [colors.yellow('fixed, but still in the baseline'), ...list].join('\n');
}

function verdict(report: CheckReport, colors: Colors): string {
  const fresh = report.findings.filter(({ isKnown }) => !isKnown);
  const known = report.findings.filter(({ isKnown }) => isKnown);
  const moved = known.filter(({ status }) => status !== 'same').length;
  const checked = `${counted(report.files, 'file')} in ${seconds(report.milliseconds)}`;
  const accepted =
    known.length === 0 ? '' : `, ${known.length} known${moved === 0 ? '' : ` (${moved} moved or edited)`}`;
  const files = new Set(fresh.map(({ file }) => file)).size;
  const sentence =
    fresh.length === 0
      ? colors.green(`No ${known.length === 0 ? '' : 'new '}violations${accepted} · ${checked}`)
      : colors.red(
          `${counted(fresh.length, known.length === 0 ? 'violation' : 'new violation')} in ${counted(files, 'file')}${accepted} · ${checked}`,
        );
  return [sentence, ...nextSteps(report, fresh).map((step) => `${colors.dim('next:')} ${step}`)].join('\n');
}

function nextSteps(report: CheckReport, fresh: readonly Finding[]): string[] {
  if (report.problems.length > 0) return ['correct the configuration, then run: ssot doctor'];
  const fixable = fresh.filter(({ violation }) => violation.fix !== null).length;
  const steps: string[] = [];
  if (fixable > 0) steps.push(`ssot fix --dry-run   (${fixable} of them can be fixed)`);
  else if (fresh[0] !== undefined) {
    const { file, start } = fresh[0];
    steps.push(`ssot explain ${reportedPath(report.base, file)}:${start.line}`);
  }
  if (report.stale.length > 0) steps.push('ssot baseline --prune');
  else if (fresh.length > 20) steps.push('ssot baseline   (accept what is there, and let nothing new in)');
  return steps;
}
