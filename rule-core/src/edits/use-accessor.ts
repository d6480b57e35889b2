import type { ModuleUnderCheck } from '../symbols/module-under-check.js';
import type { Project } from '../symbols/project.js';
import type { Suggestion } from './edit.js';
import type { ResolvedConcern } from '../config/resolved-config.js';
import type { Binding, ModuleRequest, Reference } from '../source/facts.js';
import { planImport } from './imports/plan-import.js';
import { declaredSymbol } from '../symbols/denotation.js';
import { holdsCanonical } from '../symbols/owner.js';
import type { CanonicalRoot } from '../symbols/replacement-target.js';
import { combineEdits, losesComment } from './text-edits.js';

/** One construction of the canonical that its accessor is to replace. */
export interface AccessorRequest {
  readonly module: ModuleUnderCheck;
  readonly concern: ResolvedConcern;
  readonly project: Project;
  /** The accessor. */
  readonly root: CanonicalRoot;
  /** `new X(…)`. */
  readonly construction: Reference;
  /** The import of the class, if the construction is its only use. */
  readonly superfluous: { readonly request: ModuleRequest; readonly binding: Binding } | undefined;
}

/**
 * Suggests to call the accessor in place of a constructor. Never a fix: an instance of one's own is another one than the one
 * that all share. The import of the class goes if nothing else needs it.
 */
export function useAccessor({
  module,
  concern,
  project,
  root,
  construction,
  superfluous,
}: AccessorRequest): readonly Suggestion[] {
  const { call } = construction;
  const isValue = holdsCanonical(root, project);
  if (call === null || (!isValue && !canBeCalled(root, project))) {
    return [];
  }
  const suffix = isValue ? '' : '()';
  const plan = planImport({ module, concern, project, root, typeOnly: false, replaced: superfluous, keepLocal: false });
  const edits = plan && combineEdits([...plan.edits, { range: call.range, text: plan.local + suffix }]);
  if (edits === undefined || edits.length === 0) {
    return [];
  }
  const changes = ['the shared instance takes the place of an own one'];
  if (call.arguments.length > 0) {
    changes.push('its arguments are dropped');
  }
  if (losesComment(edits, module.facts.comments, module.text)) {
    changes.push('a comment is lost');
  }
  return [
    {
      title: `Use ${root.exported === 'default' ? (root.origin.path[0] ?? 'the accessor') : root.exported}${suffix} (${changes.join('; ')}).`,
      edits,
    },
  ];
}

/** An asynchronous accessor changes the code around, and so do arguments that only a person knows. */
function canBeCalled({ origin }: CanonicalRoot, project: Project): boolean {
  const signature = declaredSymbol(origin, project)?.declaration.signature ?? null;
  return signature !== null && !signature.async && signature.parameters.every(({ optional, rest }) => optional || rest);
}
