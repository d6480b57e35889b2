import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../rule-core/src/index.js';
import { CLICKHOUSE_CONFIG, CLICKHOUSE_FILES, reportsIn } from './clickhouse.js';

const FORMS: readonly (readonly [form: string, text: string, at: readonly string[], file?: string])[] = [
  [
    'a named import',
    `import { ClickHouseManager } from '../db/clickhouse';\nconst m = new ClickHouseManager();`,
    ['new ClickHouseManager()'],
  ],
  [
    'arguments',
    `import { ClickHouseManager } from '../db/clickhouse';\nexport const f = () => new ClickHouseManager({ poolSize: 9 }).ping();`,
    ['new ClickHouseManager({ poolSize: 9 })'],
  ],
  [
    'no parentheses',
    `import { ClickHouseManager } from '../db/clickhouse';\nconst m = new ClickHouseManager;`,
    ['new ClickHouseManager'],
  ],
  [
    'a barrel and another name',
    `import { ClickHouseManager as M } from '../db';\nclass A { m = new M(); }`,
    ['new M()'],
  ],
  ['a namespace', `import * as db from '../db';\nnew db.ClickHouseManager();`, ['new db.ClickHouseManager()']],
  [
    'an alias',
    `import { ClickHouseManager } from '../db';\nconst Manager = ClickHouseManager;\nnew Manager();`,
    ['new Manager()'],
  ],
  [
    'require',
    `const { ClickHouseManager } = require('../db/clickhouse');\nnew ClickHouseManager();`,
    ['new ClickHouseManager()'],
    'src/reports/use.cjs',
  ],
  [
    'import()',
    `async function f() { const { ClickHouseManager } = await import('../db/clickhouse'); return new ClickHouseManager(); }`,
    ['new ClickHouseManager()'],
  ],
  [
    'a subclass',
    `import { ClickHouseManager } from '../db';\nclass Metered extends ClickHouseManager {}\nnew Metered();`,
    [],
  ],
  [
    'a type',
    `import type { ClickHouseManager } from '../db';\nexport const f = (m: ClickHouseManager) => m.ping();`,
    [],
  ],
  ['the accessor', `import { getClickHouseManager } from '../db';\ngetClickHouseManager();`, []],
  ['another class of that name', `import { ClickHouseManager } from 'elsewhere';\nnew ClickHouseManager();`, []],
  ['a test', `import { ClickHouseManager } from '../db';\nnew ClickHouseManager();`, [], 'src/reports/use.test.ts'],
];

