import type { ModuleUnderCheck } from '../symbols/module-under-check.js';
import { declaredSymbol } from '../symbols/denotation.js';
import type { Project } from '../symbols/project.js';
import type { UseSite } from '../symbols/uses/symbol-use.js';
import type { ModuleRequest, Range } from '../source/facts.js';
import type { Edit } from './edit.js';
import { chooseSpecifier } from './imports/specifier-style.js';
import type { ReplacementTarget } from '../symbols/replacement-target.js';
import { fateBy, type ExportNames, type Mocks } from './mocked-exports.js';
import type { DraftEdits, ReplaceRequest } from './replacing.js';

/** Why what takes the place of a mock is for a person to judge. */
const MOCK_MUST_OFFER = 'the mock must offer what the tests need';

/** `vi.importActual(`, `jest.requireActual<T>(`: not the mock, but the module behind it. */
const ACTUAL = /^[^(<]*Actual\b/u;

/**
 * What a replacement does to the mocks by path in the same module: they follow, so that what is imported stays mocked.
 *
 * @returns no edits where nothing in the module mocks the symbol; `undefined` where the mock must not go by itself
 */
export function moveMocks(request: ReplaceRequest, target: ReplacementTarget): DraftEdits | undefined {
  const { module, use } = request;
  if (use.site.kind === 'global') {
    return { edits: [], doubts: [] };
  }
  const from = use.site.request;
  if (from.form === 'mock' && !from.opaque) {
    const isActual = ACTUAL.test(module.text.slice(from.range[0], from.specifierRange[0]));
    return { edits: pathEdits(request, target, typesInside(request, from)), doubts: isActual ? [] : [MOCK_MUST_OFFER] };
  }
  const allMocks = module.facts.requests.filter(isMock);
  if (allMocks.length === 0) {
    return { edits: [], doubts: [] };
  }
  const replaced = [use.origin?.target.kind === 'module' ? use.origin.target.path : undefined, moduleOf(request, from)];
  const isReplaced = (other: ModuleRequest): boolean => {
    const path = moduleOf(request, other);
    return path !== undefined && replaced.includes(path);
  };
  const mocks = allMocks.filter(isReplaced);
  if (from.form !== 'mock' && mocks.length > 0 && keepsBoth(request, target)) {
    return { edits: [], doubts: [] };
  }
  const targetIsMocked = allMocks.some((mock) => moduleOf(request, mock) === target.root.path);
  if (
    from.form === 'mock' &&
    (targetIsMocked || module.facts.requests.some((other) => isLoad(other) && isReplaced(other)))
  ) {
    // The suggestion at the import takes the mock along.
    return undefined;
  }
  if (mocks.length === 0 || targetIsMocked) {
    return { edits: [], doubts: targetIsMocked ? [`${target.root.path} is mocked here`] : [] };
  }
  const paths = mocks.flatMap((mock) => [mock, ...typesInside(request, mock)]);
  return { edits: pathEdits(request, target, paths), doubts: [MOCK_MUST_OFFER] };
}

/** Whether the mocks of the module itself leave alone what is replaced as well as what takes its place. */
function keepsBoth(request: ReplaceRequest, target: ReplacementTarget): boolean {
  const mocks: Mocks = (mocked) =>
    request.module.facts.requests.flatMap((other) =>
      other.mock !== null && moduleOf(request, other) === mocked ? [other.mock] : [],
    );
  return [namesOfUse(request), namesOfTarget(request, target)].every((names) => fateBy(mocks, names) === 'kept');
}

/**
 * Another module whose mocks by path tell what a use leads to from what takes its place: it would get the real thing in the
 * place of a mock, or a mock in the place of the real thing.
 */
export function mockingModule(request: ReplaceRequest, target: ReplacementTarget): string | undefined {
  const { module, project } = request;
  const before = namesOfUse(request);
  const after = namesOfTarget(request, target);
  return mockingModules(before, module, project).find((mocking) => {
    const mocks: Mocks = (mocked) => project.mocksIn(mocking, mocked);
    const [was, becomes] = [fateBy(mocks, before), fateBy(mocks, after)];
    // What the mock lacks cannot be called by the tests as they are.
    return was !== becomes && !(was === 'absent' && becomes === 'mocked');
  });
}

/** Another module that mocks `replaced` by its path, and not `instead` as well: in its place the real thing would run. */
export function moduleMocking(
  replaced: string,
  instead: string,
  module: ModuleUnderCheck,
  project: Project,
): string | undefined {
  const modules = mockingModules([{ module: replaced, names: [] }], module, project);
  return modules.find((mocking) => !project.mockedBy(instead).includes(mocking));
}

/** The other modules that mock one of these by its path, and may be started together with `module`. */
function mockingModules(
  names: readonly ExportNames[],
  { facts, isTest }: ModuleUnderCheck,
  project: Project,
): readonly string[] {
  return [...new Set(names.map((one) => one.module))]
    .flatMap((mocked) => project.mockedBy(mocked))
    .filter(
      (mocking) =>
        mocking !== facts.path &&
        // Tests are started by themselves: the mocks of one mean nothing to another; those of a setup file hold for all.
        (!isTest || !project.isTest(mocking) || project.reaches(mocking, facts.path)),
    );
}

/** By which names of which modules a use leads to its symbol: that of the module it asks, and that of the declaration. */
function namesOfUse({ module, project, use }: ReplaceRequest): ExportNames[] {
  const { origin, site } = use;
  const names: ExportNames[] = [];
  if (origin?.target.kind === 'module') {
    const exported = declaredSymbol(origin, project)?.declaration.exportedAs ?? [];
    names.push({ module: origin.target.path, names: exported });
  }
  const asked = site.kind === 'global' ? undefined : project.resolve(module.facts.path, site.request.specifier);
  if (asked?.kind === 'module' && site.kind !== 'global' && asked.path !== names[0]?.module) {
    names.push({ module: asked.path, names: askedName(site) });
  }
  return names;
}

/** The exports that a site takes from the module it asks; none if that is the module as a whole. */
function askedName(site: Exclude<UseSite, { readonly kind: 'global' }>): readonly string[] {
  if (site.kind === 'module') {
    return [];
  }
  if (site.binding.imported !== '*') {
    return [site.binding.imported];
  }
  return site.kind === 'member' ? site.reference.path.slice(0, 1) : [];
}

/** The same for what takes its place, the way the module will ask for it. */
function namesOfTarget({ concern, module, project, use }: ReplaceRequest, { root }: ReplacementTarget): ExportNames[] {
  const near = use.site.kind === 'global' ? undefined : use.site.request;
  const specifier = chooseSpecifier(module.facts, near, root, concern, project);
  const asked = specifier === undefined ? undefined : project.resolve(module.facts.path, specifier);
  const names = [root.exported];
  const passing = asked?.kind === 'module' && asked.path !== root.path ? [{ module: asked.path, names }] : [];
  return [{ module: root.path, names }, ...passing];
}

/** A request that loads the module, and gets the mock. */
function isLoad({ form, typeOnly }: ModuleRequest): boolean {
  return !typeOnly && form !== 'mock' && form !== 'import-type' && form !== 'jsdoc';
}

function pathEdits(
  { concern, module, project }: ReplaceRequest,
  { root }: ReplacementTarget,
  paths: readonly ModuleRequest[],
): Edit[] {
  return paths.flatMap((path): Edit[] => {
    const specifier = chooseSpecifier(module.facts, path, root, concern, project);
    const quote = module.text[path.specifierRange[0]] ?? "'";
    return specifier === undefined ? [] : [{ range: path.specifierRange, text: quote + specifier + quote }];
  });
}

/** The types of a mocked module that are named in the call: `vi.importActual<typeof import('m')>('m')`. */
function typesInside(request: ReplaceRequest, mock: ModuleRequest): ModuleRequest[] {
  const mocked = moduleOf(request, mock);
  return request.module.facts.requests.filter(
    (other) => other.form === 'import-type' && isInside(other.range, mock.range) && moduleOf(request, other) === mocked,
  );
}

/** A call that mocks a module, or hands out its mock or the module behind it as a whole. */
function isMock({ form, opaque }: ModuleRequest): boolean {
  return form === 'mock' && opaque;
}

function moduleOf({ module, project }: ReplaceRequest, { specifier }: ModuleRequest): string | undefined {
  const target = project.resolve(module.facts.path, specifier);
  return target.kind === 'module' ? target.path : undefined;
}

function isInside(inner: Range, outer: Range): boolean {
  return inner[0] >= outer[0] && inner[1] <= outer[1];
}
