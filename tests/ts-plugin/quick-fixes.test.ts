import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { pluginProject, tsconfig } from './plugin-project.js';
import { changed, slashed, TsServer, typescripts, type TypeScriptName } from './tsserver.js';

const consumer = `import { AgentState } from '../agents/state';

export const start = (user: string) => new AgentState(user);
`;
const several = `import { AgentState } from '../agents/state';
import { AgentState as Again } from '../agents/state';

/** Kept. */
export const start = (user: string) => [new AgentState(user), new Again(user)]; // kept, too
`;
const driver = `import axios from 'axios';
export const load = () => axios.get('/');
`;
const disabled = `// eslint-disable-next-line no-console, curly -- a reason
import axios from 'axios'; export const log = axios;
`;
const jsx = `import * as states from '../agents/state';
export const View = () => (
  <div>
    {states.AgentState}
  </div>
);
`;
const template = `import * as states from '../agents/state';
export const text = \`
  \${states.AgentState}
\`;
`;

/** The fix of the import reaches to its last use: what stands in between, and only the checker knows, is left to the next pass. */
const between = `import { AgentState } from '../agents/state';
import { clients } from '../http/clients';

export const load = () => clients.map((client) => client.get('/'));
export const start = (user: string) => new AgentState(user);
`;
const methods = {
  concerns: {
    context: {
      preset: 'execution-context',
      canonical: 'src/context/user-context.ts#UserContext',
      replacements: [{ from: 'src/agents/state.ts#AgentState', to: 'UserContext' }],
    },
    http: { title: 'HTTP client', canonical: 'src/http/client.ts#Client', methods: { get: 'fetch' } },
  },
};

