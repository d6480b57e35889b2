import { describe, expect, it } from 'vitest';
import { fixtureProject } from '../../fixture-project/fixture-project.js';
import { CLICKHOUSE_CONFIG, CLICKHOUSE_FILES, implementationsReported, reportsIn } from './clickhouse.js';

const FOUND: readonly (readonly [what: string, file: string, text: string, reported: readonly string[]])[] = [
  [
    'a class that builds its own client',
    'src/db/clickhouse-service.ts',
    `import { createClient } from '@clickhouse/client';
export class ClickHouseService {
  private client = createClient();
  async query(sql: string) { return (await this.client.query({ query: sql })).json(); }
  async insert(table: string, rows: unknown[]) { await this.client.insert({ table, values: rows }); }
}`,
    ['ClickHouseService: wraps @clickhouse/client; 2 of 7 methods of ClickHouseManager; named for clickhouse'],
  ],
  [
    'a class under another name, by what it does',
    'src/reports/analytics.ts',
    `import * as driver from '@clickhouse/client';
export class Analytics {
  readonly #client = driver.createClient();
  async queryRows(sql: string) { return this.#client.query({ query: sql }); }
  async insertBatch(table: string, rows: unknown[]) { await this.#client.insert({ table, values: rows }); }
}`,
    ['Analytics: wraps @clickhouse/client; 2 of 7 methods of ClickHouseManager'],
  ],
  [
    'a class with arrow fields',
    'src/reports/analytics.ts',
    `const { createClient } = require('@clickhouse/client');
module.exports.Analytics = class Analytics {
  client = createClient();
  query = async (sql) => this.client.query({ query: sql });
  insert = async (table, rows) => this.client.insert({ table, values: rows });
};`,
    ['Analytics: wraps @clickhouse/client; 2 of 7 methods of ClickHouseManager'],
  ],
  [
    'a class that is given a client',
    'src/db/clickhouse-schema.ts',
    `import type { ClickHouseClient } from '@clickhouse/client';
export class ClickHouseSchema {
  constructor(private readonly client: ClickHouseClient) {}
  async migrate() { await this.client.command({ query: 'CREATE TABLE t' }); }
}`,
    ['ClickHouseSchema: works on a client of @clickhouse/client; named for clickhouse'],
  ],
  [
    'a factory of closures',
    'src/reports/analytics.ts',
    `import { createClient as connect } from '@clickhouse/client';
export function createAnalytics(url: string) {
  const client = connect({ url });
  async function query(sql: string) { return client.query({ query: sql }); }
  return { query, insert: (table: string, values: unknown[]) => client.insert({ table, values }) };
}`,
    ['createAnalytics: wraps @clickhouse/client; 2 of 7 methods of ClickHouseManager'],
  ],
  [
    'a factory that hands out a client',
    'src/db/client.ts',
    `import { createClient } from '@clickhouse/client';
let client: ReturnType<typeof createClient> | undefined;
export const getClickHouseClient = () => (client ??= createClient());`,
    ['getClickHouseClient: wraps @clickhouse/client; named for clickhouse'],
  ],
  [
    'a factory that puts the client in a local first',
    'src/db/clickhouse-client.ts',
    `import { createClient } from '@clickhouse/client';
export function connect() {
  const client = createClient();
  return client;
}`,
    ['connect: wraps @clickhouse/client; its module is named for clickhouse'],
  ],
  [
    'an exported client',
    'src/db/analytics.ts',
    `import { createClient } from '@clickhouse/client';
export const clickhouse = createClient();`,
    ['clickhouse: wraps @clickhouse/client; named for clickhouse'],
  ],
  [
    'an exported client from a createClient that the canonical passes on',
    'src/db/analytics.ts',
    `import { newClient } from './clickhouse';
export const clickhouse = newClient();`,
    ['clickhouse: wraps @clickhouse/client; named for clickhouse'],
  ],
  [
    "a class over the canonical's raw client",
    'src/reports/reader.ts',
    `import { getClickHouseManager } from '../db';
export class Reader {
  private readonly client = getClickHouseManager().getClient();
  async query(sql: string) { return this.client.query({ query: sql }); }
  async insert(table: string, values: unknown[]) { await this.client.insert({ table, values }); }
}`,
    ["Reader: works on the raw 'getClient' of ClickHouseManager; 2 of 7 methods of ClickHouseManager"],
  ],
  [
    'a module of functions',
    'src/reports/statements.ts',
    `import { createClient } from '@clickhouse/client';
const client = createClient();
export async function queryRows(sql: string) { return client.query({ query: sql }); }
export async function insertRows(table: string, values: unknown[]) { await client.insert({ table, values }); }`,
    ['import: wraps @clickhouse/client; 2 of 7 methods of ClickHouseManager'],
  ],
  [
    'a module of functions that connect in a helper',
    'src/db/clickhouse-operations.ts',
    `import { createClient } from '@clickhouse/client';
const connect = () => createClient();
export const dropTable = (name: string) => connect().command({ query: \`DROP TABLE \${name}\` });
export const sizeOf = (name: string) => connect().query({ query: \`SELECT count() FROM \${name}\` });`,
    ['import: wraps @clickhouse/client; its module is named for clickhouse'],
  ],
  [
    'an object literal',
    'src/reports/store.ts',
    `import { createClient } from '@clickhouse/client';
const client = createClient();
export const store = {
  query: (sql: string) => client.query({ query: sql }),
  insert: (table: string, values: unknown[]) => client.insert({ table, values }),
};`,
    ['store: wraps @clickhouse/client; 2 of 7 methods of ClickHouseManager'],
  ],
  [
    'a default-exported object of functions',
    'src/reports/store.ts',
    `import { createClient } from '@clickhouse/client';
const client = createClient();
function query(sql: string) { return client.query({ query: sql }); }
function insert(table: string, values: unknown[]) { return client.insert({ table, values }); }
export default { query, insert };`,
    ['default: wraps @clickhouse/client; 2 of 7 methods of ClickHouseManager'],
  ],
  [
    'a constructor function with a prototype',
    'src/legacy/analytics.js',
    `const { createClient } = require('@clickhouse/client');
function Analytics() { this.client = createClient(); }
Analytics.prototype.query = function (sql) { return this.client.query({ query: sql }); };
Analytics.prototype.insert = function (table, values) { return this.client.insert({ table, values }); };
module.exports = Analytics;`,
    ['Analytics: wraps @clickhouse/client; 2 of 7 methods of ClickHouseManager'],
  ],
  [
    'a class behind an accessor, once',
    'src/db/clickhouse-pool.ts',
    `import { createClient } from '@clickhouse/client';
class ClickHousePool { readonly clients = [createClient(), createClient()]; }
let pool: ClickHousePool | undefined;
export function getClickHousePool() { return (pool ??= new ClickHousePool()); }`,
    ['ClickHousePool: wraps @clickhouse/client; keeps a pool of its own; named for clickhouse'],
  ],
  [
    'a map of clients in a module',
    'src/tenants/pools.ts',
    `import { createClient } from '@clickhouse/client';
const pools = new Map();
export function poolFor(tenant: string) {
  let client = pools.get(tenant);
  if (client === undefined) {
    client = createClient({ database: tenant });
    pools.set(tenant, client);
  }
  return client;
}`,
    ['poolFor: wraps @clickhouse/client; keeps a pool of its own'],
  ],
  [
    'a list of clients in a class',
    'src/tenants/replicas.ts',
    `import * as driver from '@clickhouse/client';
export class Replicas {
  private readonly all = hosts().map((url) => driver.createClient({ url }));
  private turn = 0;
  next() { return this.all[this.turn++ % this.all.length]; }
}
function hosts(): string[] { return ['a', 'b']; }`,
    ['Replicas: wraps @clickhouse/client; keeps a pool of its own'],
  ],
  [
    'clients that are made on demand',
    'src/tenants/lanes.ts',
    `import { createClient } from '@clickhouse/client';
class Lanes {
  #lanes = [];
  lane(index) { return (this.#lanes[index] ??= createClient()); }
}
export default new Lanes();`,
    ['Lanes: wraps @clickhouse/client; keeps a pool of its own'],
  ],
  [
    'functions of a CommonJS module',
    'src/reports/statements.cjs',
    `const { createClient } = require('@clickhouse/client');
const client = createClient();
exports.query = function (sql) { return client.query({ query: sql }); };
exports.insert = async (table, values) => client.insert({ table, values });`,
    ['const: wraps @clickhouse/client; 2 of 7 methods of ClickHouseManager'],
  ],
  [
    'an object that a CommonJS module is, once',
    'src/reports/statements.cjs',
    `const { createClient } = require('@clickhouse/client');
const client = createClient();
function query(sql) { return client.query({ query: sql }); }
function insert(table, values) { return client.insert({ table, values }); }
module.exports = { query, insert };`,
    ['module.exports: wraps @clickhouse/client; 2 of 7 methods of ClickHouseManager'],
  ],
  [
    'a namespace',
    'src/reports/analytics.ts',
    `import { createClient } from '@clickhouse/client';
export namespace Analytics {
  const client = createClient();
  export function query(sql: string) { return client.query({ query: sql }); }
  export function insert(table: string, values: unknown[]) { return client.insert({ table, values }); }
}`,
    ['Analytics: wraps @clickhouse/client; 2 of 7 methods of ClickHouseManager'],
  ],
  [
    'a hook',
    'src/ui/use-analytics.tsx',
    `import { createClient } from '@clickhouse/client-web';
import { useMemo } from 'react';
export function useAnalytics() {
  const client = useMemo(() => createClient(), []);
  const query = (sql: string) => client.query({ query: sql });
  async function insert(table: string, values: unknown[]) { await client.insert({ table, values }); }
  return { query, insert };
}`,
    ['useAnalytics: wraps @clickhouse/client-web; 2 of 7 methods of ClickHouseManager'],
  ],
  [
    "functions over the canonical's raw client",
    'src/reports/raw.ts',
    `import { getClickHouseManager } from '../db';
const client = getClickHouseManager().getClient();
export const query = (sql: string) => client.query({ query: sql });
export const insert = (table: string, values: unknown[]) => client.insert({ table, values });`,
    ["import: works on the raw 'getClient' of ClickHouseManager; 2 of 7 methods of ClickHouseManager"],
  ],
  [
    'a class that takes the raw client out of what it is given',
    'src/reports/raw.ts',
    `import type { ClickHouseManager } from '../db';
export class Reader {
  private readonly client;
  constructor(manager: ClickHouseManager) { this.client = manager.getClient(); }
  query(sql: string) { return this.client.query({ query: sql }); }
  insert(table: string, values: unknown[]) { return this.client.insert({ table, values }); }
}`,
    ["Reader: works on the raw 'getClient' of ClickHouseManager; 2 of 7 methods of ClickHouseManager"],
  ],
  [
    'a class that speaks HTTP, by name and API',
    'src/db/clickhouse-http.ts',
    `export class ClickHouseHttp {
  async query(sql: string) { return (await fetch(process.env.URL + '?query=' + sql)).json(); }
  async insert(table: string, rows: unknown[]) { await fetch(process.env.URL + table, { method: 'POST', body: JSON.stringify(rows) }); }
}`,
    ['ClickHouseHttp: 2 of 7 methods of ClickHouseManager; named for clickhouse'],
  ],
  [
    'a copy that only its name and its bodies give away',
    'src/db/clickhouse-reader.ts',
    `export class ClickHouseReader {
  constructor(private readonly socket: { ask(x: object): Promise<{ rows<T>(): Promise<T[]> }>; give(x: object): Promise<void> }) {}
  async rowsOf<T>(text: string, values: Record<string, unknown> = {}): Promise<T[]> {
    if (text.trim() === '') throw new RangeError('no text');
    const answer = await this.socket.ask({ text, values, kind: 'rows' });
    return answer.rows<T>();
  }
  async hand(name: string, all: readonly unknown[]): Promise<void> {
    for (let at = 0; at < all.length; at += 500) {
      await this.socket.give({ name, part: all.slice(at, at + 500), kind: 'rows' });
    }
  }
}`,
    ['ClickHouseReader: 2 of 2 bodies built like those of ClickHouseManager; named for clickhouse'],
  ],
];

