import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  carriedOver,
  disableLineEdit,
  fixFile,
  lintFile,
  workspaceSettings,
  type Concern,
} from '../../../rule-core/src/index.js';
import { applyEdits } from '../../../rule-core/src/edits/text-edits.js';
import { fixtureProject, type FixtureProject } from '../../fixture-project/fixture-project.js';

const context: Concern = {
  preset: 'execution-context',
  canonical: 'src/user-context.ts#UserContext',
  replacements: [{ from: 'src/state.ts#State', to: 'UserContext' }],
};

function project(more: Readonly<Record<string, string>> = {}, hosts?: { tsserver: 'on' | 'quiet' }): FixtureProject {
  return fixtureProject(
    { concerns: { context }, ...(hosts && { hosts }) },
    {
      'src/user-context.ts': 'export class UserContext {\n  constructor(readonly user: string) {}\n}\n',
      'src/state.ts': 'export class State {\n  constructor(readonly user: string) {}\n}\n',
      ...more,
    },
  );
}

const use = "import { State } from './state';\nexport const start = (user: string) => new State(user);\n";

/** The texts under the violations, or what the result is. */
function found(root: string, text: string, source?: object): string[] | string {
  const result = lintFile({ file: join(root, 'src/use.ts'), text, source });
  return result.kind === 'linted'
    ? result.violations.map(({ rule, range }) => `${rule}: ${text.replace(/^\uFEFF/u, '').slice(...range)}`)
    : result.kind;
}

describe('a file without a host of its own', () => {
  it('has what all rules say of it', () => {
    const { root } = project();
    expect(found(root, use)).toEqual(['no-deprecated-context: State']);
    expect(found(root, `\uFEFF${use}`)).toEqual(['no-deprecated-context: State']);
    expect(found(root, 'export const nothing = 1;\n')).toEqual([]);
  });

  it('is searched again after an edit, and nothing is missed', () => {
    const { root } = project();
    const filler = 'export const filler = 1;\n'.repeat(2000);
    const texts = [filler, filler + use, filler, `${filler}Stat`, `${filler}State`, use + filler, filler];
    const results = texts.map((text) => found(root, text).length);
    expect(results).toEqual([0, 1, 0, 0, 0, 1, 0]);
  });

  it('is searched as a whole where a statement is long', () => {
    const { root } = fixtureProject(
      { concerns: { http: { canonical: 'src/http.ts#http', drivers: ['axios#post'] } } },
      { 'src/http.ts': 'export const http = 1;\n' },
    );
    const long = (first: string): string =>
      `import { ${first}${Array.from({ length: 100 }, (_, index) => `other${index}`).join(', ')} } from 'axios';\n`;
    expect(found(root, long(''))).toEqual([]);
    expect(found(root, long('post, '))).toEqual(['single-source: post']);
  });

  it('may be unreadable', () => {
    const { root } = project();
    expect(found(root, `${use}const = ;`)).toBe('unreadable');
    // Without any word of a concern nobody tries.
    expect(found(root, 'const = ;')).toEqual([]);
  });

  it('is looked at once for each version of it', () => {
    const { root } = project();
    const file = join(root, 'src/use.ts');
    const source = {};
    const first = lintFile({ file, text: use, source });
    expect(lintFile({ file, text: use, source })).toBe(first);
    expect(lintFile({ file, text: use, source, strict: true })).not.toBe(first);
    expect(lintFile({ file, text: use, source: {} })).not.toBe(first);
  });

  it('tells what comments suppress', () => {
    const { root } = project();
    const text = `// eslint-disable-next-line ssot/no-deprecated-context -- why\n${use}`;
    const result = lintFile({ file: join(root, 'src/use.ts'), text });
    expect(result).toMatchObject({ kind: 'linted', violations: [], suppressed: [{ rule: 'no-deprecated-context' }] });
  });

  it.each([
    ['/* eslint ssot/no-deprecated-context: off */'],
    ['/* eslint "curly": "error", "ssot/no-deprecated-context": "off" -- why */'],
    ['/* eslint ssot/no-deprecated-context: 0, curly: 2 */'],
    ["/* eslint ssot/no-deprecated-context: ['off', {}] */"],
  ])('has rules switched off by %s, wherever it stands', (comment) => {
    const { root } = project();
    expect(found(root, `${use}${comment}\n`)).toEqual([]);
  });

  it.each([
    ['/* eslint ssot/no-deprecated-context: error */'],
    ['/* eslint ssot/single-source: off */'],
    ['/* eslint x-ssot/no-deprecated-context: off */'],
    ['// eslint ssot/no-deprecated-context: off'],
    ['/* see eslint ssot/no-deprecated-context: off */'],
  ])('has rules on in spite of %s', (comment) => {
    const { root } = project();
    expect(found(root, `${comment}\n${use}`)).toEqual(['no-deprecated-context: State']);
  });

  it('has settings for hosts', () => {
    const { root } = project({}, { tsserver: 'quiet' });
    const settings = workspaceSettings(join(root, 'src/use.ts'));
    expect([settings.root, settings.hosts]).toEqual([root, { tsserver: 'quiet' }]);
    expect(settings.watchedFiles()).toEqual([join(root, 'ssot.config.json'), join(root, 'ssot-baseline.jsonl')]);
    expect(workspaceSettings(join(project().root, 'a.ts')).hosts).toEqual({ tsserver: 'on' });
  });
});

