import { expect, it } from 'vitest';
import { applyEdits, type SsotConfig } from '../../../rule-core/src/index.js';
import { reportsIn } from '../checks/clickhouse.js';

const config = {
  concerns: {
    clickhouse: {
      preset: 'clickhouse',
      canonical: 'src/db/clickhouse.ts#ClickHouseManager',
      accessors: ['getClickHouseManager'],
      replacements: [
        { from: 'src/db/clickhouse-service.ts#ClickHouseService', to: 'getClickHouseManager()', compatible: false },
      ],
    },
  },
} satisfies SsotConfig;
const files = {
  'src/db/clickhouse-service.ts': `export class ClickHouseService<T = unknown> { ping(): Promise<boolean> { return Promise.resolve(true); } rows: T[] = []; }\n`,
};

function suggested(text: string): string | undefined {
  const [report] = reportsIn('src/health.ts', text, { files, config });
  const [suggestion] = report?.suggestions ?? [];
  return suggestion && applyEdits(text, suggestion.edits);
}

it('writes the type of what an accessor gives where the replaced class is a type', () => {
  expect(
    suggested(
      `import { ClickHouseService } from './db/clickhouse-service';\n\nexport const isUp = (store: Pick<ClickHouseService, 'ping'> = new ClickHouseService()) => store.ping();\n`,
    ),
  ).toBe(
    `import { getClickHouseManager } from './db/clickhouse';\n\nexport const isUp = (store: Pick<ReturnType<typeof getClickHouseManager>, 'ping'> = getClickHouseManager()) => store.ping();\n`,
  );
});

it('suggests nothing where that type would need arguments', () => {
  expect(
    suggested(
      `import type { ClickHouseService } from './db/clickhouse-service';\nexport type Rows = ClickHouseService<string>['rows'];\n`,
    ),
  ).toBeUndefined();
});
