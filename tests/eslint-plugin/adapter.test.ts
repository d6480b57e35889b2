import { join, resolve } from 'node:path';

import type { LintRequest, ParsedModule, ReportedViolation } from '@ssot/rule-core';
import type { ESLint as ESLintTypes, Linter } from 'eslint';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { eslintVersions } from './eslint-versions.js';

// The core, of which these tests say what it answers: they are about what the plugin does with it.
const core = vi.hoisted(
  (): {
    inputs: LintRequest[];
    lint: (input: LintRequest) => ReportedViolation[];
    digest: (strict?: boolean) => string;
  } => ({
    inputs: [],
    lint: () => [],
    digest: () => 'digest',
  }),
);

vi.mock('@ssot/rule-core', () => {
  const definition = (name: string) => ({ name, code: 1, preset: undefined, description: 'disallow it', checks: [] });
  return {
    rules: [definition('first'), definition('second')],
    ruleMessages: () => ({ found: "'{{name}}' is a second one.", configuration: '{{problem}}' }),
    optionsSchema: () => ({
      type: 'array',
      items: [{ type: 'object', properties: { title: { type: 'string' } }, additionalProperties: false }],
    }),
    projectDigest: (_folder: string, strict?: boolean) => core.digest(strict),
    lintModule(input: LintRequest) {
      core.inputs.push(input);
      return core.lint(input);
    },
  };
});

const { default: ssot } = await import('../../eslint-plugin/src/index.js');

const cwd = resolve('somewhere');

function violation(fields: Partial<ReportedViolation>): ReportedViolation {
  return {
    rule: 'first',
    message: '',
    check: 'check',
    concern: 'ids',
    messageId: 'found',
    data: { name: 'old' },
    range: [0, 0],
    symbol: '',
    scope: '',
    related: [],
    fix: null,
    suggestions: [],
    tags: [],
    ...fields,
  };
}

beforeEach(() => {
  core.inputs = [];
  core.lint = () => [];
  core.digest = () => 'digest';
});

