import { escapeMarkdown, escapeMarkup } from '../formats/markup.js';
import { page, table, type Cell } from './html-page.js';
import { lineChart, pairedBars } from './charts.js';
import { measureNames, movement, type Change, type ProgressReport } from './progress-report.js';

/** Turns a progress report into text. */
export type ReportFormat = (report: ProgressReport) => string;

const keys = Object.keys(measureNames) as (keyof typeof measureNames)[];

const json: ReportFormat = (report) => `${JSON.stringify({ version: 1, ...report }, null, 2)}\n`;

const markdown: ReportFormat = ({ from, concerns, owners, trend }) => {
  const head = (first: string) =>
    [`| ${[first, ...Object.values(measureNames)].join(' | ')} |`, `| --- |${' ---: |'.repeat(keys.length)}`].join(
      '\n',
    );
  const row = (change: Change) =>
    `| ${[escapeMarkdown(change.name), ...keys.map((key) => movement(change, key))].join(' | ')} |`;
  const section = (first: string, list: readonly Change[]) => [head(first), ...list.map(row)].join('\n');
  const parts = [
    `## One source of truth: since ${escapeMarkdown(from)}`,
    verdict(concerns),
    section('concern', concerns),
    ...(owners.length === 0 ? [] : ['### By owner', section('owner', owners)]),
    ...(trend.length === 0
      ? []
      : [
          '### Trend',
          ['| commit | date | violations |', '| --- | --- | ---: |'].join('\n') +
            trend.map(({ commit, date, violations }) => `\n| ${commit} | ${date} | ${violations} |`).join(''),
        ]),
  ];
  return `${parts.join('\n\n')}\n`;
};

const html: ReportFormat = ({ from, concerns, owners, trend }) => {
  const rows = (list: readonly Change[]): Cell[][] =>
    list.map((change) => [change.name, ...keys.map((key) => movement(change, key)), { percent: share(change) }]);
  const header = (first: string) => [first, ...Object.values(measureNames), 'compliance'];
  const bars = pairedBars(
    concerns.map(({ name, before, after }) => ({
      name,
      before: before?.violations ?? 0,
      after: after?.violations ?? 0,
    })),
    ['before', 'now'],
  );
  const body = [
    `<p>Compared with <code>${escapeMarkup(from)}</code>. ${escapeMarkup(verdict(concerns))}</p>`,
    `<h2>Violations by concern</h2>${bars}`,
    ...(trend.length > 1
      ? [
          `<h2>Trend</h2>${lineChart(trend.map(({ commit, date, violations }) => ({ label: `${commit} ${date}`, value: violations })))}`,
        ]
      : []),
    `<h2>Concerns</h2>${table(header('concern'), rows(concerns))}`,
    ...(owners.length === 0 ? [] : [`<h2>Owners</h2>${table(header('owner'), rows(owners))}`]),
  ];
  return page('One source of truth', body.join('\n'));
};

/** Every format of `report`, by name. */
export const reportFormats: Readonly<Record<string, ReportFormat>> = { markdown, json, html };

function verdict(concerns: readonly Change[]): string {
  const before = concerns.reduce((sum, change) => sum + (change.before?.violations ?? 0), 0);
  const after = concerns.reduce((sum, change) => sum + (change.after?.violations ?? 0), 0);
  if (after === before) return `${after} violations, as before.`;
  return after < before
    ? `${before - after} fewer violations: ${before} → ${after}.`
    : `${after - before} more violations: ${before} → ${after}.`;
}

function share({ after }: Change): number {
  if (after === undefined || after.consumers === 0) return 100;
  return Math.floor((100 * after.migrated) / after.consumers);
}
