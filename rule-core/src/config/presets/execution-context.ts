import { plainPreset, type Preset } from './preset.js';

/** One context object per request carries everything about its user, so that nothing leaks to another one. */
export const executionContext: Preset = {
  ...plainPreset,
  name: 'execution-context',
  title: 'execution context',
  noun: 'execution context',
  canonical: [{ modules: [{ name: 'userexecutioncontext' }], exports: ['UserExecutionContext'] }],
  twins: [
    { modules: [{ name: 'agentexecutioncontext' }, { name: 'executioncontext' }], exports: ['AgentExecutionContext'] },
    { modules: [{ name: 'deepagentstate' }, { name: 'state' }, { name: 'agentstate' }], exports: ['DeepAgentState'] },
  ],
  names: ['*ExecutionContext'],
  lifetime: 'request',
};
