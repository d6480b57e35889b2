import { ruleSuite } from './rule-suite.js';

/** A platform's ClickHouse access as it grew: a manager, and what was there before it and beside it. */
const files = {
  'ssot.config.json': {
    concerns: {
      clickhouse: {
        preset: 'clickhouse',
        canonical: 'src/db/clickhouse.ts#ClickHouseManager',
        accessors: ['getClickHouseManager'],
        replacements: [
          { from: 'src/db/operations.ts#queryRows', to: 'getClickHouseManager().query', compatible: true },
          { from: 'src/db/clickhouse-service.ts#ClickHouseService', to: 'getClickHouseManager()', compatible: false },
        ],
      },
    },
  },
  'src/db/clickhouse.ts': `import { createClient, type ClickHouseClient } from '@clickhouse/client';

export { createClient } from '@clickhouse/client';

export class ClickHouseManager {
  readonly client: ClickHouseClient = createClient();
  async query(sql: string) { return (await this.client.query({ query: sql })).json(); }
  async insert(table: string, rows: readonly unknown[]) { await this.client.insert({ table, values: rows }); }
  async command(sql: string) { await this.client.command({ query: sql }); }
}

const manager = new ClickHouseManager();
export const getClickHouseManager = () => manager;
`,
  'src/db/index.ts': `export * from './clickhouse';\n`,
  'src/db/operations.ts': `import { createClient } from '@clickhouse/client';
export async function queryRows(sql: string) { return (await createClient().query({ query: sql })).json(); }
`,
  'src/db/clickhouse-service.ts': `import { createClient } from '@clickhouse/client';
export class ClickHouseService { client = createClient(); query(sql: string) { return this.client.query({ query: sql }); } }
`,
};

