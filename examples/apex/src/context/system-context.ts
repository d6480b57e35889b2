import { IdManager } from '@/core/id-manager';
import { UserExecutionContext } from './user-execution-context';

// Nightly jobs have no request to take a context from.
export const systemContext = new UserExecutionContext({
  userId: 'system',
  threadId: 'maintenance',
  runId: IdManager.generateRunId('maintenance'),
});
