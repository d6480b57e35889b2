import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLifecycle, workOf } from '../../../rule-core/src/checks/second-implementation/method-names.js';
import { similarity } from '../../../rule-core/src/checks/second-implementation/similarity.js';
import { treeDistance } from '../../../rule-core/src/checks/second-implementation/tree-distance.js';
import { isAbout, stemOf, wordsOf } from '../../../rule-core/src/checks/second-implementation/words.js';
import { moduleStructure, type BodyShape } from '../../../rule-core/src/source/structure/index.js';

/** A tree as text: `f(d(a c(b)) e)`. */
function tree(text: string): BodyShape {
  const kinds: string[] = [];
  const depths: number[] = [];
  let depth = 0;
  for (const [token] of text.matchAll(/[a-z]+|[()]/gu)) {
    if (token === '(') depth++;
    else if (token === ')') depth--;
    else {
      kinds.push(token);
      depths.push(depth);
    }
  }
  return { range: [0, 0], nesting: 0, kinds, depths };
}

describe('the distance of two trees', () => {
  it.each([
    ['a', 'a', 0],
    ['a', 'b', 0.3],
    ['a', 'a(b)', 1],
    ['a(b c d)', 'a(c)', 2],
    ['a(b(c))', 'a(c)', 1],
    ['a(b(c d))', 'a(b c d)', 2],
    // Zhang and Shasha's own example.
    ['f(d(a c(b)) e)', 'f(c(d(a b)) e)', 2],
  ])('of %s and %s is %d', (a, b, distance) => {
    expect(treeDistance(tree(a), tree(b))).toBeCloseTo(distance, 10);
    expect(treeDistance(tree(b), tree(a))).toBeCloseTo(distance, 10);
  });

  it('is 0 of a tree and itself, and at most that of one that has nothing in common', () => {
    const shapes = fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 12 }).map((steps): BodyShape => {
      const depths = steps.reduce<number[]>(
        (all, step) => [...all, all.length === 0 ? 0 : Math.max(1, (all.at(-1) ?? 0) + 2 - step)],
        [],
      );
      return { range: [0, 0], nesting: 0, kinds: steps.map((step) => `k${String(step)}`), depths };
    });
    fc.assert(
      fc.property(shapes, shapes, (a, b) => {
        expect(treeDistance(a, a)).toBe(0);
        const distance = treeDistance(a, b);
        expect(distance).toBeGreaterThanOrEqual(Math.abs(a.kinds.length - b.kinds.length));
        expect(distance).toBeLessThanOrEqual(a.kinds.length + b.kinds.length);
        expect(treeDistance(b, a)).toBeCloseTo(distance, 10);
      }),
    );
  });
});

describe('likeness', () => {
  const body = (text: string): BodyShape => {
    const [first] = moduleStructure('src/a.ts', text) ?? [];
    if (first === undefined) throw new Error('no function');
    return first;
  };
  const ORIGINAL = `async function query(sql: string) { if (sql === '') throw new TypeError('x'); const r = await this.pool.query({ sql }); return r.rows; }`;

  it('does not see names, literals and types', () => {
    const renamed = `const ask = async <T>(text): Promise<T[]> => { if (text === 'none') throw new RangeError(\`y\` as string); const all = (await this.db.run({ text })) as Rows; return all.list!; }`;
    expect(similarity(body(ORIGINAL), body(renamed))).toBeGreaterThan(0.9);
  });

  it('sees other work', () => {
    expect(similarity(body(ORIGINAL), body(`function f(a) { for (const b of a) { console.log(b); } }`))).toBe(0);
  });

  it('has all functions of a module, inner ones too', () => {
    const text = `const f = () => 1;\nclass A { m() { return () => 2; } #p = function () {}; }\nexport default { g() {} };\n`;
    expect(moduleStructure('src/a.ts', text)?.map(({ range, nesting }) => [text.slice(...range), nesting])).toEqual([
      ['() => 1', 0],
      ['() { return () => 2; }', 0],
      ['() => 2', 1],
      ['function () {}', 0],
      ['() {}', 0],
    ]);
    expect(moduleStructure('src/a.ts', 'const (')).toBeUndefined();
  });
});

describe('names', () => {
  it.each([
    ['insertRows', ['insert', 'rows']],
    ['HTTPClientV2', ['http', 'client', 'v2']],
    ['INSERT_ROWS', ['insert', 'rows']],
    ['click-house.writer', ['click', 'house', 'writer']],
  ])('%s has its words', (name, words) => {
    expect(wordsOf(name)).toEqual(words);
  });

  it.each([
    ['ClickHouseManager', 'clickhouse'],
    ['EnhancedClickhouseServiceV2', 'clickhouse'],
    ['getClickHouseClient', 'clickhouse'],
    ['clickhouse-client', 'clickhouse'],
    ['BaseManager', ''],
    ['SupervisorAgent', 'supervisoragent'],
  ])('%s is about "%s"', (name, stem) => {
    expect(stemOf(name)).toBe(stem);
  });

  it('belongs to a concern by whole words', () => {
    expect(isAbout('ClickHouseTraceWriter', 'clickhouse')).toBe(true);
    expect(isAbout('newClickhouse', 'clickhouse')).toBe(true);
    expect(isAbout('ClickHousing', 'clickhouse')).toBe(false);
    expect(isAbout('HttpsAgent', 'http')).toBe(false);
  });

  it.each([
    ['query', 'queryRows'],
    ['query', 'executeQuery'],
    ['query', 'queryClickHouse'],
    ['insert', 'writeBatch'],
    ['generateId', 'makeUuid'],
    ['newId', 'createGUID'],
    ['getTraces', 'fetch_trace'],
  ])('%s does the work of %s', (a, b) => {
    expect(workOf(a, 'clickhouse')).toBe(workOf(b, 'clickhouse'));
  });

  it.each([
    ['query', 'insert'],
    ['get', 'getUser'],
    ['writeTrace', 'writeMetric'],
  ])('%s does not do the work of %s', (a, b) => {
    expect(workOf(a, 'clickhouse')).not.toBe(workOf(b, 'clickhouse'));
  });

  it('tells opening and closing from work', () => {
    expect(['close', 'disconnect', 'connect', 'query'].map((name) => isLifecycle(workOf(name, '')))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});
