import { describe, expect, it } from 'vitest';
import { fixtureProject } from '../../fixture-project/fixture-project.js';
import { ID_CONFIG, ID_FILES } from './ids.js';

const lint = (text: string, file = 'src/consumer.ts') =>
  fixtureProject(ID_CONFIG, { ...ID_FILES, [file]: text }).lint(file, { rule: 'no-second-id-generator' });

const GENERATORS: [form: string, text: string, at: string][] = [
  ['a function', `export function newTraceId() { return Math.random().toString(36); }`, 'newTraceId'],
  ['a constant arrow', 'export const makeId = () => `a_${Date.now()}`;', 'makeId'],
  ['a function expression', 'const uid = function () { return `a_${Date.now()}`; };', 'uid'],
  [
    'a local that is returned',
    'function generateRunId(t: string) { const id = `r_${t}_${Date.now()}`; return id; }',
    'generateRunId',
  ],
  [
    'parts in locals',
    'function runId(t: string) { const now = Date.now(); const r = Math.random().toString(36); return `r_${t}_${now}_${r}`; }',
    'runId',
  ],
  ['a method', 'class Orders { private nextId() { return `o-${Date.now()}`; } }', 'nextId'],
  ['a static method', 'class Orders { static createOrderId(): string { return `o-${Date.now()}`; } }', 'createOrderId'],
  ['an arrow field', 'class Orders { newId = () => `o-${Date.now()}`; }', 'newId'],
  ['a method of an object', 'export const tools = { uuid() { return Math.random().toString(16); } };', 'uuid'],
  ['an arrow in an object', 'export const ids = { next: () => Math.random().toString(36) };', 'next'],
  [
    'a method of a class of IDs',
    'export class IdSource { private n = 0; next() { return `id-${++this.n}`; } }',
    'next',
  ],
  [
    'a callback of React',
    'const C = () => { const newMessageId = useCallback(() => `m-${Date.now()}`, []); return newMessageId; };',
    'newMessageId',
  ],
  ['a factory', 'export function createIdSource() { let n = 0; return () => `id-${++n}`; }', 'createIdSource'],
  [
    'an alphabet loop',
    `const A = 'abcdefghijk';\nexport function shortId(size = 8) { let out = ''; for (let i = 0; i < size; i++) { out += A[Math.floor(Math.random() * A.length)]; } return out; }`,
    'shortId',
  ],
  [
    'an alphabet loop over bytes',
    `const A = 'abcdefghijk';\nexport function shortId(size = 8) { const bytes = crypto.getRandomValues(new Uint8Array(size)); let out = ''; for (let i = 0; i < size; i++) out += A[bytes[i]! % A.length]; return out; }`,
    'shortId',
  ],
  [
    'an alphabet, pushed and joined',
    `const A = 'abcdefghijk';\nexport function shortId() { const out: string[] = []; for (let i = 0; i < 8; i++) out.push(A[Math.floor(Math.random() * A.length)]); return out.join(''); }`,
    'shortId',
  ],
  [
    'the UUID template',
    `export function guid() { return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (c) => { const r = (Math.random() * 16) | 0; return (c === 'x' ? r : (r & 3) | 8).toString(16); }); }`,
    'guid',
  ],
  [
    'four random hex digits',
    'function s4() { return Math.floor((1 + Math.random()) * 0x10000).toString(16).substring(1); }\nexport function guid() { return s4() + s4() + "-" + s4(); }',
    'guid',
  ],
  [
    'random bytes',
    `import { randomBytes } from 'node:crypto';\nexport const generateSpanId = () => randomBytes(8).toString('hex');`,
    'generateSpanId',
  ],
  [
    'a method of an argument',
    `import { randomBytes } from 'node:crypto';\nnew Tracer({ generateSpanId: () => randomBytes(8).toString('hex') });`,
    'generateSpanId',
  ],
  ['an async function', 'export async function createJobId() { return `j-${Date.now()}`; }', 'createJobId'],
  [
    'a branch',
    'export function sessionId(known?: string) { if (known) return known; return `s-${Date.now()}`; }',
    'sessionId',
  ],
  [
    'several returns',
    'export function makeRef(a: boolean) { if (a) return `a-${Date.now()}`; return `b-${Date.now()}`; }',
    'makeRef',
  ],
  ['a clock as a number', 'export const generateId = () => Date.now();', 'generateId'],
  ['a counter', 'let last = 0;\nexport function nextId() { return ++last; }', 'nextId'],
  ['a counter with a local', 'let last = 0;\nexport function nextId() { const id = last++; return id; }', 'nextId'],
  ['a random number', 'export const newUserId = () => Math.floor(Math.random() * 1e9);', 'newUserId'],
  [
    'a generator function',
    'export function* idSequence() { let n = 0; while (true) yield `id-${n++}`; }',
    'idSequence',
  ],
  ['a getter', 'class A { get uniqueId() { return `a-${Date.now()}`; } }', 'uniqueId'],
  ['a prototype', 'Runner.prototype.createRunId = function () { return `r-${Date.now()}`; };', 'createRunId'],
  ['a default export', 'export default function makeId() { return `a_${Date.now()}`; }', 'makeId'],
  ['a CommonJS export', 'exports.makeId = () => `a_${Date.now()}`;', 'makeId'],
];

