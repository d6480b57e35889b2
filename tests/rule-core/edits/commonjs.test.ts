import { describe, expect, it } from 'vitest';
import type { SsotConfig } from '../../../rule-core/src/index.js';
import { fixtureProject } from '../../fixture-project/fixture-project.js';
import { CONTEXT_CONFIG, CONTEXT_FILES } from '../checks/contexts.js';

const OLD = './agents/agent-execution-context';
const NEW = './context/user-execution-context';
const BOTH = `export * from '${OLD}';\nexport * from '${NEW}';\n`;

const CONTEXTS: [name: string, before: string, after: string, file?: string][] = [
  [
    'a member under its own name, among several declarators',
    `const fs = require('fs'),\n  AgentExecutionContext = require('${OLD}').AgentExecutionContext; // why\nmodule.exports = () => new AgentExecutionContext('u', fs);\n`,
    `const fs = require('fs'),\n  UserExecutionContext = require('${NEW}').UserExecutionContext; // why\nmodule.exports = () => new UserExecutionContext('u', fs);\n`,
  ],
  [
    "a member under the user's alias",
    `const Context = require("${OLD}").AgentExecutionContext\nmodule.exports = { Context }\n`,
    `const Context = require("${NEW}").UserExecutionContext\nmodule.exports = { Context }\n`,
  ],
  [
    'a member in brackets, behind a question mark',
    `const Context = require('${OLD}')?.['AgentExecutionContext'];\nmodule.exports = { Context };\n`,
    `const Context = require('${NEW}')?.UserExecutionContext;\nmodule.exports = { Context };\n`,
  ],
  [
    'a member of a module that offers both',
    `const Context = require('./both').AgentExecutionContext;\nmodule.exports = () => new Context('u', 't');\n`,
    `const Context = require('./both').UserExecutionContext;\nmodule.exports = () => new Context('u', 't');\n`,
  ],
  [
    'a variable that is assigned to, which keeps its name',
    `let AgentExecutionContext = require('${OLD}').AgentExecutionContext;\nif (fake) AgentExecutionContext = fake;\nmodule.exports = () => new AgentExecutionContext('u', 't');\n`,
    `let AgentExecutionContext = require('${NEW}').UserExecutionContext;\nif (fake) AgentExecutionContext = fake;\nmodule.exports = () => new AgentExecutionContext('u', 't');\n`,
  ],
  [
    'an assignment to a variable declared elsewhere',
    `let AgentExecutionContext;\n({ AgentExecutionContext } = require('${OLD}'));\nmodule.exports = () => new AgentExecutionContext('u', 't');\n`,
    `let AgentExecutionContext;\n({ UserExecutionContext: AgentExecutionContext } = require('${NEW}'));\nmodule.exports = () => new AgentExecutionContext('u', 't');\n`,
  ],
  [
    'an exported variable, which keeps its name',
    `export const { AgentExecutionContext } = require('${OLD}');\n`,
    `export const { UserExecutionContext: AgentExecutionContext } = require('${NEW}');\n`,
    'src/consumer.ts',
  ],
  [
    'a name with a default, which stays',
    `const { AgentExecutionContext = Fallback } = require('${OLD}');\nmodule.exports = () => new AgentExecutionContext('u', 't');\n`,
    `const { UserExecutionContext = Fallback } = require('${NEW}');\nmodule.exports = () => new UserExecutionContext('u', 't');\n`,
  ],
  [
    'a member that no variable holds',
    `class Sub extends require('${OLD}').AgentExecutionContext {}\nmodule.exports = new (require('${OLD}').AgentExecutionContext)('u', 't');\n`,
    `class Sub extends require('${NEW}').UserExecutionContext {}\nmodule.exports = new (require('${NEW}').UserExecutionContext)('u', 't');\n`,
  ],
  [
    'a member of an awaited module',
    `export async function f() {\n  const Context = (await import('${OLD}')).AgentExecutionContext;\n  return new Context('u', 't');\n}\n`,
    `export async function f() {\n  const Context = (await import('${NEW}')).UserExecutionContext;\n  return new Context('u', 't');\n}\n`,
    'src/consumer.ts',
  ],
  [
    'an alias of import = require',
    `import agents = require('${OLD}');\nimport Context = agents.AgentExecutionContext;\nexport const f = () => new Context('u', 't');\n`,
    `import agents = require('${OLD}');\nimport userExecutionContext = require('${NEW}');\nimport Context = userExecutionContext.UserExecutionContext;\nexport const f = () => new Context('u', 't');\n`,
    'src/consumer.cts',
  ],
];

