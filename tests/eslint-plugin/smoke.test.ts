import { afterAll, describe, expect, it } from 'vitest';

import ssot from '../../eslint-plugin/src/index.js';
import { eslintVersions, isJavaScript, parsers, type ParserName } from './eslint-versions.js';
import { lintFile } from './lint-file.js';
import { temporaryProject } from './temporary-project.js';

const project = temporaryProject({
  'ssot.config.json': {
    concerns: {
      context: { preset: 'execution-context', canonical: 'src/context.ts#UserContext' },
      http: { canonical: 'src/http.ts#http', drivers: ['axios', 'global:fetch'] },
    },
  },
  'src/context.ts': 'export class UserContext {}\n',
  'src/http.ts': 'export const http = {};\n',
});
afterAll(() => {
  project.remove();
});

const versions = Object.keys(eslintVersions) as (keyof typeof eslintVersions)[];
const combinations = versions.flatMap((version) =>
  (Object.keys(parsers) as ParserName[]).map((parser) => ({ version, parser })),
);

// Each has a word that the concerns care about, where it has any words, so that the text search does not pass it over.
const harmless: readonly (readonly [title: string, code: string])[] = [
  ['an empty file', ''],
  ['white space', ' \r\n\t\n'],
  ['a byte order mark', '\uFEFF'],
  ['comments', '// axios\n/* UserContext */'],
  ['a hashbang', '#!/usr/bin/env node'],
  ['a hashbang and a comment', '#!/usr/bin/env node\r\n// fetch\r\n'],
  ['a directive', "'use strict'; // fetch"],
  ['emoji', "const text = 'fetch 😀 👩‍👩‍👧'; // axios 😀"],
  ['an odd name', 'const fetch\\u0041 = 1;'],
];

const broken: readonly (readonly [title: string, code: string])[] = [
  ['an unfinished import', "import { http from './http';"],
  ['an unfinished class', 'class UserContext { constructor('],
  ['nothing but a brace', '}'],
  ['an unfinished string', "fetch('"],
];

describe.each(Object.keys(ssot.rules))('%s', (rule) => {
  describe.each(combinations)('in $version with $parser', ({ version, parser }) => {
    const files = [
      'src/a.js',
      'src/a.mjs',
      'src/a.cjs',
      'src/a.jsx',
      'src/a.ts',
      'src/a.mts',
      'src/a.cts',
      'src/a.tsx',
      'src/a.d.ts',
    ];
    const suited = files.filter((file) => parser !== 'espree' || isJavaScript(file));

    it.each(harmless)('has nothing to say of %s', (_title, code) => {
      for (const file of suited) {
        expect({ file, messages: lintFile(project, file, { code, rules: [rule], version, parser }) }).toEqual({
          file,
          messages: [],
        });
      }
    });

    it.each(broken)('leaves %s to the parser', (_title, code) => {
      const messages = lintFile(project, 'src/a.js', { code, rules: [rule], version, parser });
      expect(messages.map(({ ruleId, fatal }) => ({ ruleId, fatal }))).toEqual([{ ruleId: null, fatal: true }]);
    });
  });
});
