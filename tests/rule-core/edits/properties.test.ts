import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, combineEdits } from '../../../rule-core/src/index.js';
import { parseModule } from '../../../rule-core/src/source/index.js';
import { CONTEXT_CONFIG, CONTEXT_FILES } from '../checks/contexts.js';
import { fixtureProject } from '../../fixture-project/fixture-project.js';

const TWIN = 'AgentExecutionContext';
const CANONICAL = 'UserExecutionContext';

const QUOTES = fc.constantFrom("'", '"');
const LINE_BREAKS = fc.constantFrom('\n', '\r\n');
const NOISE = fc.constantFrom(
  '',
  '// 🚀 über',
  '/* a */ const before = 1;',
  "const s = '🎉 AgentExecutionContext';",
  'const r = /[AgentExecutionContext]/u;',
  'const t = `${1}`;',
);
const ALIAS = fc.constantFrom(TWIN, 'Ctx', 'Old');
const LAYOUT = fc.constantFrom(
  (s: string) => `{ ${s} }`,
  (s: string) => `{${s}}`,
  (s: string) => `{\n  ${s},\n}`,
  (s: string) => `{ other, ${s} }`,
  (s: string) => `{ ${s}, type Other, }`,
  (s: string) => `{\n  other, // kept\n  ${s},\n}`,
);
const USE = fc.constantFrom(
  (n: string) => `export const made = new ${n}('u', 't');`,
  (n: string) => `export function take(c: ${n}): ${n} { return c; }`,
  (n: string) => `export class Sub extends ${n} {}`,
  (n: string) => `export const list: Array<${n}> = [];`,
  (n: string) => `export const is = (x: unknown): x is ${n} => x instanceof ${n};`,
  (n: string) => `export const table = { ${n} };`,
  (n: string) => `export function shadow(${n}: string) { return ${n}; }`,
  (n: string) => `export const text = \`\${new ${n}('u', 't').describe()}\`;`,
  (n: string) => `export { ${n} as Public };`,
  (n: string) => `export const lazy = () => [${n}, /* c */ ${n}];`,
);

/** A module that imports the twin and uses it, laid out at random. */
const MODULES = fc
  .record({
    quote: QUOTES,
    lineBreak: LINE_BREAKS,
    semicolon: fc.constantFrom(';', ''),
    alias: ALIAS,
    layout: LAYOUT,
    noise: fc.array(NOISE, { maxLength: 3 }),
    uses: fc.uniqueArray(USE, { minLength: 1, maxLength: 5 }),
    hasCanonical: fc.boolean(),
    extension: fc.constantFrom('', '.js'),
  })
  .map(({ quote, lineBreak, semicolon, alias, layout, noise, uses, hasCanonical, extension }) => {
    const specifier = alias === TWIN ? TWIN : `${TWIN} as ${alias}`;
    const lines = [
      ...noise.slice(0, 1).filter((line) => line.startsWith('//')),
      ...(hasCanonical
        ? [
            `import { createUserExecutionContext } from ${quote}./context/user-execution-context${extension}${quote}${semicolon}`,
          ]
        : []),
      `import ${layout(specifier)} from ${quote}./agents/agent-execution-context${extension}${quote}${semicolon}`,
      ...noise.slice(1),
      ...uses.map((use) => use(alias)),
      '',
    ];
    return lines.join('\n').replaceAll('\n', lineBreak);
  });

describe('fixes', () => {
  it('parse, settle, and touch nothing but the twin and its import', () => {
    const project = fixtureProject(CONTEXT_CONFIG, CONTEXT_FILES);
    fc.assert(
      fc.property(MODULES, (text) => {
        const fixed = project.fix('src/generated.ts', text);
        expect(parseModule('src/generated.ts', fixed).kind).toBe('parsed');
        expect(project.fix('src/generated.ts', fixed)).toBe(fixed);
        expect(
          project
            .lint('src/generated.ts', { text: fixed })
            .filter(({ symbol, fix }) => symbol.endsWith(`#${TWIN}`) && fix !== null),
        ).toEqual([]);
        for (const line of untouched(text)) {
          expect(fixed).toContain(line);
        }
        expect(fixed.includes('\r\n')).toBe(text.includes('\r\n'));
        expect(fixed.replaceAll('\r\n', '').includes('\n')).toBe(text.replaceAll('\r\n', '').includes('\n'));
      }),
      { numRuns: 300 },
    );
  });

  it('suggest edits that parse', () => {
    const project = fixtureProject(CONTEXT_CONFIG, CONTEXT_FILES);
    fc.assert(
      fc.property(MODULES, (text) => {
        const state = text.replaceAll('agent-execution-context', 'state').replaceAll(TWIN, 'DeepAgentState');
        for (const { suggestions } of project.lint('src/generated.ts', { text: state })) {
          for (const { edits } of suggestions) {
            expect(parseModule('src/generated.ts', applyEdits(state, edits)).kind).toBe('parsed');
            expect(combineEdits(edits)).toEqual(edits);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});

/** The lines that name neither the twin nor its module. */
function untouched(text: string): string[] {
  const lines = text
    .split(/\r?\n/u)
    .filter((line) => line !== '' && !/Context|agent-execution|\bCtx\b|\bOld\b|[{}]/u.test(line));
  return [...lines, ...(text.match(/\/\/ kept|\/\* c \*\//gu) ?? [])].filter((line) => !line.includes(CANONICAL));
}
