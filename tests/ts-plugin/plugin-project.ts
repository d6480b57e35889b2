import { cpSync } from 'node:fs';
import { join } from 'node:path';

import { link, workspace } from '../end-to-end/linted-project.js';
import { temporaryProject, type ProjectFiles, type TemporaryProject } from '../eslint-plugin/temporary-project.js';

/** A tsconfig that names the plugin, as users write it. */
export function tsconfig(more: object = {}, plugin: object = {}): object {
  return {
    compilerOptions: {
      module: 'esnext',
      moduleResolution: 'bundler',
      target: 'es2022',
      strict: true,
      allowJs: true,
      jsx: 'preserve',
      types: [],
      plugins: [{ name: '@ssot/typescript-plugin', ...plugin }],
      ...more,
    },
    include: ['src'],
  };
}

/** Copies the plugin as it is built into a project, under a name of its own, so that the project's core is the one it loads. */
export function copyPlugin(project: TemporaryProject, name: string): void {
  const place = project.path(`node_modules/${name}`);
  cpSync(join(workspace, 'ts-plugin', 'dist'), join(place, 'dist'), { recursive: true });
  cpSync(join(workspace, 'ts-plugin', 'package.json'), join(place, 'package.json'));
}

/** A project with one concern that has a twin, and one that has a driver. */
export const files: ProjectFiles = {
  'tsconfig.json': tsconfig(),
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
  'src/lib/http.ts': "import axios from 'axios';\n\nexport const http = axios.create();\n",
  'node_modules/axios/package.json': { name: 'axios', version: '1.0.0', types: 'index.d.ts' },
  'node_modules/axios/index.d.ts':
    'declare const axios: { create(): { get(url: string): void }; get(url: string): void };\nexport default axios;\n',
};

/** One deprecated use with a safe fix, and one error of TypeScript's own. */
export const consumer = `import { AgentState } from '../agents/state';

export const start = (user: string) => new AgentState(user);
export const wrong: number = 'one';
`;

/** A project on disk whose `node_modules` leads to the plugin. */
export function pluginProject(more: ProjectFiles = {}): TemporaryProject {
  const project = temporaryProject({ ...files, ...more });
  link(project, ['@ssot/typescript-plugin']);
  return project;
}

/** Where `--pluginProbeLocations` finds the plugin. */
export const probeLocation = join(workspace, 'ts-plugin');
