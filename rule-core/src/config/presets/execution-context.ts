import { plainPreset, type Preset } from './preset.js';

/** One context object per request carries everything about its user, so that nothing leaks to another one. */
export const executionContext: Preset = {
  ...plainPreset,
  name: 'execution-context',
  title: 'execution context',
  noun: 'execution context',
  canonical: [{ modules: [{ name: 'user-execution-context' }], exports: ['UserExecutionContext'] }],
  twins: [
    {
      modules: [{ name: 'agent-execution-context' }, { name: 'execution-context' }],
      exports: ['AgentExecutionContext'],
    },
    {
      modules: [{ name: 'deep-agent-state' }, { name: 'state' }, { name: 'agent-state' }],
      exports: ['DeepAgentState'],
    },
  ],
  names: ['*ExecutionContext'],
  lifetime: 'request',
};
