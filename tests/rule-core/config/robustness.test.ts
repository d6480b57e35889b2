import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatProblem,
  parseCanonicalExpression,
  parseSymbolReference,
  resolveConfig,
} from '../../../rule-core/src/config/index.js';
import { readJson } from '../../../rule-core/src/config/load/read-json.js';
import { problemAt } from '../../../rule-core/src/config/problems.js';
import { checkConfig } from '../../../rule-core/src/config/validate/check-config.js';
import { memoryDisk } from './memory-disk.js';

const disk = memoryDisk({
  'src/core/id-manager.ts': 'export class IdManager {}',
  'src/a/index.ts': '',
  'src/[b]/c.ts': '',
});
const piece = fc.constantFrom(
  'src',
  '/',
  '#',
  '.',
  '*',
  '**',
  '[',
  ']',
  '{',
  '}',
  '(',
  '!',
  '\\',
  ':',
  'global:',
  'node:',
  '@',
  'uuid',
  '${',
  'a',
  ' ',
  '..',
  '😀',
  '"',
);
const reference = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
const key = fc.constantFrom(
  ...[
    'preset',
    'title',
    'canonical',
    'import',
    'accessors',
    'replacements',
    'drivers',
    'allow',
    'names',
    'formats',
    'methods',
  ],
  ...[
    'events',
    'remove',
    'dependsOn',
    'exceptions',
    'forms',
    'lifetime',
    'from',
    'to',
    'template',
    'files',
    'until',
    'reason',
    '__proto__',
  ],
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    reference,
    fc.constantFrom('preset', 'id-generation', 'src/core/id-manager.ts#IdManager', 1, true, null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4 }),
  ),
}));
const concerns = fc.dictionary(fc.string({ maxLength: 4 }), fc.dictionary(key, value, { maxKeys: 6 }), { maxKeys: 3 });

describe('whatever is written', () => {
  it('a reference or an expression is taken apart or explained', () => {
    fc.assert(
      fc.property(reference, (text) => {
        const symbol = parseSymbolReference(text, disk);
        expect(symbol.ok || symbol.message).toBeTruthy();
        const expression = parseCanonicalExpression(text);
        expect(expression.ok || expression.message).toBeTruthy();
      }),
      { numRuns: 500 },
    );
  });

  it('a configuration is resolved or explained, each problem at a place of the file', () => {
    fc.assert(
      fc.property(fc.oneof(fc.record({ concerns }), value), (config) => {
        const text = JSON.stringify(config, undefined, 1);
        const json = readJson(text);
        const { config: checked, findings } = checkConfig(json.value);
        const source = { name: 'ssot.config.json', place: json.place };
        const problems = [...json.findings, ...findings].map((finding) => problemAt(source, finding, undefined));
        const loaded = {
          ...source,
          file: '/w/ssot.config.json',
          value: json.value,
          config: checked,
          problems,
          files: [],
        };
        const resolution = resolveConfig({ root: '/w', loaded, disk });
        const lines = text.split('\n').length;
        for (const problem of resolution.problems) {
          expect(problem.line).toBeGreaterThanOrEqual(1);
          expect(problem.line).toBeLessThanOrEqual(lines);
          expect(formatProblem(problem)).toMatch(/^ssot\.config\.json:\d+:\d+ .+[.?}]$/s);
        }
        if (checked === undefined) expect(resolution.problems).not.toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
