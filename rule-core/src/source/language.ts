/** What a file's name says about the language in it. */
export interface SourceLanguage {
  /** JavaScript, where types live in JSDoc. */
  readonly javascript: boolean;
  /** `.d.ts`, `.d.mts`, `.d.cts` and `.d.css.ts`-like declaration files. */
  readonly declaration: boolean;
  /** Whether `<a>` may start an element. */
  readonly jsx: boolean;
  /** A CommonJS module by its extension: `return` at its top level is allowed. */
  readonly commonjs: boolean;
}

/**
 * The language of a file, by its name alone.
 *
 * @param path Any path; only its last segment counts.
 */
export function languageOf(path: string): SourceLanguage {
  const name = path.toLowerCase();
  const extension = name.slice(name.lastIndexOf('.') + 1);
  const javascript = extension === 'js' || extension === 'jsx' || extension === 'mjs' || extension === 'cjs';
  return {
    javascript,
    declaration: /\.d\.(?:[^./\\]+\.)?ts$|\.d\.[cm]ts$/.test(name),
    jsx: javascript || extension === 'tsx',
    commonjs: extension === 'cjs' || extension === 'cts',
  };
}