describe('second-generator', () => {
  it.each(GENERATORS)('reports %s once, at its name', (_form, text, at) => {
    const found = lint(text);
    expect(found.map((report) => [report.check, report.at])).toEqual([['second-generator', at]]);
  });

  it('says what it is made from, and where', () => {
    const text =
      'export function newRunId(t: string) {\n  const now = Date.now();\n  return `r_${t}_${now}_${Math.random()}`;\n}\n';
    const [report] = lint(text);
    expect(report?.message).toBe(
      "'newRunId' is a second ID generator: it makes IDs from random numbers and the clock. 'ids' belongs to IdManager (src/core/id-manager.ts). Move its callers to IdManager.generateRunId(threadId) and delete it.",
    );
    expect(
      report?.related.map(({ path, range }) => [path, path === 'src/consumer.ts' ? text.slice(...range) : '']),
    ).toEqual([
      ['src/core/id-manager.ts', ''],
      ['src/consumer.ts', '`r_${t}_${now}_${Math.random()}`'],
    ]);
  });

  it('reports what a neighbour makes of it nowhere else', () => {
    const text =
      'export const newId = () => `a_${Date.now()}`;\nexport const start = () => ({ runId: `run_${newId()}`, id: newId() });\n';
    expect(lint(text).map(({ at }) => at)).toEqual(['newId']);
  });

  it.each([
    [
      'a function for something else',
      'export function startRun() { const runId = `r_${Date.now()}`; return { runId }; }',
      ['`r_${Date.now()}`'],
    ],
    [
      'a getter of what was made elsewhere',
      'class A { private readonly id = `a-${Date.now()}`; getId() { return this.id; } }',
      ['`a-${Date.now()}`'],
    ],
    ['a time under the name of an ID', 'export function timeOfId() { return Date.now(); }', []],
    ['a sampled ID', 'export const nextUserId = (ids: string[]) => ids[Math.floor(Math.random() * ids.length)];', []],
    ['an index for an ID', 'export const createIdIndex = () => Math.floor(Math.random() * 10);', []],
    ['a question', 'export const isFreshId = (id: string) => Date.now() - timeOf(id) < 1000;', []],
    ['a token', 'export function createToken() { return Math.random().toString(36); }', []],
    ['an API key', 'export const generateApiKey = () => `pk_${Math.random().toString(36)}`;', []],
    [
      'a wrapper of a driver, whose import is the report',
      "import { nanoid } from 'nanoid';\nexport const newId = () => `a_${nanoid()}`;",
      ['nanoid'],
    ],
  ])('%s is none', (_what, text, at) => {
    expect(lint(text).map((report) => report.at)).toEqual(at);
  });

  it('reports a known twin as what it is, and nothing else in its module', () => {
    const project = fixtureProject(ID_CONFIG, ID_FILES);
    expect(project.lint('src/utils/run-id-generator.ts').map(({ at, check }) => [check, at])).toEqual([
      ['second-declaration', 'generateRunId'],
    ]);
  });
});
