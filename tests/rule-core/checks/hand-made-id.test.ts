import { describe, expect, it } from 'vitest';
import { fixtureProject } from '../../fixture-project/fixture-project.js';
import { ID_CONFIG, ID_FILES } from './ids.js';

/** The texts that are reported in a module by the rule. */
function reported(text: string, file = 'src/consumer.ts'): string[] {
  const project = fixtureProject(ID_CONFIG, { ...ID_FILES, [file]: text });
  return project.lint(file, { rule: 'no-second-id-generator' }).map(({ at }) => at);
}

const MORE_MADE: [form: string, text: string, at: string, file?: string][] = [
  ['a clock in seconds', 'const id = `t-${Math.floor(Date.now() / 1000)}`;', '`t-${Math.floor(Date.now() / 1000)}`'],
  [
    'a clock and a count in one number',
    `class A { #n = 0; add() { return { id: (Date.now() * 4096 + (this.#n++ & 4095)).toString(36) }; } }`,
    `(Date.now() * 4096 + (this.#n++ & 4095)).toString(36)`,
  ],
  [
    'a parameter of a constructor',
    'class Box { constructor(readonly boxId: string) {} }\nexport const box = new Box(`box-${Math.random()}`);',
    '`box-${Math.random()}`',
  ],
  [
    'a parameter of the constructor of a class expression',
    'const Box = class { constructor(boxId) { this.key = boxId; } };\nexport const box = new Box(`box-${Math.random()}`);',
    '`box-${Math.random()}`',
  ],
  [
    'a counter in a field of each object',
    'let nodes = 0;\nexport class Node { readonly id = `node-${++nodes}`; }',
    '`node-${++nodes}`',
  ],
  ['a text in a URL', 'const id2 = encodeURIComponent(`a-${Date.now()}`);', '`a-${Date.now()}`'],
  [
    'INSERT of what is selected',
    'await db.query(`INSERT INTO runs (id, at) SELECT gen_random_uuid(), now()`);',
    '`INSERT INTO runs (id, at) SELECT gen_random_uuid(), now()`',
  ],
  [
    'INSERT of other calls',
    'await db.query(`INSERT INTO runs (at, id) VALUES (date_trunc($1, now()), gen_random_uuid())`);',
    '`INSERT INTO runs (at, id) VALUES (date_trunc($1, now()), gen_random_uuid())`',
  ],
  [
    'UPDATE',
    `await db.query('UPDATE runs SET name = $1, ref = NEWID()');`,
    `'UPDATE runs SET name = $1, ref = NEWID()'`,
  ],
];

