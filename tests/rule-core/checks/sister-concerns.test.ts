import { describe, expect, it } from 'vitest';
import type { SsotConfig } from '../../../rule-core/src/index.js';
import { fixtureProject } from '../../fixture-project/fixture-project.js';

const CONFIG = {
  concerns: {
    traces: { preset: 'clickhouse', canonical: 'src/traces.ts#TraceManager', accessors: ['traces'], replacements: [] },
    ledger: { preset: 'clickhouse', canonical: 'src/ledger.ts#LedgerManager', accessors: ['ledger'], replacements: [] },
    requests: { preset: 'execution-context', canonical: 'src/context.ts#UserExecutionContext', replacements: [] },
    jobs: {
      preset: 'execution-context',
      canonical: 'src/job.ts#JobExecutionContext',
      replacements: [{ from: 'src/old-job.ts#OldExecutionContext', to: 'JobExecutionContext' }],
    },
    chat: { preset: 'supervisor', canonical: 'src/chat/agent.ts#SupervisorAgent', replacements: [] },
    batch: { preset: 'supervisor', canonical: 'src/batch/agent.ts#SupervisorAgent', replacements: [] },
    mail: { canonical: 'src/mail.ts#mail', drivers: ['axios'] },
    http: { canonical: 'src/http.ts#http', drivers: ['axios', 'got'] },
  },
} satisfies SsotConfig;

const manager = (name: string, accessor: string): string => `import { createClient } from '@clickhouse/client';
export class ${name} {
  private readonly client = createClient();
  async query(sql: string): Promise<unknown[]> { return (await this.client.query({ query: sql })).json(); }
  async insert(table: string, values: unknown[]): Promise<void> { await this.client.insert({ table, values }); }
}
const shared = new ${name}();
export const ${accessor} = (): ${name} => shared;
`;

const FILES = {
  'src/traces.ts': manager('TraceManager', 'traces'),
  'src/ledger.ts': manager('LedgerManager', 'ledger'),
  'src/context.ts': `export class UserExecutionContext { constructor(readonly user: string) {} }\n`,
  'src/job.ts': `export class JobExecutionContext { constructor(readonly job: string) {} }\n`,
  'src/old-job.ts': `export class OldExecutionContext { constructor(readonly job: string) {} }\n`,
  'src/chat/agent.ts': `export class SupervisorAgent { async answer(text: string) { return text; } async plan() { return []; } }\n`,
  'src/batch/agent.ts': `export class SupervisorAgent { async answer(text: string) { return text; } async plan() { return []; } }\n`,
  'src/mail.ts': `import axios from 'axios';\nexport const mail = { send: (text: string) => axios.post('/mail', { text }) };\n`,
  'src/http.ts': `import axios from 'axios';\nexport const http = axios.create();\n`,
};

function reported(file: string, text?: string): string[] {
  const project = fixtureProject(CONFIG, { ...FILES, ...(text !== undefined && { [file]: text }) });
  return project.lint(file).map(({ concern, check, at }) => `${concern} ${check} ${at}`);
}

describe('concerns of one kind', () => {
  it.each(['src/traces.ts', 'src/ledger.ts', 'src/job.ts', 'src/chat/agent.ts', 'src/batch/agent.ts', 'src/mail.ts'])(
    'leave the canonical of each other alone: %s',
    (file) => {
      expect(reported(file)).toEqual([]);
    },
  );

  it('know what extends the canonical of a sister, and what is a twin of it', () => {
    const nightly = `import { JobExecutionContext } from './job';\nexport class NightlyExecutionContext extends JobExecutionContext {}\n`;
    expect(reported('src/nightly.ts', nightly)).toEqual([]);
    expect(reported('src/old-job.ts')).toEqual(['jobs second-declaration OldExecutionContext']);
  });

  it('know what goes through the canonical of a sister', () => {
    const text = `import { ledger } from './ledger';
export class ClickHouseInvoices {
  async query(sql: string) { return ledger().query(sql); }
  async insert(table: string, rows: unknown[]) { await ledger().insert(table, rows); }
}
`;
    expect(reported('src/invoices.ts', text)).toEqual([]);
  });

  it('each report what goes past all of them', () => {
    const text = `import { createClient } from '@clickhouse/client';\nexport const client = () => createClient();\n`;
    expect(reported('src/other.ts', text)).toEqual([
      'traces driver-bypass createClient',
      'ledger driver-bypass createClient',
    ]);
  });

  it('have no claim on drivers that the sister does not name', () => {
    expect(
      reported('src/mail.ts', `import got from 'got';\nexport const mail = { send: () => got('/mail') };\n`),
    ).toEqual(['http driver-bypass got']);
  });
});
