import type { ModuleUnderCheck } from '../symbols/module-under-check.js';
import type { Project } from '../symbols/project.js';
import type { SymbolUse, UseSite } from '../symbols/uses/symbol-use.js';
import type { ResolvedReplacement } from '../config/resolved-config.js';
import type { Binding, ModuleFacts, ModuleRequest, Reference } from '../source/facts.js';
import type { Edit } from './edit.js';
import { planImport } from './imports/plan-import.js';
import { isRequiredWhole } from './imports/required-whole.js';
import { moveMocks } from './mocked-paths.js';
import { editReference, writeExpression } from './reference-edits.js';
import { denotationOf } from '../symbols/denotation.js';
import { resolveReplacement, type ReplacementTarget } from '../symbols/replacement-target.js';
import { doubtsAboutCompatibility, doubtsAboutProject, doubtsAboutTime } from './replacement-doubts.js';
import { NO_REPLACING, type DraftEdits, type ReplaceRequest, type Replacing } from './replacing.js';
import { editRequestInPlace } from './request-edits.js';
import { depthOf, referencesOf } from './site-references.js';
import { combineEdits, losesComment } from './text-edits.js';

/**
 * Replaces one use of a deprecated symbol by its canonical: the import and every reference that comes with it, or nothing.
 *
 * The conditions for a fix follow Error Prone's InlineMe and Kotlin's ReplaceWith: the two declarations agree, the canonical
 * is visible, no import cycle arises, arguments are evaluated as before, and no comment is lost.
 */
export function replaceSymbol(request: ReplaceRequest): Replacing {
  const { concern, module, project, replacement, use } = request;
  const target = resolveReplacement(replacement.to, project.targets(concern), project);
  if (target === undefined) {
    return NO_REPLACING;
  }
  const draft = callsClass(request, target) ? undefined : draftEdits(request, target);
  const mocks = moveMocks(request, target);
  const edits = draft && mocks && combineEdits([...draft.edits, ...mocks.edits]);
  if (draft === undefined || mocks === undefined || edits === undefined || edits.length === 0) {
    return NO_REPLACING;
  }
  const own = [
    ...draft.doubts,
    ...mocks.doubts,
    ...doubtsAboutCompatibility(request, target),
    ...(losesComment(edits, module.facts.comments, module.text) ? ['a comment is lost'] : []),
  ];
  // What other modules have to do with it is costly to find out, and one doubt is enough.
  const doubts = own.length > 0 ? own : doubtsAboutProject(request, target);
  if (doubts.length === 0) {
    return { fix: edits, suggestions: [] };
  }
  return {
    fix: null,
    suggestions: [{ title: `Replace '${use.name}' by ${replacement.to.text} (${doubts.join('; ')}).`, edits }],
  };
}

/** Whether a class would stand where a function is called, or handed on to be called: how it is to be used, a person decides. */
function callsClass({ project, use }: ReplaceRequest, { denotes }: ReplacementTarget): boolean {
  if (denotes.kind !== 'type' || denotes.declaration.kind !== 'class') {
    return false;
  }
  const { origin, site } = use;
  const depth = depthOf(site);
  const references = referencesOf(site);
  return (
    (origin !== null && denotationOf(origin, project).kind === 'function') ||
    references.some(({ path, role }) => role === 'call' && path.length === depth)
  );
}

function draftEdits(request: ReplaceRequest, target: ReplacementTarget): DraftEdits | undefined {
  const { site } = request.use;
  if (isPartOfMock(site) && target.root.exported === 'export=') {
    // Whether that is the object itself or its default is up to the test runner.
    return undefined;
  }
  switch (site.kind) {
    case 'module':
      return editRequestInPlace(request, target, site.request);
    case 'global':
      return replaceReferences(request, target, [site.reference], site.depth, undefined);
    case 'member':
      if (site.depth === 0 || (site.request.form === 'mock' && site.binding.local !== null)) {
        return undefined;
      }
      return site.binding.local === null || site.request.form === 'dynamic-import'
        ? editRequestInPlace(request, target, site.request)
        : replaceReferences(request, target, [site.reference], site.depth, isOnlyUse(site) ? site : undefined);
    case 'binding':
      if (
        site.binding.local !== null &&
        ((site.binding.imported === '*' && !isRequiredWhole(site, request.module.text)) ||
          readsMembersOfModule(request.use))
      ) {
        return undefined;
      }
      return site.binding.local === null || (mustKeepName(site, request.module.facts) && !isNameAlone(target))
        ? editRequestInPlace(request, target, site.request)
        : replaceReferences(request, target, site.binding.references, 0, site);
  }
}

