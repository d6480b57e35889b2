import { wordsOf } from './words.js';

/** Verbs that name the same work. The first of a row stands for all of them. */
const VERBS: readonly (readonly string[])[] = [
  ['create', 'generate', 'make', 'new', 'mint', 'build', 'next'],
  ['get', 'fetch', 'load', 'find', 'retrieve', 'read', 'lookup'],
  ['insert', 'write', 'add', 'append', 'save', 'store', 'put', 'persist'],
  ['delete', 'remove', 'drop', 'erase'],
  ['query', 'select', 'search'],
  ['command', 'execute', 'exec', 'run', 'perform', 'process'],
  ['send', 'emit', 'publish', 'dispatch', 'broadcast', 'notify', 'post', 'push'],
  ['ping', 'health', 'healthcheck', 'alive'],
  ['ensure', 'initialize', 'init', 'setup', 'bootstrap', 'prepare'],
  ['close', 'disconnect', 'shutdown', 'destroy', 'dispose', 'end'],
  ['connect', 'open'],
  ['validate', 'check', 'verify', 'is'],
  ['parse', 'extract', 'decode'],
  ['id', 'uuid', 'guid', 'key', 'identifier'],
];

const SYNONYMS: ReadonlyMap<string, string> = new Map(
  VERBS.flatMap((row) => row.map((word) => [word, row[0] ?? word] as const)),
);

/** Words that add nothing to what is done: `insertRows` and `insertBatch` insert. */
const FILLERS: ReadonlySet<string> = new Set([
  ...[
    'row',
    'rows',
    'record',
    'records',
    'data',
    'result',
    'results',
    'all',
    'many',
    'one',
    'single',
    'sql',
    'raw',
    'async',
  ],
  ...[
    'sync',
    'json',
    'batch',
    'bulk',
    'value',
    'values',
    'item',
    'items',
    'statement',
    'do',
    'handle',
    'a',
    'an',
    'the',
    'with',
  ],
]);

/** Verbs that only carry another one: to execute a query is to query. */
const CARRIERS: ReadonlySet<string> = new Set(['command', 'do']);

/** What every object with a life of its own has; alone it says nothing. */
const LIFECYCLE: ReadonlySet<string> = new Set(['close', 'connect', 'start', 'stop', 'tostring', 'to']);

/**
 * What a member does, in words that synonyms share: `executeQuery`, `queryRows` and `query` are one, `makeUuid` and
 * `generateId` another.
 *
 * @param stem What the concern is about; it does not tell its members apart: `queryClickHouse` queries.
 */
export function workOf(name: string, stem: string): string {
  const words = withoutStem(wordsOf(name), stem)
    .filter((word) => !FILLERS.has(word))
    .map((word) => SYNONYMS.get(word) ?? SYNONYMS.get(singular(word)) ?? singular(word));
  const [first = name.toLowerCase(), ...rest] = words;
  return (CARRIERS.has(first) && rest.length > 0 ? rest : [first, ...rest]).join(' ');
}

/** Whether some work is only part of an object's life, and no evidence of what the object is for. */
export function isLifecycle(work: string): boolean {
  return LIFECYCLE.has(work.split(' ')[0] ?? '');
}

/** What any collection, store of a state or source of events does, in the words of `workOf`. */
const ORDINARY: ReadonlySet<string> = new Set([
  ...['create', 'get', 'insert', 'update', 'upsert', 'delete', 'exist', 'has', 'count', 'size', 'list', 'set', 'clear'],
  ...['get id', 'get by id', 'get by name', 'delete by id', 'update by id', 'exist by id', 'count by id', 'reset'],
  ...['register', 'unregister', 'deregister', 'restart', 'status', 'get status'],
  ...['subscribe', 'unsubscribe', 'get snapshot', 'get state', 'set state', 'on', 'off', 'once'],
]);

/** Whether some work is done by most things that keep something: doing it, too, is no evidence of keeping the same. */
export function isOrdinary(work: string): boolean {
  return ORDINARY.has(work) || isLifecycle(work);
}

function withoutStem(words: readonly string[], stem: string): readonly string[] {
  for (let start = 0; start < words.length; start++) {
    for (let end = start + 1; end <= words.length; end++) {
      if (words.slice(start, end).join('') === stem) {
        return [...words.slice(0, start), ...words.slice(end)];
      }
    }
  }
  return words;
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
