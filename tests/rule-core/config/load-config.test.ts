import { chmodSync, mkdirSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findConfig, formatProblem, loadConfig } from '../../../rule-core/src/config/index.js';
import { temporaryFolder, write } from './temporary-folder.js';

const OBJECT = `{ concerns: { http: { canonical: 'src/http.ts#http' } } }`;
const VALUE = { concerns: { http: { canonical: 'src/http.ts#http' } } };

function load(name: string, text: string) {
  const folder = temporaryFolder({ [name]: text });
  const loaded = loadConfig(join(folder, name));
  return { folder, loaded, problems: loaded.problems.map(formatProblem) };
}

describe('findConfig', () => {
  it('looks upward from a folder, also one that does not exist', () => {
    const folder = temporaryFolder({ 'ssot.config.jsonc': '{}', 'packages/a/src/x.ts': '' });
    expect(findConfig(join(folder, 'packages/a/src'))).toBe(join(folder, 'ssot.config.jsonc'));
    expect(findConfig(join(folder, 'packages/new/src'))).toBe(join(folder, 'ssot.config.jsonc'));
    expect(findConfig(folder)).toBe(join(folder, 'ssot.config.jsonc'));
  });

  it('looks upward from a code block in a file', () => {
    const folder = temporaryFolder({ 'ssot.config.json': '{}', 'docs/use.md': '' });
    expect(findConfig(join(folder, 'docs/use.md'))).toBe(join(folder, 'ssot.config.json'));
  });

  it('takes the nearest one', () => {
    const folder = temporaryFolder({ 'ssot.config.json': '{}', 'packages/a/ssot.config.mjs': '' });
    expect(findConfig(join(folder, 'packages/a/src'))).toBe(join(folder, 'packages/a/ssot.config.mjs'));
  });

  it('takes no folder of that name', () => {
    const folder = temporaryFolder({ 'ssot.config.json': '{}' });
    mkdirSync(join(folder, 'a/ssot.config.ts'), { recursive: true });
    expect(findConfig(join(folder, 'a'))).toBe(join(folder, 'ssot.config.json'));
  });

  it('finds none where there is none', () => {
    expect(findConfig(temporaryFolder())).toBeUndefined();
  });
});

describe('formats', () => {
  it.each([
    ['ssot.config.json', JSON.stringify(VALUE)],
    [
      'ssot.config.json',
      `\uFEFF// a comment\r\n{ "concerns": { "http": { "canonical": "src/http.ts#http", }, }, }\r\n`,
    ],
    ['ssot.config.jsonc', `/* a comment */ { "concerns": { "http": { "canonical": "src/http.ts#http" } } }`],
    ['ssot.config.ts', `import type { A } from './nowhere.js';\nconst c: A = ${OBJECT};\nexport default c;`],
    ['ssot.config.ts', `\uFEFF#!/usr/bin/env node\r\nexport default ${OBJECT} satisfies object;\r\n`],
    ['ssot.config.ts', `import { defineConfig } from '@ssot/rule-core';\nexport default defineConfig(${OBJECT});`],
    [
      'ssot.config.mjs',
      `import { defineConfig } from 'eslint-plugin-ssot/config';\nexport default defineConfig(${OBJECT});`,
    ],
    ['ssot.config.mts', `export default ${OBJECT};`],
    ['ssot.config.js', `export default ${OBJECT};`],
    ['ssot.config.js', `module.exports = ${OBJECT};`],
    ['ssot.config.mjs', `export default ${OBJECT};`],
    ['ssot.config.cjs', `module.exports = ${OBJECT};`],
    ['ssot.config.cjs', `Object.defineProperty(exports, '__esModule', { value: true }); exports.default = ${OBJECT};`],
  ])('reads %s: %j', (name, text) => {
    const { loaded, problems, folder } = load(name, text);
    expect(problems).toEqual([]);
    expect(loaded.value).toEqual(VALUE);
    expect(loaded.config).toEqual(VALUE);
    expect(loaded.files).toEqual([join(folder, name)]);
  });

  it('follows the imports of a TypeScript config', () => {
    const folder = temporaryFolder({
      'ssot.config.ts': `import { file } from './tools/names';\nimport { name } from './tools/name.cjs';\nexport default { concerns: { http: { canonical: file + name } } };`,
      'tools/names.ts': `export const file: string = 'src/http.ts';`,
      'tools/name.cjs': `exports.name = '#http';`,
    });
    const loaded = loadConfig(join(folder, 'ssot.config.ts'));
    expect(loaded.value).toEqual(VALUE);
    expect(loaded.files).toEqual(
      ['ssot.config.ts', 'tools/name.cjs', 'tools/names.ts'].map((name) => join(folder, name)),
    );
  });
});

