/** What an `ssot.config.ts` imports, so that a project depends on the plugin alone. */
export { defineConfig } from '@ssot/rule-core';
export type { Concern, Exception, Forms, IdFormat, PresetName, Replacement, SsotConfig } from '@ssot/rule-core';