const ID_FILES = {
  'src/core/cjs.cjs': `class Ids { static run(threadId) { return threadId; } }\nmodule.exports = Ids;\n`,
  'src/core/interop.ts': `export default class Ids { static run(threadId: string): string { return threadId; } }\n`,
  'src/core/bound.ts': `export class Ids { static run(threadId: string): string { return this.name + threadId; } }\n`,
  'src/ids.ts': `export function run(threadId: string): string { return threadId; }\nexport default run;\n`,
};

function ids(canonical: string): SsotConfig {
  const replacements = [{ from: 'src/ids.ts#run', to: 'Ids.run' }];
  return { concerns: { ids: { title: 'ID generator', canonical, replacements } } };
}

const WHOLE = ids('src/core/cjs.cjs');
const INTEROP = ids('src/core/interop.ts');
const BOUND = ids('src/core/bound.ts#Ids');

const IDS: [name: string, config: SsotConfig, before: string, after: string, file?: string][] = [
  [
    'a member by one of a default export',
    INTEROP,
    `const run = require('./ids').run;\nmodule.exports = () => run('t');\n`,
    `const Ids = require('./core/interop').default;\nmodule.exports = () => Ids.run('t');\n`,
  ],
  [
    'a default export by one of a whole module',
    WHOLE,
    `const make = require('./ids').default;\nmodule.exports = () => make('t');\n`,
    `const Ids = require('./core/cjs.cjs');\nmodule.exports = () => Ids.run('t');\n`,
  ],
  [
    'a pattern by one of a whole module',
    WHOLE,
    `const { run: make, } = require('./ids');\nmodule.exports = () => make('t');\n`,
    `const Ids = require('./core/cjs.cjs');\nmodule.exports = () => Ids.run('t');\n`,
  ],
  [
    'a call on the spot by one of a whole module',
    WHOLE,
    `exports.id = require("./ids")["run"]('t');\n`,
    `exports.id = require("./core/cjs.cjs").run('t');\n`,
  ],
  [
    'an import by one of a whole CommonJS module, its default there',
    WHOLE,
    `import { run } from './ids';\nexport const id = () => run('t');\n`,
    `import Ids from './core/cjs.cjs';\nexport const id = () => Ids.run('t');\n`,
    'src/consumer.ts',
  ],
  [
    'a member of import = require by one of a whole module that is there',
    WHOLE,
    `import Mine = require('./core/cjs.cjs');\nimport ids = require('./ids');\nexport const f = () => [Mine, ids.run('t')];\n`,
    `import Mine = require('./core/cjs.cjs');\nimport ids = require('./ids');\nexport const f = () => [Mine, Mine.run('t')];\n`,
    'src/consumer.cts',
  ],
  [
    'an exported variable by a member, where it stands',
    INTEROP,
    `export const make = require('./ids').run;\n`,
    `export const make = require('./core/interop').default.run;\n`,
    'src/consumer.ts',
  ],
];

