import { describe, expect, it } from 'vitest';
import { parseSymbolReference, presets } from '../../../rule-core/src/config/index.js';
import { memoryDisk } from './memory-disk.js';

const empty = memoryDisk([]);

describe.each(Object.values(presets))('the preset $name', (preset) => {
  it('lists packages and globals only, each once', () => {
    for (const list of [preset.drivers, preset.allow]) {
      const results = list.map((text) => parseSymbolReference(text, empty));
      expect(results.filter((result) => !result.ok || !['package', 'global'].includes(result.reference.kind))).toEqual(
        [],
      );
      expect(new Set(list).size).toBe(list.length);
    }
  });

  it('allows nothing that it does not list', () => {
    const modules = preset.drivers.map((text) => text.split('#')[0]);
    for (const text of preset.allow) expect(modules).toContain(/^global:\w+/.exec(text)?.[0] ?? text.split('#')[0]);
  });
});

describe('what the presets judge', () => {
  it('is what generates, connects or sends', () => {
    expect(presets['id-generation'].drivers).toEqual(
      expect.arrayContaining([
        'uuid#v4',
        'nanoid#customAlphabet',
        'global:crypto.randomUUID',
        'node:crypto#randomUUID',
        'ulid#ulid',
      ]),
    );
    expect(presets['id-generation'].drivers).not.toEqual(expect.arrayContaining(['uuid']));
    expect(presets.websocket.allow).toContain('global:WebSocket.OPEN');
    expect(presets.clickhouse.drivers).toContain('@clickhouse/client#createClient');
  });

  it('comes in the order that works', () => {
    expect(Object.values(presets).map(({ name, dependsOn }) => [name, dependsOn])).toEqual([
      ['id-generation', []],
      ['execution-context', []],
      ['clickhouse', []],
      ['websocket', ['id-generation']],
      ['supervisor', ['execution-context']],
    ]);
  });
});