ruleSuite('single-clickhouse-manager', {
  files,
  file: 'src/consumer.ts',
  valid: [
    "import { getClickHouseManager } from './db';\nexport const rows = () => getClickHouseManager().query('SELECT 1');\n",
    "import type { ClickHouseClient, ResultSet } from '@clickhouse/client';\nexport type Result = ResultSet<'JSONEachRow'>;\nexport interface Options { readonly client?: ClickHouseClient }\n",
    "import { ClickHouseError } from '@clickhouse/client';\nexport const isKnown = (error: unknown) => error instanceof ClickHouseError;\n",
    { code: files['src/db/clickhouse.ts'], file: 'src/db/clickhouse.ts' },
    {
      name: 'a subclass and its construction',
      code: "import { ClickHouseManager } from './db';\nclass Metered extends ClickHouseManager { runs = 0; }\nexport const metered = new Metered();\n",
    },
    {
      name: 'a wrapper over the manager',
      code: "import { getClickHouseManager } from './db';\nexport class ClickHouseTraces {\n  query(sql: string) { return getClickHouseManager().query(sql); }\n  insert(rows: unknown[]) { return getClickHouseManager().insert('traces', rows); }\n}\n",
    },
    {
      name: 'a store over another database',
      code: "const { Pool } = require('pg');\nclass ThreadStore {\n  pool = new Pool();\n  query(sql) { return this.pool.query(sql); }\n  insert(table, rows) { return this.pool.query('INSERT INTO ' + table, rows); }\n}\nmodule.exports = { ThreadStore };\n",
      file: 'src/thread-store.js',
    },
    {
      name: 'requests by hand, unless asked for',
      code: "await fetch('http://localhost:8123/?query=SELECT+1');\n",
      file: 'src/ping.mjs',
    },
    {
      name: 'a test',
      code: "import { createClient } from '@clickhouse/client';\nimport { ClickHouseManager } from './db';\ncreateClient();\nnew ClickHouseManager();\n",
      file: 'src/consumer.test.ts',
    },
  ],
  invalid: [
    {
      name: 'the driver',
      code: "import { createClient as connect } from '@clickhouse/client';\nconnect();\n",
      errors: [{ messageId: 'driverBypass', line: 1, column: 10, endLine: 1, endColumn: 33 }],
    },
    {
      name: 'the driver through require, in JavaScript',
      code: "const clickhouse = require('@clickhouse/client-web');\nclickhouse.createClient();\n",
      file: 'src/consumer.cjs',
      errors: [{ messageId: 'driverBypass', line: 2, column: 1, endLine: 2, endColumn: 24 }],
    },
    {
      name: 'the driver, as the manager passes it on',
      code: "import { createClient } from './db';\nexport const events = createClient();\n",
      errors: [{ messageId: 'driverBypass', line: 1 }],
    },
    {
      name: 'an exported client of its own',
      code: "import { createClient } from '@clickhouse/client';\nexport const clickhouse = createClient();\n",
      errors: [
        { messageId: 'driverBypass', line: 1 },
        {
          messageId: 'secondImplementation',
          data: {
            name: 'clickhouse',
            noun: 'ClickHouse manager',
            evidence: 'wraps @clickhouse/client; named for clickhouse',
            concern: 'clickhouse',
            owner: 'ClickHouseManager',
            path: 'src/db/clickhouse.ts',
            obtain: 'getClickHouseManager()',
            expired: '',
          },
          line: 2,
          column: 14,
          endColumn: 24,
        },
      ],
    },
    {
      name: 'a class',
      code: `import { createClient } from '@clickhouse/client';

export class Analytics {
  #client = createClient();
  queryRows(sql) { return this.#client.query({ query: sql }); }
  insertRows(table, values) { return this.#client.insert({ table, values }); }
}
`,
      file: 'src/analytics.mjs',
      errors: [
        { messageId: 'driverBypass', line: 1 },
        {
          message:
            "'Analytics' is a second ClickHouse manager (wraps @clickhouse/client; 2 of 3 methods of ClickHouseManager); 'clickhouse' belongs to ClickHouseManager (src/db/clickhouse.ts). Use getClickHouseManager() instead.",
          line: 3,
          column: 14,
          endColumn: 23,
        },
      ],
    },
    {
      name: 'a class over the raw client',
      code: `import { getClickHouseManager } from './db';

export class ClickHouseReader {
  private readonly client = getClickHouseManager().client;
  query(sql: string) { return this.client.query({ query: sql }); }
  insert(table: string, values: unknown[]) { return this.client.insert({ table, values }); }
}
`,
      errors: [{ messageId: 'secondImplementation', line: 3 }],
    },
    {
      name: 'a module of functions',
      code: `import { createClient } from '@clickhouse/client';

const client = createClient();

export const query = (sql) => client.query({ query: sql });
export const insert = (table, values) => client.insert({ table, values });
`,
      file: 'src/statements.js',
      errors: [
        { messageId: 'secondModule', line: 1, column: 1, endColumn: 7 },
        { messageId: 'driverBypass', line: 1, column: 10 },
      ],
    },
    {
      name: 'a second instance',
      code: "import { ClickHouseManager } from './db';\n\nexport const manager = new ClickHouseManager();\n",
      errors: [
        {
          messageId: 'accessorBypass',
          line: 3,
          column: 24,
          endColumn: 47,
          suggestions: [
            {
              desc: 'Use getClickHouseManager() (the shared instance takes the place of an own one).',
              output:
                "import { getClickHouseManager } from './db';\n\nexport const manager = getClickHouseManager();\n",
            },
          ],
        },
      ],
    },
    {
      name: 'a deprecated function',
      code: "import { queryRows } from './db/operations';\n\nexport const tables = () => queryRows('SHOW TABLES');\n",
      errors: [{ messageId: 'deprecatedUse', line: 1 }],
      output:
        "import { getClickHouseManager } from './db/clickhouse';\n\nexport const tables = () => getClickHouseManager().query('SHOW TABLES');\n",
    },
    {
      name: 'a deprecated class, at its declaration',
      code: files['src/db/clickhouse-service.ts'],
      file: 'src/db/clickhouse-service.ts',
      errors: [{ messageId: 'twinDeclaration', line: 2 }],
    },
    {
      name: 'a request by hand',
      code: "await fetch(`${process.env['CLICKHOUSE_URL']}/?query=SELECT+1`);\n",
      file: 'src/ping.mjs',
      options: [{ forms: { http: true } }],
      errors: [{ messageId: 'requestByHand', line: 1, column: 13 }],
    },
  ],
});
