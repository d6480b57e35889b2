import type { ModuleUnderCheck } from '../checks/check.js';
import type { Project } from '../checks/project.js';
import type { ModuleRequest, Range } from '../source/facts.js';
import type { Edit } from './edit.js';
import { chooseSpecifier } from './imports/specifier-style.js';
import type { ReplacementTarget } from '../checks/replacement-target.js';
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

/**
 * Another module that mocks one of `replaced` by its path, and not `instead` as well: in its place the real thing would run.
 *
 * @param replaced modules, relative to the workspace root
 */
export function mockingModule(
  replaced: readonly string[],
  instead: string,
  { facts, isTest }: ModuleUnderCheck,
  project: Project,
): string | undefined {
  return [...new Set(replaced)]
    .flatMap((module) => project.mockedBy(module))
    .find(
      (mocking) =>
        mocking !== facts.path &&
        // Tests are started by themselves: the mocks of one mean nothing to another; those of a setup file hold for all.
        (!isTest || !project.isTest(mocking) || project.reaches(mocking, facts.path)) &&
        !project.mockedBy(instead).includes(mocking),
    );
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
