import type { EntropyKind, MadeText } from '../../source/facts.js';

/** What a name says of the value it is given: `strong` is an ID, `weak` one only if it is put together, `never` a stop. */
export type SinkClass = 'strong' | 'weak' | 'random-only' | 'never' | 'none';

const STRONG =
  /^(?:(?:id|uuid|guid|uid|oid)s?|(?:uuid|guid)v?\d|ulids?|cuids?|ksuids?|nanoids?|objectid|identifiers?)$/u;
/** Compounds that are written as one word, as in headers and columns. */
const COMPOUND =
  /^(?:run|thread|trace|span|user|session|request|message|order|correlation|client|device|event|job|task|conversation|tenant|account)id$/u;
const WEAK = /^(?:slug|ref|cursor)s?$/u;
const KEY = /^keys?$/u;

/** A different concern, wherever in a name they stand. */
const SECRET = new Set([
  'token',
  'tokens',
  'secret',
  'secrets',
  'nonce',
  'challenge',
  'password',
  'passwd',
  'passphrase',
  'salt',
  'etag',
  'hash',
  'hashed',
  'digest',
  'checksum',
  'signature',
  'csrf',
  'xsrf',
  'otp',
  'pkce',
  'verifier',
  'filename',
  'pathname',
  // Where an element is in a page, and what comes after the dash of a version.
  'dom',
  'prerelease',
]);
/** What makes a key one that opens something, or that names a place. */
const KEY_OF = new Set([
  'api',
  'secret',
  'access',
  'private',
  'public',
  'license',
  'encryption',
  'signing',
  'auth',
  'crypto',
  'webhook',
  'cache',
  'storage',
  'object',
  's3',
  'sort',
  'query',
]);
/** Heads of names whose thing is somewhere, not something. */
const PLACE = new Set([
  'path',
  'paths',
  'file',
  'dir',
  'directory',
  'folder',
  'url',
  'urls',
  'uri',
  'href',
  'src',
  'link',
]);
/** Heads of names that say something about an ID. */
const ABOUT = new Set([
  'at',
  'count',
  'date',
  'delay',
  'duration',
  'epoch',
  'index',
  'interval',
  'length',
  'max',
  'min',
  'ms',
  'name',
  'names',
  'offset',
  'pattern',
  'position',
  'regex',
  'regexp',
  'revision',
  'seed',
  'seq',
  'size',
  'tick',
  'time',
  'timeout',
  'timestamp',
  'ttl',
  'type',
  'version',
]);

/** The words of a name, in lower case: `['run', 'id']` for `runId`, `run_ID`, `RUN_ID` and `x.run-id` alike. */
export function tokensOf(name: string): string[] {
  return name
    .replace(/(?<![A-Z])(?:UUID|GUID|ULID|ID)(?:s|v\d)?(?![a-z]|[A-Z](?![a-z]))/gu, (word) => ` ${word.toLowerCase()} `)
    .replace(/([a-z\d])([A-Z])/gu, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/gu, '$1 $2')
    .split(/[^\p{L}\d]+/u)
    .filter((token) => token !== '')
    .map((token) => token.toLowerCase());
}

/** Whether a word means an ID. */
export function isIdToken(token: string): boolean {
  const word = withoutNumber(token);
  return STRONG.test(token) || STRONG.test(word) || COMPOUND.test(word);
}

/** `id` of `id2`. */
function withoutNumber(token: string): string {
  return token.replace(/\d+$/u, '');
}

/** What a name says of the value that it is given. */
export function sinkClass(name: string): SinkClass {
  const tokens = tokensOf(name);
  const head = tokens.at(-1) ?? '';
  const isFileName = tokens.includes('file') && /^(?:names?|path)$/u.test(head);
  if (isFileName || PLACE.has(head) || tokens.some((token) => SECRET.has(token))) {
    return 'never';
  }
  if (ABOUT.has(head)) {
    return 'none';
  }
  if (tokens.some(isIdToken)) {
    return 'strong';
  }
  if (tokens.some((token) => WEAK.test(withoutNumber(token)))) {
    return 'weak';
  }
  if (KEY.test(head)) {
    return tokens.some((token) => KEY_OF.has(token)) ? 'never' : 'random-only';
  }
  return 'none';
}

/** Words of a function's name that say it makes something. */
const MAKES = new Set(['generate', 'gen', 'make', 'new', 'create', 'next', 'mint', 'build', 'unique']);

/** Whether a word of a function's name says that it makes something. */
export function isMakingToken(token: string): boolean {
  return MAKES.has(token);
}

/** Whether a value that is made of this is an ID under this name. */
export function makesId(name: string, made: MadeText, entropy: EntropyKind): boolean {
  const { form, parts } = made;
  // One choice among literals is a sample of what is there; several make something new.
  if (made.chooses && parts.filter(({ kind }) => kind === 'entropy').length < 2) {
    return false;
  }
  switch (sinkClass(name)) {
    case 'strong':
      if (form === 'number') {
        return tokensOf(name).some(isMakingToken);
      }
      // A bare count tells calls apart, as guards against late answers do; it becomes an ID by what is put around it.
      return form !== 'plain' || entropy !== 'counter';
    case 'weak':
      // `refs/heads/…` names a place.
      return (
        (form === 'encoded' || form === 'composed') &&
        !parts.some((part) => part.kind === 'literal' && part.text.includes('/'))
      );
    case 'random-only':
      return (form === 'encoded' || form === 'composed') && entropy === 'random';
    case 'never':
    case 'none':
      return false;
  }
}
