import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { EditedModule } from '../../../../rule-core/src/source/edited/edited-module.js';
import { extractFacts } from '../../../../rule-core/src/source/extract-facts.js';
import { parseModule } from '../../../../rule-core/src/source/parse-module.js';
import { plain } from '../facts-of.js';

/** What was parsed since the last look. */
const parsed: string[] = [];

vi.mock(import('../../../../rule-core/src/source/parse-module.js'), async (importOriginal) => {
  const original = await importOriginal();
  return {
    ...original,
    parseModule: (...request) => {
      parsed.push(request[1]);
      return original.parseModule(...request);
    },
  };
});

beforeEach(() => {
  parsed.length = 0;
});

/** The facts of each version of a module, read one after the other, those of reading each alone, and what was parsed. */
function edited(versions: readonly string[], { texts = true, path = 'src/a.ts' } = {}) {
  const module = new EditedModule(path);
  const facts = versions.map((text) => {
    const read = module.read(text, { texts });
    return read.kind === 'facts' ? plain(read.facts) : read;
  });
  const reads = parsed.splice(0);
  const alone = versions.map((text) => {
    const result = parseModule(path, text);
    return result.kind === 'parsed' ? plain(extractFacts(result.module, { texts })) : result;
  });
  return { facts, alone, reads };
}

/** The module twice, so that it counts as being edited, then each further version. */
function versions(text: string, ...edits: ((text: string) => string)[]): string[] {
  const all = [text, `${text}\n`];
  for (const edit of edits) all.push(edit(all.at(-1) ?? ''));
  return all;
}

/** Enough that nothing else depends on for reading in parts to be worth it. */
const ASIDE = `function aside() {\n${'  aside();\n'.repeat(150)}}\n`;

const replace =
  (from: string, to: string) =>
  (text: string): string => {
    expect(text).toContain(from);
    return text.replace(from, () => to);
  };

const MODULE = `'use client';
import { old, type Shape } from './old';
import * as all from './all';

/** One. */
export interface Row { readonly id: number; readonly shape: Shape }
export function one(rows: readonly Row[]) {
  return rows.map(({ id }) => old(id)); // eslint-disable-line
}

/** Another. */
type Other = Pick<Row, 'id'>;
export const two = (other: Other) => all.take(other.id, 'two');

class Three {
  #last = 0;
  next() { return \`three_\${this.#last++}\`; }
}
export { Three as default };
export const four = () => old('four').send(new Date());
${ASIDE}`;