describe.each(Object.entries(eslintVersions))('the plugin in %s', (version, { Linter, ESLint }) => {
  const verify = (code: string, config: Linter.Config = {}, filename: string | null = join(cwd, 'src', 'a.js')) =>
    new Linter({ configType: 'flat', cwd }).verify(
      code,
      [{ plugins: { ssot }, rules: { 'ssot/first': 'error' }, ...config }],
      filename === null ? {} : { filename },
    );

  it('reports a violation at its range, with message, fix and suggestions', () => {
    core.lint = () => [
      violation({
        range: [18, 21],
        fix: [
          { range: [18, 21], text: 'fresh' },
          { range: [0, 0], text: "import './x';\n" },
        ],
        suggestions: [{ title: 'Replace it by hand', edits: [{ range: [18, 21], text: 'other' }] }],
      }),
    ];
    expect(verify('const a = 1;\r\na(  old);')).toMatchObject([
      {
        ruleId: 'ssot/first',
        severity: 2,
        message: "'old' is a second one.",
        messageId: 'found',
        line: 2,
        column: 5,
        endLine: 2,
        endColumn: 8,
        fix: { range: [0, 21], text: "import './x';\nconst a = 1;\r\na(  fresh" },
        suggestions: [{ desc: 'Replace it by hand', fix: { range: [18, 21], text: 'other' } }],
      },
    ]);
  });

  it('counts offsets in UTF-16 code units after the byte order mark', () => {
    core.lint = ({ text }) => [violation({ range: [text.indexOf('old'), text.indexOf('old') + 3] })];
    expect(verify("\uFEFFconst a = '😀', old = 1;")).toMatchObject([{ line: 1, column: 17, endColumn: 20 }]);
    expect(core.inputs[0]?.text).toBe("const a = '😀', old = 1;");
  });

  it('hands the core what ESLint parsed, under one identity for all rules of a file', () => {
    const seen: ParsedModule[] = [];
    core.lint = ({ parse }) => {
      seen.push(parse('src/a.js'));
      return [];
    };
    const rules = { 'ssot/first': 'error', 'ssot/second': 'error' } as const;
    verify('let a; // note', { rules });
    verify('let b;', { rules });
    const [first, second, third] = core.inputs;
    expect(first?.source).toBe(second?.source);
    expect(second?.source).not.toBe(third?.source);
    expect(seen[0]).toMatchObject({
      path: 'src/a.js',
      text: 'let a; // note',
      comments: [{ type: 'Line', value: ' note', range: [7, 14] }],
    });
    expect(seen[0]?.program).toBe(first?.source);
    expect(seen[0]?.scopeManager.scopes).toHaveLength(2);
    expect(seen[0]?.visitorKeys['VariableDeclaration']).toEqual(['declarations']);
  });

  it('passes the options of the rule', () => {
    verify('let a;', { rules: { 'ssot/first': ['error', { title: 'IDs' }] } });
    expect(core.inputs[0]?.options).toEqual({ title: 'IDs' });
  });

  it.each([{}, { ssot: null }, { ssot: 'strict' }, { ssot: { strict: 'yes' } }])(
    'is not strict with the settings %o',
    (settings) => {
      verify('let a;', { settings });
      expect(core.inputs[0]?.strict).toBe(false);
    },
  );

  it('rejects options that the schema does not know', () => {
    expect(() => verify('let a;', { rules: { 'ssot/first': ['error', { titel: 'IDs' }] } })).toThrow(/titel/);
  });

  it.each([
    ['an absolute path', join(cwd, 'src', 'a.js'), join(cwd, 'src', 'a.js')],
    ['a relative path', 'src/a.js', join(cwd, 'src', 'a.js')],
    ['code without a name', null, join(cwd, '__placeholder__.js')],
  ])('lints %s as a module on disk', (_title, filename, file) => {
    verify('let a;', {}, filename);
    expect(core.inputs.map((input) => input.file)).toEqual([file]);
  });

  it('lints text without a name, as from standard input, as a module of the working directory', async () => {
    const eslint = new ESLint({
      cwd: resolve('.'),
      overrideConfigFile: true,
      overrideConfig: [{ plugins: { ssot }, rules: { 'ssot/first': 'error' } }],
    });
    await eslint.lintText('let a;');
    expect(core.inputs.map(({ file }) => file)).toEqual([resolve('__placeholder__.js')]);
  });

  it('lints a block of a processor as a sibling of its file', () => {
    const processor: Linter.Processor = {
      meta: { name: 'blocks', version: '1' },
      preprocess: () => [{ text: 'let a;', filename: '0.ts' }],
      postprocess: (messages) => messages.flat(),
    };
    new Linter({ configType: 'flat', cwd }).verify(
      '# Title',
      [
        { files: ['**/*.md'], processor },
        { files: ['**/*.md/*.ts'], plugins: { ssot }, rules: { 'ssot/first': 'error' } },
      ],
      { filename: join(cwd, 'docs', 'guide.md'), filterCodeBlock: () => true },
    );
    expect(core.inputs.map(({ file }) => file)).toEqual([join(cwd, 'docs', 'guide.md.0_0.ts')]);
  });

  it('turns a throw of the core into one report on the file, whatever the number of rules', () => {
    core.lint = () => {
      throw new TypeError('boom');
    };
    const messages = verify('let a;', { rules: { 'ssot/first': 'error', 'ssot/second': 'error' } });
    expect(messages.map(({ ruleId, line, column, message }) => ({ ruleId, line, column, message }))).toEqual([
      {
        ruleId: 'ssot/first',
        line: 1,
        column: 1,
        message:
          'This file was not checked: TypeError: boom. This is a bug in eslint-plugin-ssot; please report it with this message.',
      },
    ]);
  });

  it('survives a violation outside the file and a fix whose edits overlap', () => {
    core.lint = () => [violation({ range: [0, 999] })];
    expect(verify('let a;')).toMatchObject([{ messageId: 'failure' }]);
    core.lint = () => [
      violation({
        fix: [
          { range: [0, 3], text: '' },
          { range: [1, 2], text: '' },
        ],
      }),
    ];
    expect(verify('let a;')).toMatchObject([{ messageId: 'failure' }]);
  });

  it('leaves files of other languages alone', () => {
    const language: NonNullable<ESLintTypes.Plugin['languages']>[string] = {
      fileType: 'text',
      lineStart: 1,
      columnStart: 1,
      nodeTypeKey: 'type',
      validateLanguageOptions: () => undefined,
      parse: () => ({ ok: true, ast: { type: 'StyleSheet' } }),
      createSourceCode: ({ body }) => ({
        text: typeof body === 'string' ? body : '',
        ast: { type: 'StyleSheet' },
        getLoc: () => ({ start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }),
        getRange: () => [0, 0],
        traverse: () => [],
      }),
    };
    const lint = () =>
      verify(
        'a {}',
        { files: ['**/*.css'], plugins: { ssot, css: { languages: { css: language } } }, language: 'css/css' },
        join(cwd, 'a.css'),
      );
    // ESLint 10 reads `meta.languages` and tells the user, ESLint 9 runs the rule.
    if (version === 'ESLint 10') expect(lint).toThrow(/do not support the language "css\/css"/);
    else expect(lint()).toEqual([]);
    expect(core.inputs).toEqual([]);
  });

  it('says nothing in a file that has a syntax error', () => {
    core.lint = () => [violation({})];
    const messages = verify('let = ;');
    expect(messages).toMatchObject([{ fatal: true, ruleId: null }]);
    expect(messages).toHaveLength(1);
  });
});

