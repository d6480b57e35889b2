import { describe, expect, it } from 'vitest';
import type { SsotConfig } from '../../../rule-core/src/index.js';
import { fixtureProject } from '../../fixture-project/fixture-project.js';

const CONFIG = {
  concerns: {
    supervisor: {
      preset: 'supervisor',
      canonical: 'src/agents/supervisor-consolidated.ts#SupervisorAgent',
      replacements: [{ from: 'src/agents/core.ts#AgentExecutionCore', to: 'SupervisorAgent' }],
      remove: ['src/agents/supervisor/**'],
    },
  },
} satisfies SsotConfig;

const FILES = {
  'src/agents/supervisor-consolidated.ts': `import { record } from './records';
export class SupervisorAgent {
  constructor(private readonly agents: ReadonlyMap<string, (text: string) => Promise<string>>, private readonly plan: readonly string[] = []) {}
  async runPlan(text: string): Promise<string[]> {
    const results: string[] = [];
    for (const name of this.plan) {
      const agent = this.agents.get(name);
      if (agent === undefined) throw new RangeError('no agent ' + name);
      results.push(await agent(text));
    }
    record(results);
    return results;
  }
  describePlan(): string { return this.plan.map((name) => name.toUpperCase()).join(' > '); }
  has(name: string): boolean { return this.agents.has(name); }
}
`,
  'src/agents/records.ts': `export const record = (results: readonly string[]): void => { console.log(results); };\n`,
  'src/agents/core.ts': `export class AgentExecutionCore { execute() {} history() { return []; } onError = () => {}; }\n`,
  'src/agents/index.ts': `export { AgentExecutionCore as Core } from './core';\n`,
  'src/agents/supervisor/old.ts': `export class OldSupervisor {}\n`,
};

function reported(text: string, file = 'src/agents/other.ts'): string[] {
  return fixtureProject(CONFIG, { ...FILES, [file]: text })
    .lint(file)
    .map(
      ({ check, at, data }) => `${check} ${at}${data['hierarchy'] ?? data['evidence'] ?? ''}${data['overrides'] ?? ''}`,
    );
}

