import { resolve } from 'node:path';
import {
  applyEdits,
  combineEdits,
  realPath,
  ruleMessages,
  rules,
  type ResolvedConcern,
  type RuleDefinition,
} from '@ssot/rule-core';
import packageJson from '../../package.json' with { type: 'json' };
import { exitStatus, type ExitStatus } from '../exit-status.js';
import { unifiedDiff } from '../fix/unified-diff.js';
import { counted } from '../formats/wording.js';
import { MisuseError } from '../misuse.js';
import { reportedPath } from '../paths.js';
import type { Finding } from '../scan/finding.js';
import { scan, type RootScan, type Scan } from '../scan/scan.js';
import type { Terminal } from '../terminal.js';

/** Explains a rule, a concern, or what is wrong at a line. */
export function explain(subject: string, terminal: Terminal): ExitStatus {
  const rule = rules.find(({ name }) => name === subject.replace(/^ssot\//, ''));
  if (rule !== undefined) {
    terminal.out(ruleText(rule));
    return exitStatus.clean;
  }
  const place = /^(?<file>.+?):(?<line>\d+)(?::\d+)?$/.exec(subject)?.groups;
  if (place?.['file'] !== undefined) return explainPlace(place['file'], Number(place['line']), terminal);
  const found = scanned(terminal, [], false);
  const concerns = found.roots.flatMap((root) => root.project.config.concerns.map((concern) => ({ root, concern })));
  const match = concerns.find(({ concern }) => concern.id === subject);
  if (match === undefined) {
    throw new MisuseError(
      `${subject} is no rule, no concern and no file:line. Rules: ${rules.map(({ name }) => name).join(', ')}. Concerns: ${concerns.map(({ concern }) => concern.id).join(', ') || 'none'}.`,
    );
  }
  terminal.out(concernText(match.concern, match.root));
  return exitStatus.clean;
}

function scanned(terminal: Terminal, paths: readonly string[], strict: boolean): Scan {
  return scan({ cwd: terminal.cwd, paths, today: new Date().toISOString().slice(0, 10), strict, cache: false });
}

function ruleText(rule: RuleDefinition): string {
  const messages = Object.entries(ruleMessages(rule)).filter(([id]) => id !== 'configuration');
  return [
    `${rule.name}: ${rule.description}`,
    '',
    `It checks ${rule.preset === undefined ? 'every concern without a preset' : `every concern with the preset "${rule.preset}"`}, and says:`,
    ...messages.map(([, message]) => `  ${message.replace('{{expired}}', '').replace(/\{\{\s*(\w+)\s*\}\}/g, '<$1>')}`),
    '',
    `Documentation: ${packageJson.homepage}/blob/main/rules-docs/${rule.name}.md`,
    '',
  ].join('\n');
}

function concernText(concern: ResolvedConcern, { findings, surveys, workspace }: RootScan): string {
  const survey = surveys.find((one) => one.concern === concern.id);
  const own = findings.filter(({ violation }) => violation.concern === concern.id);
  const rule = rules.find(({ preset }) => preset === concern.preset);
  const list = (title: string, items: readonly string[]) =>
    items.length === 0 ? [] : [`${title}:`, ...items.map((item) => `  ${item}`)];
  return [
    `${concern.id}: ${concern.title}${concern.preset === undefined ? '' : ` (preset ${concern.preset})`}, checked by ${rule?.name ?? 'no rule'}`,
    `Declared in ${workspace.configFile ?? 'no file: the presets apply'}`,
    '',
    ...list(
      'The single source of truth',
      concern.canonical.map(({ text }) => text),
    ),
    ...list('Obtained by', concern.accessors),
    ...list(
      'Replaced',
      concern.replacements.map(({ from, to }) => `${from.text} → ${to.text}`),
    ),
    ...list(
      'Only it may use',
      concern.drivers.map(({ text }) => text),
    ),
    ...list('Declared for removal', concern.remove),
    ...list(
      'Exceptions',
      concern.exceptions.map(
        ({ files, reason, until }) => `${files.join(', ')}: ${reason}${until === undefined ? '' : ` (until ${until})`}`,
      ),
    ),
    ...list('Implementations there are', survey?.implementations ?? []),
    '',
    `${counted(own.length, 'violation')}, ${own.filter(({ isKnown }) => isKnown).length} of them accepted; ${survey?.migrated.length ?? 0} of ${survey?.consumers.length ?? 0} consumers use it alone.`,
    `Next: ssot check --concern ${concern.id}`,
    '',
  ].join('\n');
}

function explainPlace(file: string, line: number, terminal: Terminal): ExitStatus {
  const { roots } = scanned(terminal, [file], true);
  const absolute = realPath(resolve(terminal.cwd, file));
  const base = realPath(terminal.cwd);
  const here = roots.flatMap(({ findings }) => findings).filter((finding) => finding.file === absolute);
  const findings = here.filter(({ start, end }) => start.line <= line && end.line >= line);
  if (findings.length === 0) {
    const lines = [...new Set(here.map(({ start }) => start.line))];
    terminal.out(
      `Nothing is reported at ${file}:${line}.${lines.length === 0 ? '' : ` In this file: line ${lines.join(', ')}.`}\n`,
    );
    return exitStatus.clean;
  }
  terminal.out(findings.map((finding) => findingText(finding, base)).join('\n'));
  return exitStatus.clean;
}

function findingText({ violation, status, isKnown, start, file, text }: Finding, base: string): string {
  const path = reportedPath(base, file);
  const fixed = violation.fix === null ? undefined : combineEdits(violation.fix);
  return [
    `${path}:${start.line}:${start.column} ${violation.message}`,
    '',
    `rule     ssot/${violation.rule} (check ${violation.check})`,
    `concern  ${violation.concern}`,
    `symbol   ${violation.symbol}`,
    ...(violation.scope === '' ? [] : [`in       ${violation.scope}`]),
    `baseline ${isKnown ? `accepted${status === 'same' ? '' : `, ${status.replaceAll('-', ' ')}`}` : 'not accepted'}`,
    ...violation.related.map((place) => `see      ${place.path}: ${place.message}`),
    '',
    ...(fixed === undefined
      ? ['There is no fix that is sure to change nothing.']
      : ['ssot fix would do this:', unifiedDiff(path, text, applyEdits(text, fixed)).trimEnd()]),
    ...violation.suggestions.map(({ title }) => `suggestion: ${title}   (ssot fix --suggestions ${violation.check})`),
    '',
    `To allow it here: // eslint-disable-next-line ssot/${violation.rule} -- <reason>`,
    `For a folder: "exceptions": [{ "files": ["…"], "reason": "…" }] in the concern "${violation.concern}".`,
    '',
  ].join('\n');
}