describe('the shared configs', () => {
  it('are one config each for JavaScript and TypeScript, with every rule and no parser', () => {
    expect(ssot.configs.recommended).toMatchObject([
      {
        name: 'ssot/recommended',
        files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
        rules: { 'ssot/first': 'error', 'ssot/second': 'error' },
      },
    ]);
    expect(ssot.configs.strict).toMatchObject([{ name: 'ssot/strict' }]);
    expect(ssot.configs.recommended[0]).not.toHaveProperty('languageOptions');
  });

  it('register the plugin itself, so that a user may register it, too', () => {
    expect(ssot.configs.recommended[0]?.plugins?.['ssot']).toBe(ssot);
  });

  it.each(Object.entries(eslintVersions))('give %s a digest of the project when it is used', (_version, { Linter }) => {
    let settings: unknown;
    let calls = 0;
    core.digest = () => {
      calls++;
      return 'digest of the project';
    };
    const spy = {
      rules: {
        settings: {
          create(context: { settings: unknown }) {
            settings = context.settings;
            return {};
          },
        },
      },
    };
    const config: Linter.Config[] = [
      ...ssot.configs.recommended,
      { files: ['**/*.js'], plugins: { spy }, rules: { 'spy/settings': 'error' } },
    ];
    expect(calls).toBe(0);
    new Linter({ configType: 'flat', cwd }).verify('let a;', config, { filename: join(cwd, 'a.js') });
    expect(settings).toEqual({ ssot: { digest: 'digest of the project', strict: false } });
  });

  it.each(Object.entries(eslintVersions))('make %s strict or not', (_version, { Linter }) => {
    const linter = new Linter({ configType: 'flat', cwd });
    const { recommended, strict } = ssot.configs;
    for (const config of [recommended, strict, [...recommended, ...strict]]) {
      linter.verify('let a;', config, { filename: join(cwd, 'a.js') });
    }
    const first = core.inputs.filter(({ rule }) => rule.name === 'first');
    expect(first.map((input) => input.strict)).toEqual([false, true, true]);
  });

  it('give each its own digest, as the baseline accepts other violations in strict mode', () => {
    core.digest = (strict) => `strict: ${String(strict)}`;
    const { recommended, strict } = ssot.configs;
    expect([recommended[0]?.settings, strict[0]?.settings]).toEqual([
      { ssot: { digest: 'strict: false', strict: false } },
      { ssot: { digest: 'strict: true', strict: true } },
    ]);
  });

  it('do not fail to load when there is no digest', () => {
    core.digest = () => {
      throw new Error('no such thing');
    };
    expect(ssot.configs.recommended[0]?.settings).toEqual({
      ssot: { digest: 'unavailable: no such thing', strict: false },
    });
  });
});

describe('the rules', () => {
  it('have all of the meta data that hosts show', () => {
    expect(ssot.meta).toEqual({
      name: 'eslint-plugin-ssot',
      version: expect.stringMatching(/^\d+\.\d+\.\d+/) as string,
      namespace: 'ssot',
    });
    expect(Object.keys(ssot.rules)).toEqual(['first', 'second']);
    expect(ssot.rules['first']?.meta).toMatchObject({
      type: 'problem',
      docs: {
        description: 'disallow it',
        url: expect.stringMatching(/\/rules-docs\/first\.md$/) as string,
        recommended: true,
      },
      fixable: 'code',
      hasSuggestions: true,
      defaultOptions: [{}],
      languages: ['js/js'],
    });
  });
});
