import { getClickHouseManager } from '@/db/clickhouse';
import { SupervisorAgent, type RunOutcome, type RunRequest } from './supervisor-consolidated';

/** The supervisor of accounts that pay per run. */
export class MeteredSupervisor extends SupervisorAgent {
  override async run(request: RunRequest): Promise<RunOutcome> {
    const outcome = await super.run(request);
    await getClickHouseManager().insert('usage', [{ user_id: request.userId, runs: 1 }]);
    return outcome;
  }
}
