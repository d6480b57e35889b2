/** The words of a name, in lower case: `insertRows`, `InsertRows`, `insert_rows` and `INSERT_ROWS` have the same. */
export function wordsOf(name: string): readonly string[] {
  return name
    .replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

/** Words that say which one of several it is, or what kind of thing, but not what it is about. */
const AFFIXES: ReadonlySet<string> = new Set([
  ...[
    'enhanced',
    'resilient',
    'unified',
    'base',
    'new',
    'old',
    'legacy',
    'simple',
    'improved',
    'advanced',
    'optimized',
  ],
  ...['robust', 'smart', 'fast', 'safe', 'my', 'custom', 'default', 'shared', 'global', 'single', 'core', 'common'],
  ...['abstract', 'impl', 'implementation', 'service', 'manager', 'client', 'helper', 'helpers', 'util', 'utils'],
  ...[
    'utilities',
    'lib',
    'wrapper',
    'adapter',
    'factory',
    'provider',
    'module',
    'instance',
    'singleton',
    'consolidated',
  ],
  ...['get', 'create', 'make', 'build', 'use', 'init', 'the', 'index', 'access'],
]);

/**
 * What a name is about: its words without those that tell variants apart, joined. `EnhancedClickHouseManagerV2`,
 * `clickhouse-client.ts` and `getClickHouse` all are about `clickhouse`; `BaseManager` is about nothing.
 */
export function stemOf(name: string): string {
  return aboutWords(name).join('');
}

/** What the first word of a function's name says that it does, the same for `create` and `make`; `''` for none of these. */
export function verbOf(name: string): string {
  const [first = ''] = wordsOf(name);
  return VERBS.find((verbs) => verbs.includes(first))?.[0] ?? '';
}

const VERBS: readonly (readonly string[])[] = [
  ['create', 'make', 'build', 'init', 'new'],
  ['get', 'use', 'the'],
];

/** Whether a name is about the same as a stem, or about a part of it: `ClickHouseTraceWriter` for `clickhouse`. */
export function isAbout(name: string, stem: string): boolean {
  const words = aboutWords(name);
  return words.some((_, start) => words.some((_word, end) => words.slice(start, end + 1).join('') === stem));
}

function aboutWords(name: string): readonly string[] {
  const words = wordsOf(name);
  // `v2` is split off a capital only: `ManagerV2` has the word `v2`.
  return words.filter((word) => !AFFIXES.has(word) && !/^v?\d+$/u.test(word));
}
