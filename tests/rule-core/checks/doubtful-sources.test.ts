import { describe, expect, it } from 'vitest';
import { mayMakeText } from '../../../rule-core/src/checks/made-ids/in-text/doubtful-sources.js';

const IDLE: [what: string, text: string][] = [
  ['a duration', 'const start = Date.now();\nawait run();\nreport({ tookMs: Date.now() - start });'],
  ['a duration in a log line', 'const start = performance.now();\nlog(`took ${performance.now() - start} ms`);'],
  ['a duration by a member', 'class A { startedAt = Date.now(); took() { return Date.now() - this.startedAt; } }'],
  ['a deadline', 'const until = Date.now() + 60 * 1000;\nwhile (Date.now() < until) await tick();'],
  ['a deadline by a constant', 'const until = Date.now() + TIMEOUT_MS;\nif (until < Date.now()) stop();'],
  ['a time limit', 'if (Date.now() - since > LIMIT) throw late();'],
  ['a timestamp in a row', 'await rows.update({ where: { id }, data: { updatedAt: new Date() } });'],
  ['a timestamp as a text', 'send({ id, at: new Date().toISOString() });'],
  ['a timestamp by a local', 'const now = new Date();\nawait rows.update({ id, createdAt: now, updatedAt: now });'],
  ['a timestamp by shorthand', 'const timestamp = Date.now();\nsend({ id, timestamp });'],
  ['a timestamp of two', 'const at = given ? new Date(given) : new Date();\nsend({ at });'],
  ['a date from a number', 'const since = new Date(Date.now() - 5 * 60 * 1000);\nawait find({ since });'],
  ['seconds', 'const now = Math.floor(Date.now() / 1000);\nif (token.exp < now) refresh();'],
  ['a state', 'const [now, setNow] = useState(Date.now());\nconst left = end - now;'],
  ['a setter', 'setNow(new Date());'],
  ['a part of a date', 'const year = new Date().getFullYear();\nrender(`© ${year}`);'],
  ['a method of something else', 'const x = cache.get(key, Date.now());\nuse(x);'],
  ['a clock', 'const clock = { now: () => Date.now() };'],
  ['a function that tells the time', 'function now() { return Date.now(); }\nconst late = now() > end;'],
  ['a loop', 'for (let i = 0; i < list.length; i++) use(list[i]);'],
  ['a loop with a step', 'for (let i = 0; i < list.length; i += 10) use(list.slice(i, i + 10));'],
  ['a loop of two', 'for (let i = 0, j = 9; i < j; i++, j--) swap(i, j);'],
  ['a while', 'export function skip(text) {\n  let at = 0;\n  while (text[at] === " ") at++;\n  return at;\n}'],
  [
    'a count in blocks',
    'function count(rows) {\n  let n = 0;\n  for (const row of rows) {\n    if (row.ok) {\n      n++;\n    } else {\n      n += 1;\n    }\n  }\n  return `${n}`;\n}',
  ],
  ['a count of a record', 'counts[name]++;\nstats.total++;\na.b.c += 1;'],
  ['a count that is compared', 'let tries = 0;\nexport function again() { tries++; return tries < 3; }'],
  [
    'a depth',
    'class Parser { depth = 0; open() { this.depth++; } close() { this.depth--; return this.depth === 0; } }',
  ],
  ['a comment', '// new Date() and Date.now() are not to be used; i++ neither\nexport const x = 1;'],
  ['no semicolons', 'const start = Date.now()\nawait run()\nreport({ ms: Date.now() - start })\n'],
  ['a sentence', 'log(`at ${new Date().toISOString()} the run ${id} began`);'],
];

const MEANT: [what: string, text: string][] = [
  ['a template', 'const id = `run_${Date.now()}`;'],
  ['a sum', "const id = 'run_' + Date.now();"],
  ['a sum with a text by name', 'const id = prefix + Date.now();'],
  ['a sum with a text by declaration', 'function f(scope: string) { return { id: scope + Date.now() }; }'],
  ['a list', "const id = ['run', Date.now()].join('_');"],
  ['a local in a template', 'const now = Date.now();\nconst id = `run_${now}`;'],
  ['two locals', 'const now = Date.now();\nconst time = now;\nconst id = `run_${time}`;'],
  ['a text by method', 'const id = Date.now().toString(36);'],
  ['a text by method, later', 'const now = Date.now();\nexport const id = now.toString(36);'],
  ['a text by call', 'const id = String(Date.now());'],
  ['a time as an ID', 'const id = new Date().toISOString();'],
  ['a time as an ID, in a property', 'send({ id: new Date().toISOString() });'],
  ['a choice', 'const now = Date.now();\nconst id = given ? given : `run-${now}`;'],
  ['a default', 'const id = given ?? String(Date.now());'],
  ['a number of one’s own epoch', 'const id = (Date.now() - EPOCH).toString(36);'],
  ['a parameter', 'function make(now: number) { return { id: `r-${now}` }; }\nmake(Date.now());'],
  ['a default of a parameter', 'function make(now = Date.now()) { return { id: `r-${now}` }; }'],
  ['a field', 'class A { now = Date.now(); id() { return `a-${this.now}`; } }'],
  ['a function of the module', 'function now() { return Date.now(); }\nconst id = `r-${now()}`;'],
  ['a method', 'class A { now() { return Date.now(); } id() { return `r-${this.now()}`; } }'],
  ['a function without a call', 'const now = Date.now;\nconst id = `r-${now()}`;'],
  ['a number that a generator gives', 'export function generateId() { return Date.now(); }'],
  ['a number that an arrow gives', 'export const nextId = () => counter++;\nlet counter = 0;'],
  ['a counter', 'let n = 0;\nexport const f = () => `run-${n++}`;'],
  ['a counter, counted first', 'let n = 0;\nexport function f() { n += 1; return { id: `run-${n}` }; }'],
  ['a counter before', 'let n = 0;\nexport function f() { return { id: `run-${++n}` }; }'],
  ['a counter of a closure', 'function ids() { let n = 0; return { next() { n++; return `id-${n}`; } }; }'],
  ['a counter of a generator', 'function* ids() { let n = 0; while (true) { n++; yield `id-${n}`; } }'],
  ['a counter of an object', 'class A { #n = 0; id() { this.#n++; return `a-${this.#n}`; } }'],
  ['a counter of a class', 'class A { static n = 0; id() { A.n++; return `a-${A.n}`; } }'],
  ['a counter of a ref', 'const n = useRef(0);\nconst next = () => `a-${n.current++}`;'],
  ['one that is not clear', 'const id = /`/.test(x) ? `${a}${`b${Date.now()}`}` : c;'],
];

describe('mayMakeText', () => {
  it.each(IDLE)('is false for %s', (_what, text) => {
    expect(mayMakeText(text)).toBe(false);
  });

  it.each(IDLE)('is false for %s with other line ends', (_what, text) => {
    expect(mayMakeText(text.replaceAll('\n', '\r\n'))).toBe(false);
  });

  it.each(MEANT)('is true for %s', (_what, text) => {
    expect(mayMakeText(text)).toBe(true);
  });

  it.each(MEANT)('is true for %s among much that is idle', (_what, text) => {
    expect(mayMakeText(`${IDLE.map(([, idle]) => idle).join('\n')}\n${text}\n`)).toBe(true);
  });
});
