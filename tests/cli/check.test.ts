import { describe, expect, it } from 'vitest';
import { cliProject, reported, smallProject } from './cli-project.js';

const consumer = "export const load = () => fetch('/users');\n";
const clean = "import { http } from './http';\n\nexport const load = () => http.get('/users');\n";

describe('ssot check', () => {
  it('ends with 0 and the summary where nothing is wrong', async () => {
    const project = cliProject({ ...smallProject, 'src/load.ts': clean });
    const { status, out, error } = await project.ssot('check');
    expect(status).toBe(0);
    expect(error).toBe('');
    expect(out.replace(/ in \d+\.\d s/, '')).toBe(
      [
        'concern  violations  new  known  fixed  implementations  consumers on canonical  compliance',
        'http              0    0      0      0       1 (goal 1)                  1 of 1       100 %',
        'ids               0    0      0      0       1 (goal 1)                  0 of 0       100 %',
        '',
        'No violations · 3 files',
        '',
      ].join('\n'),
    );
  });

  it('ends with 1, and shows the code, where something is', async () => {
    const project = cliProject({ ...smallProject, 'src/load.ts': clean, 'src/save.ts': consumer });
    const { status, out } = await project.ssot();
    expect(status).toBe(1);
    expect(out).toContain(
      'http              1    1      0      0       1 (goal 1)                  1 of 2        50 %',
    );
    expect(out).toContain(
      [
        'src/save.ts',
        "  1:27  error  'fetch' may be used only inside http (src/http.ts), the single source of 'http'. Use http instead.  single-source",
        "    > 1 | export const load = () => fetch('/users');",
        '        |                           ^^^^^',
      ].join('\n'),
    );
    expect(out).toContain('next: ssot explain src/save.ts:1\n');
  });

  it('groups by concern', async () => {
    const project = cliProject({ ...smallProject, 'src/save.ts': consumer });
    const { out } = await project.ssot('check', '--group-by', 'concern');
    expect(out).toContain('\nhttp\n  src/save.ts:1:27  error ');
  });

  it('checks the files and folders that it is given', async () => {
    const project = cliProject({ ...smallProject, 'src/a/load.ts': consumer, 'src/b/load.ts': consumer });
    expect(reported(await project.ssot('check', 'src/a', '--format', 'json'))).toEqual([
      'src/a/load.ts:1 new global:fetch',
    ]);
    expect(reported(await project.ssot('check', 'src/b/load.ts', '--format', 'json'))).toEqual([
      'src/b/load.ts:1 new global:fetch',
    ]);
  });

  it('reports the concerns and rules that it is asked for', async () => {
    const project = cliProject({
      ...smallProject,
      'src/load.ts': `import { v4 } from 'uuid';\n${consumer}export const id = v4;\n`,
    });
    expect(reported(await project.ssot('check', '--concern', 'ids', '--format', 'json'))).toEqual([
      'src/load.ts:1 new uuid#v4',
    ]);
    expect(reported(await project.ssot('check', '--rule', 'no-websocket-adapter', '--format', 'json'))).toEqual([]);
    expect(await project.ssot('check', '--concern', 'idz')).toMatchObject({
      status: 2,
      error: 'error --concern idz: there are http, ids.\n',
    });
  });

  it('honours the comments that switch rules off', async () => {
    const project = cliProject({
      ...smallProject,
      'src/load.ts': `// eslint-disable-next-line ssot/single-source -- a probe\n${consumer}`,
    });
    expect((await project.ssot('check')).status).toBe(0);
  });

  it('checks each package of a monorepo by its own configuration', async () => {
    const project = cliProject({
      ...smallProject,
      'package.json': '{ "name": "all", "private": true, "workspaces": ["packages/*"] }',
      'packages/api/package.json': '{ "name": "api" }',
      'packages/api/ssot.config.json': '{ "concerns": { "logs": { "canonical": "log.ts#log", "drivers": ["pino"] } } }',
      'packages/api/log.ts': "import pino from 'pino';\nexport const log = pino();\n",
      'packages/api/main.ts':
        "import pino from 'pino';\nexport const own = pino();\nexport const f = () => fetch('/');\n",
      'packages/web/main.ts': consumer,
    });
    expect(reported(await project.ssot('check', '--format', 'json'))).toEqual([
      'packages/web/main.ts:1 new global:fetch',
      'packages/api/main.ts:1 new pino#default',
    ]);
    expect((await project.ssot('check')).out).toContain('packages/api logs');
  });

  it('fails with more warnings than allowed', async () => {
    const project = cliProject({ ...smallProject, 'src/save.ts': consumer });
    await project.ssot('baseline');
    expect((await project.ssot('check', '--max-warnings', '1')).status).toBe(0);
    expect((await project.ssot('check', '--max-warnings', '0')).status).toBe(1);
    expect(await project.ssot('check', '--max-warnings', 'many')).toMatchObject({ status: 2 });
  });

  it('says that a file does not parse', async () => {
    const project = cliProject({ ...smallProject, 'src/save.ts': 'export const load = () => fetch(;\n' });
    const { status, out } = await project.ssot('check');
    expect(status).toBe(0);
    expect(out).toContain('not checked src/save.ts:1:33 does not parse: ');
  });

  it.each([
    ['{ "concerns": { "http": { "canonical": "src/htpp.ts#http" } } }', 'src/htpp.ts'],
    ['{ "concerns": ', 'ssot.config.json:1'],
  ])('ends with 2 and the place where the configuration does not work: %s', async (config, message) => {
    const project = cliProject({ ...smallProject, 'ssot.config.json': config });
    const { status, out } = await project.ssot('check');
    expect(status).toBe(2);
    expect(out).toContain(message);
    expect(out).toContain('next: correct the configuration, then run: ssot doctor');
  });

  it.each([
    [['check', 'nowhere'], 'error nowhere: no such file or folder.\n'],
    [
      ['check', '--staged', '--since', 'main'],
      'error --staged and --since exclude each other: what is staged is compared with HEAD.\n',
    ],
    [
      ['check', '--since', 'main'],
      'error git rev-parse: not a git repository (or any of the parent directories): .git\n',
    ],
    [['fix', '--undo'], 'error There is nothing to undo: no run of "ssot fix" left a journal in .ssot/journal.\n'],
    [
      ['explain', 'nothing'],
      /^error nothing is no rule, no concern and no file:line\. Rules: .*single-source.* Concerns: http, ids\.\n$/,
    ],
  ])('explains misuse without a stack trace: %j', async (args, message) => {
    const project = cliProject(smallProject);
    const { status, error } = await project.ssot(...args);
    expect(status).toBe(2);
    if (typeof message === 'string') expect(error).toBe(message);
    else expect(error).toMatch(message);
  });

  it('refuses an option that it does not have', async () => {
    const { status, error } = await cliProject(smallProject).ssot('check', '--fxi');
    expect(status).toBe(2);
    expect(error).toContain("unknown option '--fxi'");
    expect(error).not.toContain('    at ');
  });
});
