import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { lintModule, rules, type ReportedViolation } from '../../rule-core/src/index.js';
import { parseModule } from '../../rule-core/src/source/index.js';

const RULE = 'no-websocket-adapter';
const apex = fileURLToPath(new URL('../../examples/apex/', import.meta.url));

interface Expected {
  readonly violations: Readonly<
    Record<
      string,
      readonly { readonly rule: string; readonly line: number; readonly text: string; readonly fix: string }[]
    >
  >;
}

function fixOf({ fix, suggestions }: ReportedViolation): string {
  return fix === null ? (suggestions.length === 0 ? 'none' : 'suggestion') : 'safe';
}

function reports(file: string): string[] {
  const text = readFileSync(path.join(apex, file), 'utf8').replace(/^\uFEFF/u, '');
  const rule = rules.find(({ name }) => name === RULE);
  if (rule === undefined) throw new Error(`There is no rule ${RULE}`);
  const parse = (relative: string) => {
    const parsed = parseModule(relative, text);
    if (parsed.kind === 'syntax-error') throw new Error(`${file}: ${parsed.message}`);
    return parsed.module;
  };
  return lintModule({ rule, file: path.join(apex, file), text, source: {}, parse }).map((violation) => {
    const line = text.slice(0, violation.range[0]).split('\n').length;
    return `${file}:${line} ${text.slice(...violation.range)} ${fixOf(violation)}`;
  });
}

it(`${RULE} reports in examples/apex what expected.json says, and nothing else`, () => {
  // The shape is tested with the file itself.
  const { violations } = JSON.parse(readFileSync(path.join(apex, 'expected.json'), 'utf8')) as Expected;
  const expected = Object.entries(violations).flatMap(([file, list]) =>
    list.filter(({ rule }) => rule === RULE).map(({ line, text, fix }) => `${file}:${line} ${text} ${fix}`),
  );
  const modules = readdirSync(apex, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.[cm]?[jt]sx?$/u.test(file) && !file.includes('node_modules'))
    .sort();
  expect(modules.flatMap(reports)).toEqual(expected);
});
