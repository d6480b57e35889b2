type Row = Record<string, unknown>;

/** All clients of a test share one server. */
export const server = { tables: new Map<string, Row[]>(), commands: [] as string[], open: 0, down: false };

export function resetServer(): void {
  server.tables.clear();
  server.commands.length = 0;
  server.open = 0;
  server.down = false;
}

function assertUp(): void {
  if (server.down) throw new Error('connect ECONNREFUSED');
}

export function createClient() {
  server.open += 1;
  return {
    async query({ query, query_params: parameters }: { query: string; query_params?: Row }) {
      assertUp();
      const table = /from\s+(\w+)/i.exec(query)?.[1] ?? '';
      const rows = (server.tables.get(table) ?? []).filter((row) =>
        Object.entries(parameters ?? {}).every(([column, value]) => !(column in row) || row[column] === value),
      );
      return { json: async () => rows };
    },
    async insert({ table, values }: { table: string; values: readonly Row[] }) {
      assertUp();
      server.tables.set(table, [...(server.tables.get(table) ?? []), ...values]);
    },
    async command({ query }: { query: string }) {
      assertUp();
      server.commands.push(query);
    },
    async ping() {
      return { success: !server.down };
    },
    async close() {
      server.open -= 1;
    },
  };
}
