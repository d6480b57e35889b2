import { describe, expect, it } from 'vitest';
import { extractFacts } from '../../../rule-core/src/source/extract-facts.js';
import { parseModule } from '../../../rule-core/src/source/parse-module.js';
import { ParserUnavailableError } from '../../../rule-core/src/parser/parser-unavailable.js';
import { factsOf, textAt } from './facts-of.js';

describe('parseModule', () => {
  it.each([
    ['a.ts', 'let a = <T>b;'],
    ['a.tsx', 'let a = <T />;'],
    ['a.js', 'let a = <T />; return;'],
    ['a.jsx', 'let a = <T />;'],
    ['a.mjs', 'await import("b");'],
    ['a.cjs', 'if (x) return; module.exports = 1;'],
    ['a.cjs', 'import a from "b";'],
    ['a.cts', 'import a = require("b"); export = a;'],
    ['a.mts', 'export const a = await b;'],
    ['a.d.ts', 'export function f(): void; export const a: string;'],
    ['a.d.mts', 'export function f(): void;'],
    ['a.js', 'with (a) { b; }'],
    ['a.js', 'var a = 010; delete a;'],
    ['a.js', 'var await = 1;'],
    ['A.TS', 'let a: string;'],
    ['a.ts', '#!/usr/bin/env node\nlet a: string;'],
    ['a.ts', '\ufefflet a: string;'],
  ])('reads %s: %s', (path, text) => {
    expect(parseModule(path, text).kind).toBe('parsed');
  });

  it('says where a syntax error is, without the byte order mark, in UTF-16 code units', () => {
    const text = "'😀';\r\nlet = = 1;";
    for (const source of [text, `\ufeff${text}`]) {
      const result = parseModule('a.ts', source);
      expect(result).toEqual({
        kind: 'syntax-error',
        message: expect.any(String) as string,
        offset: expect.any(Number) as number,
      });
      expect(result.kind === 'syntax-error' && text.slice(result.offset, result.offset + 1)).toBe('=');
    }
  });

  it('reads what breaks a rule of the language without being unreadable', () => {
    const text = 'function f(a?: string, b: string) {} const c;';
    expect(factsOf(text).declarations.map(({ name }) => name)).toEqual(['f', 'c']);
  });

  it('takes the byte order mark off the text', () => {
    const result = parseModule('a.ts', '\ufefflet a;');
    expect(result.kind === 'parsed' && result.module.text).toBe('let a;');
  });
});

describe('the first token', () => {
  it.each<[text: string, token: string, range?: number[]]>([
    ['', '', [0, 0]],
    ['\ufeff', '', [0, 0]],
    ['// only a comment', '', [0, 0]],
    ['/* a */ // b\r\n/** c */', '', [0, 0]],
    ['#!/usr/bin/env node', '', [0, 0]],
    ['#!/usr/bin/env node\n// c\nlet a;', 'let'],
    ['\r\n\t import a from "b";', 'import'],
    ['"use strict"; a;', '"use strict"'],
    ["'it\\'s';", "'it\\'s'"],
    ['@a class B {}', '@'],
    ['`a${b}c`;', '`a${'],
    ['`a\\`b`;', '`a\\`b`'],
    ['/[/]a/gu.test(b);', '/[/]a/gu'],
    ['++a;', '++'],
    ['(a);', '('],
    ['{}', '{'],
    [';', ';'],
    ['1.5e3;', '1.5e3'],
    ['äö.b;', 'äö'],
    ['/* 😀 */ 𠮷 = 1;', '𠮷'],
  ])('of %j is %j', (text, token, range) => {
    const { firstToken } = factsOf(text);
    expect(textAt(text.replace(/^\ufeff/, ''), firstToken)).toBe(token);
    if (range !== undefined) {
      expect(firstToken).toEqual(range);
    }
  });
});

describe('comments', () => {
  it('are ranges; a hashbang is none', () => {
    const text = '#!/usr/bin/env node\n// a\nlet b; /* c */';
    expect(factsOf(text, 'src/a.js').comments.map((range) => textAt(text, range))).toEqual(['// a', '/* c */']);
  });
});

describe('the facts of a module', () => {
  it('hold no part of the tree', () => {
    const text =
      'export class LongNameOfAClass<T> { method(parameter: SomeLongTypeName<T>): void { return other(this); } }';
    const facts = factsOf(text);
    expect(JSON.parse(JSON.stringify(facts))).toEqual({ ...facts, localUses: { ...facts.localUses } });
  });

  it('of an empty module are empty', () => {
    const { path, firstToken, localUses, ...lists } = factsOf('', 'src/a.ts');
    expect([path, firstToken, Object.keys(localUses)]).toEqual(['src/a.ts', [0, 0], []]);
    expect(Object.values(lists).flat()).toEqual([]);
  });

  it('are the same the second time', () => {
    const result = parseModule('a.ts', "import { a } from 'm'; a();");
    if (result.kind !== 'parsed') {
      throw new Error('does not parse');
    }
    expect(extractFacts(result.module)).toEqual(extractFacts(result.module));
  });
});

describe('ParserUnavailableError', () => {
  it.each([
    [{ platform: 'linux', arch: 'x64', node: '20.19.0', musl: false }, '@oxc-parser/binding-linux-x64-gnu'],
    [{ platform: 'linux', arch: 'arm64', node: '20.19.0', musl: true }, '@oxc-parser/binding-linux-arm64-musl'],
    [{ platform: 'linux', arch: 'arm', node: '20.19.0', musl: false }, '@oxc-parser/binding-linux-arm-gnueabihf'],
    [{ platform: 'darwin', arch: 'arm64', node: '22.0.0', musl: false }, '@oxc-parser/binding-darwin-arm64'],
    [{ platform: 'win32', arch: 'x64', node: '24.0.0', musl: false }, '@oxc-parser/binding-win32-x64-msvc'],
  ])('names the package of %o', (host, platformPackage) => {
    const cause = new Error('Cannot find native binding.\nmore');
    const error = new ParserUnavailableError(cause, host);
    expect(error.name).toBe('ParserUnavailableError');
    expect(error.platformPackage).toBe(platformPackage);
    expect(error.cause).toBe(cause);
    expect(error.message).toBe(
      `The parser (oxc-parser) does not load on ${host.platform}-${host.arch}, Node ${host.node}: Cannot find native binding. ` +
        `Its native code is in the optional dependency ${platformPackage}. ` +
        'Install again on this machine with optional dependencies on (npm install --include=optional), ' +
        'and do not copy node_modules from another platform.',
    );
  });
});
