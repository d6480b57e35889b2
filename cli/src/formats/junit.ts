import { reportedPath } from '../paths.js';
import type { CheckReport } from '../scan/check-report.js';
import type { Finding } from '../scan/finding.js';
import type { Format } from './format.js';
import { escapeMarkup } from './markup.js';

/** JUnit XML: one suite for each file with violations, one test case for each; accepted ones are skipped. */
export const junit: Format = (report) => {
  const byFile = new Map<string, Finding[]>();
  for (const finding of report.findings) {
    const path = reportedPath(report.base, finding.file);
    byFile.set(path, [...(byFile.get(path) ?? []), finding]);
  }
  const suites = [...byFile].map(([path, findings]) => suite(path, findings, report));
  // Without a suite, some readers take a clean run for a missing report.
  if (suites.length === 0)
    suites.push('  <testsuite name="ssot" tests="1" failures="0"><testcase name="ssot" classname="ssot"/></testsuite>');
  const failures = report.findings.filter(({ isKnown }) => !isKnown).length;
  const tests = Math.max(1, report.findings.length);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="ssot" tests="${tests}" failures="${failures}">\n${suites.join('\n')}\n</testsuites>\n`;
};

function suite(path: string, findings: readonly Finding[], { base }: CheckReport): string {
  const failures = findings.filter(({ isKnown }) => !isKnown).length;
  const skipped = findings.length - failures;
  const cases = findings.map((finding) => testCase(finding, base)).join('\n');
  return `  <testsuite name="${escapeMarkup(path)}" tests="${findings.length}" failures="${failures}" skipped="${skipped}">\n${cases}\n  </testsuite>`;
}

function testCase({ violation, isKnown, file, start }: Finding, base: string): string {
  const place = `${reportedPath(base, file)}:${start.line}:${start.column}`;
  const open = `    <testcase name="${escapeMarkup(`ssot/${violation.rule} ${start.line}:${start.column}`)}" classname="${escapeMarkup(reportedPath(base, file))}">`;
  const message = escapeMarkup(violation.message);
  return isKnown
    ? `${open}<skipped message="Accepted in the baseline: ${message}"/></testcase>`
    : `${open}<failure message="${message}" type="${escapeMarkup(violation.concern)}">${escapeMarkup(place)}\n${message}</failure></testcase>`;
}
