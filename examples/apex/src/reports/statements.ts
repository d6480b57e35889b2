import * as driver from '@clickhouse/client';

const client = driver.createClient();

export async function queryAll<T>(sql: string): Promise<T[]> {
  return (await client.query({ query: sql, format: 'JSONEachRow' })).json<T>();
}

export async function insertMany(table: string, values: readonly unknown[]): Promise<void> {
  await client.insert({ table, values });
}

export async function runCommand(sql: string): Promise<void> {
  await client.command({ query: sql });
}
