import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readExamples } from '../docs/examples.js';
import { link, workspace } from '../end-to-end/linted-project.js';
import { temporaryProject, type ProjectFiles, type TemporaryProject } from '../eslint-plugin/temporary-project.js';

/** A project that every host lints. */
export interface ParityProject {
  readonly name: string;
  /** Writes it to a folder of its own. */
  readonly open: () => TemporaryProject;
}

const MODULE = /\.[cm]?[jt]sx?$/u;

/** The modules of a project, `/`-separated, sorted. */
export function modulesOf(project: TemporaryProject): string[] {
  return readdirSync(project.root, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => MODULE.test(file) && !file.includes('node_modules/') && !file.startsWith('eslint.config.'))
    .sort();
}

const tsconfig = {
  compilerOptions: {
    module: 'esnext',
    moduleResolution: 'bundler',
    target: 'es2022',
    allowJs: true,
    jsx: 'preserve',
    types: [],
  },
  // typescript-eslint reads these with its default project.
  exclude: ['scripts/*.cjs', 'scripts/*.mjs'],
};

function project(files: ProjectFiles, packages: readonly string[] = []): TemporaryProject {
  const made = temporaryProject(files);
  link(made, ['eslint-plugin-ssot', ...packages]);
  return made;
}

const apex: ParityProject = {
  name: 'examples/apex',
  open() {
    const made = project({});
    const from = join(workspace, 'examples', 'apex');
    cpSync(from, made.root, { recursive: true, filter: (file) => !file.slice(from.length).includes('node_modules') });
    return made;
  },
};

/** The examples of each page of the docs; two examples of one file are in two projects. */
function documented(): ParityProject[] {
  const folder = join(workspace, 'rules-docs');
  return readdirSync(folder).flatMap((page) => {
    const examples = readExamples(readFileSync(join(folder, page), 'utf8'));
    const setUp = examples.filter(({ kind }) => kind === 'set-up').map(({ file, code }) => [file, code] as const);
    const rounds: Record<string, string>[] = [];
    for (const { file, code, kind } of examples) {
      if (kind === 'set-up') continue;
      const free = rounds.find((round) => !(file in round));
      if (free === undefined) rounds.push({ [file]: code });
      else free[file] = code;
    }
    return rounds.map((round, index) => ({
      name: `rules-docs/${page} (${index + 1})`,
      open: () => project({ 'tsconfig.json': tsconfig, ...Object.fromEntries(setUp), ...round }),
    }));
  });
}

const use =
  "import { AgentState } from '../agents/state';\n\nexport const start = (user: string) => new AgentState(user);\n";

/** What texts may hold that hosts count or read in their own ways. */
const texts: ParityProject = {
  name: 'texts of all kinds',
  open: () =>
    project({
      'tsconfig.json': tsconfig,
      'ssot.config.json': {
        concerns: {
          context: {
            preset: 'execution-context',
            canonical: 'src/context/user-context.ts#UserContext',
            replacements: [{ from: 'src/agents/state.ts#AgentState', to: 'UserContext' }],
          },
          http: { title: 'HTTP client', canonical: 'src/lib/http.ts#http', drivers: ['axios', 'global:fetch'] },
        },
        ignore: ['src/run/ignored.ts'],
      },
      'src/context/user-context.ts': 'export class UserContext {\n  constructor(readonly user: string) {}\n}\n',
      'src/agents/state.ts': 'export class AgentState {\n  constructor(readonly user: string) {}\n}\n',
      'src/lib/http.ts': "import axios from 'axios';\n\nexport const http = axios.create();\n",
      'src/run/plain.ts': use,
      'src/run/ignored.ts': use,
      'src/run/node_modules/own.ts': use,
      'src/run/marked.ts': `\uFEFF${use}`,
      'src/run/windows.ts': use.replaceAll('\n', '\r\n'),
      'src/run/separators.ts': `const a = '\u2028'; ${use}`,
      'src/run/wide.ts': `/* 😀 é 漢字 */ ${use}export const text = '😀'; fetch('/😀');\n`,
      'src/run/hashbang.mjs': `#!/usr/bin/env node\nimport axios from 'axios';\naxios.get('/');\n`,
      'src/run/script.cjs': "const { AgentState } = require('../agents/state');\nmodule.exports = { AgentState };\n",
      'src/run/module.cts': "import states = require('../agents/state');\nexport = states.AgentState;\n",
      'src/run/types.mts': "export type State = import('../agents/state').AgentState;\n",
      'src/run/doc.js': "/** @type {import('../agents/state').AgentState} */\nexport let state;\n",
      'src/run/view.tsx': `import * as states from '../agents/state';\nexport const View = () => (\n  <p title="😀">\n    {/* eslint-disable-next-line ssot/no-deprecated-context */}\n    {states.AgentState} {states.AgentState}\n    {states.AgentState}\n  </p>\n);\n`,
      'src/run/element.jsx':
        "import * as states from '../agents/state';\nexport const View = () => <states.AgentState />;\n",
      'src/run/declared.d.ts':
        "import { AgentState } from '../agents/state';\nexport declare const state: AgentState;\n",
      'src/run/empty.ts': '',
      'src/run/comment.ts': '// nothing but AgentState\n',
      'src/run/lines.ts': `import * as states from '../agents/state'; // eslint-disable-line
export const a = states.AgentState; // eslint-disable-line ssot/no-deprecated-context -- until March
export const b = states.AgentState; // eslint-disable-line ssot/single-source
// eslint-disable-next-line ssot/single-source, ssot/no-deprecated-context
export const c = states.AgentState;
// eslint-disable-next-line ssot/single-source
export const d = states.AgentState;
// eslint-disable-next-line

export const e = states.AgentState;
export const f = [
  states.AgentState, // eslint-disable-line ssot/no-deprecated-context
  states.AgentState,
];
`,
      'src/run/blocks.ts': `import * as states from '../agents/state';
/* eslint-disable ssot/no-deprecated-context */
export const a = states.AgentState;
fetch('/');
/* eslint-enable ssot/no-deprecated-context */
export const b = states.AgentState;
/* eslint-disable */
export const c = states.AgentState;
fetch('/');
/* eslint-enable */
fetch('/');
/* eslint-disable ssot/single-source ------- a description */
fetch('/');
export const d = states.AgentState;
`,
      'src/run/odd-lines.ts': `import * as states from '../agents/state';
export const a = states.AgentState; /* eslint-disable-line ssot/no-deprecated-context */ export const b = states.AgentState;
/* eslint-disable-next-line
   ssot/no-deprecated-context --
   the reason */
export const c = states.AgentState;
export const d = states.AgentState; // eslint-disable-line 'ssot/no-deprecated-context'
`,
      'src/run/odd-blocks.ts': `import * as states from '../agents/state';
// eslint-disable ssot/no-deprecated-context
export const a = states.AgentState;
export const b = states.AgentState; /* eslint-disable */ export const c = states.AgentState;
export const d = states.AgentState; /* eslint-enable ssot/single-source */ fetch('/');
/* eslint-enable */
/*eslint-disable ssot/single-source--no-description*/
fetch('/');
/* eslint-disable ssot/single-source */
/* eslint-disable-line
 */ fetch('/'); /* eslint-enable -- */
fetch('/');
`,
    }),
};

export const projects: readonly ParityProject[] = [texts, apex, ...documented()];
