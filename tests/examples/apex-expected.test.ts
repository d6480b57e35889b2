import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

interface ExpectedViolation {
  readonly rule: string;
  readonly line: number;
  readonly text: string;
  readonly fix: string;
  readonly unsure?: boolean;
  readonly about?: string;
}

interface Expected {
  readonly violations: Readonly<Record<string, readonly ExpectedViolation[]>>;
  readonly decoys: readonly { readonly file: string; readonly line: number; readonly why: string }[];
}

const apex = fileURLToPath(new URL('../../examples/apex/', import.meta.url));
const read = (file: string): string => readFileSync(`${apex}${file}`, 'utf8').replace(/^\uFEFF/, '');
const lineOf = (file: string, line: number): string => read(file).split(/\r?\n/)[line - 1] ?? '';

// The shape is what these tests pin down: a file that has another one fails them.
const expected = JSON.parse(read('expected.json')) as Expected;
const violations = Object.entries(expected.violations).flatMap(([file, list]) =>
  list.map((violation) => ({ file, ...violation })),
);

function occurrences(text: string, part: string): number {
  return text.split(part).length - 1;
}

describe('examples/apex/expected.json', () => {
  it.each(violations)('$file:$line $rule $text', ({ file, line, text, fix, rule, unsure, about }) => {
    const source = lineOf(file, line);
    const same = violations.filter((other) => other.file === file && other.line === line && other.text === text);
    expect(occurrences(source, text)).toBeGreaterThanOrEqual(same.length);
    expect(['safe', 'suggestion', 'none']).toContain(fix);
    expect([
      'no-second-id-generator',
      'no-deprecated-context',
      'single-clickhouse-manager',
      'no-websocket-adapter',
      'no-second-supervisor',
      'single-source',
    ]).toContain(rule);
    expect(unsure === true ? ['range', 'fix', 'report'] : [undefined]).toContain(about);
  });

  it.each(expected.decoys)('$file:$line is no violation: $why', ({ file, line, why }) => {
    expect(lineOf(file, line).trim()).not.toBe('');
    expect(why).not.toBe('');
    expect(violations.filter((violation) => violation.file === file && violation.line === line)).toEqual([]);
  });

  it('lists every place once, in order', () => {
    const places = expected.decoys.map(({ file, line }) => `${file}:${String(line)}`);
    expect(new Set(places).size).toBe(places.length);
    expect(Object.keys(expected.violations)).toEqual(Object.keys(expected.violations).toSorted());
    for (const list of Object.values(expected.violations)) {
      const lines = list.map(({ line }) => line);
      expect(lines).toEqual(lines.toSorted((a, b) => a - b));
    }
  });

  it('has violations of every rule, and about as many decoys', () => {
    const counts = new Map<string, number>();
    for (const { rule } of violations) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({
      'no-deprecated-context': 58,
      'no-second-id-generator': 36,
      'no-second-supervisor': 12,
      'no-websocket-adapter': 16,
      'single-clickhouse-manager': 21,
      'single-source': 18,
    });
    expect(expected.decoys).toHaveLength(104);
  });
});

describe('examples/apex/ssot.config.json', () => {
  const config = read('ssot.config.json');

  it('names modules that exist', () => {
    const modules = [...config.matchAll(/"(src\/[^"#*]+)#\w+"/g)].map((match) => match[1] ?? '');
    expect(modules).toHaveLength(21);
    expect(modules.filter((module) => !existsSync(`${apex}${module}`))).toEqual([]);
  });

  it('names exports that exist', () => {
    const symbols = [...config.matchAll(/"(src\/[^"#*]+)#(\w+)"/g)];
    const missing = symbols.filter(([, module = '', name = '']) => {
      const declaration = name === 'default' ? /export default / : new RegExp(`export (async )?\\w+ ${name}\\b`);
      return !declaration.test(read(module));
    });
    expect(missing.map(([symbol]) => symbol)).toEqual([]);
  });
});

it('examples/apex does not say where its violations are', () => {
  const files = readdirSync(apex, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.[cm]?[jt]sx?$/.test(file) && !file.includes('node_modules'),
  );
  expect(files.length).toBeGreaterThan(90);
  expect(
    files.filter((file) => /violation|decoy|ssot/i.test(read(file))).map((file) => file.replaceAll('\\', '/')),
  ).toEqual(['eslint.config.js']);
});