const WRITTEN_IDS: SsotConfig = {
  concerns: {
    ids: {
      title: 'ID generator',
      canonical: 'src/ids.js',
      replacements: [
        { from: 'src/old.js#make', to: 'newId' },
        { from: 'src/assigned.js#make', to: 'newId' },
        { from: 'src/assigned.js#slow', to: 'newId' },
        { from: 'src/whole.js', to: 'newId' },
        { from: 'src/arrow.mjs#default', to: 'newId' },
      ],
    },
  },
};
const WRITTEN_FILES = {
  'src/ids.js': 'module.exports = { newId(prefix) { return prefix; }, other: 1 };\n',
  'src/old.js': 'module.exports = { make: (prefix) => prefix };\n',
  'src/assigned.js':
    'exports.make = function (prefix) { return prefix; };\nmodule.exports.slow = async (prefix) => prefix;\n',
  'src/whole.js': 'module.exports = function (prefix) { return prefix; };\n',
  'src/arrow.mjs': 'export default (prefix) => prefix;\n',
};

describe('functions that are exported where they are written', () => {
  it.each([
    [
      'a property',
      `const { make } = require('./old');\nmake('x');\n`,
      `const { newId } = require('./ids');\nnewId('x');\n`,
    ],
    [
      'an assignment',
      `const make = require('./assigned').make;\nmake('x');\n`,
      `const newId = require('./ids').newId;\nnewId('x');\n`,
    ],
    [
      'a whole module',
      `const make = require("./whole");\nmake('x'); // why\n`,
      `const { newId } = require("./ids");\nnewId('x'); // why\n`,
    ],
    [
      'a default export',
      `import make from './arrow.mjs';\nmake('x');\n`,
      `import { newId } from './ids.js';\nnewId('x');\n`,
    ],
  ])('are compared: %s', (_what, before, after) => {
    const file = before.startsWith('import') ? 'src/a.ts' : 'src/a.js';
    const project = fixtureProject(WRITTEN_IDS, { ...WRITTEN_FILES, [file]: before });
    expect(project.fix(file)).toBe(after);
    expect(project.fix(file, after)).toBe(after);
  });

  it.each([
    ['a pattern', `const { make } = require('./old');\n`],
    ['a member', `const make = require('./assigned').make;\n`],
    ['a whole module', `const make = require('./whole'); \n`],
  ])('share the name that is there for the canonical: %s', (_what, line) => {
    const before = `const { newId } = require('./ids');\n${line}\nmake(newId('x'));\n`;
    const project = fixtureProject(WRITTEN_IDS, { ...WRITTEN_FILES, 'src/a.js': before });
    expect(project.fix('src/a.js')).toBe(`const { newId } = require('./ids');\n\nnewId(newId('x'));\n`);
    // What is loaded further down is not there yet.
    const below = `${line}const made = make('x');\nconst { newId } = require('./ids');\nnewId(made);\n`;
    expect(project.fix('src/a.js', below)).toContain('const made = canonicalNewId(');
  });

  it.each([
    ['a class', `module.exports = class Old { next(prefix) { return prefix; } };`, `require('./old-class')`],
    [
      'a class without a name',
      `exports.Old = class { next(prefix) { return prefix; } };`,
      `require('./old-class').Old`,
    ],
  ])('are compared: %s', (_what, old, loaded) => {
    const concern = { canonical: 'src/ids.js', replacements: [{ from: 'src/old-class.js', to: 'Ids' }] };
    const project = fixtureProject(
      { concerns: { ids: { title: 'ID generator', ...concern } } },
      {
        'src/ids.js': 'class Ids { next(prefix) { return prefix; } }\nmodule.exports = { Ids };\n',
        'src/old-class.js': `${old}\n`,
        'src/a.js': `const Old = ${loaded};\nnew Old().next('x');\n`,
      },
    );
    expect(project.fix('src/a.js')).toMatch(
      /^const (?:\{ Ids \} = require\('.\/ids'\)|Ids = require\('.\/ids'\)\.Ids);\nnew Ids\(\)/u,
    );
    expect(project.lint('src/old-class.js').map(({ messageId }) => messageId)).toEqual(['twinDeclaration']);
  });

  it('are told apart', () => {
    const text = `const { slow } = require('./assigned');\nslow('x');\n`;
    const [report] = fixtureProject(WRITTEN_IDS, { ...WRITTEN_FILES, 'src/a.js': text }).lint('src/a.js');
    expect(report?.suggestions.map(({ title }) => title)).toEqual([
      "Replace 'slow' by newId (one is async, the other is not).",
    ]);
  });

  it.each([
    ['among several', `const fs = require('fs'), make = require('./whole');\nmake('x', fs);\n`],
    ['assigned', `let make;\nmake = require('./whole');\nmake('x');\n`],
    ['of which members are read', `const make = require('./whole');\nmake.cache.clear();\n`],
  ])('are left to a person where a whole module is %s', (_what, text) => {
    const reports = fixtureProject(WRITTEN_IDS, { ...WRITTEN_FILES, 'src/a.js': text }).lint('src/a.js');
    expect(reports.map(({ fix, suggestions }) => [fix, suggestions])).toEqual([[null, []]]);
  });
});

