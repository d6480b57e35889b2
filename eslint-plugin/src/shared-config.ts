import { rules as definitions } from '@ssot/rule-core';
import type { ESLint, Linter } from 'eslint';

import { sharedSettings } from './settings.js';

/** The files that hold modules. They need no parser of ours: a project keeps the one it has. */
const files = ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'];

/**
 * A shared config with every rule at error.
 *
 * @param name The config is called `ssot/<name>`. `strict` also reports what needs a reader's judgement.
 * @param plugin The plugin that the config registers under its namespace.
 */
export function sharedConfig(name: 'recommended' | 'strict', plugin: ESLint.Plugin): Linter.Config {
  return {
    name: `ssot/${name}`,
    files,
    plugins: { ssot: plugin },
    settings: { ssot: sharedSettings(name === 'strict') },
    rules: Object.fromEntries(definitions.map((definition) => [`ssot/${definition.name}`, 'error' as const])),
  };
}
