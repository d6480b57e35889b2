import { parseForESLint } from '@typescript-eslint/parser';
import type { ScopeManager } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import { Linter } from 'eslint';
import { Linter as Linter9 } from 'eslint-9';
import { expect } from 'vitest';
import { extractFacts } from '../../../rule-core/src/source/extract-facts.js';
import type { ModuleFacts, Range, Reference } from '../../../rule-core/src/source/facts.js';
import { languageOf } from '../../../rule-core/src/source/language.js';
import { parseModule } from '../../../rule-core/src/source/parse-module.js';
import type { ParsedModule } from '../../../rule-core/src/source/parsed-module.js';

/** The facts of a module, after checking that every parser that reads it leads to the same ones. */
export function factsOf(text: string, path = 'src/a.ts'): ModuleFacts {
  const result = parseModule(path, text);
  if (result.kind === 'syntax-error') {
    throw new Error(`${path}: ${result.message} at ${String(result.offset)}`);
  }
  const facts = extractFacts(result.module);
  for (const [parser, other] of factsOfOtherParsers(text.replace(/^\ufeff/, ''), path)) {
    expect(plain(other), `${path} as ${parser} reads it`).toEqual(plain(facts));
  }
  return facts;
}

/** The facts as a cache would give them back. */
export function plain(facts: ModuleFacts): unknown {
  return JSON.parse(JSON.stringify(facts));
}

/** The facts by every other parser that accepts the module. */
export function factsOfOtherParsers(text: string, path: string): [string, ModuleFacts][] {
  const found: [string, ModuleFacts][] = [['typescript-eslint', extractFacts(parsedByTypeScript(text, path))]];
  if (languageOf(path).javascript) {
    for (const [name, Engine] of [
      ['espree in ESLint 10', Linter],
      ['espree in ESLint 9', Linter9],
    ] as const) {
      const facts = factsInEslint(Engine as typeof Linter, text, path);
      if (facts !== undefined) {
        found.push([name, facts]);
      }
    }
  }
  return found;
}

function parsedByTypeScript(text: string, path: string): ParsedModule {
  const { commonjs, jsx } = languageOf(path);
  const { ast, scopeManager, visitorKeys } = parseForESLint(text, {
    range: true,
    loc: true,
    comment: true,
    tokens: true,
    filePath: path,
    ecmaFeatures: { jsx, globalReturn: commonjs },
    sourceType: commonjs ? 'script' : 'module',
  });
  return { path, text, program: ast, scopeManager, visitorKeys, comments: ast.comments };
}

function factsInEslint(Engine: typeof Linter, text: string, path: string): ModuleFacts | undefined {
  let facts: ModuleFacts | undefined;
  const rule = {
    create: ({
      sourceCode,
    }: {
      sourceCode: { text: string; ast: unknown; scopeManager: unknown; visitorKeys: unknown };
    }) => ({
      Program() {
        // ESLint types its trees as ESTree.
        const program = sourceCode.ast as TSESTree.Program;
        facts = extractFacts({
          path,
          text: sourceCode.text,
          program,
          scopeManager: sourceCode.scopeManager as ScopeManager,
          visitorKeys: sourceCode.visitorKeys as ParsedModule['visitorKeys'],
          comments: program.comments ?? [],
        });
      },
    }),
  };
  const messages = new Engine({ configType: 'flat' }).verify(
    text,
    [
      {
        files: ['**/*.{js,mjs,cjs,jsx}'],
        plugins: { test: { rules: { extract: rule as never } } },
        rules: { 'test/extract': 'error' },
        languageOptions: {
          sourceType: languageOf(path).commonjs ? 'commonjs' : 'module',
          globals: { console: 'readonly', process: 'readonly', crypto: 'readonly', unused: 'readonly' },
          parserOptions: { ecmaFeatures: { jsx: true } },
        },
      },
    ],
    { filename: path },
  );
  const crash = messages.find(({ ruleId, message }) => ruleId !== null || !message.startsWith('Parsing error'));
  expect(crash?.message, path).toBeUndefined();
  return facts;
}

/** The source text of a range. */
export function textAt(text: string, range: Range | null | undefined): string | null {
  return range === null || range === undefined ? null : text.slice(range[0], range[1]);
}

/** A reference in one line: `name.member role [call arguments] @scope`. */
export function line(text: string, reference: Reference): string {
  const { call, closing, exportedAs, path, range, role, scope, shorthand } = reference;
  const parts = [[textAt(text, range), ...path].join('.'), role];
  if (call !== null) {
    parts.push(`(${call.arguments.map((argument) => textAt(text, argument)).join(', ')})`);
    for (const flag of ['spread', 'awaited', 'optional'] as const) {
      if (call[flag]) {
        parts.push(flag);
      }
    }
    if (call.typeArguments !== null) {
      parts.push(textAt(text, call.typeArguments) ?? '');
    }
  }
  if (shorthand) {
    parts.push('shorthand');
  }
  if (exportedAs !== null) {
    parts.push(`as ${exportedAs}`);
  }
  if (closing !== null) {
    parts.push(`closed ${textAt(text, closing) ?? ''}`);
  }
  if (scope !== '') {
    parts.push(`in ${scope}`);
  }
  if (reference.atLoad) {
    parts.push('at load');
  }
  return parts.join(' ');
}
