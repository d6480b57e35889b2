import { describe, expect, it } from 'vitest';
import { applyEdits, projectDigest, type SsotConfig } from '../../../rule-core/src/index.js';
import { fixtureProject, type Report } from '../../fixture-project/fixture-project.js';
import { ID_CONFIG, ID_FILES } from './ids.js';

const COMPATIBLE: SsotConfig = {
  concerns: {
    ids: {
      ...ID_CONFIG.concerns.ids,
      formats: [
        {
          template: 'thread_${thread}_run_${time}_${random}',
          to: 'IdManager.generateRunId(${thread})',
          compatible: true,
        },
      ],
    },
  },
};

const lint = (text: string, config = ID_CONFIG, file = 'src/consumer.ts'): Report[] =>
  fixtureProject(config, { ...ID_FILES, [file]: text }).lint(file, { rule: 'no-second-id-generator' });

const WRITTEN: [form: string, text: string, at: string][] = [
  [
    'a template of values',
    'export const f = (t: string, ts: number, r: string) => send(`thread_${t}_run_${ts}_${r}`);',
    '`thread_${t}_run_${ts}_${r}`',
  ],
  [
    'a template of entropy',
    'export const f = (t: string) => send(`thread_${t}_run_${Date.now()}_${Math.random().toString(36)}`);',
    '`thread_${t}_run_${Date.now()}_${Math.random().toString(36)}`',
  ],
  ['a template with a name', 'const runId = `thread_${t}_run_${ts}_${r}`;', '`thread_${t}_run_${ts}_${r}`'],
  [
    'a concatenation',
    `const runId = 'thread_' + t + '_run_' + Date.now() + '_' + r;`,
    `'thread_' + t + '_run_' + Date.now() + '_' + r`,
  ],
  [
    'concat',
    `send('thread_'.concat(t, '_run_', String(Date.now()), '_', r));`,
    `'thread_'.concat(t, '_run_', String(Date.now()), '_', r)`,
  ],
  ['join', `send(['thread', t, 'run', ts, r].join('_'));`, `['thread', t, 'run', ts, r].join('_')`],
  [
    'a driver in it',
    "import { v4 } from 'uuid';\nsend(`thread_${t}_run_${Date.now()}_${v4()}`);",
    '`thread_${t}_run_${Date.now()}_${v4()}`',
  ],
];

const MORE_WRITTEN: typeof WRITTEN = [
  [
    'its beginning in a constant',
    'const head = `thread_${t}`;\nsend(`${head}_run_${Date.now()}_${r}`);',
    '`${head}_run_${Date.now()}_${r}`',
  ],
  [
    'a word in a constant',
    `const KIND = 'run';\nsend(\`thread_\${t}_\${KIND}_\${ts}_\${r}\`);`,
    '`thread_${t}_${KIND}_${ts}_${r}`',
  ],
  [
    'a join in a concatenation',
    `send('thread_' + [t, 'run', ts, r].join('_'));`,
    `'thread_' + [t, 'run', ts, r].join('_')`,
  ],
  ['a template in a template', 'send(`${`thread_${t}`}_run_${ts}_${r}`);', '`${`thread_${t}`}_run_${ts}_${r}`'],
];

