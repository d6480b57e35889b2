import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packValues, PackedValues } from '../../../rule-core/src/index.js';
import { factsOf } from '../source/facts-of.js';

describe('packed values', () => {
  it('come back as they were, each by itself', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })), (values) => {
        const packed = new PackedValues(packValues(Object.entries(values)));
        for (const [key, value] of Object.entries(values).reverse()) {
          expect(packed.has(key)).toBe(true);
          expect(packed.get(key)).toEqual(value);
        }
        expect(packed.get('\0no such key')).toBeUndefined();
      }),
    );
  });

  it('hold names that mean something to objects', () => {
    const uses: unknown = JSON.parse('{ "__proto__": [1], "constructor": null, "\\ud83d\\ude00": "\\ud83d\\ude00" }');
    const value = new PackedValues(packValues([['a', uses]])).get('a');
    expect(JSON.stringify(value)).toBe(JSON.stringify(uses));
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it.each([0, -0, 1.5, -1, 2 ** 28 - 1, 2 ** 28, -(2 ** 40), Number.MAX_VALUE])('hold the number %s', (value) => {
    expect(new PackedValues(packValues([['a', value]])).get('a')).toBe(value);
  });

  it('hold facts', () => {
    const facts = factsOf(`
      import { v4 as uuid } from 'uuid';
      export class Users { readonly #ids = new Map<string, string>(); create() { return this.#ids.set(uuid(), 'ü'); } }
      export const __proto__ = uuid;
    `);
    const packed = new PackedValues(packValues([['facts', facts]]));
    expect(packed.get('facts')).toEqual(facts);
    expect(packed.get('facts')).not.toBe(packed.get('facts'));
  });

  it.each([Symbol('a'), 1n, () => 1])('refuse what they cannot hold: %s', (value) => {
    expect(() => packValues([['a', value]])).toThrow('cannot be packed');
  });
});