const MADE: [form: string, text: string, at: string, file?: string][] = [
  // What it is made from.
  ['base 36', `const id = Math.random().toString(36);`, 'Math.random().toString(36)'],
  ['base 36, cut', `const id = Math.random().toString(36).slice(2, 9);`, 'Math.random().toString(36).slice(2, 9)'],
  [
    'base 16',
    `const id = Math.floor(Math.random() * 16777215).toString(16);`,
    'Math.floor(Math.random() * 16777215).toString(16)',
  ],
  [
    'twice base 36',
    `const id = Math.random().toString(36).slice(2) + Math.random().toString(36).slice(2);`,
    'Math.random().toString(36).slice(2) + Math.random().toString(36).slice(2)',
  ],
  ['a clock in base 36', `const id = Date.now().toString(36);`, 'Date.now().toString(36)'],
  ['a clock in a template', 'const id = `run_${Date.now()}`;', '`run_${Date.now()}`'],
  ['new Date().getTime()', 'const id = `run-${new Date().getTime()}`;', '`run-${new Date().getTime()}`'],
  ['+new Date()', `const id = 'run-' + +new Date();`, `'run-' + +new Date()`],
  ['performance.now()', 'const id = `m${performance.now()}`;', '`m${performance.now()}`'],
  ['process.hrtime', 'const id = `m-${process.hrtime.bigint()}`;', '`m-${process.hrtime.bigint()}`'],
  ['an ISO time', 'const batchId = `batch-${new Date().toISOString()}`;', '`batch-${new Date().toISOString()}`'],
  ['a clock as a text', 'const messageId = String(Date.now());', 'String(Date.now())'],
  ['a counter of the module', 'let n = 0;\nexport const f = () => ({ id: `node-${++n}` });', '`node-${++n}`'],
  [
    'a counter counted before',
    'let n = 0;\nexport function f() { n += 1; return { id: `node-${n}` }; }',
    '`node-${n}`',
  ],
  [
    'a counter of an object',
    'class A { private n = 0; add() { return { jobId: `job-${this.n++}` }; } }',
    '`job-${this.n++}`',
  ],
  [
    'a counter that a function that leaves goes on with',
    'export function ids() { let n = 0; const next = () => { n += 1; return { id: `i_${n}` }; }; return next; }',
    '`i_${n}`',
  ],
  ['a counter of a ref', 'const f = () => ({ toastId: `toast-${count.current++}` });', '`toast-${count.current++}`'],
  [
    'random bytes',
    `import { randomBytes } from 'node:crypto';\nconst traceId = randomBytes(16).toString('hex');`,
    `randomBytes(16).toString('hex')`,
  ],
  [
    'renamed random bytes',
    `import { randomBytes as rb } from 'crypto';\nconst traceId = rb(16).toString('hex');`,
    `rb(16).toString('hex')`,
  ],
  [
    'random bytes of crypto',
    `import crypto from 'node:crypto';\nconst spanId = crypto.randomBytes(8).toString('hex');`,
    `crypto.randomBytes(8).toString('hex')`,
  ],
  [
    'getRandomValues',
    `const id = Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16)).join('');`,
    `Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16)).join('')`,
  ],
  [
    'getRandomValues into a local',
    `export function f() { const bytes = new Uint8Array(16); crypto.getRandomValues(bytes); const id = Buffer.from(bytes).toString('hex'); return { id }; }`,
    `Buffer.from(bytes).toString('hex')`,
  ],
  [
    'the UUID template',
    `const id = 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (c) => { const r = (Math.random() * 16) | 0; return (c === 'x' ? r : (r & 0x3) | 0x8).toString(16); });`,
    `'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (c) => { const r = (Math.random() * 16) | 0; return (c === 'x' ? r : (r & 0x3) | 0x8).toString(16); })`,
  ],
  [
    'an alphabet',
    `const CHARS = 'abcdefghijkmnpqrstuvwxyz';\nexport function f() { let code = ''; for (let i = 0; i < 10; i++) code += CHARS[Math.floor(Math.random() * CHARS.length)]; return { id: code }; }`,
    'CHARS[Math.floor(Math.random() * CHARS.length)]',
  ],
  [
    'an alphabet by charAt',
    `const CHARS = 'abcdefghijkmnpqrstuvwxyz';\nexport function f() { let id = ''; while (id.length < 10) id += CHARS.charAt(Math.floor(Math.random() * CHARS.length)); return { x: id }; }`,
    'CHARS.charAt(Math.floor(Math.random() * CHARS.length))',
  ],
  [
    'an alphabet, joined',
    `const CHARS = 'abcdefghijkmnpqrstuvwxyz';\nconst id = Array.from({ length: 8 }, () => CHARS[Math.floor(Math.random() * CHARS.length)]).join('');`,
    `Array.from({ length: 8 }, () => CHARS[Math.floor(Math.random() * CHARS.length)]).join('')`,
  ],
  ['process.hrtime()[1]', 'const id = `m-${process.hrtime()[1]}`;', '`m-${process.hrtime()[1]}`'],
  [
    'a few random values',
    `const id = crypto.getRandomValues(new Uint32Array(2))[0].toString(36);`,
    `crypto.getRandomValues(new Uint32Array(2))[0].toString(36)`,
  ],
  [
    'randomInt',
    `import { randomInt } from 'node:crypto';\nconst orderId = 'ORD-' + randomInt(1e9);`,
    `'ORD-' + randomInt(1e9)`,
  ],
  [
    'letters by their codes',
    `export function f() { let id = ''; for (let i = 0; i < 8; i++) id += String.fromCharCode(97 + Math.floor(Math.random() * 26)); return { x: id }; }`,
    'String.fromCharCode(97 + Math.floor(Math.random() * 26))',
  ],
  [
    'a counter of a function around',
    'export function create() { let taken = 0; const add = () => { emit({ id: `node-${taken++}` }); }; return { add }; }',
    '`node-${taken++}`',
  ],
  [
    'a padded counter',
    'let n = 0;\nexport const f = () => ({ orderId: `ORD-${String(++n).padStart(6, "0")}` });',
    '`ORD-${String(++n).padStart(6, "0")}`',
  ],
  ['a private counter', 'class A { #n = 0; add() { return { jobId: `job-${this.#n++}` }; } }', '`job-${this.#n++}`'],
  [
    'random bytes under the name of an ID, once',
    `import { randomBytes } from 'node:crypto';\nconst spanId = randomBytes(8);\nsend({ spanId: spanId.toString('hex'), id: spanId.toString('hex') });`,
    `randomBytes(8)`,
  ],
  [
    'a large random number',
    'const orderId = `ORD-${Math.floor(1000 + Math.random() * 9000)}`;',
    '`ORD-${Math.floor(1000 + Math.random() * 9000)}`',
  ],
  ['a destructured source', 'const { random } = Math;\nconst id = random().toString(36);', 'random().toString(36)'],
  [
    'several choices',
    'const slug = `${pick(a)}-${Math.floor(Math.random() * 900)}-${nouns[Math.floor(Math.random() * nouns.length)]}`;',
    '`${pick(a)}-${Math.floor(Math.random() * 900)}-${nouns[Math.floor(Math.random() * nouns.length)]}`',
  ],
  [
    'a static counter',
    'export class Q { private static n = 0; static add(t: string) { Q.n += 1; return { taskId: `task-${Q.n}-${t}` }; } }',
    '`task-${Q.n}-${t}`',
  ],
  [
    'bytes in a loop',
    `export function f() { const bytes = crypto.getRandomValues(new Uint8Array(16)); let id = ''; for (const byte of bytes) id += byte.toString(16); return { x: id }; }`,
    'byte.toString(16)',
  ],
  [
    'an alphabet by bytes in a loop',
    `const CHARS = 'abcdefghij';\nexport function f() { const bytes = new Uint8Array(8); crypto.getRandomValues(bytes); let id = ''; bytes.forEach((byte) => { id += CHARS[byte % CHARS.length]; }); return { x: id }; }`,
    'CHARS[byte % CHARS.length]',
  ],
  [
    'a text that grows',
    `export function f(start: string) { let id = start; id += '_'; id += Date.now(); return { x: id }; }`,
    'Date.now()',
  ],
  // How it is put together.
  [
    'a concatenation with a parameter',
    `export const f = (start: string) => ({ id: start + Date.now() });`,
    `start + Date.now()`,
  ],
  [
    'a concatenation with a prefix',
    `export const f = ({ prefix }) => ({ id: prefix + Math.random() });`,
    `prefix + Math.random()`,
  ],
  [
    'concat on a name',
    `export const f = (user: string) => ({ id: user.concat('-', Date.now().toString(36)) });`,
    `user.concat('-', Date.now().toString(36))`,
  ],
  ['a concatenation', `const id = 'inv_' + Date.now() + '_' + user;`, `'inv_' + Date.now() + '_' + user`],
  ['concat', `const id = 'inv_'.concat(String(Date.now()));`, `'inv_'.concat(String(Date.now()))`],
  ['join', `const id = [Date.now(), user].join('-');`, `[Date.now(), user].join('-')`],
  [
    'parts in locals',
    'export function f(t: string) { const now = Date.now(); const r = Math.random().toString(36).slice(2); const id = `a_${t}_${now}_${r}`; return [id]; }',
    '`a_${t}_${now}_${r}`',
  ],
  [
    'a local that is an ID and part of one',
    'export function f() { const uid = Math.random().toString(36); const runId = `r_${Date.now()}_${uid}`; return [runId]; }',
    '`r_${Date.now()}_${uid}`',
  ],
  [
    'a helper of the module',
    'const rand = () => Math.random().toString(36).slice(2);\nconst id = `run_${rand()}`;',
    '`run_${rand()}`',
  ],
  [
    'a helper method',
    'class A { rand() { return Math.random().toString(36); } make() { return { id: `a_${this.rand()}` }; } }',
    '`a_${this.rand()}`',
  ],
  ['an alias of the source', 'const now = Date.now;\nconst id = `a_${now()}`;', '`a_${now()}`'],
  // Where it goes.
  [
    'a ref that is filled later',
    'const C = () => { const ref = useRef(null); ref.current ??= `x-${Math.random()}`; return { correlationId: ref.current }; };',
    '`x-${Math.random()}`',
  ],
  ['an element', 'ids[index] = `a-${Date.now()}`;', '`a-${Date.now()}`'],
  ['a pushed element', 'ids.push(`a-${Date.now()}`);', '`a-${Date.now()}`'],
  ['??=', 'request.id ??= `a-${Date.now()}`;', '`a-${Date.now()}`'],
  [
    'a getter of state',
    'const C = () => { const ref = useRef<string>(); ref.current ??= 1; const idRef = useRef(`x-${Math.random()}`); return [idRef]; };',
    '`x-${Math.random()}`',
  ],
  ['a default', 'export const f = (id?: string) => ({ id: id ?? `run-${Date.now()}` });', '`run-${Date.now()}`'],
  ['an or', 'export const f = (id?: string) => ({ id: id || `run-${Date.now()}` });', '`run-${Date.now()}`'],
  ['a ternary', 'export const f = (a?: string) => ({ id: a ? a : `run-${Date.now()}` });', '`run-${Date.now()}`'],
  ['an object three levels down', 'save({ a: { b: { traceId: `t-${Date.now()}` } } });', '`t-${Date.now()}`'],
  ['a default parameter', 'export function f(runId = `run-${Date.now()}`) { return [runId]; }', '`run-${Date.now()}`'],
  [
    'a destructured default',
    'export function f({ runId = `run-${Date.now()}` }) { return [runId]; }',
    '`run-${Date.now()}`',
  ],
  ['a field', 'class A { readonly id = `a-${Date.now()}`; }', '`a-${Date.now()}`'],
  [
    'a field that is assigned',
    'class A { id: string; constructor() { this.id = Math.random().toString(36).substring(2, 15); } }',
    'Math.random().toString(36).substring(2, 15)',
  ],
  [
    'useState',
    'const C = () => { const [draftId] = useState(() => `draft-${Date.now()}`); return draftId; };',
    '`draft-${Date.now()}`',
  ],
  [
    'useRef',
    'const C = () => { const messageId = useRef(`m-${Date.now()}`); return [messageId]; };',
    '`m-${Date.now()}`',
  ],
  [
    'useMemo',
    'const C = () => { const id = React.useMemo(() => `m-${Date.now()}`, []); return [id]; };',
    '`m-${Date.now()}`',
  ],
  ['a default of zod', 'const S = z.object({ id: z.string().default(() => `s-${Date.now()}`) });', '`s-${Date.now()}`'],
  [
    'a default of a schema',
    'const S = new Schema({ _id: { type: String, default: () => Math.random().toString(36) } });',
    'Math.random().toString(36)',
  ],
  ['a header', `headers['x-request-id'] = Math.random().toString(36);`, 'Math.random().toString(36)'],
  [
    'a header that is set',
    `response.setHeader('X-Request-Id', Math.random().toString(36));`,
    'Math.random().toString(36)',
  ],
  ['a header of an object', `fetchIt({ headers: { 'x-correlation-id': 'c-' + Date.now() } });`, `'c-' + Date.now()`],
  ['a header in a list', `new Headers([['accept', '*'], ['x-request-id', 'r-' + Date.now()]]);`, `'r-' + Date.now()`],
  ['a setter', 'const go = () => { setSessionId(`s-${Date.now()}`); };', '`s-${Date.now()}`'],
  [
    'a parameter of a function of the module',
    'function track(eventId: string) { send(eventId); }\ntrack(`e-${Date.now()}`);',
    '`e-${Date.now()}`',
  ],
  ['a slug', 'const slug = `${name}-${Date.now()}`;', '`${name}-${Date.now()}`'],
  ['a ref', `const paymentRef = 'PAY-' + Date.now();`, `'PAY-' + Date.now()`],
  ['a cursor', 'const cursor = `${Date.now()}_${last}`;', '`${Date.now()}_${last}`'],
  ['a random key', 'const itemKey = `item-${Math.random()}`;', '`item-${Math.random()}`'],
  [
    'JSX',
    'const C = () => <Run id={`f-${Math.random().toString(36)}`} />;',
    '`f-${Math.random().toString(36)}`',
    'src/consumer.tsx',
  ],
  [
    'SQL',
    'await db.query(`INSERT INTO runs (id, name) VALUES (gen_random_uuid(), $1)`);',
    '`INSERT INTO runs (id, name) VALUES (gen_random_uuid(), $1)`',
  ],
  [
    'SQL with a default',
    `const ddl = 'CREATE TABLE runs (run_id UUID DEFAULT generateUUIDv4(), name String)';`,
    `'CREATE TABLE runs (run_id UUID DEFAULT generateUUIDv4(), name String)'`,
  ],
  [
    'SQL in a schema',
    "const runs = table('runs', { id: uuid('id').default(sql`gen_random_uuid()`) });",
    'sql`gen_random_uuid()`',
  ],
];