const READ: [form: string, text: string, at: string][] = [
  ['split', `const t = runId.split('_')[1];`, `runId.split('_')[1]`],
  ['split of a member', `const t = run.id.split('_')[1];`, `run.id.split('_')[1]`],
  ['split of this', `class A { runId = ''; f() { return this.runId.split('_')[1]; } }`, `this.runId.split('_')[1]`],
  ['split, destructured', `const [, t] = runId.split('_');`, `runId.split('_')`],
  ['split with at', `const t = runId.split('_').at(1);`, `runId.split('_')`],
  ['split of an optional', `const t = run?.runId?.split('_')[1];`, `run?.runId?.split('_')[1]`],
  ['split by a word', `const t = runId.split('_run_')[0];`, `runId.split('_run_')[0]`],
  ['a type', `export const f = (value: RunId) => value.split('_')[1];`, `value.split('_')[1]`],
  ['a prefix', `if (runId.startsWith('thread_')) go();`, `runId.startsWith('thread_')`],
  [
    'a prefix and a slice',
    `export const f = (runId: string) => runId.startsWith('thread_') ? runId.slice(7) : runId;`,
    `runId.startsWith('thread_')`,
  ],
  ['a slice by its length', `const t = runId.slice('thread_'.length);`, `runId.slice('thread_'.length)`],
  [
    'a substring by the length of a constant',
    `const PREFIX = 'thread_';\nconst t = runId.substring(PREFIX.length);`,
    `runId.substring(PREFIX.length)`,
  ],
  [
    'a prefix and a slice by its length',
    `export const f = (runId: string) => runId.startsWith('thread_') ? runId.slice('thread_'.length) : runId;`,
    `runId.startsWith('thread_')`,
  ],
  ['indexOf in a slice', `const t = runId.slice(7, runId.indexOf('_run_'));`, `runId.slice(7, runId.indexOf('_run_'))`],
  [
    'substring',
    `const t = runId.substring(runId.lastIndexOf('_') + 1);`,
    `runId.substring(runId.lastIndexOf('_') + 1)`,
  ],
  ['an expression', `const is = /^thread_[^_]+_run_\\d+_/.test(runId);`, `/^thread_[^_]+_run_\\d+_/`],
  ['match', `const m = runId.match(/^thread_(.+)_run_/);`, `/^thread_(.+)_run_/`],
  ['exec', `const m = /thread_(\\w+)_run/.exec(runId);`, `/thread_(\\w+)_run/`],
  [
    'an expression with a name',
    `const RUN = /^thread_(.+)_run_(\\d+)/;\nexport const f = (runId: string) => RUN.exec(runId);`,
    `/^thread_(.+)_run_(\\d+)/`,
  ],
  [
    'a prefix in a constant',
    `const PREFIX = 'thread_';\nconst is = runId.startsWith(PREFIX);`,
    `runId.startsWith(PREFIX)`,
  ],
  [
    'an expression that is constructed',
    `const is = new RegExp('^thread_(.+)_run_').test(runId);`,
    `new RegExp('^thread_(.+)_run_')`,
  ],
  ['what a call gives', `const t = getRunId().split('_')[1];`, `getRunId().split('_')[1]`],
  ['what is awaited', `const t = (await getRunId()).split('_')[1];`, `(await getRunId()).split('_')[1]`],
  ['a conversion', `const t = decodeURIComponent(runId).split('_')[1];`, `decodeURIComponent(runId).split('_')[1]`],
  ['replace', `const t = runId.replace(/^thread_/, '');`, `/^thread_/`],
];

const READ_UNNAMED: typeof READ = [
  ['match', `const m = value.match(/^thread_([^_]+)_run_(\\d+)/);`, `/^thread_([^_]+)_run_(\\d+)/`],
  [
    'an expression with a name',
    `const LEGACY = new RegExp('^thread_(.+)_run_');\nexport const f = (text: string) => LEGACY.test(text);`,
    `new RegExp('^thread_(.+)_run_')`,
  ],
  ['a schema', `const run = z.string().regex(/^thread_[^_]+_run_\\d+/);`, `/^thread_[^_]+_run_\\d+/`],
];

const SILENT: [what: string, text: string][] = [
  ['another name', `const label = partition.split('_')[1];`],
  ['another ID', `const part = invoiceId.split('_')[1];`],
  ['the ID of something else in it', `const part = thread.userId.split('_')[0];`],
  ['another separator', `const part = runId.split('-')[1];`],
  ['another prefix', `if (runId.startsWith('job_')) go();`],
  ['another text', 'const key = `user_${a}_of_${b}`;'],
  ['words', 'const text = `thread ${t} run ${r}`;'],
  ['a shorter text', 'const name = `thread_${t}_run`;'],
  ['a slice for show', `const short = runId.slice(0, 8);`],
  ['a slice by the length of something else', `const short = runId.slice(name.length);`],
  ['a slice by the length of another prefix', `const short = runId.slice('job_'.length);`],
  ['another expression', `const ok = /^[0-9a-f-]{36}$/.test(runId);`],
  ['a part of it, whatever is called so', `const ok = /^thread_/.test(value);`],
  ['other words in an expression', `const ok = /^user_[^_]+_run_/.test(value);`],
  ['the canonical', `const t = IdManager.threadIdOf(runId);`],
];

