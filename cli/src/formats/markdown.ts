import { reportedPath } from '../paths.js';
import type { Format } from './format.js';
import { escapeMarkdown } from './markup.js';
import { counted } from './wording.js';

/** For a comment on a pull request: the summary as a table, the new violations in full, the known ones as a number. */
export const markdown: Format = (report) => {
  const fresh = report.findings.filter(({ isKnown }) => !isKnown);
  const rows = report.summaries.map(
    ({ survey, violations, new: added, known, fixed, compliance }) =>
      `| ${escapeMarkdown(survey.concern)} | ${violations} | ${added} | ${known} | ${fixed} | ${survey.implementations.length} (goal ${survey.canonical}) | ${survey.migrated.length} of ${survey.consumers.length} | ${compliance} % |`,
  );
  const list = fresh.map(
    ({ violation, file, start }) =>
      `- \`${reportedPath(report.base, file)}:${start.line}:${start.column}\` ${escapeMarkdown(violation.message)} (${violation.rule})`,
  );
  const parts = [
    `## ssot: ${fresh.length === 0 ? 'no new violations' : counted(fresh.length, 'new violation')}`,
    [
      '| concern | violations | new | known | fixed | implementations | consumers on the canonical | compliance |',
      '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
      ...rows,
    ].join('\n'),
    list.join('\n'),
    report.stale.length === 0
      ? ''
      : `${counted(report.stale.length, 'accepted violation')} gone: run \`ssot baseline --prune\`.`,
    report.problems.map((problem) => `- ${escapeMarkdown(problem)}`).join('\n'),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
};
