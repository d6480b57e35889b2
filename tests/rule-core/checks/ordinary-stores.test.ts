import { describe, expect, it } from 'vitest';
import type { SsotConfig } from '../../../rule-core/src/index.js';
import { implementationsReported } from './clickhouse.js';

const config: SsotConfig = {
  concerns: {
    users: { title: 'user store', canonical: 'src/stores/user-store.ts#UserStore' },
    ticker: { title: 'ticker manager', canonical: 'src/ticker/ticker-manager.ts#TickerManager' },
  },
};

/** The methods that every store of such a codebase has, over a table of its own. */
function crud(table: string): string {
  return `
  async get(id: number) { const row = await this.db.first('${table}', { id }); if (!row) throw new Error('none'); return row; }
  async getAll() { const rows = await this.db.select('${table}'); return rows.map((row) => this.toEntity(row)); }
  async exists(id: number) { const rows = await this.db.raw('select exists(${table})', [id]); const { present } = rows[0]; return present; }
  async insert(entity: object) { const rows = await this.db.insert('${table}', this.toRow(entity)); return this.toEntity(rows[0]); }
  async delete(id: number) { await this.db.where({ id }).from('${table}').del(); }
  async deleteAll() { await this.db.from('${table}').del(); }
  destroy() {}
  private toEntity(row: object) { return { ...row }; }
  private toRow(entity: object) { return { ...entity }; }
`;
}

const DB = `constructor(private readonly db: Db) {}`;
const SEARCH = `
  async search(text: string) { const rows = await this.db.where('name', 'like', text).from('people'); return rows.map((row) => this.toEntity(row)); }
  async incLogins(id: number) { await this.db.where({ id }).from('people').increment('logins', 1); }
`;

const files = {
  'src/stores/user-store.ts': `export class UserStore { ${DB} ${crud('users')} ${SEARCH} }\n`,
  'src/ticker/ticker-manager.ts': `export class TickerManager {
  private readonly listeners = new Set<() => void>();
  constructor(private readonly source: Source) {}
  private state = { open: false, items: [] as string[], failed: undefined as unknown };
  subscribe(listener: () => void) { this.listeners.add(listener); return () => { this.listeners.delete(listener); }; }
  getSnapshot() { return this.state; }
  getItem(id: string) { return this.state.items.find((item) => item === id); }
  getItems(kind: string) { return this.state.items.filter((item) => item.startsWith(kind)); }
  first(id: string) { return this.source.first(id); }
  last(id: string) { return this.source.last(id); }
  between(id: string) { return this.source.between(id); }
  after(id: string) { return this.source.after(id); }
  before(id: string) { return this.source.before(id); }
  whole() { return this.source.whole(); }
  reload(id: string) { return this.state.items.includes(id); }
  async start(read: () => Promise<string>) { try { this.state.items.push(await read()); } catch (error) { this.state.failed = error; } }
}\n`,
};

const reported = (file: string, text: string) => implementationsReported(file, text, { config, files });

describe('what most stores can do is no second implementation', () => {
  it('where another entity is kept in the same way', () => {
    const text = `export class PetStore { ${DB} ${crud('pets')} }`;
    expect(reported('src/stores/pet-store.ts', text)).toEqual([]);
  });

  it('but is where it does the work of this one, too', () => {
    const text = `export class AccountStore { ${DB} ${crud('accounts')} ${SEARCH} }`;
    expect(reported('src/stores/account-store.ts', text)).toEqual([
      'AccountStore: 9 of 9 methods of UserStore; 8 of 9 bodies built like those of UserStore',
    ]);
  });

  it('where a state can be listened to', () => {
    const text = `export class TickerState<T> {
  private readonly listeners = new Set<() => void>();
  constructor(private state: T) {}
  subscribe(listener: () => void) { this.listeners.add(listener); return () => { this.listeners.delete(listener); }; }
  getSnapshot() { return this.state; }
  setState(state: T) { this.state = state; for (const listener of this.listeners) listener(); }
}`;
    expect(reported('src/ticker/state.ts', text)).toEqual([]);
  });

  it('where all bodies are so short that they are built like any', () => {
    const text = `export class TickerService {
  constructor(private readonly ticker: Ticker) {}
  open(id: string) { return this.ticker.open(id); }
  stopAt(id: string) { return this.ticker.stop(id); }
  answer(id: string) { return this.ticker.answer(id); }
  answerAll(ids: string[]) { return this.ticker.answerAll(ids); }
  describe(id: string) { return this.ticker.describe(id); }
  thread() { return this.ticker.thread(); }
}`;
    expect(reported('src/ticker/service.ts', text)).toEqual([]);
  });
});

it('is told by the name of the canonical, where that is of several words', () => {
  const canonical = `export class RedisSaver { save(id: string) { return id; } restore(id: string) { return id; } pipeline() { return []; } }\n`;
  const text = `export class ShallowRedisSaver { restore(id: string) { return [id, 'shallow', id.trim()].join(); } pipeline() { return this.parts().concat(['shallow']); } parts() { return ['a']; } }\n`;
  const named = { concerns: { saver: { title: 'saver', canonical: 'src/saver.ts#RedisSaver' } } };
  expect(
    implementationsReported('src/shallow.ts', text, { config: named, files: { 'src/saver.ts': canonical } }),
  ).toEqual(['ShallowRedisSaver: 2 of 3 methods of RedisSaver; named like RedisSaver']);
});
