import { reportedPath } from '../paths.js';
import { page, table } from '../report/html-page.js';
import type { Format } from './format.js';
import { escapeMarkup } from './markup.js';
import { counted } from './wording.js';

/** One self-contained page: the summary, and every violation. */
export const html: Format = (report) => {
  const fresh = report.findings.filter(({ isKnown }) => !isKnown).length;
  const summary = table(
    ['concern', 'violations', 'new', 'known', 'fixed', 'implementations', 'on the canonical', 'compliance'],
    report.summaries.map(({ survey, violations, new: added, known, fixed, compliance }) => [
      survey.concern,
      violations,
      added,
      known,
      fixed,
      `${survey.implementations.length} (goal ${survey.canonical})`,
      `${survey.migrated.length} of ${survey.consumers.length}`,
      { percent: compliance },
    ]),
  );
  const findings = table(
    ['place', 'message', 'rule', 'state'],
    report.findings.map(({ violation, file, start, isKnown }) => [
      { code: `${reportedPath(report.base, file)}:${start.line}:${start.column}` },
      violation.message,
      violation.rule,
      isKnown ? 'known' : 'new',
    ]),
  );
  const problems = report.problems.map((problem) => `<p class="problem">${escapeMarkup(problem)}</p>`).join('');
  const title = fresh === 0 ? 'No new violations' : counted(fresh, 'new violation');
  return page(title, `${problems}<h2>Concerns</h2>${summary}<h2>Violations</h2>${findings}`);
};
