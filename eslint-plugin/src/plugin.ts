import { rules as definitions } from '@ssot/rule-core';
import type { ESLint, Linter, Rule } from 'eslint';

import packageJson from '../package.json' with { type: 'json' };
import { eslintRule } from './eslint-rule.js';
import { sharedConfig } from './shared-config.js';

/** The plugin as users see it: an `ESLint.Plugin` whose rules and configs are known to be there. */
export interface SsotPlugin extends ESLint.Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: Record<string, Rule.RuleModule>;
  readonly configs: {
    /** Every rule at error. */
    readonly recommended: Linter.Config[];
    /** The same, and reports that need a reader's judgement. */
    readonly strict: Linter.Config[];
  };
}

export const plugin: SsotPlugin = {
  meta: { name: packageJson.name, version: packageJson.version, namespace: 'ssot' },
  rules: Object.fromEntries(definitions.map((definition) => [definition.name, eslintRule(definition)])),
  configs: { recommended: [], strict: [] },
};

// Afterwards, since the configs register this very object: ESLint refuses two plugins under one name.
plugin.configs.recommended.push(sharedConfig('recommended', plugin));
plugin.configs.strict.push(sharedConfig('strict', plugin));
