/** What a module asks another one for, as its text has it. */
export interface TextImport {
  readonly specifier: string;
  /** The exports between the braces; `null` where it is asked for otherwise: as an object, by default, as a whole. */
  readonly names: readonly string[] | null;
  /** The names between `import` or `export` and `from`, whatever they stand for. */
  readonly locals: readonly string[];
  readonly reexports: boolean;
}

const request =
  /(?:\b(import|export)\b(?=[\s*{])([^'"`;()=]*?)\bfrom\s*|\bimport\s*\(?\s*|\brequire\(\s*)(["'])([^"'\n]+)\3/g;

/**
 * The modules that a text asks for, read without its tree: a comment or a string may look like an import. Good for counting and
 * for what is looked at more closely afterwards, not for judging.
 */
export function textImports(text: string): TextImport[] {
  return [...text.matchAll(request)].map(([, keyword, between = '', , specifier = '']) => ({
    specifier,
    names: namesIn(between),
    locals: between.match(/[\w$]+/g) ?? [],
    reexports: keyword === 'export',
  }));
}

function namesIn(between: string): string[] | null {
  const braces = /^\s*(?:type\s+)?\{([^{}]*)\}\s*$/.exec(between)?.[1];
  return braces?.split(',').flatMap((part) => /^\s*(?:type\s+)?([\w$]+)/.exec(part)?.[1] ?? []) ?? null;
}
