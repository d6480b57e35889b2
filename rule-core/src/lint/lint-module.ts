import type { ModuleUnderCheck } from '../symbols/module-under-check.js';
import type { Violation } from '../checks/violation.js';
import type { Concern } from '../config/config.js';
import { formatProblem } from '../config/index.js';
import type { ConfigProblem, ResolvedConcern } from '../config/resolved-config.js';
import type { Interests, ProjectView } from '../project/index.js';
import { renderMessage, ruleMessages } from '../rules/messages.js';
import type { RuleDefinition } from '../rules/rule.js';
import type { ModuleFacts } from '../source/facts.js';
import { extractFacts } from '../source/index.js';
import type { ParsedModule } from '../source/parsed-module.js';
import { withoutAccepted } from './accepted.js';
import { exceptionFor } from './exceptions.js';
import { OpenedModule, type ModuleVersion } from './opened-module.js';
import { originsFrom, type AskTypes } from './typed-origins.js';

/** How one rule is run over a module. */
export interface RuleRun {
  readonly rule: RuleDefinition;
  /** The rule's options, laid over the concern of the rule's preset. */
  readonly options?: (Concern & { readonly concern?: string }) | undefined;
  /** The host's type checker, where it has one. */
  readonly askTypes?: AskTypes | undefined;
  /** Whether what needs a reader's judgement is reported, too. */
  readonly strict?: boolean | undefined;
  /** `ignored` reports what the baseline accepts, too. */
  readonly baseline?: 'applied' | 'ignored' | undefined;
}

/** One module, one rule. */
export interface LintRequest extends Omit<ModuleVersion, 'read'>, RuleRun {
  /** Called where {@link ModuleVersion.read} is. */
  readonly parse: (path: string) => ParsedModule;
  /** The identity of this version of the module, such as its AST: what the rules share is kept with it. */
  readonly source: object;
}

/** A violation as a host reports it. */
export interface ReportedViolation extends Violation {
  readonly rule: string;
  /** Rendered from `messageId` and `data`. */
  readonly message: string;
}

const opened = new WeakMap<object, OpenedModule>();

/** Runs one rule over one module, for a host that asks rule by rule. */
export function lintModule(request: LintRequest): ReportedViolation[] {
  let module = opened.get(request.source);
  if (module === undefined) {
    const read: ModuleVersion['read'] = (path, options) => extractFacts(request.parse(path), options);
    module = new OpenedModule({ ...request, read });
    opened.set(request.source, module);
  }
  return lintOpened(module, request);
}

/**
 * Runs one rule over one module: asks the text prefilter, extracts the facts once for all rules, and applies exceptions.
 * Problems of the configuration are violations at the module's first token.
 */
export function lintOpened(
  module: OpenedModule,
  { askTypes, baseline, options, rule, strict = false }: RuleRun,
): ReportedViolation[] {
  const { path, text, today, workspace } = module;
  if (path === undefined) return [];
  const overlay =
    options && Object.keys(options).length > 0 ? { rule: rule.name, preset: rule.preset, options } : undefined;
  const project = module.in(path, overlay);
  const problems = project.problems.filter((problem) => claims(rule, problem, project.saved, module));
  const { interests } = project;
  if (problems.length === 0 && interests.size === 0) return [];
  const facts = project.facts();
  const violations = problems.map((problem) => configurationViolation(problem, facts));
  if (interests.size > 0) {
    const origins = askTypes && originsFrom(askTypes, workspace);
    const checked = { facts, text, isTest: workspace.isTest(path), origins };
    violations.push(...runChecks(rule, checked, project.view(), interests, today));
  }
  const reports = reported(rule, violations, strict);
  return baseline === 'ignored'
    ? reports
    : withoutAccepted(reports, { workspace, project: project.saved, facts, text, today, strict });
}

/**
 * What one rule reports in a module of a project, exceptions applied, the baseline and problems of the configuration left out
 * of account.
 *
 * @param interests what the project's checks could find something about in the module
 * @param options `today` is `YYYY-MM-DD` in UTC
 */
export function ruleReports(
  rule: RuleDefinition,
  module: ModuleUnderCheck,
  project: ProjectView,
  interests: Interests,
  { today, strict = false }: { readonly today: string; readonly strict?: boolean | undefined },
): ReportedViolation[] {
  return reported(rule, runChecks(rule, module, project, interests, today), strict);
}

function reported(rule: RuleDefinition, violations: readonly Violation[], strict: boolean): ReportedViolation[] {
  const messages = ruleMessages(rule);
  return violations
    .filter(({ strictOnly }) => strictOnly !== true || strict)
    .map((violation) => ({
      ...violation,
      rule: rule.name,
      message: renderMessage(messages[violation.messageId] ?? '', violation.data),
    }))
    .sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
}

/** A problem is reported by the rule of its concern; one that concerns all, by whichever rule comes first. */
function claims(
  rule: RuleDefinition,
  problem: ConfigProblem,
  { config }: ProjectView,
  { reporters }: OpenedModule,
): boolean {
  const concern = config.concerns.find(({ id }) => id === problem.concern);
  if (concern !== undefined && concern.preset !== rule.preset) {
    return false;
  }
  const text = formatProblem(problem);
  const reporter = reporters.get(text) ?? rule.name;
  reporters.set(text, reporter);
  return reporter === rule.name;
}

function runChecks(
  rule: RuleDefinition,
  module: ModuleUnderCheck,
  project: ProjectView,
  interests: Interests,
  today: string,
): Violation[] {
  return project.config.concerns.flatMap((concern) => {
    const found = interests.get(concern);
    if (found === undefined) return [];
    const checks = rule.checks.filter(
      ({ inTests, symbols }) => (inTests || !module.isTest) && (symbols === undefined || found.has(symbols)),
    );
    if (concern.preset !== rule.preset || checks.length === 0 || !isWorkable(concern, project)) return [];
    const verdict = exceptionFor(concern, module.facts.path, today);
    if (verdict.kind === 'excused') return [];
    const expired =
      verdict.kind === 'expired'
        ? ` (The exception for this file ended on ${verdict.exception.until ?? ''}: ${verdict.exception.reason})`
        : '';
    return checks
      .flatMap((check) => check.run(module, concern, project))
      .map((violation) => ({ ...violation, data: { ...violation.data, expired } }));
  });
}

/** A concern whose canonical is missing has a problem of its own at the top of the file; every other report would be noise. */
function isWorkable(concern: ResolvedConcern, project: ProjectView): boolean {
  return (
    project.targets(concern).canonicalModules.length > 0 || concern.canonical.some(({ kind }) => kind === 'package')
  );
}

function configurationViolation(problem: ConfigProblem, { firstToken }: ModuleFacts): Violation {
  return {
    check: 'configuration',
    concern: problem.concern ?? '',
    messageId: 'configuration',
    data: { problem: formatProblem(problem) },
    range: firstToken,
    symbol: problem.path,
    scope: '',
    related: [],
    fix: null,
    suggestions: [],
    tags: [],
  };
}
