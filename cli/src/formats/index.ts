import type { Format } from './format.js';

/** Every format of `check`, by name, loaded when it is asked for. The command's help is derived from it. */
export const formats: Readonly<Record<string, () => Promise<Format>>> = {
  pretty: async () => (await import('./pretty.js')).pretty,
  json: async () => (await import('./json.js')).json,
  sarif: async () => (await import('./sarif.js')).sarif,
  github: async () => (await import('./github.js')).github,
  gitlab: async () => (await import('./gitlab.js')).gitlab,
  junit: async () => (await import('./junit.js')).junit,
  markdown: async () => (await import('./markdown.js')).markdown,
  html: async () => (await import('./html.js')).html,
};
export type { Format, FormatOptions } from './format.js';
