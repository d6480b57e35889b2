import type { ModuleMock } from '../source/facts.js';

/** Some exports of a module; none of them stands for the module as a whole. */
export interface ExportNames {
  readonly module: string;
  readonly names: readonly string[];
}

/** What becomes of an export where its module is mocked: `absent` if the mock has nothing of its name. */
export type Fate = 'kept' | 'absent' | 'mocked';

/** The mocks that stand in for a module. */
export type Mocks = (module: string) => readonly ModuleMock[];

/** What mocks make of something that is reached by all of these names. */
export function fateBy(mocks: Mocks, reachedBy: readonly ExportNames[]): Fate {
  const fates = reachedBy.flatMap(({ module, names }) => mocks(module).map((mock) => fateOf(mock, names)));
  return fates.find((fate) => fate === 'mocked') ?? fates.find((fate) => fate === 'absent') ?? 'kept';
}

function fateOf({ keepsOthers, replaced }: ModuleMock, names: readonly string[]): Fate {
  // What a default import of a mock without a default gets is up to the test runner.
  if (replaced === null || names.length === 0 || names.some((name) => replaced.includes(name) || name === 'default')) {
    return 'mocked';
  }
  return keepsOthers ? 'kept' : 'absent';
}
