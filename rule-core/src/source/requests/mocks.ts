import type { TSESTree } from '@typescript-eslint/types';
import type { ExtractionContext } from '../extraction-context.js';
import type { ModuleMock } from '../facts.js';
import { Kind, type Node } from '../tree/kinds.js';
import { memberName, specifierName, staticString } from '../tree/static-name.js';
import { unwrapped } from '../tree/unwrapped.js';
import { mockOfCall } from './mock-factory.js';

/** What a mocking call gives back. */
type Yield = 'nothing' | 'object' | 'promise';

/** The methods of `vi` and `jest` that name a module, and what they give back. */
const METHODS: ReadonlyMap<string, Yield> = new Map([
  ['mock', 'nothing'],
  ['doMock', 'nothing'],
  ['setMock', 'nothing'],
  ['unmock', 'nothing'],
  ['doUnmock', 'nothing'],
  ['dontMock', 'nothing'],
  ['deepUnmock', 'nothing'],
  ['unstable_mockModule', 'nothing'],
  ['unstable_unmockModule', 'nothing'],
  ['requireActual', 'object'],
  ['requireMock', 'object'],
  ['createMockFromModule', 'object'],
  ['genMockFromModule', 'object'],
  ['importActual', 'promise'],
  ['importMock', 'promise'],
]);

const TEST_RUNNERS: ReadonlySet<string> = new Set(['vi', 'vitest', 'jest']);

/** A mock by path. */
export interface MockedModule {
  readonly source: Node;
  readonly specifier: string;
  readonly yields: Yield;
  /** `null` if the call hands out what is there, or takes a mock away. */
  readonly mock: ModuleMock | null;
}

/** The methods that put something in the place of a module from then on. */
const PUTTING: ReadonlySet<string> = new Set(['mock', 'doMock', 'setMock', 'unstable_mockModule', 'module']);

/** The module that `vi.mock('m')`, `jest.requireActual('m')`, `mock.module('m')` or a relative of theirs names. */
export function mockedModule(
  context: ExtractionContext,
  call: TSESTree.CallExpression,
  argument: Node,
): MockedModule | null {
  const { callee } = call;
  if (callee.type !== Kind.MemberExpression) {
    return null;
  }
  const method = memberName(callee);
  if (method === null || (method !== 'module' && !METHODS.has(method))) {
    return null;
  }
  const source = argument.type === Kind.ImportExpression ? argument.source : argument;
  const specifier = staticString(source);
  if (specifier === null) {
    return null;
  }
  const yields = method === 'module' ? moduleMock(callee.object) : runnerMethod(context, callee.object, method);
  if (yields === null) {
    return null;
  }
  return { source, specifier, yields, mock: PUTTING.has(method) ? mockOfCall(call, specifier) : null };
}

/** `mock.module('m')`, `t.mock.module('m')`, `test.mock.module('m')`. */
function moduleMock(object: Node): Yield | null {
  const node = unwrapped(object);
  const isMock =
    (node.type === Kind.Identifier && node.name === 'mock') ||
    (node.type === Kind.MemberExpression && memberName(node) === 'mock');
  return isMock ? 'nothing' : null;
}

function runnerMethod(context: ExtractionContext, object: Node, method: string): Yield | null {
  const runner = rootOf(object);
  return runner !== null && isRunner(context, runner) ? (METHODS.get(method) ?? null) : null;
}

/** `jest` of `jest.mock('a').mock('b')`. */
function rootOf(object: Node): TSESTree.Identifier | null {
  let node = unwrapped(object);
  while (node.type === Kind.CallExpression && node.callee.type === Kind.MemberExpression) {
    node = unwrapped(node.callee.object);
  }
  return node.type === Kind.Identifier ? node : null;
}

/** A global, or an import under its own name or another: a parameter called `vi` is none. */
function isRunner({ module, names }: ExtractionContext, { name, range }: TSESTree.Identifier): boolean {
  const known = names.at(range[0]);
  if (known?.kind === 'global') {
    return TEST_RUNNERS.has(name);
  }
  // An import may stand below its use.
  return known?.imported === true && module.program.body.some((statement) => importsRunner(statement, name));
}

function importsRunner(statement: Node, local: string): boolean {
  return (
    statement.type === Kind.ImportDeclaration &&
    statement.specifiers.some(
      (specifier) =>
        specifier.local.name === local &&
        specifier.type === Kind.ImportSpecifier &&
        TEST_RUNNERS.has(specifierName(specifier.imported)),
    )
  );
}
