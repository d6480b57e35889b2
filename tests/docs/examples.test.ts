import { describe, expect, it } from 'vitest';

import { readExamples } from './examples.js';

describe('readExamples', () => {
  it('reads set-up, incorrect and correct files', () => {
    const page = `# Title

\`a.json\`:

\`\`\`json
{}
\`\`\`

❌ \`src/b.ts\`

\`\`\`ts
b;
c;
\`\`\`

- ✅ no example

  ✅ \`src/d.js\`

  \`\`\`js
  if (d) {
    e;
  }
  \`\`\`

\`\`\`sh
npm start
\`\`\`
`.replaceAll('\n', '\r\n');
    expect(readExamples(page)).toEqual([
      { kind: 'set-up', file: 'a.json', code: '{}\n', line: 6 },
      { kind: 'incorrect', file: 'src/b.ts', code: 'b;\nc;\n', line: 12 },
      { kind: 'correct', file: 'src/d.js', code: 'if (d) {\n  e;\n}\n', line: 21 },
    ]);
  });

  it('refuses code that names no file', () => {
    expect(() => readExamples('Text\n\n```ts\nlet a;\n```\n')).toThrow('The block at line 3 names no file');
  });
});
