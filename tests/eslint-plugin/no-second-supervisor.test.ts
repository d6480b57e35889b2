import { ruleSuite } from './rule-suite.js';

/** A consolidated supervisor, the core that it replaced, and the folder that is left of it. */
const files = {
  'ssot.config.json': {
    concerns: {
      supervisor: {
        preset: 'supervisor',
        canonical: 'src/agents/supervisor-consolidated.ts#SupervisorAgent',
        replacements: [{ from: 'src/agents/core.ts#AgentExecutionCore', to: 'SupervisorAgent', compatible: true }],
        remove: ['src/agents/supervisor/**'],
      },
    },
  },
  'src/agents/supervisor-consolidated.ts': `export class SupervisorAgent {
  async runPlan(text: string): Promise<string[]> { return [text]; }
  describePlan(): string { return ''; }
}
`,
  'src/agents/core.ts': `export class AgentExecutionCore {
  async execute(text: string): Promise<string[]> { return [text]; }
}
`,
  'src/agents/index.ts': `export { AgentExecutionCore as Core } from './core';\n`,
  'src/agents/supervisor/step-log.ts': `export class StepLog {}\n`,
};

ruleSuite('no-second-supervisor', {
  files,
  file: 'src/run.ts',
  valid: [
    "import { SupervisorAgent } from './agents/supervisor-consolidated';\nexport const run = (text: string) => new SupervisorAgent().runPlan(text);\n",
    "import { SupervisorAgent } from './agents/supervisor-consolidated';\nexport class Metered extends SupervisorAgent { runs = 0; }\n",
    'export class SupervisorPanel { render() { return 1; } refresh() { return 2; } }\n',
    'export function SupervisorAgent() { return null; }\n',
    {
      name: 'a parameter',
      code: 'export const f = (AgentExecutionCore) => new AgentExecutionCore();\n',
      file: 'src/run.js',
    },
  ],
  invalid: [
    {
      name: 'a deprecated supervisor',
      code: "import { AgentExecutionCore } from './agents/core';\nexport const core = new AgentExecutionCore();\n",
      errors: [{ messageId: 'deprecatedUse', line: 1, column: 10, endColumn: 28 }],
      output:
        "import { SupervisorAgent } from './agents/supervisor-consolidated';\nexport const core = new SupervisorAgent();\n",
    },
    {
      name: 'a subclass through a barrel and an alias',
      code: "const { Core } = require('./agents');\nconst Base = Core;\nclass Resumable extends Base { execute(text) { return super.execute(text); } }\nmodule.exports = Resumable;\n",
      file: 'src/resumable.cjs',
      errors: [
        { messageId: 'deprecatedUse', line: 1 },
        {
          message:
            "'Resumable' extends the second supervisor 'AgentExecutionCore' (Resumable → AgentExecutionCore, overrides execute); 'supervisor' belongs to SupervisorAgent (src/agents/supervisor-consolidated.ts). Extend or use SupervisorAgent.",
          line: 3,
          column: 7,
          endColumn: 16,
        },
      ],
      output:
        "const { SupervisorAgent } = require('./agents/supervisor-consolidated');\nconst Base = SupervisorAgent;\nclass Resumable extends Base { execute(text) { return super.execute(text); } }\nmodule.exports = Resumable;\n",
    },
    {
      name: 'a module of a folder to be removed',
      code: files['src/agents/supervisor/step-log.ts'],
      file: 'src/agents/supervisor/step-log.ts',
      errors: [{ messageId: 'removedModule', line: 1, column: 1, endColumn: 7 }],
    },
    {
      name: 'an import of it',
      code: "import type { StepLog } from './agents/supervisor/step-log';\nexport type Log = StepLog;\n",
      errors: [{ messageId: 'removedUse', line: 1 }],
    },
    {
      name: 'a second supervisor by its name',
      code: 'export class ParallelSupervisorAgent {}\n',
      file: 'src/parallel.js',
      errors: [{ messageId: 'secondDeclaration', line: 1, column: 14, endColumn: 37 }],
    },
    {
      name: 'a second supervisor by what it does, and its name',
      code: 'export class SupervisorLite {\n  async runPlan(text) { return this.steps.flatMap((step) => step.apply(text)); }\n  describePlan() { return this.steps.map((step) => step.name).join(); }\n}\n',
      file: 'src/lite.js',
      errors: [
        {
          message:
            "'SupervisorLite' is a second supervisor (2 of 2 methods of SupervisorAgent; named for supervisor); 'supervisor' belongs to SupervisorAgent (src/agents/supervisor-consolidated.ts). Use SupervisorAgent instead.",
          line: 1,
        },
      ],
    },
  ],
});
