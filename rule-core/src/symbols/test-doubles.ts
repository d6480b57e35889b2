const FOLDER = /(?:^|\/)(?:__mocks__|__fixtures__|mocks?|fakes?|stubs?|doubles?|test-utils|testing|test-helpers)\//u;
const FILE = /(?:^|[._-])(?:mock|mocked|fake|stub)s?(?:[._-][^/]*)?$/u;

/** Whether a module holds test doubles, by its own name or a folder's: `mocks/redis.ts`, `redis.mock.ts`, `fake-clock.ts`. */
export function holdsTestDoubles(path: string): boolean {
  return FOLDER.test(path) || FILE.test(path.slice(path.lastIndexOf('/') + 1));
}