const SILENT: [what: string, text: string, file?: string][] = [
  [
    'a count of a function that its own parts go on with',
    'export function rows(base, parts) { let n = 0; const flush = () => { out.push({ id: `${base}_${n}` }); n += 1; }; for (const p of parts) flush(); flush(); }',
  ],
  [
    'a count of a function that a function in it goes on with',
    'export function rows(base) { let n = 0; function flush() { n += 1; return { id: `${base}_${n}` }; } return [flush(), flush()]; }',
  ],
  ['a count in a class named for IDs', 'export class IdMinter { seq = 0; nextSeq() { return ++this.seq; } }'],
  [
    'a count that starts over',
    'let made = 0;\nexport const row = () => { made += 1; const i = made; return { user_id: `user-${i % 6}` }; };',
  ],
  [
    "an element's own attributes",
    'const C = () => <label htmlFor={`f-${Math.random()}`}><input id={`f-${Math.random().toString(36)}`} /></label>;',
    'src/consumer.tsx',
  ],
  [
    'a gradient that is named after the clock',
    'const C = () => { const id = Date.now(); return <linearGradient id={String(id)} />; };',
    'src/consumer.tsx',
  ],
  ['a challenge', "import { randomBytes } from 'node:crypto';\nconst challengeId = randomBytes(32).toString('hex');"],
  ['jitter', `export const delay = (base: number) => base + Math.random() * 100;`],
  ['back-off', `export const backoff = (n: number) => Math.min(30_000, Math.round(Math.random() * 2 ** n));`],
  ['sampling', `export const sample = () => Math.random() < 0.1;`],
  ['a sampled ID', `export const pickId = (ids: string[]) => ids[Math.floor(Math.random() * ids.length)];`],
  [
    'a sampled ID in a template',
    'export const f = (ids: string[]) => { const id = `user-${ids[Math.floor(Math.random() * ids.length)]}`; return [id]; };',
  ],
  ['a shuffle', `export const shuffle = (ids: string[]) => ids.sort(() => Math.random() - 0.5);`],
  ['a demo number', `export const rows = [{ id: 'a', value: Math.floor(Math.random() * 100) }];`],
  [
    'a sampled ID with its place',
    'export const f = (ids: string[], index: number) => ({ rowId: `${ids[Math.floor(Math.random() * ids.length)]}-${index}` });',
  ],
  ['a branch', 'const gitRef = `refs/heads/release-${Date.now()}`;'],
  ['a sum', 'export function f() { let total = 0; total += Date.now(); return { total }; }'],
  ['a ref of no ID', 'const C = () => { const ref = useRef(`x-${Math.random()}`); return [ref]; };'],
  ['a demo user', 'export const row = { user_id: `user_${Math.floor(Math.random() * 1000)}` };'],
  [
    'a demo user by a helper',
    'class Seed { randomInt(min: number, max: number) { return Math.floor(Math.random() * (max - min + 1)) + min; } row() { return { sessionId: `session_${this.randomInt(1, 100)}` }; } }',
  ],
  [
    'an earlier row',
    'export const f = (rows: string[]) => rows.map((_, index) => ({ parentId: `row-${Math.floor(Math.random() * index)}` }));',
  ],
  ['an encryption key', `import { randomBytes } from 'node:crypto';\nconst key = randomBytes(32);`],
  ['a timestamp', `export const event = { id: given, createdAt: Date.now(), at: new Date().toISOString() };`],
  ['a file name', 'const file = `report-${Date.now()}.json`;'],
  [
    'a file name that is returned',
    'export function reportFileName(id: string) { return `report-${id}-${Date.now()}`; }',
  ],
  ['a path', 'const path = `/tmp/apex-${Date.now()}`;'],
  ['a cache buster', 'const assetId = `${base}?v=${Date.now().toString(36)}`;'],
  ['a log line', 'const message = `run ${id} took ${Date.now() - start} ms`;'],
  ['a duration', 'const lap_id = `lap_${Date.now() - start}`;'],
  ['a day', 'const reportId = `report-${new Date().toISOString().slice(0, 10)}`;'],
  ['a given time', 'const rangeId = `${from.getTime()}-${to.getTime()}`;'],
  [
    'a React key of data',
    'export const L = () => rows.map((row, index) => <li key={`${row.id}-${index}`} />);',
    'src/consumer.tsx',
  ],
  [
    'a numbered row',
    'export function f(rows: string[]) { let n = 0; return rows.map((row) => ({ id: `row-${n++}`, row })); }',
  ],
  [
    'a loop',
    'export function f() { const list = []; for (let i = 0; i < 3; i++) list.push({ id: `row-${i}` }); return list; }',
  ],
  ['a secret', `import { randomBytes } from 'node:crypto';\nconst secret = 'sk_' + randomBytes(24).toString('hex');`],
  [
    'an API key',
    `import { randomBytes } from 'node:crypto';\nexport function createApiKey() { return randomBytes(24).toString('hex'); }`,
  ],
  [
    'a session token',
    `import { randomBytes } from 'node:crypto';\nexport function sessionToken() { const token = randomBytes(32).toString('hex'); return token; }`,
  ],
  ['a token by its identity', `const tokenId = Math.random().toString(36);`],
  ['a nonce', 'const nonce = Math.random().toString(36).slice(2);'],
  ['a salt', `import { randomBytes } from 'node:crypto';\nconst salt = randomBytes(16).toString('hex');`],
  ['an entity tag', 'const etag = Date.now().toString(16);'],
  ['a few bytes', `import { randomBytes } from 'node:crypto';\nconst id = randomBytes(2).toString('hex');`],
  ['a wrapped driver, whose import is another report', 'const id = `run_${IdManager.newId()}`;'],
  [
    'a name with the letters',
    'const idle = Math.random().toString(36); const valid = Date.now().toString(36); const INVALID = Date.now().toString(36);',
  ],
  [
    'a guard against late answers',
    'const f = () => { const requestId = ++latest.current; return load().then(() => requestId === latest.current); };',
  ],
  [
    'a position in what a function goes through',
    'export function read(socket, session) { let segmentIndex = 0; const onEnd = () => { emit({ id: `${session}:${segmentIndex++}` }); }; socket.onmessage = onEnd; }',
  ],
  [
    'the ID of an element of a page',
    'export class A { static nextDomId = 0; domIdPrefix = `panel-${A.nextDomId++}`; }',
  ],
  [
    'what comes after the dash of a version',
    'export const resolvePrereleaseId = (suffix) => suffix || String(Math.floor(Date.now() / 1000));',
  ],
  ['a count under a name', 'let n = 0;\nexport const f = () => ({ requestId: n++ });'],
  ['a moment', 'export const f = (ttl: number) => ({ id: given, expires: Date.now() + ttl });'],
  ['a clock as a number', 'const startId = performance.now();'],
  ['a cursor in time', 'const cursor = String(Date.now());'],
  [
    'a shadowed source',
    'export const f = (Math: { random(): number }) => { const id = Math.random().toString(36); return [id]; };',
  ],
  ['a counter in a field of the class', 'let n = 0;\nexport class Node { static id = `node-${++n}`; }'],
  ['a counter of what is written once', 'let n = 0;\nexport const firstId = `node-${++n}`;'],
  [
    'a window of time',
    'export const windowId = (size: number) => `w-${Math.floor(Date.now() / size)}`;\nexport const limitId = (ip: string) => `${ip}:${Math.floor(Date.now() / 60_000)}`;',
  ],
  ['SQL that makes no ID', 'await db.query(`SELECT id FROM runs WHERE uuid = $1`);'],
  ['a test', 'const id = `run_${Date.now()}`;', 'src/consumer.test.ts'],
  ['the canonical', ID_FILES['src/core/id-manager.ts'], 'src/core/id-manager.ts'],
];

