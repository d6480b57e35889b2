import type { Declaration } from '../../source/facts.js';
import { ancestry } from '../second-declaration/hierarchy.js';
import type { Implementation } from './implementation.js';
import type { Setting } from './setting.js';
import { wordsOf } from './words.js';

/** Words that say of a thing that it stands in for another one. */
const STAND_INS: ReadonlySet<string> = new Set([
  'mock',
  'mocked',
  'fake',
  'stub',
  'spy',
  'dummy',
  'noop',
  'nop',
  'null',
  'test',
  'testing',
  'memory',
  'disabled',
  'recording',
]);
/** Folders of stand-ins and of what makes them. */
const TEST_FOLDERS =
  /(?:^|\/)(?:tests?|testing|test-utils|__tests__|__mocks__|mocks?|fakes?|stubs?|fixtures?|__fixtures__|e2e|storybook|\.storybook)\//u;

/** Whether something looks like a second implementation for a good reason, whatever the evidence. */
export function isFalseFriend(implementation: Implementation, setting: Setting): boolean {
  return (
    extendsCanonical(implementation, setting) || isPartOfCanonical(implementation, setting) || isInTestFolder(setting)
  );
}

/** Whether something is made to stand in for the canonical: a test double, a null object. Reaching a driver, it is none. */
export function isStandIn({ name }: Pick<Implementation, 'name'>): boolean {
  return wordsOf(name).some(
    (word, index, words) => STAND_INS.has(word) || (word === 'no' && words[index + 1] === 'op'),
  );
}

function isInTestFolder({ facts }: Setting): boolean {
  return TEST_FOLDERS.test(facts.path);
}

function extendsCanonical({ declarations }: Implementation, { facts, concern, project }: Setting): boolean {
  return declarations.some(
    (declaration) => declaration.kind === 'class' && ancestry(declaration, facts, concern, project).extendsCanonical,
  );
}

/** What the canonical itself imports does a part of its work: the first version behind a dispatcher, a client that it is built on. */
function isPartOfCanonical(
  { declarations, operations, kind }: Implementation,
  { facts, concern, project }: Setting,
): boolean {
  const used = project.targets(concern).canonicalModules.flatMap((path) => {
    const canonical = project.facts(path);
    return (canonical?.requests ?? []).flatMap((request) =>
      request.typeOnly || request.form === 'mock'
        ? []
        : request.bindings
            .filter(({ typeOnly }) => !typeOnly)
            .map(({ imported }) => project.origin(path, request.specifier, imported === '*' ? [] : [imported]))
            .filter(({ target }) => target.kind === 'module' && target.path === facts.path)
            .map(({ path: symbol }) => symbol[0]),
    );
  });
  if (used.includes(undefined)) {
    return true;
  }
  return kind === 'module'
    ? operations.some(({ name }) => used.includes(name))
    : declarations.some((declaration) => used.includes(declaration.name) || exposes(declaration, used));
}

/** A factory's class is used where the factory is. */
function exposes({ exportedAs }: Declaration, used: readonly (string | undefined)[]): boolean {
  return exportedAs.some((name) => used.includes(name));
}
