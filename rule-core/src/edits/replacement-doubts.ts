import type { ReferenceRole } from '../source/facts.js';
import { denotationOf, originOfName, type Denotation } from '../symbols/denotation.js';
import type { ModuleUnderCheck } from '../symbols/module-under-check.js';
import type { Project } from '../symbols/project.js';
import type { ReplacementTarget } from '../symbols/replacement-target.js';
import type { SymbolUse } from '../symbols/uses/symbol-use.js';
import { difference, type Usage } from './compatibility.js';
import { mockingModule } from './mocked-paths.js';
import type { ReplaceRequest } from './replacing.js';
import { depthOf, referencesOf } from './site-references.js';

/** What a function loads when it is called must not be loaded at once by something that takes its place. */
export function doubtsAboutTime(
  { module, project, use: { site } }: ReplaceRequest,
  { root }: ReplacementTarget,
): string[] {
  if (site.kind === 'global' || site.request.form !== 'require' || site.request.atLoad) {
    return [];
  }
  const staysInPlace = site.kind === 'binding' && site.request.bindings.length === 1;
  const isLoaded = module.facts.requests.some(({ atLoad, specifier }) => {
    const loaded = atLoad ? project.resolve(module.facts.path, specifier) : undefined;
    return loaded?.kind === 'module' && loaded.path === root.path;
  });
  return staysInPlace || isLoaded ? [] : ['it is loaded on demand'];
}

/** What keeps the one from standing for the other, by their declarations and by how the symbol is used. */
export function doubtsAboutCompatibility(
  { module, project, replacement, use }: ReplaceRequest,
  target: ReplacementTarget,
): string[] {
  if (replacement.compatible === true || (use.form === 'mock' && use.site.kind === 'module')) {
    return [];
  }
  if (replacement.compatible === false) {
    return ['not drop-in compatible'];
  }
  const from = use.origin === null ? ({ kind: 'unknown' } as const) : denotationOf(use.origin, project);
  const found = difference(from, target.denotes, usageOf(use, module), isSubclass(from, target.denotes, project));
  return found === undefined ? [] : [found];
}

function isSubclass(from: Denotation, to: Denotation, project: Project): boolean {
  const base = from.kind === 'type' && from.declaration.kind === 'class' ? from.declaration.extends[0] : undefined;
  if (base === undefined || from.kind !== 'type' || to.kind !== 'type') {
    return false;
  }
  const { path, target } = originOfName(base, from.path, project);
  return target.kind === 'module' && target.path === to.path && path.length === 1 && path[0] === to.declaration.name;
}

function usageOf({ site }: SymbolUse, { facts }: ModuleUnderCheck): Usage {
  const leaves =
    site.kind === 'module' ||
    (site.kind === 'binding' &&
      (site.binding.exported !== null || site.binding.references.some(({ role }) => role === 'export')));
  if (leaves) {
    const asValue = site.kind === 'module' || !site.binding.typeOnly;
    return {
      asValue,
      constructed: true,
      implemented: false,
      passedAsValue: true,
      ownMembers: undefined,
      anyMembers: undefined,
    };
  }
  const depth = depthOf(site);
  const references = referencesOf(site);
  const direct = references.filter(({ path }) => path.length === depth);
  return {
    asValue: references.some(({ role }) => !TYPE_ROLES.has(role)),
    constructed: direct.some(({ role }) => role === 'new' || role === 'extends'),
    implemented: direct.some(({ role }) => role === 'implements'),
    passedAsValue:
      direct.length < references.length || direct.some(({ role, call }) => role === 'value' || call?.spread === true),
    ownMembers: references.flatMap(({ path }) => path.slice(depth, depth + 1)),
    anyMembers: facts.members,
  };
}

const TYPE_ROLES: ReadonlySet<ReferenceRole> = new Set(['type', 'implements', 'typeof']);

const FUNCTION_OBJECT_MEMBERS: ReadonlySet<string> = new Set([
  'name',
  'length',
  'toString',
  'prototype',
  'bind',
  'mock',
]);

/** What other modules have to do with it: cycles, kinds of modules, mocks. */
export function doubtsAboutProject(request: ReplaceRequest, target: ReplacementTarget): string[] {
  const { root } = target;
  const { module, project, use } = request;
  const doubts: string[] = [];
  const { origin, site } = use;
  const typeOnly = site.kind === 'binding' && site.binding.typeOnly;
  if (!typeOnly && root.path !== module.facts.path && project.reaches(root.path, module.facts.path)) {
    doubts.push(`${root.path} loads this module, so an import cycle would arise`);
  }
  const loadsAlready = origin?.target.kind === 'module' && project.isEsModule(origin.target.path);
  if (isCommonJs(module, project) && !loadsAlready && project.isEsModule(root.path)) {
    doubts.push(`${root.path} is an ES module, which 'require' may not load`);
  }
  const references = referencesOf(site);
  const depth = depthOf(site);
  const read = references
    .map(({ path }) => path[depth])
    .find((name) => name !== undefined && FUNCTION_OBJECT_MEMBERS.has(name));
  if (read !== undefined) {
    doubts.push(`its '${read}' is read`);
  }
  const mocking = typeOnly ? undefined : mockingModule(request, target);
  if (mocking !== undefined) {
    doubts.push(`it is mocked in ${mocking}`);
  }
  return doubts;
}

/** Whether a module loads others by `require`, and is not turned into something else that would. */
function isCommonJs({ facts }: ModuleUnderCheck, project: Project): boolean {
  return (
    facts.requests.some(({ form }) => form === 'require') &&
    !facts.requests.some(({ form }) => form === 'import') &&
    !project.isEsModule(facts.path)
  );
}