describe('hand-made-id', () => {
  it.each([...MADE, ...MORE_MADE])('finds %s', (_form, text, at, file) => {
    expect(reported(text, file)).toEqual([at]);
  });

  it.each(SILENT)('is silent on %s', (_what, text, file) => {
    expect(reported(text, file)).toEqual([]);
  });

  it.each([
    ['newId', ["Replace by newId('req') (the ID's format changes)."]],
    ['useId', []],
  ])('suggests a call of %s where it may be called', (name, titles) => {
    const config = { concerns: { ids: { preset: 'id-generation', canonical: `src/ids.ts#${name}` } } } as const;
    const project = fixtureProject(config, {
      'src/ids.ts': `export const ${name} = (prefix = 'id'): string => prefix;\n`,
      'src/a.ts': 'export const make = () => ({ id: `req-${Date.now()}` });\n',
    });
    expect(project.lint('src/a.ts').map(({ suggestions }) => suggestions.map(({ title }) => title))).toEqual([titles]);
  });
});

describe('what to use instead of a hand-made ID', () => {
  const NANO = 'export const nanoid = (size?: number): string => customAlphabet(ALPHABET, size ?? 7)();\n';
  const PREFIXED = 'export const createId = ({ prefix }: { prefix: string }): string => prefix + ulid();\n';

  function message(canonical: string | string[], files: Record<string, string>, text: string): string | undefined {
    const concerns = { ids: { preset: 'id-generation' as const, canonical } };
    return fixtureProject({ concerns }, { ...files, 'src/consumer.ts': text }).lint('src/consumer.ts')[0]?.message;
  }

  it('is what can be called as it is, and its module the owner', () => {
    const canonical = ['src/ids/create-id.ts', 'src/text/nanoid.ts'];
    const files = { 'src/ids/create-id.ts': PREFIXED, 'src/text/nanoid.ts': NANO };
    expect(message(canonical, files, 'export const id = `${name}-${Date.now()}`;')).toBe(
      "'id' is made by hand from the clock; 'ids' belongs to nanoid (src/text/nanoid.ts). Use nanoid() instead.",
    );
    expect(message(canonical, files, 'export const id = crypto.randomUUID();')).toBe(
      "'crypto.randomUUID' may be used only inside nanoid (src/text/nanoid.ts), the single source of 'ids'. Use nanoid() instead.",
    );
  });

  it('is one of several where none is better', () => {
    const files = {
      'src/ids/nanoid.ts': NANO,
      'src/ids/uuid.ts': 'export function newUuid(): string { return randomUUID(); }\n',
    };
    expect(message('src/ids/**', files, 'export const id = `a-${Date.now()}`;')).toBe(
      "'id' is made by hand from the clock; 'ids' belongs to ids (src/ids/**). Use nanoid() or newUuid() instead.",
    );
  });

  it('is nothing in particular where all are for something else', () => {
    const files = {
      'src/utils/helpers.ts':
        'export function makeSubSessionId(root: string): string { return root; }\nexport function randomSessionId(): string { return nanoid(); }\n',
    };
    expect(message('src/utils/helpers.ts', files, 'export const clientId = `c-${Date.now()}`;')).toContain(
      'Use what helpers exports instead.',
    );
    expect(message('src/utils/helpers.ts', files, 'export const sessionId = `s-${Date.now()}`;')).toContain(
      'Use randomSessionId() instead.',
    );
    expect(message('src/utils/helpers.ts', files, 'export const subSessionId = `s-${Date.now()}`;')).toContain(
      'Use makeSubSessionId(root) instead.',
    );
  });

  it('is nothing in particular where the only one is for something else', () => {
    const files = {
      'src/ids.ts': 'export const accountId = (tenant: string): string => `acct_${tenant}__${uuid()}`;\n',
    };
    expect(message('src/ids.ts', files, 'export const jobId = `job-${Date.now()}`;')).toContain(
      'Use what ids exports instead.',
    );
    // The team names it, and nothing else.
    expect(message('src/ids.ts#accountId', files, 'export const jobId = `job-${Date.now()}`;')).toContain(
      'Use accountId(tenant) instead.',
    );
    expect(message('src/ids.ts', files, 'export const accountId = `a-${Date.now()}`;')).toContain(
      'Use accountId(tenant) instead.',
    );
  });

  it('is what the team has put in the place of twins', () => {
    const files = {
      'src/ids.ts':
        "export const identify = (kind = 'x'): string => kind + uuid();\nexport const accountId = (tenant: string): string => tenant + uuid();\n",
      'src/old.ts': 'export const unique = (kind: string): string => kind;\n',
      'src/consumer.ts': 'export const jobId = `job-${Date.now()}`;\nexport const runId = `${Date.now()}-${name}`;\n',
    };
    const concerns = {
      ids: {
        preset: 'id-generation' as const,
        canonical: 'src/ids.ts',
        replacements: [{ from: 'src/old.ts#unique', to: 'identify' }],
      },
    };
    const reports = fixtureProject({ concerns }, files).lint('src/consumer.ts');
    expect(reports.map(({ data }) => data['use'])).toEqual(["identify('job')", 'identify()']);
  });

  it('is nothing that makes something else', () => {
    const files = {
      'src/db/factories.ts': 'export function createUser(): User { return insert(); }\n',
      'src/db/api-key.ts': 'export async function generateApiKey(): Promise<string> { return key(); }\n',
    };
    expect(message('src/db/**', files, 'export const userId = `u-${Date.now()}`;')).toContain(
      'Use what db exports instead.',
    );
    expect(message('src/db/**', files, 'export const id = crypto.randomUUID();')).toContain(
      'Use what db exports instead.',
    );
  });

  it('is what an accessor that holds the canonical makes', () => {
    const files = {
      'src/ids.ts': 'class Ids { newId(): string { return nanoid(); } }\nexport const ids = new Ids();\n',
    };
    const concerns = {
      ids: { preset: 'id-generation' as const, canonical: 'src/ids.ts', accessors: ['ids'] },
    };
    const [made, driver] = fixtureProject(
      { concerns },
      { ...files, 'src/consumer.ts': 'export const id = `a-${Date.now()}`;\nfetch({ id: crypto.randomUUID() });\n' },
    ).lint('src/consumer.ts');
    expect(made?.message).toContain('Use ids.newId() instead.');
    expect(driver?.message).toContain('Use ids.newId() instead.');
  });
});