describe('replaces what CommonJS takes from a module', () => {
  it.each(CONTEXTS)('%s', (_name, before, after, file = 'src/consumer.cjs') => {
    const project = fixtureProject(CONTEXT_CONFIG, { ...CONTEXT_FILES, 'src/both.ts': BOTH, [file]: before });
    expect(project.fix(file)).toBe(after);
    expect(project.fix(file, after)).toBe(after);
  });

  it.each(IDS)('%s', (_name, config, before, after, file = 'src/consumer.cjs') => {
    const project = fixtureProject(config, { ...ID_FILES, [file]: before });
    expect(project.fix(file)).toBe(after);
    expect(project.fix(file, after)).toBe(after);
  });

  it("only suggests a method that needs its 'this' where it is handed on", () => {
    const text = `exports.make = require('./ids').run;\nlet held = require('./ids').run;\nheld = null;\n`;
    const reports = fixtureProject(BOUND, { ...ID_FILES, 'src/a.cjs': text }).lint('src/a.cjs');
    const title = "Replace 'run' by Ids.run (it needs its 'this').";
    expect(reports.map(({ fix, suggestions }) => [fix, suggestions.map((one) => one.title)])).toEqual([
      [null, [title]],
      [null, [title]],
    ]);
  });

  it.each([
    ['one name of several', `const { AgentExecutionContext, other } = require('${OLD}');`, 'AgentExecutionContext'],
    ['a member of a module object', `const agents = require('${OLD}');`, 'agents.AgentExecutionContext'],
  ])('only suggests %s where that is loaded on demand', (_what, load, name) => {
    const offered = (above: string): unknown[] => {
      const text = `${above}exports.f = () => {\n  ${load}\n  return new ${name}('u', 't');\n};\n`;
      const [report] = fixtureProject(CONTEXT_CONFIG, { ...CONTEXT_FILES, 'src/a.cjs': text }).lint('src/a.cjs');
      return [report?.fix === null, report?.suggestions[0]?.title];
    };
    expect(offered('')).toEqual([
      true,
      "Replace 'AgentExecutionContext' by UserExecutionContext (it is loaded on demand).",
    ]);
    // There it is loaded already.
    expect(offered(`const { UserExecutionContext } = require('${NEW}');\n`)).toEqual([false, undefined]);
  });

  it.each([
    [
      'a property of a pattern',
      `import agents = require('${OLD}');\nconst { AgentExecutionContext: X } = agents;\nX;\n`,
    ],
    [
      'a name with a default beside others',
      `const { AgentExecutionContext = X, other } = require('${OLD}');\nother;\n`,
    ],
    ['what is written to', `require('${OLD}').AgentExecutionContext = class {};\n`],
    ['an exported variable beside others', `export const { AgentExecutionContext, other } = require('${OLD}');\n`],
  ])('leaves %s to a person', (_name, text) => {
    const reports = fixtureProject(CONTEXT_CONFIG, { ...CONTEXT_FILES, 'src/a.cts': text }).lint('src/a.cts');
    expect(reports).toMatchObject([{ fix: null, suggestions: [] }]);
  });
});