describe('accessor-bypass', () => {
  it.each(FORMS.map(([form, text, at, file = 'src/reports/use.ts']) => ({ form, text, at, file })))(
    'reads $form',
    ({ text, at, file }) => {
      expect(
        reportsIn(file, text)
          .filter(({ check }) => check === 'accessor-bypass')
          .map((report) => report.at),
      ).toEqual(at);
    },
  );

  it('says what to use, and suggests it', () => {
    const text = `import { ClickHouseManager } from '../db/clickhouse';\n\nexport const manager = new ClickHouseManager();\n`;
    const [report] = reportsIn('src/reports/use.ts', text);
    expect(report).toMatchObject({
      message:
        "'new ClickHouseManager()' makes a second instance with connections of its own; 'clickhouse' shares one. Use getClickHouseManager() (src/db/clickhouse.ts).",
      fix: null,
      suggestions: [{ title: 'Use getClickHouseManager() (the shared instance takes the place of an own one).' }],
    });
    expect(applyEdits(text, report?.suggestions[0]?.edits ?? [])).toBe(
      `import { getClickHouseManager } from '../db/clickhouse';\n\nexport const manager = getClickHouseManager();\n`,
    );
  });

  it('writes an accessor that holds the instance itself as it is', () => {
    const files = {
      'src/db/clickhouse.ts': `export class ClickHouseManager { query() {} }\nexport const clickhouse = new ClickHouseManager();\n`,
    };
    const config = {
      concerns: { clickhouse: { ...CLICKHOUSE_CONFIG.concerns.clickhouse, accessors: ['missing', 'clickhouse'] } },
    };
    const text = `import { ClickHouseManager } from '../db/clickhouse';\n\nexport const rows = new ClickHouseManager().query();\n`;
    const report = reportsIn('src/reports/use.ts', text, { files, config }).find(
      ({ check }) => check === 'accessor-bypass',
    );
    expect(report?.message).toContain('Use clickhouse (src/db/clickhouse.ts).');
    expect(report?.suggestions.map(({ title }) => title)).toEqual([
      'Use clickhouse (the shared instance takes the place of an own one).',
    ]);
    expect(applyEdits(text, report?.suggestions[0]?.edits ?? [])).toBe(
      `import { clickhouse } from '../db/clickhouse';\n\nexport const rows = clickhouse.query();\n`,
    );
    const bypass = `import { createClient } from '@clickhouse/client';\nexport const n = () => createClient();\n`;
    expect(reportsIn('src/reports/use.ts', bypass, { files, config }).at(-1)?.message).toContain(
      'Use clickhouse instead.',
    );
  });

  it('keeps the import of the class where something else needs it', () => {
    const text = `import { ClickHouseManager } from '../db/clickhouse';\n\nexport const manager: ClickHouseManager = new ClickHouseManager();\n`;
    const [report] = reportsIn('src/reports/use.ts', text);
    expect(applyEdits(text, report?.suggestions[0]?.edits ?? [])).toBe(
      `import { ClickHouseManager, getClickHouseManager } from '../db/clickhouse';\n\nexport const manager: ClickHouseManager = getClickHouseManager();\n`,
    );
  });

  it('says in the title what is lost', () => {
    const text = `import { ClickHouseManager } from '../db';\nnew ClickHouseManager({ poolSize: 1 /* small */ });\n`;
    expect(reportsIn('src/reports/use.ts', text)[0]?.suggestions.map(({ title }) => title)).toEqual([
      'Use getClickHouseManager() (the shared instance takes the place of an own one; its arguments are dropped; a comment is lost).',
    ]);
  });

  it('suggests nothing where the accessor wants arguments or gives a promise', () => {
    for (const accessor of ['(url: string) => new ClickHouseManager()', 'async () => new ClickHouseManager()']) {
      const files = {
        'src/db/clickhouse.ts': `export class ClickHouseManager {}\nexport const getClickHouseManager = ${accessor};\n`,
      };
      expect(
        reportsIn('src/a.ts', `import { ClickHouseManager } from './db';\nnew ClickHouseManager();`, { files }),
      ).toMatchObject([{ suggestions: [] }]);
    }
  });

  it('needs an accessor, and an instance that all share', () => {
    const text = `import { ClickHouseManager } from './db';\nnew ClickHouseManager();`;
    const { clickhouse } = CLICKHOUSE_CONFIG.concerns;
    expect(
      reportsIn('src/a.ts', text, { config: { concerns: { clickhouse: { ...clickhouse, accessors: [] } } } }),
    ).toEqual([]);
    expect(
      reportsIn('src/a.ts', text, { config: { concerns: { clickhouse: { ...clickhouse, lifetime: 'request' } } } }),
    ).toEqual([]);
    expect(reportsIn('src/db/clickhouse.ts', CLICKHOUSE_FILES['src/db/clickhouse.ts'])).toEqual([]);
  });

  it.each([
    ['an instance', 'new Cache()'],
    ['an instance that may be there already', '(globalThis as { cache?: Cache }).cache ?? new Cache()'],
    ['what a function gives', 'connected(new Cache())'],
  ])('names an accessor that is %s as a value', (_what, value) => {
    const config = { concerns: { cache: { title: 'cache', canonical: 'src/cache.ts#Cache', accessors: ['shared'] } } };
    const files = {
      'src/cache.ts': `import { connected } from 'kit';\nexport class Cache {}\nexport const shared = ${value};\n`,
    };
    const text = `import { Cache } from './cache';\nexport const cache = new Cache();\n`;
    const [report] = reportsIn('src/a.ts', text, { config, files });
    expect(report?.message).toContain('Use shared (src/cache.ts).');
    expect(report?.suggestions.map(({ title }) => title)).toEqual([
      'Use shared (the shared instance takes the place of an own one).',
    ]);
    expect(applyEdits(text, report?.suggestions[0]?.edits ?? [])).toBe(
      `import { shared } from './cache';\nexport const cache = shared;\n`,
    );
  });

  it('calls an accessor that a function makes', () => {
    const config = {
      concerns: { cache: { title: 'cache', canonical: 'src/cache.ts#Cache', accessors: ['getCache'] } },
    };
    const files = {
      'src/cache.ts': `import { once } from 'kit';\nexport class Cache {}\nexport const getCache = once(() => new Cache());\n`,
    };
    const [report] = reportsIn('src/a.ts', `import { Cache } from './cache';\nnew Cache();\n`, { config, files });
    expect(report?.message).toContain('Use getCache() (src/cache.ts).');
    expect(report?.suggestions).toEqual([]);
  });

  it('serves concerns that a team declares itself', () => {
    const config = {
      concerns: { cache: { title: 'cache', canonical: 'src/cache.ts#Cache', accessors: ['getCache'] } },
    };
    const files = {
      'src/cache.ts': `export class Cache {}\nconst cache = new Cache();\nexport const getCache = () => cache;\n`,
    };
    expect(reportsIn('src/a.ts', `import { Cache } from './cache';\nnew Cache();`, { config, files })).toMatchObject([
      { rule: 'single-source', check: 'accessor-bypass', at: 'new Cache()' },
    ]);
  });
});
