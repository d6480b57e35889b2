import { ruleSuite } from './rule-suite.js';

const CONFIG = {
  concerns: {
    ids: {
      preset: 'id-generation',
      canonical: 'src/core/id-manager.ts#IdManager',
      replacements: [{ from: 'src/utils/run-ids.ts#generateRunId', to: 'IdManager.generateRunId', compatible: true }],
      formats: [
        {
          template: 'thread_${thread}_run_${time}_${random}',
          to: 'IdManager.generateRunId(${thread})',
          compatible: true,
        },
        { template: 'job:${queue}:${counter}', to: 'IdManager.newId(${queue})' },
      ],
    },
  },
};

// In the shapes that real code has: services, routes, components, stores, workers, schemas, scripts.
ruleSuite('no-second-id-generator', {
  files: {
    'ssot.config.json': CONFIG,
    'src/core/id-manager.ts': `import { v4 as uuid } from 'uuid';
export class IdManager {
  static generateRunId(threadId: string): string {
    return \`run_\${threadId}_\${uuid()}\`;
  }
  static newId(prefix = 'id'): string {
    return \`\${prefix}_\${uuid()}\`;
  }
}
`,
    'src/utils/run-ids.ts': `export function generateRunId(threadId: string): string {
  return \`thread_\${threadId}_run_\${Date.now()}_\${Math.random().toString(36).slice(2)}\`;
}
`,
  },
  file: 'src/consumer.ts',
  valid: [
    {
      name: 'a retry with jitter',
      code: `export async function retry<T>(run: () => Promise<T>, attempts = 5): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (attempt === attempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * 100 * (0.5 + Math.random())));
    }
  }
}
`,
    },
    {
      name: 'a guard against late answers',
      code: `export function useLatest(requestIdRef: { current: number }, load: () => Promise<void>) {
  const requestId = ++requestIdRef.current;
  return load().then(() => requestId === requestIdRef.current);
}
`,
    },
    {
      name: 'a download',
      code: `export function download(projectId: string, blob: Blob) {
  const link = document.createElement('a');
  link.download = \`export-\${projectId}-\${Date.now()}.csv\`;
  link.href = \`\${URL.createObjectURL(blob)}#\${Math.random().toString(36)}\`;
  link.click();
}
`,
    },
    {
      name: 'an invitation with a token',
      code: `import { randomBytes } from 'node:crypto';
export const invite = (teamId: string) => ({ teamId, token: randomBytes(32).toString('hex'), expiresAt: Date.now() + 86_400_000 });
`,
    },
    {
      name: 'a list with keys of data',
      file: 'src/list.tsx',
      code: 'export const List = ({ rows }) => rows.map((row, index) => <li key={`${row.id}-${index}`} className={`row-${Date.now() % 2}`} />);\n',
    },
    {
      name: 'a skeleton of random width',
      file: 'src/skeleton.tsx',
      code: 'export const Skeleton = () => { const width = useMemo(() => `${Math.floor(Math.random() * 40) + 50}%`, []); return <div style={{ width }} />; };\n',
    },
    {
      name: 'a cache key of a range of time',
      code: 'export const cacheKey = (from: Date, to: Date) => `${from.getTime()}:${to.getTime()}`;\n',
    },
    { name: 'a test', file: 'src/run.test.ts', code: 'const runId = `run-${Date.now()}`;\nexport { runId };\n' },
    {
      name: 'an exception',
      file: 'src/legacy/import.ts',
      files: {
        'ssot.config.json': {
          concerns: {
            ids: { ...CONFIG.concerns.ids, exceptions: [{ files: ['src/legacy/**'], reason: 'goes with the import' }] },
          },
        },
      },
      code: 'export const importId = () => `import-${Date.now()}`;\n',
    },
  ],
  invalid: [
    {
      name: 'a route that falls back on an ID of its own',
      code: `export async function handle(request: Request) {
  const traceId = request.headers.get('x-trace-id') ?? \`trace-\${Date.now().toString(36)}\`;
  return respond({ traceId });
}
`,
      errors: [
        {
          messageId: 'handMadeId',
          data: {
            name: 'traceId',
            entropy: 'the clock',
            concern: 'ids',
            owner: 'IdManager',
            path: 'src/core/id-manager.ts',
            use: "IdManager.newId('trace')",
            expired: '',
          },
          line: 2,
          column: 56,
          suggestions: [
            {
              desc: "Replace by IdManager.newId('trace') (the ID's format changes).",
              output: `import { IdManager } from './core/id-manager';

export async function handle(request: Request) {
  const traceId = request.headers.get('x-trace-id') ?? IdManager.newId('trace');
  return respond({ traceId });
}
`,
            },
          ],
        },
      ],
    },
    {
      name: 'a service with a counter and a clock',
      code: `export class TokenCounter {
  private requestCounter = 0;
  count(text: string) {
    const id = \`token-count-\${++this.requestCounter}-\${Date.now()}\`;
    this.pending.set(id, text);
    return this.worker.postMessage({ id, text });
  }
}
`,
      errors: [{ messageId: 'handMadeId', line: 4, column: 16, suggestions: 1 }],
    },
    {
      name: 'a component',
      file: 'src/panel.tsx',
      code: `export function Panel() {
  const [instanceId] = useState(() => Math.random().toString(36).substring(2, 9));
  const add = useCallback(() => append({ id: Math.random().toString(36).slice(2), text: '' }), []);
  return <form id={instanceId} onClick={add} />;
}
`,
      errors: [
        { messageId: 'handMadeId', line: 2, column: 39 },
        { messageId: 'handMadeId', line: 3, column: 46 },
      ],
    },
    {
      name: 'a tracer',
      code: `import { randomBytes } from 'node:crypto';
export const exporter = new Exporter({
  idGenerator: { generateSpanId: () => randomBytes(8).toString('hex') },
});
`,
      errors: [{ messageId: 'secondGenerator', line: 3, column: 18 }],
    },
    {
      name: 'a script',
      file: 'scripts/seed.cjs',
      code: `const crypto = require('node:crypto');
exports.seed = (count) => Array.from({ length: count }, (_, index) => ({ id: 'seed-' + crypto.randomBytes(8).toString('hex'), index }));
`,
      errors: [{ messageId: 'handMadeId', line: 2, column: 78, suggestions: 1 }],
    },
    {
      name: 'a format that the team calls compatible, on CRLF lines',
      code: "import { z } from 'zod';\r\n\r\nexport const runId = (threadId: string, suffix: string) => {\r\n  const id = `thread_${threadId}_run_${Date.now()}_${suffix}`; // for the router\r\n  save({ id });\r\n};\r\n",
      errors: [{ messageId: 'formatWritten', line: 4, column: 14 }],
      output:
        "import { z } from 'zod';\r\nimport { IdManager } from './core/id-manager';\r\n\r\nexport const runId = (threadId: string, suffix: string) => {\r\n  const id = IdManager.generateRunId(threadId); // for the router\r\n  save({ id });\r\n};\r\n",
    },
    {
      name: 'a format with a generator of others in it, whose import goes with it',
      code: "import { v4 } from 'uuid';\nimport { z } from 'zod';\n\nexport const start = (threadId: string) => save(z, `thread_${threadId}_run_${Date.now()}_${v4()}`);\n",
      errors: [{ messageId: 'driverBypass' }, { messageId: 'formatWritten' }],
      output:
        "import { IdManager } from './core/id-manager';\nimport { z } from 'zod';\n\nexport const start = (threadId: string) => save(z, IdManager.generateRunId(threadId));\n",
    },
    {
      name: 'a format that takes a value from an import over',
      code: "import { thread } from './thread';\n\nexport const start = () => save(`thread_${thread.id}_run_${Date.now()}_${Math.random()}`);\n",
      errors: [{ messageId: 'formatWritten' }],
      output:
        "import { thread } from './thread';\nimport { IdManager } from './core/id-manager';\n\nexport const start = () => save(IdManager.generateRunId(thread.id));\n",
    },
    {
      name: 'a format in double quotes, with an alias of the canonical',
      code: `import { IdManager as Ids } from "./core/id-manager";
export const start = (thread: { id: string }, now: number, r: string) =>
  Ids.newId("x") + send("thread_" + thread.id + "_run_" + now + "_" + r);
`,
      errors: [{ messageId: 'formatWritten', line: 3, column: 25 }],
      output: `import { IdManager as Ids } from "./core/id-manager";
export const start = (thread: { id: string }, now: number, r: string) =>
  Ids.newId("x") + send(Ids.generateRunId(thread.id));
`,
    },
    {
      name: 'a format that changes what is stored',
      code: 'let n = 0;\nexport const enqueue = (queue: string) => push({ jobId: `job:${queue}:${++n}` });\n',
      errors: [
        {
          messageId: 'formatWritten',
          suggestions: [
            {
              desc: "Replace by IdManager.newId(queue) (the ID's format changes).",
              output:
                "import { IdManager } from './core/id-manager';\n\nlet n = 0;\nexport const enqueue = (queue: string) => push({ jobId: IdManager.newId(queue) });\n",
            },
          ],
        },
      ],
    },
    {
      name: 'a router that reads what an ID says',
      code: `export function route(run: { runId: string }, otherRunId: string) {
  if (run.runId.split('_')[1] === otherRunId.split('_')[1]) return 'same';
  return run.runId.startsWith('thread_') ? run.runId.slice('thread_'.length) : 'new';
}
`,
      errors: [
        { messageId: 'formatRead', line: 2, column: 7, endColumn: 30 },
        { messageId: 'formatRead', line: 2, column: 35, endColumn: 59 },
        { messageId: 'formatRead', line: 3, column: 10 },
      ],
    },
    {
      name: 'a compatible generator',
      code: "import { generateRunId } from './utils/run-ids';\nexport const start = (threadId: string) => generateRunId(threadId);\n",
      errors: [{ messageId: 'deprecatedUse' }],
      output:
        "import { IdManager } from './core/id-manager';\nexport const start = (threadId: string) => IdManager.generateRunId(threadId);\n",
    },
    {
      name: 'a driver that is wrapped: one report',
      code: "import { nanoid } from 'nanoid';\nexport const open = () => ({ uploadId: `up_${nanoid()}` });\n",
      errors: [{ messageId: 'driverBypass', line: 1, column: 10 }],
    },
  ],
});