describe('no-second-supervisor', () => {
  it('names the hierarchy and the overrides of a subclass of a twin', () => {
    const text = `import { Core } from '.';
abstract class Middle extends Core { execute() {} }
export class Resumable extends Middle { history = () => []; onError() {} get position() { return 0; } }
`;
    expect(reported(text)).toEqual([
      'deprecated-use Core',
      'second-declaration MiddleMiddle → AgentExecutionCore, overrides execute',
      'second-declaration ResumableResumable → Middle → AgentExecutionCore, overrides history, onError',
    ]);
  });

  it('finds a copy among classes with the same base, and leaves those alone that share no more than it', () => {
    const base = `export abstract class BaseAgent {
  constructor(readonly name: string) {}
  abstract execute(text: string): Promise<string>;
  abstract describe(): string;
  getAgentStatus(): string { return 'idle'; }
}
`;
    const body = (field: string) => `
  private readonly ${field} = new Map<string, BaseAgent>();
  async execute(text: string) {
    const found: string[] = [];
    for (const each of this.${field}.values()) { const result = await each.execute(text); found.push(result); if (result === '') break; }
    return found.join(' ');
  }
  describe() { return [...this.${field}.keys()].map((each) => each.toUpperCase()).join(' > '); }`;
    const workflow = `
  async runWorkflow(steps: readonly string[]) { const all: string[] = []; for (const step of steps) all.push(await this.execute(step)); return all; }
  enrol(agent: BaseAgent) { if (agent.name === '') throw new RangeError('no name'); return agent.describe(); }`;
    const project = fixtureProject(CONFIG, {
      ...FILES,
      'src/agents/base.ts': base,
      'src/agents/supervisor-consolidated.ts': `import { BaseAgent } from './base';\nexport class SupervisorAgent extends BaseAgent {${body('agents')}${workflow}\n}\n`,
      'src/agents/coordinator.ts': `import { BaseAgent } from './base';\nexport class Coordinator extends BaseAgent {${body('workers')}${workflow}\n}\n`,
      'src/agents/pipeline.ts': `import { BaseAgent } from './base';\nexport class PipelineAgent extends BaseAgent {${body('stages')}\n  flush() { return ''; }\n  drain() { return ''; }\n}\n`,
    });
    const found = (file: string): string[] =>
      project.lint(file).map(({ at, data }) => `${at}: ${data['evidence'] ?? ''}`);
    expect(found('src/agents/coordinator.ts')).toEqual([
      'Coordinator: 2 of 4 methods of SupervisorAgent; 4 of 4 bodies built like those of SupervisorAgent',
    ]);
    expect(found('src/agents/pipeline.ts')).toEqual([]);
  });

  it('says of an import what is to be removed, and what to use', () => {
    const text = `import { OldSupervisor } from './supervisor/old';\nexport const old = new OldSupervisor();\n`;
    const project = fixtureProject(CONFIG, { ...FILES, 'src/agents/other.ts': text });
    expect(project.lint('src/agents/other.ts').map(({ message }) => message)).toEqual([
      "'OldSupervisor' is declared for removal ('src/agents/supervisor/**'); 'supervisor' belongs to SupervisorAgent (src/agents/supervisor-consolidated.ts). Use SupervisorAgent.",
    ]);
  });

  it('follows subclasses of a twin from module to module', () => {
    const project = fixtureProject(CONFIG, {
      ...FILES,
      'src/agents/resumable.ts': `import { Core } from '.';\nexport class Resumable extends Core { execute() {} }\n`,
      'src/agents/barrel.ts': `export { Resumable as Again } from './resumable';\n`,
      'src/agents/traced.ts': `import { Again } from './barrel';\nexport default class Traced extends Again { history() { return []; } }\n`,
      'src/agents/timed.ts': `import Base from './traced';\nexport const timed = class extends Base {};\n`,
    });
    const details = (file: string): string[] =>
      project.lint(file).map(({ check, data }) => `${check} ${data['hierarchy'] ?? ''}${data['overrides'] ?? ''}`);
    expect(details('src/agents/traced.ts')).toEqual([
      'second-declaration Traced → Resumable → AgentExecutionCore, overrides history',
    ]);
    expect(details('src/agents/timed.ts')).toEqual([
      'second-declaration timed → Traced → Resumable → AgentExecutionCore',
    ]);
    expect(details('src/agents/barrel.ts')).toEqual([]);
  });

  it.each([
    [
      'an alias',
      `import { AgentExecutionCore } from './core';\nconst Base = AgentExecutionCore;\nexport class Sub extends Base { execute() {} }`,
      'Sub → AgentExecutionCore, overrides execute',
    ],
    [
      'a mixin',
      `import { AgentExecutionCore } from './core';\nexport class Sub extends Loud(AgentExecutionCore) { execute() {} }\nfunction Loud(Base) { return class extends Base {}; }`,
      'Sub → AgentExecutionCore, overrides execute',
    ],
    [
      'a namespace',
      `import * as core from './core';\nexport class Sub extends core.AgentExecutionCore {}`,
      'Sub → AgentExecutionCore',
    ],
    [
      'a class expression',
      `const { AgentExecutionCore } = require('./core');\nmodule.exports = class Sub extends AgentExecutionCore {};`,
      'Sub → AgentExecutionCore',
    ],
    [
      'a removed module',
      `import { OldSupervisor } from './supervisor/old';\nexport class Sub extends OldSupervisor {}`,
      'Sub → OldSupervisor',
    ],
  ])('sees through %s', (_way, text, detail) => {
    expect(reported(text, 'src/agents/sub.js').filter((line) => line.startsWith('second-declaration'))).toEqual([
      `second-declaration Sub${detail}`,
    ]);
  });

  it('reports second supervisors by name, and copies under other names', () => {
    expect(reported(`export class ParallelSupervisorAgent { runAll() {} }`)).toEqual([
      "second-declaration ParallelSupervisorAgentits name matches '*SupervisorAgent'",
    ]);
    const copy = `export class Orchestrator {
  constructor(private readonly workers: ReadonlyMap<string, (text: string) => Promise<string>>, private readonly order: readonly string[]) {}
  async runPlan(text: string): Promise<string[]> {
    const found: string[] = [];
    for (const key of this.order) {
      const worker = this.workers.get(key);
      if (worker === undefined) throw new TypeError('nobody for ' + key);
      found.push(await worker(text));
    }
    return found;
  }
  describePlan(): string { return this.order.map((key) => key.toLowerCase()).join(', '); }
}`;
    expect(reported(copy, 'src/flow/orchestrator.ts')).toEqual([
      'second-implementation Orchestrator2 of 3 methods of SupervisorAgent; 2 of 2 bodies built like those of SupervisorAgent',
    ]);
  });

  it.each([
    [
      'a subclass of the canonical',
      `import { SupervisorAgent } from './supervisor-consolidated';\nexport class MeteredSupervisor extends SupervisorAgent { async runPlan(text: string) { return super.runPlan(text); } }`,
    ],
    ['a component of that name', `export function SupervisorAgent() { return 'a badge'; }`],
    ['a class that is named for it', `export class SupervisorPanel { render() { return 'panel'; } refresh() {} }`],
    [
      'a user of the canonical',
      `import { SupervisorAgent } from './supervisor-consolidated';\nexport class Scheduler { constructor(private readonly supervisor: SupervisorAgent) {} runPlan(text: string) { return this.supervisor.runPlan(text); } describePlan() { return this.supervisor.describePlan(); } }`,
    ],
    [
      'an agent',
      `export class ReportAgent { async run(text: string) { return text.trim(); } describe() { return 'reports'; } }`,
    ],
  ])('is silent on %s', (_what, text) => {
    expect(reported(text)).toEqual([]);
  });
});