describe('second-implementation', () => {
  it.each(FOUND)('finds %s', (_what, file, text, reported) => {
    expect(implementationsReported(file, text)).toEqual(reported);
  });
});

const SILENT: readonly (readonly [what: string, file: string, text: string])[] = [
  [
    'a subclass of the canonical',
    'src/db/metered-clickhouse.ts',
    `import { ClickHouseManager } from './clickhouse';
export class MeteredClickHouseManager extends ClickHouseManager { async query<T>(sql: string) { return super.query<T>(sql); } }`,
  ],
  [
    'a wrapper that goes through the canonical',
    'src/db/clickhouse-facade.ts',
    `import type { ClickHouseManager } from './clickhouse';
export class ClickHouseFacade {
  constructor(private readonly manager: ClickHouseManager) {}
  query(sql: string) { return this.manager.query(sql); }
  insert(table: string, rows: unknown[]) { return this.manager.insert(table, rows); }
}`,
  ],
  [
    'a wrapper whose own field is called like the raw client',
    'src/db/clickhouse-facade.ts',
    `import type { ClickHouseManager } from './clickhouse';
export class ClickHouseFacade {
  constructor(private readonly getClient: ClickHouseManager) {}
  query(sql: string) { return this.getClient.query(sql); }
  insert(table: string, rows: unknown[]) { return this.getClient.insert(table, rows); }
}`,
  ],
  [
    'one client in one script',
    'scripts/optimize.ts',
    `import { createClient } from '@clickhouse/client';
const client = createClient();
const results: unknown[] = [];
results.push(await client.command({ query: 'OPTIMIZE TABLE traces' }));`,
  ],
  [
    'one function among others that uses the driver',
    'src/server/health.ts',
    `import { createClient } from '@clickhouse/client';
export async function checkStore() { return (await createClient().ping()).success; }
export const checkDisk = () => 'ok';
export const checkQueue = () => 'ok';`,
  ],
  [
    'functions that go through the accessor',
    'src/db/clickhouse-traces.ts',
    `import { getClickHouseManager } from '.';
export const queryTraces = () => getClickHouseManager().query('SELECT 1');
export const insertTrace = (row: unknown) => getClickHouseManager().insert('traces', [row]);`,
  ],
  [
    'a store over something else',
    'src/db/thread-store.ts',
    `import { Pool } from 'pg';
export class ThreadStore {
  private readonly pool = new Pool();
  async query(sql: string) { return (await this.pool.query(sql)).rows; }
  async insert(table: string, rows: unknown[]) { await this.pool.query('INSERT INTO ' + table, rows); }
  async ping() { return true; }
}`,
  ],
  [
    'a null object',
    'src/db/no-clickhouse.ts',
    `export class QuietClickHouse {
  async query() { return []; }
  async insert() {}
  ping() { return Promise.resolve(true); }
}`,
  ],
  [
    'a stand-in for tests',
    'src/db/fake-clickhouse.ts',
    `export class FakeClickHouse {
  readonly rows: unknown[] = [];
  async query(sql: string) { return this.rows.filter((row) => String(row).includes(sql)); }
  async insert(table: string, rows: unknown[]) { this.rows.push(...rows.map((row) => [table, row])); }
}`,
  ],
  [
    'a strategy of an interface that the canonical has, too',
    'src/db/clickhouse-replay-store.ts',
    `import type { AnalyticsStore } from './analytics-store';
export class ClickHouseReplayStore implements AnalyticsStore {
  async query(sql: string) { return [await this.read(sql)]; }
  async insert(table: string, rows: readonly unknown[]) { await this.read(table + rows.length); }
  private read(text: string) { return import('node:fs/promises').then((fs) => fs.readFile(text)); }
}`,
  ],
  [
    'types and constants',
    'src/db/clickhouse-types.ts',
    `import type { ClickHouseClient } from '@clickhouse/client';
export type ClickHouseRow = Record<string, unknown>;
export interface ClickHouseOptions { readonly client: ClickHouseClient; readonly url: string }
export const CLICKHOUSE_TABLES = { traces: 'traces', runs: 'runs' };`,
  ],
  [
    'an error',
    'src/db/clickhouse-error.ts',
    `export class ClickHouseError extends Error { query(sql: string) { return sql; } insert(table: string) { return table; } }`,
  ],
  [
    'framework exports',
    'src/routes/clickhouse.ts',
    `import { getClickHouseManager } from '../db';
export async function GET() { return Response.json(await getClickHouseManager().query('SELECT 1')); }
export async function POST() { return new Response(); }`,
  ],
  [
    'something named for it that does another thing',
    'src/ui/clickhouse-badge.ts',
    `export function clickhouseBadge(state: string) { return '<b>' + state + '</b>'; }
export class ClickHouseBadge { render() { return clickhouseBadge('up'); } colour() { return 'green'; } }`,
  ],
  [
    'a manager of something else that is named for it',
    'src/ops/clickhouse-backup-manager.ts',
    `export class ClickHouseBackupManager {
  private timer: NodeJS.Timeout | undefined;
  start() { this.timer = setInterval(() => this.backUp(), 3_600_000); }
  stop() { clearInterval(this.timer); }
  private backUp() { console.log('backing up'); }
}`,
  ],
  [
    'a query builder',
    'src/db/clickhouse-query-builder.ts',
    `export class ClickHouseQueryBuilder {
  private parts: string[] = [];
  select(...columns: string[]) { this.parts.push('SELECT ' + columns.join()); return this; }
  from(table: string) { this.parts.push('FROM ' + table); return this; }
  toString() { return this.parts.join(' '); }
}`,
  ],
  [
    'a query builder with two verbs of a store',
    'src/db/clickhouse-statement.ts',
    `export class ClickHouseStatement {
  private columns: string[] = ['*'];
  constructor(private readonly table: string) {}
  select(...columns: string[]): this { this.columns = columns; return this; }
  where(column: string, value: string) { this.columns.push(column + value); return this; }
  insert(columns: string[]): string { return \`INSERT INTO \${this.table} (\${columns.join(', ')}) VALUES\`; }
  query() { return \`SELECT \${this.columns.join(', ')} FROM \${this.table}\`; }
}`,
  ],
  [
    'what only writes statements down',
    'src/db/clickhouse-dialect.ts',
    `type Node = { table: string; columns: string[] };
export const clickhouseDialect = {
  query: (node: Node) => 'SELECT ' + node.columns.join(', ') + ' FROM ' + node.table,
  insert(node: Node): string { return write(node); },
  command: (node: Node): readonly string[] => [write(node)],
};
const write = (node: Node) => JSON.stringify(node);`,
  ],
  [
    'what passes on what happens',
    'src/db/clickhouse-events.ts',
    `import { EventEmitter } from 'node:events';
export class ClickHouseEvents extends EventEmitter {
  query(sql: string): void { this.emit('query', sql); }
  insert(table: string, count: number) { this.emit('insert', { table, count }); }
  command(sql: string): boolean { return this.emit('command', sql); }
}`,
  ],
  [
    'what makes other objects of rows',
    'src/db/clickhouse-mapper.ts',
    `export class ClickHouseMapper {
  query(row: { id: string }) { return { traceId: row.id.trim().toLowerCase(), at: Date.parse(row.id) }; }
  insert(trace: { traceId: string }) { return [trace.traceId, trace.traceId.length, 'trace'.concat(trace.traceId)]; }
}`,
  ],
  [
    'a hook over the own server',
    'src/ui/use-clickhouse.ts',
    `export function useClickHouse() {
  const query = async (sql: string) => (await fetch(\`/api/query?sql=\${sql}\`)).json();
  const insert = async (table: string, rows: unknown[]) => { await fetch(\`/api/\${table}\`, { body: String(rows) }); };
  return { query, insert };
}`,
  ],
  [
    'a client of the own server',
    'src/ui/clickhouse-api.ts',
    `import { api } from './api';
export const clickhouseApi = {
  query: async (sql: string) => (await fetch('/api/clickhouse/query', { method: 'POST', body: sql })).json(),
  insert: (table: string, rows: unknown[]) => api.post(\`/clickhouse/\${table}\`, rows),
};`,
  ],
  [
    'a store over what it is given by an interface of the workspace',
    'src/db/clickhouse-usage-store.ts',
    `import type { AnalyticsStore } from './analytics-store';
export class ClickHouseUsageStore {
  constructor(private readonly db: AnalyticsStore) {}
  async query(project: string) { const rows = await this.db.query('SELECT * FROM usage'); return rows.filter((row) => row === project); }
  async insert(project: string, n: number) { await this.db.insert('usage', [{ project, n }]); }
}`,
  ],
  [
    'a store that is built like the canonical over what it is given',
    'src/db/clickhouse-counters.ts',
    `import type { AnalyticsStore } from './analytics-store';
export class ClickHouseCounters {
  constructor(private readonly db: AnalyticsStore) {}
  async query(project: string) {
    if (project.trim() === '') throw new TypeError('nothing to count');
    const rows = await this.db.query('SELECT n FROM counters WHERE project = ' + project + ' ORDER BY day DESC LIMIT 10');
    return rows.length;
  }
  async insert(project: string, rows: readonly number[]) {
    for (let start = 0; start < rows.length; start += 1000) {
      await this.db.insert('counters', rows.slice(start, start + 1000).map((n) => ({ project, n })));
    }
  }
}`,
  ],
  [
    'a factory over what it is given',
    'src/db/clickhouse-usage.ts',
    `import type { AnalyticsStore } from './analytics-store';
export function clickhouseUsage(db: AnalyticsStore) {
  return {
    query: async (project: string) => (await db.query('SELECT * FROM usage')).filter((row) => row === project),
    insert: async (project: string, n: number) => { await db.insert('usage', [{ project, n }]); },
  };
}`,
  ],
  [
    'a declaration of a package',
    'types/clickhouse.d.ts',
    `declare module 'x' { export class ClickHouse { query(sql: string): void; insert(t: string): void } }`,
  ],
  [
    'a test',
    'src/db/clickhouse.test.ts',
    `import { createClient } from '@clickhouse/client';
export class ClickHouseProbe { client = createClient(); query(sql: string) { return sql; } insert(t: string) { return t; } }`,
  ],
];

