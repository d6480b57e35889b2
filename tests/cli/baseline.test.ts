import { describe, expect, it } from 'vitest';
import { cliProject, reported, smallProject, type CliProject } from './cli-project.js';

const users = `import { v4 as uuid } from 'uuid';

export async function load(id: string): Promise<unknown> {
  const response = await fetch('/users/' + id, { method: 'GET' });
  return response.json();
}

export function create(): string {
  const fresh = uuid();
  return 'user ' + fresh;
}
`;

/** A project with two accepted violations: \`fetch\` in \`load\`, and the import of \`uuid\`. */
async function accepted(): Promise<CliProject> {
  const project = cliProject({ ...smallProject, 'src/users.ts': users });
  expect(await project.ssot('baseline')).toMatchObject({
    status: 0,
    out: 'ssot-baseline.jsonl: 2 violations accepted (2 new, 0 removed).\n',
  });
  return project;
}

async function check(project: CliProject) {
  const run = await project.ssot('check', '--format', 'json');
  return { status: run.status, violations: reported(run) };
}

describe('the baseline', () => {
  it('accepts what was there', async () => {
    expect(await check(await accepted())).toEqual({
      status: 0,
      violations: ['src/users.ts:1 same uuid#v4', 'src/users.ts:4 same global:fetch'],
    });
  });

  it('knows violations whose lines shift', async () => {
    const project = await accepted();
    project.write('src/users.ts', `// A comment\n\nconst first = 1;\n\n${users}`);
    expect(await check(project)).toEqual({
      status: 0,
      violations: ['src/users.ts:5 same uuid#v4', 'src/users.ts:8 same global:fetch'],
    });
  });

  it('knows a violation whose line is formatted another way', async () => {
    const project = await accepted();
    project.write(
      'src/users.ts',
      users.replace(
        "fetch('/users/' + id, { method: 'GET' })",
        'fetch(\n    "/users/" + id,\n    {\n      method: "GET",\n    },\n  )',
      ),
    );
    expect(await check(project)).toMatchObject({ status: 0 });
  });

  it('knows the violations of a file that is renamed', async () => {
    const project = await accepted();
    project.rename('src/users.ts', 'src/people/people.ts');
    expect(await check(project)).toEqual({
      status: 0,
      violations: ['src/people/people.ts:1 moved uuid#v4', 'src/people/people.ts:4 moved global:fetch'],
    });
  });

  it('knows the violations of a function that is moved to another file', async () => {
    const project = await accepted();
    const [, load = '', create = ''] = users.split('\n\n');
    project.write('src/users.ts', `${load}\n`);
    project.write('src/names.ts', `import { v4 as uuid } from 'uuid';\n\nexport const other = 1;\n\n${create}`);
    expect(await check(project)).toEqual({
      status: 0,
      violations: ['src/names.ts:1 moved uuid#v4', 'src/users.ts:2 same global:fetch'],
    });
    project.write('src/users.ts', `export const none = 0;\n`);
    project.write('src/api.ts', `export const more = 2;\n\n${load}\n`);
    expect(await check(project)).toEqual({
      status: 0,
      violations: ['src/api.ts:4 moved global:fetch', 'src/names.ts:1 moved uuid#v4'],
    });
  });

  it('knows violations around which a local is renamed', async () => {
    const project = await accepted();
    project.write(
      'src/users.ts',
      users
        .replaceAll('id', 'key')
        .replaceAll('uukey', 'uuid')
        .replaceAll('response', 'answer')
        .replaceAll('uuid()', 'make()')
        .replace('v4 as uuid', 'v4 as make'),
    );
    expect(await check(project)).toEqual({
      status: 0,
      violations: ['src/users.ts:1 same uuid#v4', 'src/users.ts:4 same global:fetch'],
    });
  });

  it('reports a new violation beside one that is fixed in the same file', async () => {
    const project = await accepted();
    project.write(
      'src/users.ts',
      `${users.replace('await fetch(', 'await http.get(').replace('import', "import { http } from './http';\nimport")}
export async function save(): Promise<void> {
  await fetch('/users', { method: 'POST' });
}
`,
    );
    const { status, violations } = await check(project);
    expect(violations).toEqual(['src/users.ts:2 same uuid#v4', 'src/users.ts:15 new global:fetch']);
    expect(status).toBe(1);
  });

  it('reports a new violation in the statement after one that is fixed', async () => {
    const project = await accepted();
    project.write(
      'src/users.ts',
      users.replace(
        "const response = await fetch('/users/' + id, { method: 'GET' });",
        "const response = await http.get('/users/' + id);\n  await fetch('/seen');",
      ),
    );
    expect((await check(project)).violations).toEqual([
      'src/users.ts:1 same uuid#v4',
      'src/users.ts:5 new global:fetch',
    ]);
  });

  it('reports a second violation beside a known one', async () => {
    const project = await accepted();
    project.write(
      'src/users.ts',
      users.replace('  return response.json();', "  await fetch('/seen');\n  return response.json();"),
    );
    expect((await check(project)).violations).toEqual([
      'src/users.ts:1 same uuid#v4',
      'src/users.ts:4 same global:fetch',
      'src/users.ts:5 new global:fetch',
    ]);
  });

  it('reports an equal violation in front of a known one', async () => {
    const project = await accepted();
    const line = "  const response = await fetch('/users/' + id, { method: 'GET' });\n";
    project.write('src/users.ts', users.replace(line, `  await fetch('/users/' + id, { method: 'GET' });\n${line}`));
    expect((await check(project)).violations.filter((violation) => violation.includes(' new '))).toHaveLength(1);
  });

  it('reports a copy in a new file', async () => {
    const project = await accepted();
    project.write('src/copy.ts', users);
    expect(await check(project)).toEqual({
      status: 1,
      violations: [
        'src/copy.ts:1 new uuid#v4',
        'src/copy.ts:4 new global:fetch',
        'src/users.ts:1 same uuid#v4',
        'src/users.ts:4 same global:fetch',
      ],
    });
  });

  it('fails when everything is fixed, until it is pruned', async () => {
    const project = await accepted();
    project.write('src/users.ts', 'export const none = 0;\n');
    const stale = await project.ssot('check');
    expect(stale.status).toBe(1);
    expect(stale.out).toContain('fixed, but still in the baseline\n  src/users.ts in load  http: global:fetch\n');
    expect(stale.out).toContain('next: ssot baseline --prune');
    expect((await project.ssot('baseline', '--check')).status).toBe(1);
    expect(await project.ssot('baseline', '--prune')).toMatchObject({
      status: 0,
      out: 'ssot-baseline.jsonl: 0 violations accepted (0 new, 2 removed).\n',
    });
    expect(await check(project)).toEqual({ status: 0, violations: [] });
    expect((await project.ssot('baseline', '--check')).status).toBe(0);
  });

  it('knows a violation that is edited in place', async () => {
    const project = await accepted();
    project.write('src/users.ts', users.replace("{ method: 'GET' }", "{ method: 'GET', cache: 'no-store' }"));
    expect(await check(project)).toEqual({
      status: 0,
      violations: ['src/users.ts:1 same uuid#v4', 'src/users.ts:4 edited global:fetch'],
    });
  });

  it('follows what moved when it is written again, and keeps what people wrote', async () => {
    const project = await accepted();
    const lines = project.read('ssot-baseline.jsonl').split('\n');
    const noted = lines.map((line) =>
      line.includes('global:fetch')
        ? line.replace(/"since":"[^"]*"/, '"since":"2026-01-01","reason":"a legacy endpoint"')
        : line,
    );
    project.write('ssot-baseline.jsonl', noted.join('\n'));
    project.rename('src/users.ts', 'src/people.ts');
    await project.ssot('baseline', '--prune');
    const text = project.read('ssot-baseline.jsonl');
    expect(text).not.toContain('src/users.ts');
    expect(text).toContain('"since":"2026-01-01","reason":"a legacy endpoint"}');
    expect((await check(project)).violations).toEqual([
      'src/people.ts:1 same uuid#v4',
      'src/people.ts:4 same global:fetch',
    ]);
  });

  it('is one entry a line, sorted, so that two branches merge', async () => {
    const project = await accepted();
    const [header, ...lines] = project.read('ssot-baseline.jsonl').trimEnd().split('\n');
    expect(header).toBe('{"version":1}');
    expect(lines).toHaveLength(2);
    const bothSides = [lines[1], header === undefined ? '' : lines[0]].join('\n');
    project.write('ssot-baseline.jsonl', `${header ?? ''}\n${bothSides}\n`);
    expect(await check(project)).toMatchObject({ status: 0 });
  });

  it.each([
    ['{"version":2}\n', 'ssot-baseline.jsonl line 1 has version 2; this program reads up to version 1.'],
    ['', 'ssot-baseline.jsonl line 1 is no baseline'],
    [
      '{"version":1}\n<<<<<<< HEAD\n',
      'ssot-baseline.jsonl line 2 is no entry of a baseline. It is the mark of a merge conflict',
    ],
    ['{"version":1}\n{"path":"a.ts"}\n', 'ssot-baseline.jsonl line 2 has no text in "concern".'],
  ])('is a hard error when it cannot be trusted: %j', async (text, message) => {
    const project = await accepted();
    project.write('ssot-baseline.jsonl', text);
    const run = await project.ssot('check');
    expect(run.status).toBe(2);
    expect(run.out).toContain(message);
  });

  it('is a hard error when the configuration names one that is missing', async () => {
    const project = cliProject({
      ...smallProject,
      'ssot.config.json': smallProject['ssot.config.json'].replace(
        '{"concerns"',
        '{"baseline":"accepted.jsonl","concerns"',
      ),
    });
    const run = await project.ssot('check');
    expect(run.status).toBe(2);
    expect(run.out).toContain('accepted.jsonl the configuration names this baseline, and there is no such file.');
    expect((await project.ssot('baseline')).status).toBe(0);
    expect((await project.ssot('check')).status).toBe(0);
  });

  it('no longer accepts a violation after its last day', async () => {
    const project = await accepted();
    project.write(
      'ssot-baseline.jsonl',
      project
        .read('ssot-baseline.jsonl')
        .replaceAll('}\n{', '}\n{')
        .replaceAll(/"since":"[^"]*"/g, '"since":"2020-01-01","expires":"2020-12-31"'),
    );
    expect((await check(project)).violations).toEqual([
      'src/users.ts:1 new uuid#v4',
      'src/users.ts:4 new global:fetch',
    ]);
  });
});
