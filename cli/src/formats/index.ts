import type { Format } from './format.js';
import { github } from './github.js';
import { gitlab } from './gitlab.js';
import { html } from './html.js';
import { json } from './json.js';
import { junit } from './junit.js';
import { markdown } from './markdown.js';
import { pretty } from './pretty.js';
import { sarif } from './sarif.js';

/** Every format of `check`, by name. The command's help is derived from it. */
export const formats: Readonly<Record<string, Format>> = {
  pretty,
  json,
  sarif,
  github,
  gitlab,
  junit,
  markdown,
  html,
};
export type { Format, FormatOptions } from './format.js';