/** Like the last ones above, and second implementations all the same. */
const FOUND_ALL_THE_SAME: readonly (readonly [what: string, file: string, text: string, evidence: string])[] = [
  [
    'a client of another server',
    'src/db/clickhouse-http.ts',
    `export class ClickHouseHttp {
  constructor(private readonly base: string) {}
  async query(sql: string) { return (await fetch(this.base, { method: 'POST', body: sql })).json(); }
  async insert(table: string, rows: unknown[]) { await fetch(\`\${this.base}/?query=\${table}\`, { body: String(rows) }); }
}`,
    'ClickHouseHttp: 2 of 7 methods of ClickHouseManager; named for clickhouse',
  ],
  [
    'what is given a client by the type of what makes one',
    'src/db/event-table.ts',
    `import type { createClient } from '@clickhouse/client';
export class EventTable {
  constructor(private readonly client: ReturnType<typeof createClient>) {}
  async query(sql: string) { return this.client.query({ query: sql }); }
  async insert(rows: object[]) { await this.client.insert({ table: 'events', values: rows }); }
}`,
    'EventTable: works on a client of @clickhouse/client; 2 of 7 methods of ClickHouseManager',
  ],
  [
    'what is given a client by another name of its type',
    'src/db/run-table.ts',
    `import type { ClickHouseClient } from '@clickhouse/client';
type Client = ClickHouseClient;
export class RunTable {
  constructor(private readonly client: Client) {}
  async query(sql: string) { return this.client.query({ query: sql }); }
  async insert(rows: object[]) { await this.client.insert({ table: 'runs', values: rows }); }
}`,
    'RunTable: works on a client of @clickhouse/client; 2 of 7 methods of ClickHouseManager',
  ],
  [
    'a function that keeps a client for each tenant',
    'src/db/by-tenant.ts',
    `import { createClient, type ClickHouseClient } from '@clickhouse/client';
const clients = new Map<string, ClickHouseClient>();
export function clientOf(tenant: string): ClickHouseClient {
  let client = clients.get(tenant);
  if (!client) clients.set(tenant, (client = createClient({ database: tenant })));
  return client;
}`,
    'clientOf: wraps @clickhouse/client; keeps a pool of its own',
  ],
  [
    'what is given a client of a package',
    'src/db/clickhouse-store.ts',
    `import type { Connection } from 'another-clickhouse';
export class ClickHouseStore {
  constructor(private readonly db: Connection) {}
  async query(sql: string) { return this.db.query(sql); }
  async insert(table: string, rows: unknown[]) { await this.db.insert(table, rows); }
}`,
    'ClickHouseStore: 2 of 7 methods of ClickHouseManager; named for clickhouse',
  ],
  [
    'what makes promises without the word for it',
    'src/db/clickhouse-gateway.ts',
    `import { open } from 'another-clickhouse';
export class ClickHouseGateway {
  private readonly db = open();
  query(sql: string) { return this.db.run(sql); }
  insert(table: string, rows: unknown[]): Promise<void> { return this.db.run(table, rows); }
}`,
    'ClickHouseGateway: 2 of 7 methods of ClickHouseManager; named for clickhouse',
  ],
];