describe('legacy-format', () => {
  it.each([...WRITTEN, ...MORE_WRITTEN])('finds %s that is written', (_form, text, at) => {
    const found = lint(text).filter(({ check }) => check !== 'driver-bypass');
    expect(found.map((report) => [report.messageId, report.at])).toEqual([['formatWritten', at]]);
  });

  it.each(READ)('finds %s that is read', (_form, text, at) => {
    expect(lint(text).map((report) => [report.messageId, report.at])).toEqual([['formatRead', at]]);
  });

  it.each(READ_UNNAMED)('finds the whole format in %s, whatever is read', (_form, text, at) => {
    expect(lint(text).map((report) => [report.messageId, report.at])).toEqual([['formatRead', at]]);
  });

  it.each(SILENT)('is silent on %s', (_what, text) => {
    expect(lint(text)).toEqual([]);
  });

  it('says whose it is, and what reads it', () => {
    const [report] = lint(`export const f = (runId: string) => runId.split('_')[1];`);
    expect(report?.message).toBe(
      "'runId' is read by its format 'thread_${thread}_run_${time}_${random}', which only IdManager (src/core/id-manager.ts) may know, the single source of 'ids'. Use IdManager.threadIdOf(runId) instead.",
    );
  });

  const ORDERS: SsotConfig = {
    concerns: {
      ids: {
        ...ID_CONFIG.concerns.ids,
        canonical: ['src/core/id-manager.ts#IdManager', 'src/core/orders.ts#newOrderNumber'],
        formats: [{ template: 'ord-${region}-${random}', to: 'newOrderNumber(${region})', compatible: true }],
      },
    },
  };
  const lintOrders = (text: string): Report[] =>
    fixtureProject(ORDERS, {
      ...ID_FILES,
      'src/core/orders.ts':
        'export const newOrderNumber = (region: string) => `ord-${region}-${Math.random().toString(36).slice(2)}`;\n',
      'src/consumer.ts': text,
    }).lint('src/consumer.ts', { rule: 'no-second-id-generator' });

  it('knows an ID by the call that makes it, and says who that belongs to', () => {
    expect(lintOrders(`export const f = (orderId: string) => orderId.split('-')[1];`)).toMatchObject([
      { at: `orderId.split('-')[1]`, data: { owner: 'newOrderNumber', path: 'src/core/orders.ts' } },
    ]);
    expect(lintOrders(`export const f = (newId: string) => newId.split('-')[1];`)).toEqual([]);
  });

  it('knows a text by one word and what is random in it', () => {
    const written = 'export const f = (where: string) => send(`ord-${where}-${Math.random().toString(36)}`);';
    expect(lintOrders(written)).toMatchObject([{ messageId: 'formatWritten', data: { use: 'newOrderNumber(where)' } }]);
  });

  it.each([
    ['/-(\\w+)-/', true],
    ['/^(.+)-/', true],
    ['/x/', false],
  ])('knows part of a format in an expression about such an ID: %s', (pattern, isPart) => {
    const text = `export const isOrder = (value: string) => value === 'ord-';\nexport const f = (orderId: string) => ${pattern}.test(orderId);`;
    expect(lintOrders(text).map(({ at }) => at)).toEqual(isPart ? [pattern] : []);
  });

  it('knows a separator that is written as an expression', () => {
    expect(lintOrders(`export const f = (orderId: string) => orderId.split(/-/)[1];`).map(({ at }) => at)).toEqual([
      '/-/',
    ]);
    expect(lintOrders(`export const f = (orderId: string) => orderId.split(/_/)[1];`)).toEqual([]);
  });

  it('does not take the ID of a part for the whole', () => {
    expect(lintOrders(`export const f = (regionId: string) => regionId.split('-')[1];`)).toEqual([]);
  });

  it.each([
    ['nothing random', 'export const f = (where: string, row: string) => send(`ord-${where}-${row}`);'],
    ['the name of a file', 'export const fileName = `ord-${where}-${Math.random().toString(36)}`;'],
  ])('does not know a text by one word and %s', (_what, text) => {
    expect(lintOrders(text)).toEqual([]);
  });

  it('advises no maker where an ID is read', () => {
    const config: SsotConfig = {
      concerns: {
        ids: {
          preset: 'id-generation',
          canonical: 'src/ids.ts',
          formats: [{ template: 'user-${tenant}-${random}', to: 'userId(${tenant})' }],
        },
      },
    };
    const project = fixtureProject(config, {
      'src/ids.ts':
        'export const userId = (userTenant: string): string => `user-${userTenant}-${crypto.randomUUID()}`;\n',
      'src/consumer.ts': `export const f = (userId: string) => userId.split('-')[1];`,
    });
    expect(project.lint('src/consumer.ts').map(({ data }) => data['use'])).toEqual(['what ids exports']);
  });

  it('knows what a twin writes without being told', () => {
    const config: SsotConfig = { concerns: { ids: { ...ID_CONFIG.concerns.ids, formats: [] } } };
    const text = 'export const f = (thread: { id: string }) => `thread_${thread.id}_run_${Date.now()}_${suffix()}`;';
    const [report] = lint(text, config);
    expect(report).toMatchObject({ messageId: 'formatWritten', data: { use: 'IdManager.generateRunId(thread.id)' } });
  });

  it('knows the format of its domain where the canonical makes such IDs', () => {
    const config: SsotConfig = {
      concerns: { ids: { preset: 'id-generation', canonical: 'src/core/id-manager.ts#IdManager' } },
    };
    const text = 'export const f = (t: string, ts: number, r: string) => send(`thread_${t}_run_${ts}_${r}`);';
    expect(lint(text, config)).toMatchObject([{ data: { use: 'IdManager.generateRunId(t)' } }]);
    const other = {
      'src/core/id-manager.ts': 'export class IdManager { static newId(): string { return crypto.randomUUID(); } }',
    };
    const project = fixtureProject(config, { ...other, 'src/consumer.ts': text });
    expect(project.lint('src/consumer.ts', { rule: 'no-second-id-generator' })).toEqual([]);
  });

  it('knows the formats of a concern that the team declares itself', () => {
    const config: SsotConfig = {
      concerns: {
        keys: {
          canonical: 'src/keys.ts#keyOf',
          formats: [{ template: 'tenant:${tenant}:job:${job}', to: 'keyOf(${tenant}, ${job})' }],
        },
      },
    };
    const files = {
      'src/keys.ts': 'export const keyOf = (tenant: string, job: string): string => `tenant:${tenant}:job:${job}`;\n',
      'src/consumer.ts': 'export const f = (t: string, j: string) => put(`tenant:${t}:job:${j}`);\n',
    };
    expect(fixtureProject(config, files).lint('src/consumer.ts')).toMatchObject([
      { rule: 'single-source', data: { use: 'keyOf(t, j)' } },
    ]);
  });

  it('makes the digest depend on what a twin writes', () => {
    const digestWith = (word: string): string =>
      projectDigest(
        fixtureProject(ID_CONFIG, {
          ...ID_FILES,
          'src/utils/run-id-generator.ts': ID_FILES['src/utils/run-id-generator.ts'].replace('_run_', word),
        }).root,
      );
    expect(digestWith('_run_')).toBe(digestWith('_run_'));
    expect(digestWith('_run_')).not.toBe(digestWith('_job_'));
  });

  const SCHEDULER = `import type { Run } from './run';

export function later(threadId: string): Run {
  const suffix = Math.random().toString(36).slice(2, 8);
  const runId = \`thread_\${threadId}_run_\${Date.now()}_\${suffix}\`; // for the router
  return { runId };
}
`;
  const REWRITTEN = `import type { Run } from './run';
import { IdManager } from './core/id-manager';

export function later(threadId: string): Run {
  const runId = IdManager.generateRunId(threadId); // for the router
  return { runId };
}
`;

  it('suggests the call, with the values that it takes over', () => {
    const [report] = lint(SCHEDULER);
    expect(report?.fix).toBeNull();
    expect(report?.suggestions.map(({ title }) => title)).toEqual([
      "Replace by IdManager.generateRunId(threadId) (the ID's format changes).",
    ]);
    const rewritten = applyEdits(SCHEDULER, report?.suggestions[0]?.edits ?? []);
    expect(rewritten).toBe(REWRITTEN);
    expect(lint(rewritten)).toEqual([]);
  });

  it('fixes what the team calls compatible, once', () => {
    const project = fixtureProject(COMPATIBLE, { ...ID_FILES, 'src/consumer.ts': SCHEDULER });
    const fixed = project.fix('src/consumer.ts');
    expect(fixed).toBe(REWRITTEN);
    expect(project.fix('src/consumer.ts', fixed)).toBe(fixed);
  });

  it('doubts a fix that computes parts in another order', () => {
    const config: SsotConfig = {
      concerns: {
        ids: {
          ...ID_CONFIG.concerns.ids,
          formats: [{ template: 'a_${one}_${two}', to: 'IdManager.newId(${two}, ${one})', compatible: true }],
        },
      },
    };
    expect(lint('const orderId = `a_${x.y}_${z}`;', config)[0]?.fix).not.toBeNull();
    expect(lint('const orderId = `a_${x()}_${y()}`;', config)).toMatchObject([
      {
        fix: null,
        suggestions: [
          { title: 'Replace by IdManager.newId(y(), x()) (its parts are computed in another order, or twice).' },
        ],
      },
    ]);
  });

  it('does not put a value where the call needs another', () => {
    const config: SsotConfig = {
      concerns: {
        ids: {
          ...ID_CONFIG.concerns.ids,
          formats: [{ template: 'a_${one}_${two}', to: 'IdManager.newId(${two})', compatible: true }],
        },
      },
    };
    const [report] = lint('const orderId = `a_${x}_${y.z}`;', config);
    expect(report).toMatchObject({
      fix: null,
      suggestions: [{ title: "Replace by IdManager.newId(y.z) ('x' is no longer part of it)." }],
    });
  });
});
