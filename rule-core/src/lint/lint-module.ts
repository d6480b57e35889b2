import type { ModuleUnderCheck } from '../checks/check.js';
import type { Violation } from '../checks/violation.js';
import type { Concern } from '../config/config.js';
import { formatProblem } from '../config/index.js';
import type { ConfigProblem, ResolvedConcern } from '../config/resolved-config.js';
import { openWorkspace, type ProjectView } from '../project/index.js';
import { renderMessage, ruleMessages } from '../rules/messages.js';
import { wordsOf } from '../rules/registry.js';
import type { RuleDefinition } from '../rules/rule.js';
import { extractFacts } from '../source/index.js';
import type { ModuleFacts } from '../source/facts.js';
import type { ParsedModule } from '../source/parsed-module.js';
import { withoutAccepted } from './accepted.js';
import { originsFrom, type AskTypes } from './typed-origins.js';
import { exceptionFor } from './exceptions.js';
import { projectBaseline } from './project-baseline.js';

/** One module, one rule. */
export interface LintRequest {
  readonly rule: RuleDefinition;
  /** Absolute path. */
  readonly file: string;
  /** Without its byte order mark. */
  readonly text: string;
  /** The identity of this version of the module, such as its AST: what the rules share is kept with it. */
  readonly source: object;
  /** Called at most once for each `source`, and only if the module has a word that a concern cares about. */
  readonly parse: (path: string) => ParsedModule;
  /** The rule's options, laid over the concern of the rule's preset. */
  readonly options?: (Concern & { readonly concern?: string }) | undefined;
  /** The host's type checker, where it has one. */
  readonly askTypes?: AskTypes | undefined;
  /** Whether what needs a reader's judgement is reported, too. */
  readonly strict?: boolean | undefined;
  /** `YYYY-MM-DD` in UTC; by default the day of the call. */
  readonly today?: string | undefined;
  /** `ignored` reports what the baseline accepts, too. */
  readonly baseline?: 'applied' | 'ignored' | undefined;
}

/** A violation as a host reports it. */
export interface ReportedViolation extends Violation {
  readonly rule: string;
  /** Rendered from `messageId` and `data`. */
  readonly message: string;
}

/** What the rules share of one version of a module. */
interface SharedModule {
  facts: ModuleFacts | undefined;
  readonly views: Map<ProjectView, ProjectView>;
  readonly candidacies: Map<ProjectView, boolean>;
  /** The rule that reports a problem, by the problem's text. */
  readonly reporters: Map<string, string>;
}

const shared = new WeakMap<object, SharedModule>();

/**
 * Runs one rule over one module: finds the workspace, asks the text prefilter, extracts the facts once for all rules, and
 * applies exceptions. Problems of the configuration are violations at the module's first token.
 */
export function lintModule(request: LintRequest): ReportedViolation[] {
  const { file, options, rule, text } = request;
  const today = request.today ?? new Date().toISOString().slice(0, 10);
  const workspace = openWorkspace(file, { today, extraWords: wordsOf });
  const path = workspace.relative(file);
  if (path === undefined || workspace.isIgnored(path)) {
    return [];
  }
  const overlay =
    options && Object.keys(options).length > 0 ? { rule: rule.name, preset: rule.preset, options } : undefined;
  const project = workspace.project(overlay);
  const module = sharedModule(request.source);
  const { problem: baselineProblem } = projectBaseline(project);
  const problems = [...project.problems, ...(baselineProblem === undefined ? [] : [baselineProblem])].filter(
    (problem) => claims(rule, problem, project, module),
  );
  const isCandidate = candidacy(module, project, path, text);
  if (problems.length === 0 && !isCandidate) {
    return [];
  }
  module.facts ??= extractFacts(request.parse(path));
  const { facts } = module;
  const violations = problems.map((problem) => configurationViolation(problem, facts));
  if (isCandidate) {
    let view = module.views.get(project);
    if (view === undefined) {
      view = project.withModule(facts);
      module.views.set(project, view);
    }
    const origins = request.askTypes && originsFrom(request.askTypes, workspace);
    violations.push(...runChecks(rule, { facts, text, isTest: workspace.isTest(path), origins }, view, today));
  }
  const reports = reported(rule, violations, request.strict === true);
  return request.baseline === 'ignored'
    ? reports
    : withoutAccepted(reports, { workspace, project, facts, text, today, strict: request.strict === true });
}

/**
 * What one rule reports in a module of a project, exceptions applied, the baseline and problems of the configuration left out
 * of account.
 *
 * @param today `YYYY-MM-DD` in UTC
 */
export function ruleReports(
  rule: RuleDefinition,
  module: ModuleUnderCheck,
  project: ProjectView,
  { today, strict = false }: { readonly today: string; readonly strict?: boolean | undefined },
): ReportedViolation[] {
  return reported(rule, runChecks(rule, module, project, today), strict);
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

/** The facts of a version of a module, if a rule needed them. */
export function moduleFacts(source: object): ModuleFacts | undefined {
  return shared.get(source)?.facts;
}

/** The text is searched once for all rules that see the project alike. */
function candidacy({ candidacies }: SharedModule, project: ProjectView, path: string, text: string): boolean {
  const known = candidacies.get(project) ?? project.isCandidate(path, text);
  candidacies.set(project, known);
  return known;
}

function sharedModule(source: object): SharedModule {
  let module = shared.get(source);
  if (module === undefined) {
    module = { facts: undefined, views: new Map(), candidacies: new Map(), reporters: new Map() };
    shared.set(source, module);
  }
  return module;
}

/** A problem is reported by the rule of its concern; one that concerns all, by whichever rule comes first. */
function claims(
  rule: RuleDefinition,
  problem: ConfigProblem,
  { config }: ProjectView,
  { reporters }: SharedModule,
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

function runChecks(rule: RuleDefinition, module: ModuleUnderCheck, project: ProjectView, today: string): Violation[] {
  return project.config.concerns
    .filter((concern) => concern.preset === rule.preset && isWorkable(concern, project))
    .flatMap((concern) => {
      const verdict = exceptionFor(concern, module.facts.path, today);
      if (verdict.kind === 'excused') {
        return [];
      }
      const expired =
        verdict.kind === 'expired'
          ? ` (The exception for this file ended on ${verdict.exception.until ?? ''}: ${verdict.exception.reason})`
          : '';
      return rule.checks
        .filter((check) => check.inTests || !module.isTest)
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
