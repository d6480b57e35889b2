import { IdManager } from '@/core/id-manager';
import { getClickHouseManager } from '@/db/clickhouse';
import { type DeepAgentState, type ToolResult } from './state';

export class DataAgent {
  async collect(state: DeepAgentState): Promise<ToolResult> {
    const rows = await getClickHouseManager().query<{ value: number }>(
      'SELECT value FROM metrics WHERE user_id = {user_id: String}',
      { user_id: state.userId },
    );
    const total = rows.reduce((sum, row) => sum + row.value, 0);
    const result = { tool: 'clickhouse', output: `${rows.length} rows, total ${total}` };
    state.remember(result);
    return result;
  }

  datasetId(): string {
    return IdManager.newId('dataset');
  }
}
