import { describe, expect, it } from 'vitest';
import type { Concern } from '../../../rule-core/src/index.js';
import { fixtureProject } from '../../fixture-project/fixture-project.js';

const FILES = {
  'src/lib/http.ts': `import axios from 'axios';
export const http = { get: (url: string) => axios.get(url), post: (url: string) => axios.post(url) };
export const interceptors = axios.interceptors;
export { AxiosError } from 'axios';
`,
};

function reported(text: string, concern: Concern = {}, file = 'src/consumer.ts'): string[] {
  const config = {
    concerns: {
      http: { title: 'HTTP client', canonical: 'src/lib/http.ts#http', drivers: ['axios', 'global:fetch'], ...concern },
    },
  };
  return fixtureProject(config, { ...FILES, [file]: text })
    .lint(file)
    .map(({ at }) => at);
}

describe('driver-bypass', () => {
  it.each([
    ['a default import', `import axios from 'axios';\naxios.get('/');`, ['axios']],
    ['a named import', `import { AxiosHeaders } from 'axios';\nnew AxiosHeaders();`, ['AxiosHeaders']],
    ['an unused import', `import axios from 'axios';`, ['axios']],
    ['a namespace', `import * as axios from 'axios';\naxios.get('/');`, ['* as axios']],
    ['a deep path', `import get from 'axios/lib/get';\nget('/');`, ['get']],
    ['a path into node_modules', `import get from '../node_modules/axios/lib/get.js';\nget('/');`, ['get']],
    ['a side effect', `import 'axios';`, ["'axios'"]],
    ['import()', `export const f = async () => (await import('axios')).default;`, ["(await import('axios')).default"]],
    ['a re-export', `export { default as client } from 'axios';`, ['default as client']],
    [
      'a driver that the canonical passes on',
      `import { AxiosError } from './lib/http';\nnew AxiosError();`,
      ['AxiosError'],
    ],
    ['a global call', `export const f = () => fetch('/');`, ['fetch']],
    ['a global member', `export const f = () => globalThis.fetch('/');`, ['globalThis.fetch']],
    ['a global by string', `export const f = () => window['fetch']('/');`, ["window['fetch']"]],
    ['a global that is handed on', `export const client = create({ fetch });`, ['fetch']],
    ['a destructured global', `const { fetch: load } = globalThis;\nload('/');`, ['fetch: load']],
    ['an alias of a global', `const g = globalThis;\nexport const f = () => g.fetch('/');`, ['g.fetch']],
  ])('reports %s', (_form, text, at) => {
    expect(reported(text)).toEqual(at);
  });

  it.each([
    ['import type', `import type { AxiosResponse } from 'axios';\nexport type R = AxiosResponse;`],
    [
      'an import that only types use',
      `import axios, { AxiosResponse } from 'axios';\nexport type R = AxiosResponse<typeof axios>;`,
    ],
    ['typeof import', `export type A = typeof import('axios');`],
    ['a type re-export', `export type { AxiosResponse } from 'axios';`],
    ['a mock', `jest.mock('axios');`],
    ['feature detection', `export const hasFetch = typeof fetch === 'function';`],
    [
      'what is put in its place',
      `global.fetch = jest.fn();\nglobalThis.fetch ??= polyfill;\nwindow['fetch'] = polyfill;`,
    ],
    ['a local of that name', `export function f(fetch: () => void) { fetch(); }`],
    ['a type named like a global', `export type F = typeof fetch;`],
    ['the own API of the canonical', `import { interceptors } from './lib/http';\ninterceptors.request.use(x);`],
    ['another method of that name', `export const f = (repo: Repo) => repo.fetch();`],
  ])('is silent on %s', (_form, text) => {
    expect(reported(text)).toEqual([]);
  });

  it.each([
    ['src/lib/http.ts', 'http'],
    ['src/lib/http/index.ts', 'http'],
    ['src/lib/http/**', 'http'],
    ['apps/http/src/index.ts', 'http'],
    ['packages/http/src/**', 'http'],
  ])('names %s, which is canonical as a whole, %s', (canonical, owner) => {
    const config = { concerns: { client: { canonical, drivers: ['global:fetch'] } } };
    const files = {
      'src/lib/http.ts': 'export const a = 1;\n',
      'src/lib/http/index.ts': 'export const a = 1;\n',
      'apps/http/src/index.ts': 'export const a = 1;\n',
      'packages/http/src/a.ts': 'export const a = 1;\n',
      'packages/http/src/b.ts': 'export const a = 1;\n',
      'src/consumer.ts': "export const f = () => fetch('/');\n",
    };
    const [report] = fixtureProject(config, files).lint('src/consumer.ts');
    expect(report?.message).toContain(`may be used only inside ${owner} (`);
  });

  it.each([
    ['export const http = client;', 'http', 'http'],
    ['export { client as http };', 'http', 'http'],
    ['export default client;', 'default', 'client'],
    ['export { client };', 'client', 'client'],
  ])('names a canonical as consumers do: %s', (statement, exported, owner) => {
    const config = { concerns: { client: { canonical: `src/lib/http.ts#${exported}`, drivers: ['global:fetch'] } } };
    const files = {
      'src/lib/http.ts': `const client = { get: () => 1 };\n${statement}\n`,
      'src/consumer.ts': "export const f = () => fetch('/');\n",
    };
    const [report] = fixtureProject(config, files).lint('src/consumer.ts');
    expect(report?.message).toContain(`may be used only inside ${owner} (src/lib/http.ts)`);
    expect(report?.message).toContain(`Use ${owner} instead.`);
  });

  it('is silent in tests and in the canonical', () => {
    expect(reported(`import axios from 'axios';\naxios.get('/');`, {}, 'src/consumer.test.ts')).toEqual([]);
    expect(reported(FILES['src/lib/http.ts'], {}, 'src/lib/http.ts')).toEqual([]);
  });

  it('lets a module that is canonical as a whole hand out what it likes', () => {
    const text = `import { AxiosError } from './lib/http';\nnew AxiosError();`;
    expect(reported(text, { canonical: 'src/lib/http.ts' })).toEqual([]);
    expect(
      reported(`import { AxiosError } from 'axios';\nnew AxiosError();`, { canonical: 'src/lib/http.ts' }),
    ).toEqual(['AxiosError']);
  });

  it.each([
    ['src/lib/net.ts#http', `import axios from 'axios';\nexport const http = axios;\n`, 'http'],
    ['src/lib/net.ts#http', `export { default as http } from 'axios';\n`, 'http'],
    ['src/lib/net.ts#default', `import axios from 'axios';\nexport default axios;\n`, 'default as http'],
    ['src/lib/net.ts#load', `export const load = globalThis.fetch;\n`, 'load'],
  ])('lets a canonical be a driver under its own name: %s', (canonical, module, name) => {
    const concern = { title: 'HTTP client', canonical, drivers: ['axios', 'global:fetch'] };
    const files = {
      'src/lib/net.ts': module,
      'src/lib/index.ts': `export { ${name} } from './net';\n`,
      'src/consumer.ts': `import { ${name} } from './lib/net';\n`,
      'src/launder.ts': `export { default as http, default as load, default as default } from 'axios';\n`,
      'src/other.ts': `import { ${name} } from './launder';\n`,
    };
    const project = fixtureProject({ concerns: { http: concern } }, files);
    expect(project.lint('src/consumer.ts')).toEqual([]);
    expect(project.lint('src/lib/index.ts')).toEqual([]);
    expect(project.lint('src/other.ts').map(({ at }) => at)).toEqual([name]);
  });

  it.each([
    `import { AxiosError } from './db';\nnew AxiosError();`,
    `import * as db from './db';\nnew db.AxiosError();`,
  ])('lets it hand out all of its driver: %s', (text) => {
    const concern = { drivers: ['axios'] };
    const files = { 'src/db/index.ts': `export * from 'axios';\n`, 'src/client.ts': '', 'src/consumer.ts': text };
    const at = (canonical: string): string[] =>
      fixtureProject({ concerns: { http: { ...concern, title: 'HTTP', canonical } } }, files)
        .lint('src/consumer.ts')
        .map((report) => report.at);
    expect(at('src/db/**')).toEqual([]);
    expect(at('src/client.ts')).not.toEqual([]);
  });

  it('lets allowed symbols pass', () => {
    const allow = ['axios#isAxiosError'];
    expect(reported(`import { isAxiosError } from 'axios';\nisAxiosError(e);`, { allow })).toEqual([]);
    expect(reported(`import axios from 'axios';\naxios.isAxiosError(e);`, { allow })).toEqual([]);
    expect(
      reported(`import axios, { isAxiosError } from 'axios';\nisAxiosError(e) || axios.get('/');`, { allow }),
    ).toEqual(['axios']);
  });

  it('lets an allowed member of a global pass', () => {
    const allow = ['global:fetch.preconnect'];
    expect(reported(`fetch.preconnect('https://x');`, { allow })).toEqual([]);
    expect(reported(`const g = globalThis;\ng.fetch.preconnect('https://x');`, { allow })).toEqual([]);
    expect(reported(`fetch('/').then(fetch.preconnect);`, { allow })).toEqual(['fetch']);
  });

  it('judges classes by role', () => {
    const drivers = ['global:WebSocket', 'ws#WebSocket'];
    expect(reported(`export const open = (s: WebSocket) => s.readyState === WebSocket.OPEN;`, { drivers })).toEqual([]);
    expect(reported(`export const open = (s: unknown) => s instanceof WebSocket;`, { drivers })).toEqual([]);
    expect(reported(`export const open = () => new WebSocket('ws://x');`, { drivers })).toEqual(['WebSocket']);
    expect(reported(`export class Mine extends WebSocket {}`, { drivers })).toEqual(['WebSocket']);
    expect(
      reported(
        `import { WebSocket } from 'ws';\nexport const open = (s: WebSocket) => s.readyState === WebSocket.OPEN;`,
        { drivers },
      ),
    ).toEqual([]);
  });

  it('takes a global and the builtin of that name for one symbol', () => {
    const drivers = ['global:crypto.randomUUID'];
    expect(reported(`import { randomUUID } from 'node:crypto';\nrandomUUID();`, { drivers })).toEqual(['randomUUID']);
    expect(reported(`import crypto from 'crypto';\ncrypto.randomUUID();`, { drivers })).toEqual(['crypto.randomUUID']);
    expect(reported(`import { createHash } from 'node:crypto';\ncreateHash('sha1');`, { drivers })).toEqual([]);
    expect(reported(`crypto.randomUUID();\ncrypto.subtle.digest(a, b);`, { drivers })).toEqual(['crypto.randomUUID']);
  });

  it('takes what an object of settings holds for a use, whatever it is called', () => {
    const drivers = ['global:process.env'];
    expect(reported(`export const url = process.env.DATABASE_URL;`, { drivers })).toEqual(['process.env']);
    expect(reported(`import { env } from 'node:process';\nexport const url = env.DATABASE_URL;`, { drivers })).toEqual([
      'env',
    ]);
    expect(reported(`import process from 'process';\nexport const url = process.env['A'];`, { drivers })).toEqual([
      'process.env',
    ]);
    expect(reported(`process.exit(1);\nexport type E = typeof process.env;`, { drivers })).toEqual([]);
  });

  it.each(['given || require', 'given ?? require', 'given ? given.fs : require', 'given && require'])(
    'reads what is taken of a module that is one of two: %s',
    (choice) => {
      const concern = { drivers: ['node:fs#writeFileSync'] };
      const text = (uses: string): string => `function f(given) { const fs = ${choice}('node:fs'); ${uses} }`;
      expect(reported(text(`fs.statSync('a');`), concern, 'src/a.cjs')).toEqual([]);
      expect(reported(text(`fs.statSync('a'); fs.writeFileSync('a', 'b');`), concern, 'src/a.cjs')).toEqual([
        'fs.writeFileSync',
      ]);
      expect(reported(text(`use(fs);`), concern, 'src/a.cjs')).toHaveLength(1);
    },
  );

  it('honours switches', () => {
    expect(reported(`import type { AxiosResponse } from 'axios';`, { forms: { type: true } })).toEqual([
      'AxiosResponse',
    ]);
    expect(reported(`import axios from 'axios';\naxios.get('/');`, { forms: { static: false } })).toEqual([]);
  });

  it('says what to use', () => {
    const project = fixtureProject(
      { concerns: { http: { title: 'HTTP client', canonical: 'src/lib/http.ts#http', drivers: ['axios'] } } },
      { ...FILES, 'src/a.ts': `import axios from 'axios';` },
    );
    expect(project.lint('src/a.ts')).toMatchObject([
      {
        rule: 'single-source',
        message:
          "'axios' may be used only inside http (src/lib/http.ts), the single source of 'http'. Use http instead.",
        symbol: 'axios#default',
        fix: null,
        suggestions: [],
      },
    ]);
  });
});