/** Whether a name stands for a module whose members are read: no other one symbol takes the place of that. */
function readsMembersOfModule({ origin, site }: SymbolUse): boolean {
  return (
    origin?.target.kind === 'module' &&
    origin.path.length === 0 &&
    referencesOf(site).some(({ path }) => path.length > 0)
  );
}

/** `vi.importActual('m')` and its relatives, where it is known what is taken from the module. */
function isPartOfMock(site: UseSite): boolean {
  return site.kind !== 'module' && site.kind !== 'global' && site.request.form === 'mock';
}

/** Whether others rely on the name of a variable: it is assigned to, or leaves the module. */
function mustKeepName(
  { binding, request }: { readonly binding: Binding; readonly request: ModuleRequest },
  { exports }: ModuleFacts,
): boolean {
  return (
    (request.form === 'require' || request.form === 'dynamic-import' || request.form === 'mock') &&
    (binding.references.some(({ path, role }) => role === 'write' && path.length === 0) ||
      exports.some(({ nameRange }) => nameRange[0] === binding.nameRange[0]))
  );
}

function isNameAlone({ expression }: ReplacementTarget): boolean {
  return expression.steps.length === 1;
}

/** Whether an import is there for one place alone, which goes. */
function isOnlyUse({ binding, request }: { readonly binding: Binding; readonly request: ModuleRequest }): boolean {
  return request.form === 'import' && binding.imported !== '*' && binding.references.length === 1;
}

function replaceReferences(
  request: ReplaceRequest,
  target: ReplacementTarget,
  references: readonly Reference[],
  depth: number,
  replaced: { readonly request: ModuleRequest; readonly binding: Binding } | undefined,
): DraftEdits | undefined {
  const { concern, module, project, replacement, use } = request;
  const { site } = use;
  const isName = isNameAlone(target);
  const isRenamed = replaced !== undefined && site.kind === 'binding';
  const hasOwnAlias =
    isRenamed &&
    replaced.binding.local !== replaced.binding.imported &&
    replaced.binding.imported !== 'default' &&
    replaced.binding.imported !== '*';
  const mustKeep = isRenamed && mustKeepName(replaced, module.facts);
  if (mustKeep && replaced.request.bindings.length > 1) {
    return undefined;
  }
  const plan = planImport({
    module,
    concern,
    project,
    root: target.root,
    typeOnly: (site.kind === 'binding' || site.kind === 'member') && site.binding.typeOnly,
    replaced,
    keepLocal: isName && ((hasOwnAlias && !isNamedForPackage(replaced, project, module)) || mustKeep),
    freed: freedGlobal(target, replacement, module),
  });
  if (plan === undefined) {
    return undefined;
  }
  if (isRenamed && plan.local === replaced.binding.local && isName) {
    return { edits: plan.edits, doubts: doubtsAboutTime(request, target) };
  }
  const expression = writeExpression(target.expression, target.denotes, plan.local);
  const edits: Edit[] = [...plan.edits];
  const doubts = new Set(doubtsAboutTime(request, target));
  for (const reference of references) {
    const edit = editReference(module.text, reference, depth, expression);
    if (edit === undefined) {
      return undefined;
    }
    edits.push(...edit.edits.filter(({ range, text }) => module.text.slice(...range) !== text));
    if (edit.doubt !== undefined) {
      doubts.add(edit.doubt);
    }
  }
  return { edits, doubts: [...doubts] };
}

/** Whether a name says which package it is from: `v4 as uuid` would be wrong for anything else. */
function isNamedForPackage(
  { request, binding }: { readonly request: ModuleRequest; readonly binding: Binding },
  project: Project,
  { facts }: ModuleUnderCheck,
): boolean {
  const plain = (text: string): string => text.replaceAll(/[^\p{L}\d]/gu, '').toLowerCase();
  const target = project.resolve(facts.path, request.specifier);
  return (
    target.kind === 'package' &&
    target.name.split('/').some((part) => plain(part).length > 2 && plain(binding.local ?? '').includes(plain(part)))
  );
}

/**
 * The global that is replaced by an export of its own name, such as `fetch`: imported under it, the export takes its place
 * all over the module. Not where the module assigns to it, reads members of it, or keeps a use on purpose.
 */
function freedGlobal(
  { expression, root }: ReplacementTarget,
  { from }: ResolvedReplacement,
  { facts }: ModuleUnderCheck,
): string | undefined {
  const isOfItsName = from.kind === 'global' && from.exportPath.length === 1 && from.exportPath[0] === root.exported;
  const isKept =
    facts.suppressions.length > 0 ||
    facts.globals.some(
      ({ name, reference }) => name === root.exported && (reference.role === 'write' || reference.path.length > 0),
    );
  return isOfItsName && expression.steps.length === 1 && !isKept ? root.exported : undefined;
}
