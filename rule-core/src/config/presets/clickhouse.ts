import { plainPreset, type Preset, type TwinConvention } from './preset.js';

function twin(part: string, ...more: string[]): TwinConvention {
  return { modules: [{ name: `clickhouse-${part}` }], exports: [`ClickHouse${part}`, ...more] };
}

/** One manager owns the connections, the schema and the queries, so that the pool has a limit. */
export const clickhouse: Preset = {
  ...plainPreset,
  name: 'clickhouse',
  title: 'ClickHouse access',
  noun: 'ClickHouse manager',
  canonical: [
    {
      modules: [{ name: 'clickhouse', folder: 'db' }, { name: 'clickhouse-manager' }, { name: 'clickhouse' }],
      exports: ['ClickHouseManager', 'ClickhouseManager'],
    },
  ],
  accessors: ['getClickHouseManager', 'getClickhouseManager'],
  twins: [
    twin('Initializer'),
    twin('Schema', 'ClickHouseSchemaManager', 'ClickHouseTraceSchema'),
    twin('TraceWriter'),
    twin('Service'),
    twin('ConnectionManager'),
    twin('Factory', 'ClickHouseClientFactory', 'createClickHouseClient', 'getClickHouseClient'),
    twin('Operations'),
    twin('Client', 'ClickHouseDatabase', 'createClickHouseClient', 'getClickHouseClient'),
  ],
  drivers: [
    '@clickhouse/client#createClient',
    '@clickhouse/client-web#createClient',
    '@clickhouse/client-common#ClickHouseClient',
    '@clickhouse/client#ClickHouseClient',
    '@clickhouse/client-web#ClickHouseClient',
    'clickhouse#ClickHouse',
    'clickhouse#default',
    '@apla/clickhouse',
  ],
  endpoints: ['clickhouse', 'clickHouse', 'ClickHouse', ':8123', ':8443'],
};
