import { describe, expect, it } from 'vitest';
import { CLICKHOUSE_CONFIG, reportsIn } from './clickhouse.js';

const config = { concerns: { clickhouse: { ...CLICKHOUSE_CONFIG.concerns.clickhouse, forms: { http: true } } } };

const REQUESTS: readonly (readonly [what: string, text: string, at: readonly string[]])[] = [
  ['the port', `await fetch('http://localhost:8123/?query=SELECT+1');`, [`'http://localhost:8123/?query=SELECT+1'`]],
  [
    'a host',
    'await globalThis.fetch(`https://${host}.clickhouse.cloud/`, { method: "POST" });',
    ['`https://${host}.clickhouse.cloud/`'],
  ],
  [
    'an environment variable',
    `await fetch(process.env.CLICKHOUSE_URL + '/?query=' + sql);`,
    [`process.env.CLICKHOUSE_URL + '/?query=' + sql`],
  ],
  [
    'a constant of the module',
    `const base = process.env['CLICKHOUSE_URL'];\nexport const ask = (sql: string) => fetch(base + sql);`,
    ['base + sql'],
  ],
  ['axios', `import axios from 'axios';\nawait axios.post(clickhouseUrl, sql);`, ['clickhouseUrl']],
  ['got', `import got from 'got';\nawait got('http://ch:8123');`, [`'http://ch:8123'`]],
  ['node:http', `import http from 'node:http';\nhttp.request('http://ch:8123');`, [`'http://ch:8123'`]],
  [
    'options with a host',
    `import { request } from 'node:http';\nrequest({ host: 'clickhouse.internal', path: '/ping' });`,
    [`{ host: 'clickhouse.internal', path: '/ping' }`],
  ],
  [
    'options with a port',
    `import * as http from 'node:http';\nconst port = 8123;\nhttp.get({ hostname: env.HOST, port });\nhttp.get({ hostname: env.HOST, port: port }, done);\nhttp.get({ port: '8443' });`,
    ['{ hostname: env.HOST, port }', '{ hostname: env.HOST, port: port }', `{ port: '8443' }`],
  ],
  [
    'options with a URL',
    `import axios from 'axios';\nawait axios({ method: 'post', url: \`\${process.env.CLICKHOUSE_URL}/?query=\`, data: sql });`,
    ["{ method: 'post', url: `${process.env.CLICKHOUSE_URL}/?query=`, data: sql }"],
  ],
  [
    'options for another server',
    `import { request } from 'node:http';\nrequest({ host: 'api.internal', port: 8080, path: '/clickhouse', headers: { 'x-from': 'clickhouse:8123' } });`,
    [],
  ],
  ['another server', `await fetch('https://api.example.com/users');`, []],
  ['a path of another server', `const jobs = 'https://boards.example.com/clickhouse/jobs';\nawait fetch(jobs);`, []],
  ['a route of its own', `await fetch('/api/clickhouse/query');`, []],
  [
    'a host in a template',
    'await fetch(`http://${host}:8123/?query=${sql}`);',
    ['`http://${host}:8123/?query=${sql}`'],
  ],
  ['a variable in a template', 'await fetch(`${clickHouseHost}/ping`);', ['`${clickHouseHost}/ping`']],
  ['a key of the environment', `await fetch(process.env['CLICKHOUSE_URL']);`, [`process.env['CLICKHOUSE_URL']`]],
  ['a body that names it', `await fetch('/log', { body: 'clickhouse is down' });`, []],
  ['a fetch of its own', `const fetch = (url: string) => url;\nfetch('http://localhost:8123');`, []],
  ['no request', `export const url = 'http://localhost:8123';`, []],
];

describe('request-by-hand', () => {
  it.each(REQUESTS)('reads %s', (_what, text, at) => {
    expect(reportsIn('src/ask.ts', text, { config }).map((report) => report.at)).toEqual(at);
  });

  it('is off unless the concern asks for it', () => {
    for (const [, text] of REQUESTS) {
      expect(reportsIn('src/ask.ts', text)).toEqual([]);
    }
  });

  it('says who owns the server', () => {
    expect(reportsIn('src/ask.ts', `fetch('http://localhost:8123');`, { config })).toMatchObject([
      {
        check: 'request-by-hand',
        rule: 'single-clickhouse-manager',
        message:
          "This request goes to ':8123' by hand; 'clickhouse' belongs to ClickHouseManager (src/db/clickhouse.ts). Use getClickHouseManager() instead.",
      },
    ]);
    expect(
      reportsIn(
        'src/db/clickhouse.ts',
        `fetch('http://localhost:8123');\nexport class ClickHouseManager {}\nexport const getClickHouseManager = () => new ClickHouseManager();`,
        { config },
      ),
    ).toEqual([]);
  });
});