describe('a module that is edited', () => {
  it('is read in part from the third version on, with the facts of the whole', () => {
    const { facts, alone, reads } = edited(
      versions(MODULE, replace("'four'", "'five'"), replace("'five'", "'seven'")),
      {
        texts: false,
      },
    );
    expect(facts).toEqual(alone);
    // Two versions whole, what the first edit leaves alone, and twice the statement that is edited.
    expect(
      reads.map((text) => ['one(rows', 'class Three', 'const four'].filter((name) => text.includes(name))),
    ).toEqual([
      ['one(rows', 'class Three', 'const four'],
      ['one(rows', 'class Three', 'const four'],
      ['one(rows', 'class Three'],
      ['const four'],
      ['const four'],
    ]);
    expect(reads.at(-1)).toHaveLength(MODULE.length + 2);
  });

  it.each([
    ['a name that another statement declares', [replace("'four'", "'f', two")]],
    [
      'a declaration that another statement names',
      [replace('const four', 'const three = 1, four'), replace('Three {', 'Three { m = three;')],
    ],
    ['an import', [replace("'four'", "'5'"), replace('import * as all', 'import * as alle')]],
    ['a new import', [replace("'four'", "'5'"), (text: string) => `${text}import { x } from './x';\nx(old);\n`]],
    [
      'an import in a function',
      [
        replace("'four'", "'5'"),
        replace("old('5').send(new Date())", "{ import { old } from './y'; old('5'); }"),
        replace("'5'", "'6'"),
        replace("'6'", "'7'"),
      ],
    ],
    [
      'the same import again',
      [replace("'four'", "'5'"), (text: string) => `${text}import { old } from './old';`, replace("'5'", "'6'")],
    ],
    ['a declaration of what is imported', [replace("'four'", "'5'"), (text: string) => `${text}interface old {}`]],
    [
      'what leaves under which name',
      [
        replace('export { Three as default }', 'export { Three as default, Three }'),
        replace('default, Three', 'default, Three as T'),
      ],
    ],
    [
      'a comment in place of a statement',
      [replace("'four'", "'5'"), replace("export const two = (other: Other) => all.take(other.id, 'two');", '// gone')],
    ],
    [
      'comments around a statement',
      [replace('/** Another. */', '/* eslint-disable */'), replace('eslint-disable', 'eslint-enable')],
    ],
    [
      'what follows the last statement',
      [(text: string) => `${text}// end`, (text: string) => `${text} of it`, (text: string) => `${text}\nfour();`],
    ],
    [
      'a statement that swallows the next',
      [replace("'four'", "'5'"), replace("'two');", "'two')"), replace("'two')", "'two') + `")],
    ],
    [
      'a statement that is called by the next',
      [
        replace("'four'", "'5'"),
        replace("'two');\n", "'two')\n"),
        replace('class Three', '(class Three'),
        replace('}\nexport {', '})\nexport {'),
      ],
    ],
    [
      'a global declaration',
      [replace("'four'", "'5'"), (text: string) => `${text}declare global { interface Row {} }`],
    ],
    [
      'a syntax error and its end',
      [replace("'four'", "'5'"), replace("old('5')", "old('5'"), replace("old('5'", "old('5')")],
    ],
    ['entropy in a text', [replace("'four'", '`run_${Date.now()}`'), replace('`run_', '`job_')]],
    [
      'what a function of another statement makes',
      [
        replace('new Date()', 'Math.random().toString(36)'),
        replace("'two'", '`two_${four()}`'),
        replace('two_', 'too_'),
      ],
    ],
    ['the first statement', [replace("'use client'", "'use server'"), replace("'four'", "'5'")]],
  ])('has the facts of the whole after an edit of %s', (_, edits) => {
    for (const texts of [true, false]) {
      const { facts, alone } = edited(versions(MODULE, ...edits), { texts });
      expect(facts).toEqual(alone);
    }
  });

  it('follows what one statement takes from a module to the uses in others', () => {
    const text =
      ASIDE +
      "const { make, break: stop } = await import('./m');\nexport const a = () => make(1);\nexport const b = () => stop(2);\n";
    const { facts, alone } = edited(versions(text, replace('1', '11'), replace('11', '111'), replace('2', '22')), {
      texts: false,
    });
    expect(facts).toEqual(alone);
  });

  describe('with a class', () => {
    const CLASS = `import { Base, old } from './old';
const LIMIT = 2;
@old.injected()
export class Service extends Base<typeof LIMIT> implements Port {
  #bridge = new old.Bridge();
  readonly limit = LIMIT
  /** Sends. */
  send(text: string): void;
  send(text: unknown) { this.#bridge.send(text); }
  get state() { return this.#bridge.state; }
  static make() { return new Service(); }
  [Symbol.iterator]() { return old('a'); }
  other(id: string) {
${'    old(id);\n'.repeat(150)}  }
  last = () => old('z').send(1);
  // The end.
}
const after = 1;
`;

    it('is read member by member', () => {
      const { facts, alone, reads } = edited(versions(CLASS, replace("'z'", "'y'"), replace("'y'", "'x'")), {
        texts: false,
      });
      expect(facts).toEqual(alone);
      expect(reads.at(-1)).toHaveLength(CLASS.length + 1);
      expect(reads.at(-1)?.replaceAll(/\s+/gu, ' ')).toBe(
        "import { Base, old } from './old'; const LIMIT = 2; @old.injected() " +
          'export class Service extends Base<typeof LIMIT> implements Port { 0; ' +
          // One member is read on each side, and the end of the class is a piece of its own.
          `other(id: string) { ${'old(id); '.repeat(150)}} ` +
          "last = () => old('x').send(1); // The end. } 0; ",
      );
    });

    it.each([
      ['a member of the same name', [replace('last =', 'first ='), replace('first =', 'send =')]],
      [
        'an overload',
        [replace('text: string', 'text: string | null'), replace('send(text: string | null): void;', '')],
      ],
      [
        'what forwards',
        [replace('this.#bridge.send(text)', 'return this.#bridge.send(text)'), replace('return this', 'void this')],
      ],
      [
        'what is the last to forward',
        [replace('return this.#bridge.state', 'return null'), replace('{ this.#bridge.send(text); }', '{}')],
      ],
      [
        'a new member',
        [replace('  // The end.\n', '  // The end.\n  more() {}\n'), replace('more() {}', 'more() { old(); }')],
      ],
      ['a new member in front', [replace('  #bridge =', '  a = 1;\n  #bridge ='), replace('a = 1', 'a = old')]],
      [
        'a member without a semicolon',
        [replace('= LIMIT\n', '= LIMIT + 1\n'), replace('= LIMIT + 1\n', '= LIMIT\n  [0] = 2\n')],
      ],
      ['a comment at the end', [replace('// The end.', '// eslint-disable-line'), replace('-line', '-next-line')]],
      [
        'a deleted comment at the end',
        [
          replace('  // The end.', '\n\n // eslint-disable-line'),
          replace('new Service()', 'new Service(1)'),
          replace('Service(1)', 'Service(2)'),
          replace(' // eslint-disable-line', ''),
        ],
      ],
      ['a deleted member', [replace("'z'", "'y'"), replace("  last = () => old('y').send(1);\n", '')]],
      [
        'the head',
        [replace("'z'", "'y'"), replace('implements Port', 'implements Port, Other'), replace("'y'", "'x'")],
      ],
      ['a decorator', [replace("'z'", "'y'"), replace('injected()', 'injected(1)'), replace("'y'", "'x'")]],
      [
        'what else is exported',
        [replace("'z'", "'y'"), (text: string) => `${text}export { Service as S };\n`, replace("'y'", "'x'")],
      ],
      [
        'a member that writes to the class',
        [replace("old('z').send(1)", '(Service = old)'), replace('(Service = old)', 'old')],
      ],
      [
        'a text of the class',
        [replace("old('z').send(1)", '`z_${this.n++}`'), replace('z_', 'y_'), replace("old('a')", 'this.last()')],
      ],
      [
        'a counter of the class',
        [
          replace("old('z').send(1)", '{ Service.n++; }'),
          replace("old('a')", '{ runId: `id_${Service.n}` }'),
          replace('id_', 'run_'),
        ],
      ],
    ])('has the facts of the whole after an edit of %s', (_, edits) => {
      for (const texts of [true, false]) {
        const { facts, alone } = edited(versions(CLASS, ...edits), { texts });
        expect(facts).toEqual(alone);
      }
    });
  });

  it('is read in part again some versions after that was not worth it', () => {
    const text = `export const a = () => 0;\nexport const b = 1;\n${ASIDE}`;
    const counted = Array.from({ length: 8 }, (_, index) => replace(`=> ${String(index)}`, `=> ${String(index + 1)}`));
    const { facts, alone, reads } = edited(versions(text, replace('aside() {', 'aside(): void {'), ...counted));
    expect(facts).toEqual(alone);
    const whole = reads.map((read) => read.includes('function aside') && read.includes('const a'));
    expect(whole.lastIndexOf(true)).toBeGreaterThan(2);
    expect(whole.slice(-3)).toEqual([false, false, false]);
  });

  it('takes no name for one that every object has', () => {
    const text = `let toString = 0;\n${ASIDE}export const b = () => 1;\ntoString += 2;\n`;
    const { facts, alone } = edited(versions(text, replace('2', '22'), replace('22', '3 + toString')), {
      texts: false,
    });
    expect(facts).toEqual(alone);
  });

  it('knows what is assigned in another statement', () => {
    const text = `${ASIDE}let i;\nexport const use = () => i.send(1);\ni = require('./i');\n`;
    const { facts, alone } = edited(versions(text, replace("'./i'", "'./j'"), replace('require', 'wrap')));
    expect(facts).toEqual(alone);
  });

  it('knows a counter of what is imported', () => {
    const text = `import { Ids } from './ids';\nexport const next = () => { Ids.last++; };\n${ASIDE}export const make = () => ({ id: old() });\n`;
    const { facts, alone } = edited(versions(text, replace('old()', '`run_${Ids.last}`'), replace('run_', 'job_')));
    expect(facts).toEqual(alone);
  });

  it('knows what is imported inside a function under the name of another import', () => {
    const text = `import { b } from './a';\nb(0);\n${ASIDE}run(() => {\nimport { b } from './b';\nb(1);\n});\n`;
    const { facts, alone } = edited(versions(text, replace('1', '2'), replace('2', '3')), { texts: false });
    expect(facts).toEqual(alone);
  });

  it('counts the overloads of a function that is declared in several blocks', () => {
    const block = (type: string) => `declare module 'm' { function f(a: ${type}): void; }\n`;
    const text = `${ASIDE}${block('string')}const a = 1;\n${block('number')}`;
    const { facts, alone } = edited(versions(text, replace('number', 'boolean'), replace('boolean', 'bigint')));
    expect(facts).toEqual(alone);
  });

  it('follows a regular expression to where it is read', () => {
    const text =
      ASIDE +
      'const RUN_RE = /^run_(.+)$/;\nexport const a = (runId: string) => runId.match(RUN_RE);\nexport const b = () => 1;\n';
    const { facts, alone } = edited(
      versions(text, replace('1', '11'), replace('run_', 'job_'), replace('runId', 'jobId')),
    );
    expect(facts).toEqual(alone);
  });

  it('is read as a whole in JavaScript, where comments define types', () => {
    const text =
      '/** @typedef {import("./b").B} B */\n/** @param {B} b */\nexport function a(b) { b.send(); }\nexport const c = 1;\n';
    const { facts, alone, reads } = edited(versions(text, replace('1', '11'), replace('11', '111')), {
      path: 'src/a.js',
    });
    expect(facts).toEqual(alone);
    expect(reads.every((read) => read.includes('typedef') && read.includes('const c'))).toBe(true);
  });

  it('has the facts of the whole after any edits', () => {
    const statements = fc.constantFrom(
      "import { a } from './a';",
      "import type { T } from './t';",
      'const b = a(1)',
      'let c: T | undefined;',
      'c ??= b;',
      'export const d = (x: T) => `d_${x}_${Date.now()}`;',
      'function e({ b }: { b: T }) { return d(b) + a.m(c); }',
      'class F extends a.Base { n = 0; id() { return `f_${this.n++}`; } }',
      'class G { n() { return this.id(); } }',
      'export class H { a = a; b() { this.a.send(1); } get c() { return this.a; } static d = () => new H() }',
      "  e(x: T) { return this.b(x, 'e'); }",
      '  f = b;',
      '}',
      '@a() export class O extends H {',
      'export { b as default, e };',
      "export * from './h';",
      'type T2 = { readonly e: T };',
      '(() => { const b = new F(); b.id(); })()',
      '/* eslint-disable */',
      '// eslint-disable-next-line\n;[a].map(b)',
      "const { i } = await import('./i');",
      'i?.(c);',
      'namespace N { export const j = a; }',
      'namespace N { export const k = j; }',
      'enum K { A, B }',
      '{ const b = K.A; b.send(b); }',
      'if (b) var l = require("./l"), m = l.m;',
      'm("run_1".split("_"), l);',
    );
    const edits = fc.record({
      at: fc.nat(),
      remove: fc.constantFrom(0, 0, 1, 3, 30),
      insert: fc.oneof(
        statements,
        fc.constantFrom('', ' ', '\n', ';', '`', '/*', '*/', '{', '}', '(', 'b', 'x', '/**/', '0'),
      ),
      atLine: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(statements, { minLength: 4, maxLength: 12 }),
        fc.array(edits, { maxLength: 8 }),
        fc.boolean(),
        (lines, changes, texts) => {
          const text = `${ASIDE}${lines.join('\n')}`;
          const { facts, alone } = edited(
            versions(
              text,
              ...changes.map(({ at, atLine, insert, remove }) => (before: string) => {
                const offset = ASIDE.length + (at % (before.length - ASIDE.length + 1));
                const place = atLine ? before.lastIndexOf('\n', offset) + 1 : offset;
                return `${before.slice(0, place)}${insert}${atLine ? '\n' : ''}${before.slice(place + remove)}`;
              }),
            ),
            { texts },
          );
          expect(facts).toEqual(alone);
        },
      ),
      { numRuns: 400 },
    );
  });
});
