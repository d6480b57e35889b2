import type { ModuleUnderCheck } from '../symbols/module-under-check.js';
import type { Project } from '../symbols/project.js';
import type { CanonicalExpression, ResolvedConcern } from '../config/resolved-config.js';
import type { MadeText, Range, TextPart } from '../source/facts.js';
import type { Edit } from './edit.js';
import { planImport, type ImportNeed } from './imports/plan-import.js';
import { resolveReplacement } from '../symbols/replacement-target.js';
import { NO_REPLACING, type Replacing } from './replacing.js';
import { combineEdits, losesComment, wholeLines } from './text-edits.js';

/** A text to be replaced by a call of the canonical. */
export interface TextReplacement {
  readonly module: ModuleUnderCheck;
  readonly concern: ResolvedConcern;
  readonly project: Project;
  readonly made: MadeText;
  /** The call, with a placeholder for each value that it takes over: `IdManager.generateRunId(${thread})`. */
  readonly to: CanonicalExpression | undefined;
  /** The values by placeholder. */
  readonly bindings: ReadonlyMap<string, Extract<TextPart, { kind: 'value' }>>;
  /** The team has said that the one may stand for the other. */
  readonly compatible: boolean;
}

/** A call with its values put in, and the values that it takes. */
export interface WrittenCall {
  readonly text: string;
  readonly used: ReadonlySet<string>;
}

/** Puts values in the place of the placeholders of a call; `undefined` if one has no value. */
export function writtenCall(
  { text }: CanonicalExpression,
  bindings: TextReplacement['bindings'],
): WrittenCall | undefined {
  const used = new Set<string>();
  const missing = new Set<string>();
  const written = text.replaceAll(/\$\{(\w+)\}/gu, (_, name: string) => {
    const value = bindings.get(name);
    (value === undefined ? missing : used).add(name);
    return value?.text ?? name;
  });
  return missing.size === 0 ? { text: written, used } : undefined;
}

/**
 * Replaces a text that is made by hand by a call of the canonical. The ID then has another format, which is a change of
 * data: a fix only if the team has said that the two are compatible, otherwise a suggestion.
 */
export function replaceText(request: TextReplacement): Replacing {
  const { bindings, compatible, concern, made, module, project, to } = request;
  const target = to && resolveReplacement(to, project.targets(concern), project);
  const call = to && writtenCall(to, bindings);
  if (target === undefined || call === undefined) {
    return NO_REPLACING;
  }
  const need = { module, concern, project, root: target.root, typeOnly: false, keepLocal: false };
  const superfluous = superfluousImport(request, call.used);
  const plan =
    (superfluous && planImport({ ...need, replaced: superfluous })) ?? planImport({ ...need, replaced: undefined });
  if (plan === undefined) {
    return NO_REPLACING;
  }
  const written = plan.local + call.text.slice(target.expression.root.length);
  const edits = combineEdits([...plan.edits, { range: made.range, text: written }, ...removedLocals(request)]);
  if (edits === undefined) {
    return NO_REPLACING;
  }
  const doubts = [
    ...(compatible ? [] : ["the ID's format changes"]),
    ...droppedValues(request, call.used),
    ...(keepsOrder(target.expression, bindings) ? [] : ['its parts are computed in another order, or twice']),
    ...(root(target.root.path, request)
      ? [`${target.root.path} loads this module, so an import cycle would arise`]
      : []),
    ...(losesComment(edits, module.facts.comments, module.text) ? ['a comment is lost'] : []),
  ];
  return doubts.length === 0
    ? { fix: edits, suggestions: [] }
    : { fix: null, suggestions: [{ title: `Replace by ${call.text} (${doubts.join('; ')}).`, edits }] };
}

function root(path: string, { module, project }: TextReplacement): boolean {
  return path !== module.facts.path && project.reaches(path, module.facts.path);
}

/** Values that are part of the text, and not of the call. */
function droppedValues({ bindings, made }: TextReplacement, used: ReadonlySet<string>): string[] {
  const kept = new Set([...bindings].filter(([name]) => used.has(name)).map(([, { range }]) => range.join()));
  // What fills a hole for entropy is dropped on purpose.
  const isHole = bindings.size > 0;
  const dropped = made.parts.flatMap((part) =>
    part.kind === 'value' && !kept.has(part.range.join()) && !isHole ? part.text : [],
  );
  const unused = [...bindings].filter(([name]) => !used.has(name)).map(([, { text }]) => text);
  return [...dropped, ...unused].map((text) => `'${text}' is no longer part of it`);
}

/** Whether parts that are more than names are computed once, and in the order in which the text has them. */
function keepsOrder({ text }: CanonicalExpression, bindings: TextReplacement['bindings']): boolean {
  const starts = [...text.matchAll(/\$\{(\w+)\}/gu)].flatMap(([, name = '']) => bindings.get(name)?.range[0] ?? []);
  const isPlain = [...bindings.values()].every((value) => /^[\w$.]+$/u.test(value.text));
  return isPlain || starts.every((start, index) => index === 0 || start > (starts[index - 1] ?? 0));
}

/** Constants that held nothing but a part of the text, and are read nowhere else. */
function removedLocals({ made, module }: TextReplacement): Edit[] {
  return made.parts.flatMap((part): Edit[] =>
    part.kind === 'entropy' && part.local !== null ? [{ range: wholeLines(module.text, part.local), text: '' }] : [],
  );
}

/** The import that served nothing but what goes. */
function superfluousImport(request: TextReplacement, used: ReadonlySet<string>): ImportNeed['replaced'] {
  const { bindings, made, module } = request;
  const gone = [made.range, ...removedLocals(request).map(({ range }) => range)];
  const kept = [...bindings].filter(([name]) => used.has(name)).map(([, { range }]) => range);
  const isIn = (ranges: readonly Range[], [start, end]: Range): boolean =>
    ranges.some((range) => range[0] <= start && end <= range[1]);
  for (const from of module.facts.requests) {
    const binding = from.bindings.find(
      ({ references }) =>
        references.length > 0 && references.every(({ range }) => isIn(gone, range) && !isIn(kept, range)),
    );
    if (from.form === 'import' && binding !== undefined) {
      return { request: from, binding };
    }
  }
  return undefined;
}
