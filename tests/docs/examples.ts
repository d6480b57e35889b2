/** A fenced block of a page that is a file of a project. */
export interface Example {
  /** `set-up`: part of the project. `incorrect`, `correct`: the rule looks at it. */
  readonly kind: 'set-up' | 'incorrect' | 'correct';
  readonly file: string;
  readonly code: string;
  /** 1-based line of the page on which the code starts. */
  readonly line: number;
}

const kinds = { '❌': 'incorrect', '✅': 'correct' } as const;

// A line such as "❌ `src/a.ts`", perhaps with words after it, an empty line, and a fence, indented alike.
const pattern = /^( *)(?:(❌|✅) )?`([^`\n]+)`[^\n]*\n\n\1(`{3,})\w+\n([^]*?)^\1\4$/gm;

/**
 * Reads the examples of a page. A file name in front of a block makes it a file, and a mark in front of the name an example.
 *
 * @throws {Error} If a block of code names no file, so that no example goes untested by a slip of the pen. Blocks of
 *   other languages (`sh`, `text`) need none.
 */
export function readExamples(page: string): Example[] {
  const text = page.replaceAll('\r\n', '\n');
  const examples = [...text.matchAll(pattern)].map((match): Example => {
    const [whole, indent = '', mark, file = '', , code = ''] = match;
    const start = match.index + whole.indexOf('\n', whole.indexOf('```')) + 1;
    return {
      kind: mark === '❌' || mark === '✅' ? kinds[mark] : 'set-up',
      file,
      code: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
      line: text.slice(0, start).split('\n').length,
    };
  });
  const starts = new Set(examples.map(({ line }) => line));
  for (const fence of text.matchAll(/^ *`{3,}(?:[mc]?[jt]sx?|jsonc?)[^\n]*\n/gm)) {
    const line = text.slice(0, fence.index + fence[0].length).split('\n').length;
    if (!starts.has(line))
      throw new Error(`The block at line ${line - 1} names no file: write \`path\` two lines above`);
  }
  return examples;
}
