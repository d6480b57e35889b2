import type { Project } from '../checks/project.js';
import type { ModuleMock } from '../source/facts.js';

/** Some exports of a module; none of them stands for the module as a whole. */
export interface ExportNames {
  readonly module: string;
  readonly names: readonly string[];
}

/** What becomes of an export where its module is mocked: `absent` if the mock has nothing of its name. */
export type Fate = 'kept' | 'absent' | 'mocked';

/** What the mocks in the module `mocking` make of something that is reached by all of these names. */
export function fateIn(mocking: string, reachedBy: readonly ExportNames[], project: Project): Fate {
  const fates = reachedBy.map((names) => fateOf(mocking, names, project));
  return fates.find((fate) => fate === 'mocked') ?? fates.find((fate) => fate === 'absent') ?? 'kept';
}

function fateOf(mocking: string, { module, names }: ExportNames, project: Project): Fate {
  const requests = project.facts(mocking)?.requests;
  if (requests === undefined) {
    return project.mockedBy(module).includes(mocking) ? 'mocked' : 'kept';
  }
  const mocks = requests.flatMap(({ mock, specifier }) => {
    const target = mock === null ? undefined : project.resolve(mocking, specifier);
    return mock !== null && target?.kind === 'module' && target.path === module ? [mock] : [];
  });
  const fates = mocks.map((mock) => fateBy(mock, names));
  return fates.find((fate) => fate !== 'kept') ?? 'kept';
}

function fateBy({ keepsOthers, replaced }: ModuleMock, names: readonly string[]): Fate {
  // What a default import of a mock without a default gets is up to the test runner.
  if (replaced === null || names.length === 0 || names.some((name) => replaced.includes(name) || name === 'default')) {
    return 'mocked';
  }
  return keepsOthers ? 'kept' : 'absent';
}