describe('second-implementation finds', () => {
  it.each(FOUND_ALL_THE_SAME)('%s', (_what, file, text, evidence) => {
    expect(implementationsReported(file, text)).toEqual([evidence]);
  });
});

describe('second-implementation is silent on', () => {
  it.each(SILENT)('%s', (_what, file, text) => {
    expect(reportsIn(file, text).filter(({ check }) => check === 'second-implementation')).toEqual([]);
  });

  it('what the canonical itself is built on', () => {
    const v1 = `import { createClient } from '@clickhouse/client';
export class ClickHouseManagerV1 { client = createClient(); query(sql: string) { return this.client.query({ query: sql }); } insert(t: string, r: unknown[]) { return [t, r]; } }`;
    const canonical = `import { ClickHouseManagerV1 } from './clickhouse-v1';
export class ClickHouseManager { v1 = new ClickHouseManagerV1(); query(sql: string) { return this.v1.query(sql); } insert(t: string, r: unknown[]) { return this.v1.insert(t, r); } }
export const getClickHouseManager = () => new ClickHouseManager();`;
    const files = { 'src/db/clickhouse.ts': canonical };
    expect(implementationsReported('src/db/clickhouse-v1.ts', v1, { files })).toEqual([]);
  });

  it('raw clients where handing them out is all that the canonical does', () => {
    const files = {
      'src/db/clickhouse.ts': `import { createClient, type ClickHouseClient } from '@clickhouse/client';
export class ClickHouseManager { getClient(): ClickHouseClient { return createClient(); } async close() {} }
export const getClickHouseManager = () => new ClickHouseManager();`,
    };
    const writer = `import { getClickHouseManager } from './clickhouse';
export class ClickHouseWriter { private client = getClickHouseManager().getClient(); async flush() { await this.client.insert({ table: 't', values: [] }); } }`;
    expect(implementationsReported('src/db/clickhouse-writer.ts', writer, { files })).toEqual([]);
  });
});

