import { describe, expect, it } from 'vitest';
import { factsOf } from './facts-of.js';

const MODULE = `import { randomBytes as bytes } from 'node:crypto';
let count = 0;
const { random } = Math;
const suffix = () => random().toString(36).slice(2);
export class Runs {
  #last = 0;
  readonly id = \`runs-\${Date.now()}\`;
  next(thread: string, { ref = 'r-' + count++ } = {}) {
    const time = Date.now();
    const runId = \`thread_\${thread}_run_\${time}_\${suffix()}\`;
    return { runId, ref, span: bytes(8).toString('hex'), at: [++this.#last, 'x'].join(':') };
  }
}
export const C = () => {
  const [draftId] = useState(() => \`d-\${Date.now()}\`);
  return <i id={draftId} key={\`k-\${Math.random()}\`} title={draftId.split('-')[1]} />;
};
`;

describe('text flows', () => {
  it('are the same by every parser', () => {
    const { textFlows, textReads } = factsOf(MODULE, 'src/a.tsx');
    expect(textFlows.length).toBeGreaterThan(8);
    expect(textReads).toHaveLength(1);
    const script = MODULE.replace('(thread: string, ', '(thread, ').replace('readonly id', 'id');
    expect(factsOf(script, 'src/a.jsx').textFlows).toHaveLength(textFlows.length);
  });

  it('name the parts of a text through the constants that hold them', () => {
    const text =
      'function f(thread: string) {\n  const time = Date.now();\n  const runId = `t_${thread}_${time}`;\n  return [runId];\n}\n';
    const [flow, ...others] = factsOf(text).textFlows.filter(({ entropy }) => entropy !== null);
    expect(others).toEqual([]);
    const clock = text.indexOf('Date.now()');
    const made = text.indexOf('`t_');
    expect(flow).toEqual({
      entropy: 'clock',
      source: [clock, clock + 10],
      scope: 'f',
      made: null,
      steps: [
        {
          kind: 'variable',
          name: 'runId',
          nameRange: [text.indexOf('runId'), text.indexOf('runId') + 5],
          within: null,
          made: {
            range: [made, made + '`t_${thread}_${time}`'.length],
            form: 'composed',
            chooses: false,
            parts: [
              { kind: 'literal', text: 't_' },
              { kind: 'value', range: [made + 5, made + 11], text: 'thread' },
              { kind: 'literal', text: '_' },
              {
                kind: 'entropy',
                entropy: 'clock',
                range: [clock, clock + 10],
                local: [text.indexOf('const time'), clock + 11],
              },
            ],
          },
        },
        {
          kind: 'function',
          name: 'f',
          nameRange: [9, 10],
          within: [0, text.length - 1],
          made: expect.objectContaining({ form: 'composed' }) as unknown,
        },
      ],
    });
  });

  it.each([
    ['a time that is compared', 'const late = Date.now() > deadline;'],
    ['a duration', 'const ms = Date.now() - start;'],
    ['a random branch', 'const x = Math.random() < 0.5 ? a : b;'],
    ['a loop', 'for (let i = 0; i < 3; i++) run(i);'],
    ['a template with a single hole', 'const label = `run ${name}`;'],
    ['a cycle', 'let a = Math.random(); a = a * 2; a = a + a;'],
  ])('are none for %s', (_what, text) => {
    expect(factsOf(text).textFlows).toEqual([]);
  });

  it('ends on names that hold each other', () => {
    const text = 'function f() { return g(); }\nfunction g() { return f() + Math.random().toString(36); }\n';
    expect(factsOf(text).textFlows.map(({ steps }) => steps.map(({ name }) => name))).toEqual([['g', 'f']]);
  });
});
