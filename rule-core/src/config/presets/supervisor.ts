import { plainPreset, type Preset } from './preset.js';

/** One supervisor runs the agents. */
export const supervisor: Preset = {
  ...plainPreset,
  name: 'supervisor',
  title: 'supervisor',
  noun: 'supervisor',
  canonical: [{ modules: [{ name: 'supervisorconsolidated' }], exports: ['SupervisorAgent'] }],
  twins: [{ modules: [{ name: 'agentexecutioncore', folder: 'supervisor' }], exports: ['AgentExecutionCore'] }],
  names: ['*SupervisorAgent'],
  removeFolderOf: [{ name: 'agentexecutioncore', folder: 'supervisor' }],
  dependsOn: ['execution-context'],
};