describe('all fixes of a file', () => {
  it('are edits of the text as it was', () => {
    const { root } = project();
    const text = `import { State } from './state';\nimport { State as Again } from './state';\n/* kept */\nexport const a = [new State('a'), new Again('b')];\n`;
    const file = join(root, 'src/use.ts');
    const after = applyEdits(text, fixFile({ file, text }));
    expect(after).toContain('/* kept */');
    expect(after).not.toContain('State');
    expect(found(root, after)).toEqual([]);
    expect(fixFile({ file, text: after })).toEqual([]);
    expect(fixFile({ file, text: `${text}const = ;` })).toEqual([]);
  });
});

describe('while a file does not parse', () => {
  it('what an edit does not touch stands', () => {
    const { root: folder } = project();
    const text = `export const before = 1;\n${use}export const after = 1;\n`;
    const result = lintFile({ file: join(folder, 'src/use.ts'), text });
    if (result.kind !== 'linted') throw new Error(result.message);
    const places = (now: string) =>
      carriedOver({ text, violations: result.violations }, now).map(({ range, fix }) => [
        now.slice(...range),
        fix === null ? null : applyEdits(now, fix).includes("import { UserContext } from './user-context'"),
      ]);
    expect(places(text.replace('before = 1', 'before = {'))).toEqual([['State', true]]);
    expect(places(text.replace('after = 1', 'after = ['))).toEqual([['State', true]]);
    expect(places(text.replace('{ State }', '{ Stat }'))).toEqual([]);
    expect(places('')).toEqual([]);
  });
});

describe('a comment that disables a rule for one line', () => {
  const cases: readonly (readonly [name: string, text: string, expected: string | undefined])[] = [
    ['above it', use, `// eslint-disable-next-line ssot/no-deprecated-context\n${use}`],
    [
      'with the indentation and the line ends of the file',
      "import * as all from './state';\r\nfunction f() {\r\n\treturn all.State;\r\n}\r\n",
      "import * as all from './state';\r\nfunction f() {\r\n\t// eslint-disable-next-line ssot/no-deprecated-context\r\n\treturn all.State;\r\n}\r\n",
    ],
    [
      'in a comment that is there',
      `// eslint-disable-next-line curly -- a reason\n${use}`,
      `// eslint-disable-next-line curly, ssot/no-deprecated-context -- a reason\n${use}`,
    ],
    [
      'behind it, where the line before is a template',
      "import * as all from './state';\nexport const a = `\n${all.State}`;\n",
      "import * as all from './state';\nexport const a = `\n${all.State}`; // eslint-disable-line ssot/no-deprecated-context\n",
    ],
    [
      'in front of it within a template',
      "import * as all from './state';\nexport const a = `\n${all.State}\n`;\n",
      "import * as all from './state';\nexport const a = `\n${/* eslint-disable-line ssot/no-deprecated-context */ all.State}\n`;\n",
    ],
  ];

  it.each(cases)('stands %s', (_name, text, expected) => {
    const { root } = project();
    const request = { file: join(root, 'src/use.ts'), text };
    const result = lintFile(request);
    const [violation] = result.kind === 'linted' ? result.violations : [];
    if (violation === undefined) throw new Error('no violation');
    const edit = disableLineEdit(request, violation);
    expect(edit && applyEdits(text, [edit])).toBe(expected);
  });
});