describe('second-implementation', () => {
  const wrapper = `import { createClient } from '@clickhouse/client';
export class Warehouse { private readonly client = createClient(); async tables() { return this.client.query({ query: 'SHOW TABLES' }); } }`;

  it('reports one kind of evidence in strict mode only', () => {
    expect(implementationsReported('src/reports/warehouse.ts', wrapper)).toEqual([]);
    expect(implementationsReported('src/reports/warehouse.ts', wrapper, { strict: true })).toEqual([
      'Warehouse: wraps @clickhouse/client',
    ]);
  });

  it('reports both the import of the driver and the class around it, and says what to use', () => {
    const text = `import { createClient } from '@clickhouse/client';
export class ClickHouseService { client = createClient(); query(sql: string) { return this.client.query({ query: sql }); } insert(t: string, r: unknown[]) { return [t, r]; } }`;
    expect(reportsIn('src/db/clickhouse-service.ts', text)).toMatchObject([
      { check: 'driver-bypass', at: 'createClient' },
      {
        check: 'second-implementation',
        at: 'ClickHouseService',
        symbol: 'src/db/clickhouse-service.ts#ClickHouseService',
        message:
          "'ClickHouseService' is a second ClickHouse manager (wraps @clickhouse/client; 2 of 7 methods of ClickHouseManager; named for clickhouse); 'clickhouse' belongs to ClickHouseManager (src/db/clickhouse.ts). Use getClickHouseManager() instead.",
        fix: null,
      },
    ]);
  });

  it('needs no configuration where the canonical stands in its usual place', () => {
    const project = fixtureProject(undefined, {
      ...CLICKHOUSE_FILES,
      'src/reports/analytics.ts': `import { createClient } from '@clickhouse/client';
export class Analytics { client = createClient(); queryRows(sql: string) { return this.client.query({ query: sql }); } insertRows(t: string, r: unknown[]) { return [t, r]; } }`,
      'src/ops/clickhouse-backup-manager.ts': `export class ClickHouseBackupManager { start() { return setInterval(() => 1, 2); } }`,
    });
    expect(project.lint('src/reports/analytics.ts').map(({ check, at }) => `${check} ${at}`)).toEqual([
      'driver-bypass createClient',
      'second-implementation Analytics',
    ]);
    expect(project.lint('src/ops/clickhouse-backup-manager.ts')).toEqual([]);
  });

  it('leaves a twin to its own report', () => {
    const text = `import { createClient } from '@clickhouse/client';
export class ClickHouseService { client = createClient(); query(sql: string) { return this.client.query({ query: sql }); } insert(t: string, r: unknown[]) { return [t, r]; } }`;
    const config = {
      concerns: {
        clickhouse: {
          ...CLICKHOUSE_CONFIG.concerns.clickhouse,
          replacements: [{ from: 'src/db/clickhouse-service.ts#ClickHouseService', to: 'getClickHouseManager()' }],
        },
      },
    };
    expect(reportsIn('src/db/clickhouse-service.ts', text, { config }).map(({ check }) => check)).toEqual([
      'second-declaration',
    ]);
  });

  it('serves concerns that a team declares itself', () => {
    const config = {
      concerns: {
        http: { title: 'HTTP client', canonical: 'src/lib/http.ts#http', drivers: ['axios', 'global:fetch'] },
      },
    };
    const files = {
      'src/lib/http.ts': `import axios from 'axios';\nexport const http = { getJson: async (url: string) => (await axios.get(url)).data, postJson: async (url: string, body: unknown) => (await axios.post(url, body)).data };\n`,
    };
    const text = `export const api = {
  async get(url: string) { return (await fetch(url)).json(); },
  async post(url: string, body: unknown) { return (await fetch(url, { method: 'POST', body: JSON.stringify(body) })).json(); },
};
export const loadUser = (id: string) => fetch('/users/' + id);`;
    expect(implementationsReported('src/users/api.ts', text, { config, files })).toEqual([
      'api: wraps fetch; 2 of 2 methods of http',
    ]);
  });

  it('takes the parts of one client for no pool', () => {
    const config = {
      concerns: { logging: { title: 'logger', canonical: 'src/lib/logger.ts', drivers: ['winston'] } },
    };
    const files = {
      'src/lib/logger.ts': `import { createLogger } from 'winston';\nexport const logger = createLogger({});\n`,
    };
    const text = `import { createLogger, transports } from 'winston';
const logger = createLogger({ transports: [new transports.Console({ handleExceptions: true })] });
export default logger;
`;
    expect(implementationsReported('src/mail/logger.ts', text, { config, files })).toEqual([
      'logger: wraps winston; named for logger',
    ]);
  });

  it('finds a copy of a canonical function by its body', () => {
    const config = { concerns: { money: { title: 'money format', canonical: 'src/lib/format-money.ts#formatMoney' } } };
    const files = {
      'src/lib/format-money.ts': `export function formatMoney(cents: number, currency = 'EUR'): string {
  const sign = cents < 0 ? '-' : '';
  const whole = Math.floor(Math.abs(cents) / 100).toString().replace(/(\\d)(?=(\\d{3})+$)/g, '$1,');
  const rest = String(Math.abs(cents) % 100).padStart(2, '0');
  return sign + whole + '.' + rest + ' ' + currency;
}\n`,
    };
    const copy = `export function formatMoneyV2(amount: number, unit = 'USD'): string {
  const minus = amount < 0 ? '-' : '';
  const big = Math.floor(Math.abs(amount) / 100).toString().replace(/(\\d)(?=(\\d{3})+$)/g, '$1.');
  const small = String(Math.abs(amount) % 100).padStart(2, '0');
  return minus + big + ',' + small + ' ' + unit;
}
export const money = (amount: number) => amount / 100;`;
    expect(implementationsReported('src/cart/money.ts', copy, { config, files })).toEqual([
      'formatMoneyV2: its body is built like one of formatMoney; named like formatMoney',
    ]);
  });
});