describe('places', () => {
  it('are counted without the byte order mark, in UTF-16 code units, with either line end', () => {
    const { loaded } = load(
      'ssot.config.json',
      '\uFEFF{\r\n  "concerns": {\r\n    "😀": { "canonical": "a", "drivers": ["x", "y"] }\r\n  }\r\n}',
    );
    expect(loaded.place([])).toEqual({ line: 1, column: 1 });
    expect(loaded.place(['concerns', '😀', 'canonical'])).toEqual({ line: 3, column: 26 });
    expect(loaded.place(['concerns', '😀', 'canonical'], 'key')).toEqual({ line: 3, column: 13 });
    expect(loaded.place(['concerns', '😀', 'drivers', 1])).toEqual({ line: 3, column: 48 });
  });

  it('of what is not there are those of what should hold it', () => {
    const { loaded } = load('ssot.config.json', '{\n  "concerns": {\n    "a": {}\n  }\n}');
    expect(loaded.place(['concerns', 'a', 'drivers', 3])).toEqual({ line: 3, column: 10 });
    expect(loaded.place(['concerns', 'b'], 'key')).toEqual({ line: 2, column: 15 });
  });

  it('are unknown in TypeScript', () => {
    const { loaded } = load('ssot.config.ts', `export default ${OBJECT};`);
    expect(loaded.place(['concerns', 'http'])).toBeUndefined();
  });
});

