import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

import { temporaryProject, type ProjectFiles, type TemporaryProject } from '../eslint-plugin/temporary-project.js';

/** The root of this workspace. */
export const workspace = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A project with a concern of each kind that the tests need, in which five places breach them. */
export const files: ProjectFiles = {
  'tsconfig.json': {
    compilerOptions: { module: 'nodenext', strict: true, paths: { '@/*': ['./src/*'] } },
    include: ['src'],
  },
  'ssot.config.json': {
    concerns: {
      context: {
        preset: 'execution-context',
        canonical: 'src/context/user-context.ts#UserContext',
        replacements: [{ from: 'src/agents/state.ts#AgentState', to: 'UserContext' }],
      },
      http: { title: 'HTTP client', canonical: 'src/lib/http.ts#http', drivers: ['axios'] },
    },
  },
  'src/context/user-context.ts': 'export class UserContext {\n  constructor(readonly user: string) {}\n}\n',
  'src/agents/state.ts': 'export class AgentState {\n  constructor(readonly user: string) {}\n}\n',
  'src/agents/index.ts': "export { AgentState as State } from './state.js';\n",
  'src/agents/run.ts':
    "import { AgentState } from './state.js';\n\nexport const start = (user: string) => new AgentState(user);\n",
  'src/agents/stop.ts':
    "import { State } from '@/agents/index.js';\n\nexport const stop = (state: State) => state.user;\n",
  'src/lib/http.ts': "import axios from 'axios';\n\nexport const http = axios.create();\n",
  'src/client.ts': "import axios from 'axios';\n\nexport const load = () => axios.get('/');\n",
  'src/quiet.ts': "import { http } from './lib/http.js';\n\nexport const load = () => http.get('/');\n",
};

/** What `files` breaches, as `rule path:line:column`. */
export const expected = [
  'ssot/no-deprecated-context src/agents/index.ts:1:10',
  'ssot/no-deprecated-context src/agents/run.ts:1:10',
  'ssot/no-deprecated-context src/agents/state.ts:1:14',
  'ssot/no-deprecated-context src/agents/stop.ts:1:10',
  'ssot/single-source src/client.ts:1:8',
];

export const eslintConfig = `import tseslint from 'typescript-eslint';
import ssot from 'eslint-plugin-ssot';

export default [
  { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } },
  ...ssot.configs.recommended,
];
`;

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a script of Node in a project. */
export function runNode(project: TemporaryProject, script: string, args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: project.root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, INIT_CWD: project.root },
  });
  return { status, stdout, stderr };
}

/** The command line of each ESLint that the plugin supports. */
export const eslintCommands = {
  'ESLint 10': join(workspace, 'node_modules', 'eslint', 'bin', 'eslint.js'),
  'ESLint 9': join(workspace, 'node_modules', 'eslint-9', 'bin', 'eslint.js'),
} as const;

export type EslintVersion = keyof typeof eslintCommands;

/** One line of a report, with all that ESLint knows of it. */
interface JsonMessage {
  readonly ruleId: string | null;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/**
 * Lints a project with the real command line.
 *
 * @returns `rule path:line:column` for each message, sorted, and ESLint's whole answer without times.
 */
export function eslint(
  project: TemporaryProject,
  version: EslintVersion,
  args: readonly string[] = [],
): { places: string[]; results: unknown } {
  const { stdout, stderr, status } = runNode(project, eslintCommands[version], ['--format', 'json', ...args, '.']);
  if (status === 2 || stdout === '') throw new Error(`${stdout}\n${stderr}`);
  // ESLint's JSON formatter writes an array of lint results.
  const results = JSON.parse(stdout) as { filePath: string; messages: JsonMessage[] }[];
  const places = results.flatMap(({ filePath, messages }) => {
    const path = relative(project.root, filePath).split(sep).join('/');
    return messages.map(
      ({ ruleId, line, column, message }) => `${ruleId ?? `error: ${message} in`} ${path}:${line}:${column}`,
    );
  });
  return { places: places.sort(), results };
}

/** A project whose `node_modules` leads to the packages of this workspace. */
export function linkedProject(more: ProjectFiles = {}): TemporaryProject {
  const project = temporaryProject({ ...files, 'eslint.config.js': eslintConfig, ...more });
  link(project, ['eslint-plugin-ssot', 'typescript-eslint', 'typescript', 'jiti', 'eslint']);
  return project;
}

/** Links packages of this workspace into a project's `node_modules`. */
export function link(project: TemporaryProject, packages: readonly string[]): void {
  for (const name of packages) {
    const place = project.path(`node_modules/${name}`);
    mkdirSync(dirname(place), { recursive: true });
    // A junction needs no rights on Windows, and is a symbolic link elsewhere.
    symlinkSync(join(workspace, 'node_modules', name), place, 'junction');
  }
}

/** The names in a folder of a project, sorted. */
export function list(project: TemporaryProject, folder: string): string[] {
  return readdirSync(project.path(folder)).sort();
}