describe.each(Object.keys(typescripts) as TypeScriptName[])('quick fixes in %s', (version) => {
  const project = pluginProject({
    'tsconfig.json': tsconfig({ noUnusedLocals: true }),
    'src/run/consumer.ts': consumer,
    'src/run/several.ts': several,
    'src/run/marked.ts': `\uFEFF${consumer}`,
    'src/run/driver.ts': driver,
    'src/run/disabled.ts': disabled,
    'src/run/view.tsx': jsx,
    'src/run/template.ts': template,
    'src/run/unused.ts': 'function a() {}\nfunction b() {}\nexport {};\n',
  });
  const typed = pluginProject({
    'ssot.config.json': methods,
    'src/http/client.ts':
      'export class Client {\n  get(url: string): string { return url; }\n  fetch(url: string): string { return url; }\n}\n',
    'src/http/clients.ts': "import { Client } from './client';\n\nexport const clients = [new Client()];\n",
    'src/run/between.ts': between,
  });
  let tsserver: TsServer;
  beforeAll(() => {
    tsserver = new TsServer(version);
  });
  afterAll(async () => {
    await tsserver.stop();
    project.remove();
    typed.remove();
  });

  const fixes = async (file: string) => {
    tsserver.open(project.path(file));
    const [violation] = await tsserver.violations(project.path(file));
    if (violation === undefined) throw new Error('no violation');
    return tsserver.fixes(project.path(file), violation);
  };

  it('offer the fix, the comment that disables the rule, and its page', async () => {
    const offered = await fixes('src/run/consumer.ts');
    expect(offered.map(({ description }) => description)).toEqual([
      'Fix this ssot/no-deprecated-context problem',
      'Disable ssot/no-deprecated-context for this line',
      'Explain ssot/no-deprecated-context: put a link to its page here',
    ]);
    const [fix, disable, explain] = offered;
    expect(changed(consumer, fix?.changes ?? [])).toBe(
      "import { UserContext } from '../context/user-context';\n\nexport const start = (user: string) => new UserContext(user);\n",
    );
    expect(changed(consumer, disable?.changes ?? [])).toBe(
      `// eslint-disable-next-line ssot/no-deprecated-context\n${consumer}`,
    );
    expect(changed(consumer, explain?.changes ?? [])).toMatch(/^\/\/ https:\/\/\S+\/no-deprecated-context\.md\nimport/);
  });

  it('are in the registry that VS Code asks for', async () => {
    const codes = (await tsserver.request('getSupportedCodeFixes')) as string[];
    expect(codes.filter((code) => /^710\d\d$/.test(code))).toEqual(expect.arrayContaining(['71001', '71002']));
  });

  it('are made for the whole file at once', async () => {
    const [fix] = await fixes('src/run/several.ts');
    expect(fix).toMatchObject({ fixId: 'ssot', fixAllDescription: 'Fix all ssot problems that are safe to fix' });
    const file = slashed(project.path('src/run/several.ts'));
    const body = await tsserver.request('getCombinedCodeFix', {
      scope: { type: 'file', args: { file } },
      fixId: 'ssot',
    });
    const after = changed(several, (body as { changes: [] }).changes);
    tsserver.change(file, several, after);
    expect(await tsserver.diagnostics(file)).toEqual([]);
    expect(after).not.toContain('AgentState');
    expect(after).toContain('/** Kept. */');
    expect(after).toContain('// kept, too');
  });

  it('know the types after each pass', async () => {
    const file = slashed(typed.path('src/run/between.ts'));
    tsserver.open(file);
    expect((await tsserver.violations(file)).length).toBe(2);
    const body = await tsserver.request('getCombinedCodeFix', {
      scope: { type: 'file', args: { file } },
      fixId: 'ssot',
    });
    expect(changed(between, (body as { changes: [] }).changes)).toBe(
      `import { UserContext } from '../context/user-context';
import { clients } from '../http/clients';

export const load = () => clients.map((client) => client.fetch('/'));
export const start = (user: string) => new UserContext(user);
`,
    );
    // The program that there is was not touched.
    expect((await tsserver.violations(file)).length).toBe(2);
    expect((await tsserver.diagnostics(file)).length).toBe(2);
  });

  it('leave those of TypeScript as they are', async () => {
    const file = slashed(project.path('src/run/unused.ts'));
    tsserver.open(file);
    const [unused] = await tsserver.diagnostics(file);
    if (unused === undefined) throw new Error('nothing unused');
    const offered = await tsserver.fixes(file, unused);
    expect(offered.map(({ fixId }) => fixId)).toContain('unusedIdentifier_delete');
    const body = await tsserver.request('getCombinedCodeFix', {
      scope: { type: 'file', args: { file } },
      fixId: 'unusedIdentifier_delete',
    });
    expect(changed('function a() {}\nfunction b() {}\nexport {};\n', (body as { changes: [] }).changes)).not.toContain(
      'function',
    );
  });

  it('are at the right place behind a byte order mark', async () => {
    const [fix] = await fixes('src/run/marked.ts');
    expect(changed(consumer, fix?.changes ?? [])).toContain("import { UserContext } from '../context/user-context'");
  });

  it.each([
    ['src/run/driver.ts', driver, `// eslint-disable-next-line ssot/single-source\n${driver}`],
    ['src/run/disabled.ts', disabled, disabled.replace('curly', 'curly, ssot/single-source')],
    [
      'src/run/view.tsx',
      jsx,
      jsx.replace('    {states', '    {/* eslint-disable-next-line ssot/no-deprecated-context */}\n    {states'),
    ],
    [
      'src/run/template.ts',
      template,
      template.replace('states.AgentState', '/* eslint-disable-line ssot/no-deprecated-context */ states.AgentState'),
    ],
  ])('disable a rule where a comment can stand: %s', async (file, text, expected) => {
    const disable = (await fixes(file)).find(({ description }) => description.startsWith('Disable'));
    expect(changed(text, disable?.changes ?? [])).toBe(expected);
  });

  it('link to the page of the rule in the hover, too', async () => {
    const file = slashed(project.path('src/run/driver.ts'));
    tsserver.open(file);
    expect(await tsserver.request('quickinfo', { file, line: 1, offset: 9 })).toMatchObject({
      documentation: expect.stringMatching(
        /\[ssot\/single-source\]\(https:\S+\/single-source\.md\): disallow/,
      ) as string,
    });
    const elsewhere = await tsserver.request('quickinfo', { file, line: 2, offset: 15 });
    expect(JSON.stringify(elsewhere)).not.toContain('ssot');
  });
});