describe('files that cannot be read', () => {
  it.each([
    ['ssot.config.json', '', 'ssot.config.json:1:1 the file is empty.'],
    [
      'ssot.config.json',
      '{\n  "concerns": {}\n  "tests": []\n}',
      'ssot.config.json:3:3 expected a comma before `"tests"`.',
    ],
    ['ssot.config.json', '{ "concerns" {} }', 'ssot.config.json:1:14 expected a colon before `{`.'],
    [
      'ssot.config.json',
      "{ 'concerns': {} }",
      "ssot.config.json:1:3 `'concerns'` is not JSON. Strings need double quotes.",
    ],
    ['ssot.config.json', '{ "concerns": { }', 'ssot.config.json:1:18 expected a closing brace }.'],
    ['ssot.config.json', '{ "concerns": }', 'ssot.config.json:1:15 expected a value, found `}`.'],
    [
      'ssot.config.json',
      '{ "baseline": "src\\core" }',
      'ssot.config.json:1:15 `"src\\core"` has an escape sequence that JSON does not know. Write a backslash as \\\\, and / in paths.',
    ],
    [
      'ssot.config.ts',
      'const x: number = 1;\nthrow new Error("boom " + x);\nexport default {};',
      'ssot.config.ts:2 throws boom 1.',
    ],
    [
      'ssot.config.ts',
      'const a = {};\n\n  a.b.c();\nexport default {};',
      "ssot.config.ts:3 throws TypeError: Cannot read properties of undefined (reading 'c').",
    ],
    ['ssot.config.ts', 'throw "boom";', 'ssot.config.ts throws boom.'],
    ['ssot.config.ts', 'export default {\n  a: ;\n};', 'ssot.config.ts:2:6 does not parse: Unexpected token.'],
    [
      'ssot.config.ts',
      'export default (async () => ({}))();',
      'ssot.config.ts exports a promise, but a config is loaded synchronously: export the object itself.',
    ],
    [
      'ssot.config.ts',
      'export default Promise.reject(new Error("no"));',
      'ssot.config.ts exports a promise, but a config is loaded synchronously: export the object itself.',
    ],
    [
      'ssot.config.ts',
      'import { join } from "node:path";\nexport default await join("a");',
      'ssot.config.ts uses `await` at the top level, but a config is loaded synchronously.',
    ],
    [
      'ssot.config.mjs',
      'export default await Promise.resolve({});',
      'ssot.config.mjs uses `await` at the top level, but a config is loaded synchronously.',
    ],
    ['ssot.config.ts', 'export default () => ({});', 'ssot.config.ts exports a function: export the object itself.'],
    [
      'ssot.config.ts',
      'export const concerns = {};',
      'ssot.config.ts has no default export: write `export default defineConfig({ … })`.',
    ],
  ])('%s: %j', (name, text, message) => {
    const { loaded, problems } = load(name, text);
    expect(problems).toEqual([message]);
    expect(loaded.value).toBeUndefined();
    expect(loaded.config).toBeUndefined();
  });

  it('names an import that does not exist, without a path of this machine', () => {
    const { problems } = load('ssot.config.ts', `import { x } from './nope';\nexport default { x };`);
    expect(problems).toEqual(["ssot.config.ts:1 throws Cannot find module './nope'."]);
  });

  it('says where an imported module throws or does not parse', () => {
    const folder = temporaryFolder({
      'ssot.config.ts': `import './tools/a';\nexport default {};`,
      'tools/a.ts': 'const a: number = 1;\nthrow new Error("boom");',
    });
    const problems = () => loadConfig(join(folder, 'ssot.config.ts')).problems.map(formatProblem);
    expect(problems()).toEqual(['ssot.config.ts throws boom. (tools/a.ts:2)']);
    write(folder, 'tools/a.ts', 'const a = ;');
    expect(problems()).toEqual(['ssot.config.ts imports tools/a.ts, which does not parse: Unexpected token.']);
  });

  it('says so for a file that does not exist, a folder, and one without permission', () => {
    const folder = temporaryFolder({ 'ssot.config.json': '{}' });
    mkdirSync(join(folder, 'b/ssot.config.json'), { recursive: true });
    expect(loadConfig(join(folder, 'a/ssot.config.json')).problems.map(formatProblem)).toEqual([
      'ssot.config.json cannot be read: there is no such file.',
    ]);
    expect(loadConfig(join(folder, 'b/ssot.config.json')).problems.map(formatProblem)).toEqual([
      'ssot.config.json cannot be read: it is a folder.',
    ]);
    if (process.platform === 'win32' || process.getuid?.() === 0) return;
    chmodSync(join(folder, 'ssot.config.json'), 0o000);
    expect(loadConfig(join(folder, 'ssot.config.json')).problems.map(formatProblem)).toEqual([
      'ssot.config.json cannot be read: the permission to read it is missing.',
    ]);
  });

  it('names all config files where a folder has several', () => {
    const folder = temporaryFolder({
      'ssot.config.json': JSON.stringify(VALUE),
      'ssot.config.ts': `export default ${OBJECT};`,
    });
    const message = 'the folder has 2 config files: ssot.config.json and ssot.config.ts. Keep one of them.';
    expect(loadConfig(join(folder, 'ssot.config.json')).problems.map(formatProblem)).toEqual([
      `ssot.config.json ${message}`,
    ]);
    rmSync(join(folder, 'ssot.config.ts'));
    expect(loadConfig(join(folder, 'ssot.config.json')).problems).toEqual([]);
  });

  it('reports keys that stand twice', () => {
    const { problems } = load(
      'ssot.config.json',
      '{\n  "concerns": {\n    "a": { "canonical": "x", "canonical": "y" },\n    "b": { "canonical": "x" },\n    "a": { "canonical": "z" }\n  }\n}',
    );
    expect(problems).toEqual([
      'ssot.config.json:3:12 concerns.a.canonical: "canonical" stands twice in concerns.a, here and in line 3. Keep one of them.',
      'ssot.config.json:3:5 concerns.a: "a" stands twice in concerns, here and in line 5. Keep one of them.',
    ]);
  });
});