describe('second-implementation knows canonicals', () => {
  const copy = `import { createClient } from '@clickhouse/client';
export class Warehouse {
  private readonly client = createClient();
  query(sql: string) { return this.client.query({ query: sql }); }
  insert(table: string, values: unknown[]) { return this.client.insert({ table, values }); }
}`;
  const members = `query(sql: string) { return [sql]; } insert(table: string, rows: unknown[]) { return [table, rows]; } ping() { return true; }`;
  const CANONICALS: readonly (readonly [
    what: string,
    canonical: string | string[],
    source: string,
    evidence: string,
  ])[] = [
    [
      'that are an instance',
      'src/db/ch.ts#clickhouse',
      `class ClickHouse { ${members} }\nexport const clickhouse = new ClickHouse();`,
      '2 of 3 methods of clickhouse',
    ],
    [
      'that are an object',
      'src/db/ch.ts#clickhouse',
      `export const clickhouse = { ${members.replaceAll('; } ', '; }, ')} };`,
      '2 of 3 methods of clickhouse',
    ],
    [
      'that are a default export',
      'src/db/ch.ts#default',
      `export default class ClickHouse { ${members} }`,
      '2 of 3 methods of ClickHouse',
    ],
    [
      'that are a factory',
      'src/db/ch.ts#createStore',
      `export function createStore() { return { ${members.replaceAll('; } ', '; }, ')} }; }`,
      '2 of 3 methods of createStore',
    ],
    [
      'that are a module of functions',
      'src/db/ch.ts',
      `export function query(sql: string) { return [sql]; }\nexport const insert = (table: string, rows: unknown[]) => [table, rows];\nexport function ping() { return true; }`,
      '2 of 3 functions of ch',
    ],
    ['that are a folder', 'src/db/**', `export class Store { ${members} }`, '2 of 3 methods of Store'],
    [
      'that are a folder with a null object in it',
      'src/db/**',
      `export class NoOpStore { query() { return []; } insert() { return []; } }\nexport class Store { ${members} }`,
      '2 of 3 methods of Store',
    ],
    [
      'that are several',
      ['src/db/ch.ts#Reader', 'src/db/ch.ts#Store'],
      `export class Reader { read() {} }\nexport class Store { ${members} }`,
      '2 of 3 methods of Store',
    ],
  ];

  it.each(CANONICALS)('%s', (_what, canonical, source, evidence) => {
    const config = { concerns: { store: { canonical, drivers: ['@clickhouse/client#createClient'] } } };
    expect(
      implementationsReported('src/reports/warehouse.ts', copy, { config, files: { 'src/db/ch.ts': source } }),
    ).toEqual([`Warehouse: wraps @clickhouse/client; ${evidence}`]);
  });

  it('and takes no name for evidence that any module may have', () => {
    const config = { concerns: { http: { title: 'HTTP client', canonical: 'src/api.ts', drivers: ['global:fetch'] } } };
    const files = { 'src/api.ts': `export const load = (url: string) => fetch(url);\n` };
    const client = `export class ApiClient { login() { return fetch('/login'); } }`;
    expect(implementationsReported('src/cli/client.ts', client, { config, files, strict: true })).toEqual([]);
    const named = client.replace('ApiClient', 'HttpApi');
    expect(implementationsReported('src/cli/client.ts', named, { config, files })).toEqual([
      'HttpApi: wraps fetch; named for http',
    ]);
  });

  it('and leaves components and what frameworks ask for out of modules of functions', () => {
    const config = { concerns: { mail: { canonical: 'src/mail/**', drivers: ['nodemailer'] } } };
    const page = `export function Layout() {}\nexport const links = () => [];\nexport function meta() {}\nexport default function App() {}\n`;
    const files = { 'src/mail/root.tsx': page };
    expect(implementationsReported('src/app/root.tsx', page, { config, files, strict: true })).toEqual([]);
  });

  it('that are a package of the workspace', () => {
    const config = {
      concerns: { store: { canonical: '@acme/store#Store', drivers: ['@clickhouse/client#createClient'] } },
    };
    const files = {
      'package.json': '{ "name": "root", "private": true, "workspaces": ["packages/*"] }',
      'packages/store/package.json': '{ "name": "@acme/store", "exports": "./src/index.ts" }',
      'packages/store/src/index.ts': `export * from './store';\n`,
      'packages/store/src/store.ts': `export class Store { ${members} }\n`,
    };
    expect(implementationsReported('src/reports/warehouse.ts', copy, { config, files })).toEqual([
      'Warehouse: wraps @clickhouse/client; 2 of 3 methods of Store',
    ]);
  });

  it('that are a package from elsewhere, by name alone', () => {
    const config = {
      concerns: {
        store: { canonical: '@vendor/clickhouse-store#ClickHouseStore', drivers: ['@clickhouse/client#createClient'] },
      },
    };
    const named = copy.replace('Warehouse', 'ClickHouseStoreLite');
    expect(implementationsReported('src/reports/warehouse.ts', named, { config })).toEqual([
      'ClickHouseStoreLite: wraps @clickhouse/client; named like ClickHouseStore',
    ]);
    expect(implementationsReported('src/reports/warehouse.ts', copy, { config })).toEqual([]);
  });

  const REDIS = {
    concerns: { redis: { title: 'Redis', canonical: 'src/redis/client.ts#redis', drivers: ['ioredis'] } },
  };
  const REDIS_FILES = { 'src/redis/client.ts': `import Redis from 'ioredis';\nexport const redis = new Redis();\n` };

  it.each([
    `import type { Redis } from 'ioredis';\nexport class RedisCache { constructor(private readonly redis: Redis) {} get(key: string) { return this.redis.get(key); } }`,
    `import type { Redis } from 'ioredis';\nexport const redisLocks = (redis: Redis) => ({ lock(key: string) { return redis.set(key, 1); } });`,
  ])('and takes what is given its client for a consumer: %s', (text) => {
    const options = { config: REDIS, files: REDIS_FILES };
    expect(implementationsReported('src/cache.ts', text, options)).toEqual([]);
    expect(implementationsReported('src/cache.ts', text, { ...options, strict: true })).toHaveLength(1);
  });

  it('and says once what a module does, and its functions', () => {
    const format = (name: string): string => `export function ${name}(at: Date) { return format(at, '${name}'); }\n`;
    const module = `import { format } from 'date-fns';\n${format('formatDay')}${format('formatWeek')}${format('formatMonth')}`;
    const config = {
      concerns: { dates: { title: 'dates', canonical: 'src/lib/formatter.ts', drivers: ['date-fns'] } },
    };
    expect(
      implementationsReported('src/other/formatter.ts', module, { config, files: { 'src/lib/formatter.ts': module } }),
    ).toEqual(['import: wraps date-fns; 3 of 3 functions of formatter; its module is named for formatter']);
  });

  it('and takes a getter for no second maker of the same thing', () => {
    const config = { concerns: { db: { title: 'database', canonical: 'src/db/**', drivers: ['drizzle-orm'] } } };
    const files = { 'src/db/factories.ts': `export async function createUser() { return insert(); }\n` };
    const text = (name: string): string =>
      `import { eq } from 'drizzle-orm';\nexport async function ${name}(id: number) { return find(eq(id, 1)); }\n`;
    expect(implementationsReported('src/users.ts', text('getUser'), { config, files })).toEqual([]);
    expect(implementationsReported('src/users.ts', text('makeUser'), { config, files })).toEqual([
      'makeUser: wraps drizzle-orm; named like createUser',
    ]);
  });

  it('and takes no configuration for one of another', () => {
    const config = {
      concerns: { env: { title: 'environment', canonical: 'src/config.ts', drivers: ['global:process.env'] } },
    };
    const files = { 'src/config.ts': `export const url = process.env.URL;\n` };
    const text = `export const readConfig = () => process.env.A;\nexport const mailConfig = () => process.env.B;\n`;
    expect(implementationsReported('src/mail/mail-config.ts', text, { config, files })).toEqual([]);
  });
});
