import { plainPreset, type Preset } from './preset.js';

/** One supervisor runs the agents. */
export const supervisor: Preset = {
  ...plainPreset,
  name: 'supervisor',
  title: 'supervisor',
  noun: 'supervisor',
  canonical: [{ modules: [{ name: 'supervisor-consolidated' }], exports: ['SupervisorAgent'] }],
  twins: [{ modules: [{ name: 'agent-execution-core', folder: 'supervisor' }], exports: ['AgentExecutionCore'] }],
  names: ['*SupervisorAgent'],
  removeFolderOf: [{ name: 'agent-execution-core', folder: 'supervisor' }],
  dependsOn: ['execution-context'],
};