describe('drivers of IDs', () => {
  const config = { concerns: { ids: { preset: 'id-generation', canonical: 'src/ids.ts#newId' } } } as const;
  const at = (text: string): string[] =>
    fixtureProject(config, {
      'src/ids.ts': 'export const newId = (): string => crypto.randomUUID();\n',
      'src/a.ts': text,
    })
      .lint('src/a.ts')
      .map((report) => report.at);

  it.each([
    [`import { ObjectId } from 'mongodb';\nexport const a = new ObjectId();`, ['ObjectId']],
    [
      `import { ObjectId } from 'mongodb';\nexport const a = (id?: string) => id ? new ObjectId(id) : ObjectId.generate();`,
      ['ObjectId'],
    ],
    [
      `import { Types } from 'mongoose';\nexport const a = () => new Types.ObjectId().toHexString();`,
      ['Types.ObjectId'],
    ],
    [
      `import mongoose from 'mongoose';\nexport const a = () => mongoose.Types.ObjectId();`,
      ['mongoose.Types.ObjectId'],
    ],
    [`const ObjectID = require('bson-objectid');\nexports.a = ObjectID();`, ['ObjectID']],
  ])('make one: %s', (text, found) => {
    expect(at(text)).toEqual(found);
  });

  it.each([
    `import { ObjectId } from 'mongodb';\nexport const a = (id: string) => db.findOne({ _id: new ObjectId(id) });`,
    `import { ObjectId } from 'bson';\nexport const a = (id: unknown): id is ObjectId => id instanceof ObjectId;`,
    `import { ObjectId } from 'bson';\nexport const a = (id: string) => ObjectId.isValid(id) && ObjectId.createFromHexString(id);`,
    `import mongoose, { Types } from 'mongoose';\nexport const a = (id: string): Types.ObjectId => new mongoose.Types.ObjectId(id);`,
    `import mongoose, { Types } from 'mongoose';\nexport const a = (id: string) => mongoose.Types.ObjectId.isValid(id) || Types.ObjectId.isValid(id);`,
    `import * as bson from 'bson';\nexport const a = (id: string) => bson.ObjectId.isValid(id);`,
    `import mongoose from 'mongoose';\nexport const a = new mongoose.Schema({ owner: { type: mongoose.Types.ObjectId, ref: 'User' } });`,
    `import { Schema } from 'mongoose';\nexport const a = new Schema({ owner: Schema.Types.ObjectId });`,
    `const ObjectID = require('bson-objectid');\nexports.a = (id) => ObjectID(id).getTimestamp();`,
    `import KSUID from 'ksuid';\nexport const a = (id: string) => KSUID.parse(id).timestamp;`,
  ])('take one over: %s', (text) => {
    expect(at(text)).toEqual([]);
  });
});
