import { lintModule, optionsSchema, ruleMessages, type LintRequest, type RuleDefinition } from '@ssot/rule-core';
import type { Rule } from 'eslint';

import packageJson from '../package.json' with { type: 'json' };
import { failureMessages, reportFailure } from './failure.js';
import { lintedFile } from './linted-file.js';
import { isOneRun } from './one-run.js';
import { parsedSource } from './parsed-source.js';
import { reportDescriptor } from './report.js';
import { isStrict } from './settings.js';
import { typeOrigins } from './type-origins.js';

type RuleOptions = LintRequest['options'];

/** The ESLint rule that runs a rule of the core. */
export function eslintRule(definition: RuleDefinition): Rule.RuleModule {
  return {
    meta: {
      type: 'problem',
      docs: {
        description: definition.description,
        url: `${packageJson.homepage}/blob/main/rules-docs/${definition.name}.md`,
        recommended: true,
      },
      fixable: 'code',
      hasSuggestions: true,
      schema: optionsSchema(),
      defaultOptions: [{}],
      messages: { ...ruleMessages(definition), ...failureMessages },
      languages: ['js/js'],
    },
    create(context) {
      const { sourceCode } = context;
      return {
        Program() {
          try {
            const violations = lintModule({
              rule: definition,
              file: lintedFile(context),
              text: sourceCode.text,
              // One tree for each pass over a file: by it, the core shares what it finds out between the rules.
              source: sourceCode.ast,
              parse: (path) => parsedSource(sourceCode, path),
              // ESLint has validated them against the schema.
              options: context.options[0] as RuleOptions,
              askTypes: typeOrigins(sourceCode),
              strict: isStrict(context.settings),
              recheck: isOneRun(process.argv) ? 'never' : 'due',
            });
            for (const violation of violations) context.report(reportDescriptor(violation, sourceCode));
          } catch (error) {
            reportFailure(context, error);
          }
        },
      };
    },
  };
}
