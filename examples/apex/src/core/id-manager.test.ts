import { describe, expect, it } from 'vitest';
import { IdManager } from './id-manager';

describe('IdManager', () => {
  it('makes run IDs that name their thread', () => {
    const runId = IdManager.generateRunId('t1');
    expect(runId).toMatch(/^run_t1_[0-9a-f-]{36}$/);
    expect(IdManager.threadIdOf(runId)).toBe('t1');
    expect(IdManager.isRunId(runId)).toBe(true);
  });

  it('keeps threads apart whose IDs hold an underscore', () => {
    expect(IdManager.threadIdOf(IdManager.generateRunId('team_a_1'))).toBe('team_a_1');
  });

  it('reads the IDs of the archive', () => {
    expect(IdManager.parseRunId('thread_t9_run_1700000000000_k3j9x2')).toEqual({
      threadId: 't9',
      unique: '1700000000000_k3j9x2',
    });
  });

  it.each(['', 'run_', 'run_t1_nothing', 't1'])('refuses %j', (value) => {
    expect(IdManager.parseRunId(value)).toBeUndefined();
    expect(IdManager.isRunId(value)).toBe(false);
  });

  it('never repeats an ID', () => {
    expect(new Set(Array.from({ length: 50 }, () => IdManager.newId('x'))).size).toBe(50);
  });
});
