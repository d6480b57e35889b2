import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv } from 'ajv';
import { createGenerator } from 'ts-json-schema-generator';
import { describe, expect, it } from 'vitest';
import { cliProject, smallProject, type CliProject } from './cli-project.js';

/** One new violation, one accepted, and a stale entry. */
async function project(): Promise<CliProject> {
  const made = cliProject({
    ...smallProject,
    'src/known.ts': "export const load = () => fetch('/a');\n",
    'src/gone.ts': "export const gone = () => fetch('/b');\n",
  });
  await made.ssot('baseline');
  made.write('src/gone.ts', 'export const gone = 1;\n');
  made.write('src/sp ace, new.ts', "export const save = () =>\n  fetch('/c');\n");
  return made;
}

const message = "'fetch' may be used only inside http (src/http.ts), the single source of 'http'. Use http instead.";

describe('ssot check --format', () => {
  it('json holds everything', async () => {
    const { out, status } = await (await project()).ssot('check', '--format', 'json');
    expect(status).toBe(1);
    const report = JSON.parse(out) as { violations: Record<string, unknown>[] };
    expect(report).toMatchObject({
      version: 1,
      files: 5,
      concerns: [
        {
          concern: 'http',
          root: '.',
          violations: 2,
          new: 1,
          known: 1,
          fixed: 1,
          goal: 1,
          consumers: 2,
          migrated: 0,
          compliance: 0,
        },
        { concern: 'ids', violations: 0, compliance: 100 },
      ],
      violations: [
        { rule: 'single-source', path: 'src/known.ts', status: 'same', severity: 'warning' },
        {
          rule: 'single-source',
          concern: 'http',
          path: 'src/sp ace, new.ts',
          status: 'new',
          severity: 'error',
          message,
          start: { line: 2, column: 3 },
          end: { line: 2, column: 8 },
        },
      ],
      stale: [{ path: 'src/gone.ts', concern: 'http' }],
    });
  });

  it('sarif is valid, and carries our identity as its fingerprint', async () => {
    const made = await project();
    const { out } = await made.ssot('check', '--format', 'sarif');
    const log = JSON.parse(out) as { runs: { results: Record<string, unknown>[] }[] };
    expect(problemsOfSarif(log)).toEqual([]);
    expect(problemsOfSarif({ ...log, version: '2.0.0' })).not.toEqual([]);
    const [known, fresh] = log.runs[0]?.results ?? [];
    expect(known).toMatchObject({ level: 'warning', baselineState: 'unchanged', suppressions: [{ kind: 'external' }] });
    expect(fresh).toMatchObject({
      ruleId: 'single-source',
      level: 'error',
      message: { text: message },
      baselineState: 'new',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'src/sp%20ace%2C%20new.ts', uriBaseId: 'ROOT' },
            region: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 8 },
          },
        },
      ],
    });
    made.write('src/sp ace, new.ts', "\n\nexport const save = () => fetch('/c');\n");
    const moved = JSON.parse((await made.ssot('check', '--format', 'sarif')).out) as typeof log;
    expect(moved.runs[0]?.results[1]?.['partialFingerprints']).toEqual(fresh?.['partialFingerprints']);
  }, 60_000);

  it('sarif names a file outside of its root by its URL', async () => {
    const other = cliProject({ ...smallProject, 'src/o ther.ts': "export const load = () => fetch('/a');\n" });
    const { out } = await cliProject(smallProject).ssot('check', '--format', 'sarif', other.root);
    const log = JSON.parse(out) as {
      runs: { results: { locations: { physicalLocation: { artifactLocation: unknown } }[] }[] }[];
    };
    expect(problemsOfSarif(log)).toEqual([]);
    expect(log.runs[0]?.results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation)).toEqual([
      { uri: pathToFileURL(join(other.root, 'src/o ther.ts')).href },
    ]);
  });

  it('github escapes what would end a workflow command', async () => {
    const { out } = await (await project()).ssot('check', '--format', 'github');
    expect(out).toBe(
      [
        `::warning file=src/known.ts,line=1,endLine=1,col=27,endColumn=32,title=ssot/single-source::${message}`,
        `::error file=src/sp ace%2C new.ts,line=2,endLine=2,col=3,endColumn=8,title=ssot/single-source::${message}`,
        '::error file=ssot-baseline.jsonl,title=ssot/baseline::An accepted violation in src/gone.ts is gone (http: global:fetch). Run: ssot baseline --prune',
        '',
      ].join('\n'),
    );
  });

  it('gitlab has a fingerprint, a severity and a place for each', async () => {
    const { out } = await (await project()).ssot('check', '--format', 'gitlab');
    expect(JSON.parse(out)).toEqual([
      {
        description: message,
        check_name: 'ssot/single-source',
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
        severity: 'info',
        location: { path: 'src/known.ts', lines: { begin: 1, end: 1 } },
      },
      {
        description: message,
        check_name: 'ssot/single-source',
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
        severity: 'major',
        location: { path: 'src/sp ace, new.ts', lines: { begin: 2, end: 2 } },
      },
    ]);
  });

  it('junit counts failures and skips what is accepted', async () => {
    const { out } = await (await project()).ssot('check', '--format', 'junit');
    expect(out).toContain('<testsuites name="ssot" tests="2" failures="1">');
    expect(out).toContain('<testsuite name="src/sp ace, new.ts" tests="1" failures="1" skipped="0">');
    expect(out).toContain(`type="http">src/sp ace, new.ts:2:3\n&#39;fetch&#39; may be used only`);
    expect(out).toContain('<skipped message="Accepted in the baseline: ');
  });

  it('markdown and html show the summary and the new violations', async () => {
    const made = await project();
    const markdown = (await made.ssot('check', '--format', 'markdown')).out;
    expect(markdown).toContain('## ssot: 1 new violation\n');
    expect(markdown).toContain('| http | 2 | 1 | 1 | 1 | 1 (goal 1) | 0 of 2 | 0 % |');
    expect(markdown).toContain('- `src/sp ace, new.ts:2:3` ');
    const html = (await made.ssot('check', '--format', 'html')).out;
    expect(html).toContain('<h1>1 new violation</h1>');
    expect(html).toContain('<code>src/sp ace, new.ts:2:3</code>');
    expect(html).not.toMatch(/<script|https?:/);
  });

  it('is one of those there are', async () => {
    const { status, error } = await (await project()).ssot('check', '--format', 'xml');
    expect(status).toBe(2);
    expect(error).toContain('pretty, json, sarif, github, gitlab, junit, markdown, html');
  });
});

/** What is wrong with a log by the published schema, which the package of its types was made from. */
function problemsOfSarif(log: unknown): readonly string[] {
  const path = createRequire(import.meta.url).resolve('@schemastore/sarif-2.1.0/index.d.ts');
  const schema = createGenerator({
    path,
    type: 'StaticAnalysisResultsFormatSARIFVersion210JSONSchema',
    skipTypeCheck: true,
    additionalProperties: true,
  }).createSchema('StaticAnalysisResultsFormatSARIFVersion210JSONSchema');
  const ajv = new Ajv({ allErrors: true, strict: false });
  // The two packages type JSON schemas each in its own way.
  return ajv.validate(schema as object, log)
    ? []
    : (ajv.errors ?? []).map(({ instancePath, message: text }) => `${instancePath} ${text ?? ''}`);
}
