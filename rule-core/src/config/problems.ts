import type { ConfigProblem } from './resolved-config.js';

/** Keys and indices from the top of a value down to a part of it. */
export type ValuePath = readonly (string | number)[];

/** A place in a file: both numbers start at 1, the column counts UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Which end of a property is meant: its name, or its value. */
export type PropertyPart = 'key' | 'value';

/** Something that configuration was read from: a config file, or the options of a rule. */
export interface ProblemSource {
  /** The config file relative to the workspace root, or the name of the rule. */
  readonly name: string;
  /** Where a part of its value is written, or `undefined` if that is not known. */
  readonly place: (path: ValuePath, part?: PropertyPart) => Place | undefined;
}

/** Something wrong in a value, before it is known which concern suffers from it. */
export interface Finding {
  readonly path: ValuePath;
  readonly message: string;
  /** `key` to point at the name of the property, not at its value. */
  readonly part?: PropertyPart;
}

/** A problem at the place of a finding. */
export function problemAt(source: ProblemSource, finding: Finding, concern: string | undefined): ConfigProblem {
  const place = source.place(finding.path, finding.part ?? 'value');
  return {
    file: source.name,
    line: place?.line,
    column: place?.column,
    path: formatPath(finding.path),
    message: finding.message,
    concern,
  };
}

/** One line for people: `ssot.config.json:7:22 concerns.ids.canonical: no such file.` */
export function formatProblem(problem: ConfigProblem): string {
  const place =
    problem.line === undefined ? '' : `:${problem.line}${problem.column === undefined ? '' : `:${problem.column}`}`;
  return `${problem.file}${place} ${problem.path === '' ? '' : `${problem.path}: `}${problem.message}`;
}

/** `concerns.ids.replacements[0].from`; a key that is no name is quoted: `concerns["run ids"]`. */
export function formatPath(path: ValuePath): string {
  return path
    .map((key, index) => {
      if (typeof key === 'number') return `[${key}]`;
      if (!/^[\p{ID_Start}$_][\p{ID_Continue}$-]*$/u.test(key)) return `[${JSON.stringify(key)}]`;
      return index === 0 ? key : `.${key}`;
    })
    .join('');
}

/** Problems in the order of their places, without repetitions. Those of unknown place keep their order, after the others. */
export function inOrder(problems: readonly ConfigProblem[]): ConfigProblem[] {
  const seen = new Set<string>();
  return problems
    .filter((problem) => {
      const text = formatProblem(problem);
      return !seen.has(text) && seen.add(text);
    })
    .map((problem, index) => ({ problem, index }))
    .sort(
      (a, b) =>
        (a.problem.line ?? Infinity) - (b.problem.line ?? Infinity) ||
        (a.problem.column ?? Infinity) - (b.problem.column ?? Infinity) ||
        a.index - b.index,
    )
    .map(({ problem }) => problem);
}