describe('a long-lived process', () => {
  it('gets the same object while nothing changes, also if the file is only touched', () => {
    const folder = temporaryFolder({ 'ssot.config.json': JSON.stringify(VALUE) });
    const file = join(folder, 'ssot.config.json');
    const first = loadConfig(file);
    expect(loadConfig(file)).toBe(first);
    utimesSync(file, new Date(), new Date(Date.now() + 60_000));
    expect(loadConfig(file)).toBe(first);
  });

  it.each([
    ['json', (name: string) => `{ "concerns": { "${name}": { "canonical": "x" } } }`],
    ['ts', (name: string) => `export default { concerns: { ${name}: { canonical: 'x' } } };`],
    ['mjs', (name: string) => `export default { concerns: { ${name}: { canonical: 'x' } } };`],
    ['cjs', (name: string) => `module.exports = { concerns: { ${name}: { canonical: 'x' } } };`],
    ['js', (name: string) => `module.exports = { concerns: { ${name}: { canonical: 'x' } } };`],
  ])('sees an edit of the same length in %s', (extension, text) => {
    const folder = temporaryFolder({ [`ssot.config.${extension}`]: text('a') });
    const file = join(folder, `ssot.config.${extension}`);
    expect(loadConfig(file).value).toEqual({ concerns: { a: { canonical: 'x' } } });
    write(folder, `ssot.config.${extension}`, text('b'));
    expect(loadConfig(file).value).toEqual({ concerns: { b: { canonical: 'x' } } });
    write(folder, `ssot.config.${extension}`, text('c'));
    expect(loadConfig(file).value).toEqual({ concerns: { c: { canonical: 'x' } } });
  });

  it.each([
    ['./names.ts', `export const name = 'a';`, `export const name = 'b';`],
    ['./names.cjs', `exports.name = 'a';`, `exports.name = 'b';`],
    ['./names.json', `{ "name": "a" }`, `{ "name": "b" }`],
    ['./names.mjs', `export const name = 'a';`, `export const name = 'b';`],
  ])('sees an edit of an imported %s', (specifier, before, after) => {
    const folder = temporaryFolder({
      'ssot.config.ts': `import * as names from '${specifier}';\nexport default { baseline: names.name, concerns: {} };`,
      [specifier]: before,
    });
    const file = join(folder, 'ssot.config.ts');
    expect(loadConfig(file).value).toEqual({ baseline: 'a', concerns: {} });
    write(folder, specifier, after);
    expect(loadConfig(file).value).toEqual({ baseline: 'b', concerns: {} });
  });

  it('sees a missing import appear, and an error mended', () => {
    const folder = temporaryFolder({
      'ssot.config.ts': `import { name } from './tools';\nexport default { baseline: name };`,
    });
    const file = join(folder, 'ssot.config.ts');
    expect(loadConfig(file).value).toBeUndefined();
    write(folder, 'tools.ts', `export const name = ;`);
    expect(loadConfig(file).value).toBeUndefined();
    write(folder, 'tools.ts', `export const name = 'a';`);
    expect(loadConfig(file).value).toEqual({ baseline: 'a' });
  });

  it.skipIf(process.platform === 'win32')('reads a config through a link', () => {
    const folder = temporaryFolder({ 'real/ssot.config.ts': 'throw new Error("boom");' });
    symlinkSync(join(folder, 'real'), join(folder, 'link'));
    expect(loadConfig(join(folder, 'link/ssot.config.ts')).problems.map(formatProblem)).toEqual([
      'ssot.config.ts:1 throws boom.',
    ]);
  });
});
