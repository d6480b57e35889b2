import { createHash } from 'node:crypto';
import { namePattern } from '../source/names/name-pattern.js';

/** So few names are quicker looked for one by one than by an expression. */
const FEW = 4;

/** A canonical with more exports than this is known by its classes and hooks: its functions are called all over the code. */
const MANY = 50;

/**
 * What the text of a module must look like for a layer over a canonical to be in it: it exports something with a body, and
 * names what it hands on to. A name of one word (`http`, `logger`) is in most modules: it counts where a body comes down to it.
 */
export class LayerSearch {
  /** What {@link test} asks of a module's text, for the store's answers: the same for the same names. */
  readonly question: string;
  readonly #pattern: RegExp | undefined;
  /** Blocks that one call of a plain name fills. */
  readonly #block: RegExp | undefined;
  /** Of which there is one in the text; `undefined` where that is not so, or takes longer than the expression. */
  readonly #few: readonly string[] | undefined;

  /**
   * @param unnamed the words of modules of which importers choose the name: what they export has none
   * @param whole the words of modules that are canonical as a whole, and may be asked for as one object
   */
  constructor(names: Iterable<string>, unnamed: Iterable<string> = [], whole: Iterable<string> = []) {
    const all = [...new Set(names)].filter((name) => /^[\w$]+$/u.test(name) && name !== 'default').sort();
    const known = all.length > MANY ? all.filter((name) => /^[A-Z]|^use[A-Z]/u.test(name)) : all;
    this.#few = known.length <= FEW && isEmpty(unnamed) && isEmpty(whole) ? known : undefined;
    const words = known.filter((name) => /[A-Z]/u.test(name));
    const plain = known.filter((name) => !/[A-Z]/u.test(name));
    const specifier = (words: Iterable<string>): string =>
      `(?:${alternatives([...new Set(words)].sort())})(?:\\.[cm]?[jt]sx?)?['"]`;
    const parts = [
      ...(isEmpty(unnamed) ? [] : [`['"/]${specifier(unnamed)}`]),
      ...(isEmpty(whole)
        ? []
        : [`(?:\\*\\s*as\\s+[\\w$]+\\s+from|\\brequire\\s*\\()\\s*['"](?:[^'"]*/)?${specifier(whole)}`]),
      ...(words.length === 0 ? [] : [`\\b(?:${alternatives(words)})\\b`]),
      ...(plain.length === 0
        ? []
        : [
            `(?:=>|\\breturn\\b)\\s*(?:await\\s+)?(?:${alternatives(plain)})\\s*(?:\\?\\.|[.(])`,
            `\\b(?:${alternatives(plain)})\\.\\w+\\.bind\\(`,
          ]),
    ];
    this.#pattern = parts.length === 0 ? undefined : new RegExp(parts.join('|'), 'u');
    const call = `(?:await\\s+)?(?:${alternatives(plain)})\\s*(?:\\?\\.|[.(])(?:[^{};]|\\{[^{}]*\\})*;?\\s*\\}`;
    this.#block = plain.length === 0 ? undefined : new RegExp(`\\{\\s*${call}`, 'gu');
    const hash = createHash('sha1').update([...parts, this.#block?.source].join('|'));
    this.question = `hands on ${hash.digest('base64')}`;
  }

  test(text: string): boolean {
    if (this.#few?.some((name) => text.includes(name)) === false) return false;
    return (this.#pattern?.test(text) === true || this.#fillsBody(text)) && EXPORTS.test(text) && BODY.test(text);
  }

  #fillsBody(text: string): boolean {
    return (
      this.#block !== undefined &&
      [...text.matchAll(this.#block)].some(
        ({ index }) => !BRANCH.test(text.slice(Math.max(0, index - LOOK_BACK), index)),
      )
    );
  }
}

/** How far in front of a block its head may start. */
const LOOK_BACK = 120;
/** What stands in front of a block that is no body: logging in a `catch` is no layer. */
const BRANCH =
  /\b(?:(?:if|for|while|catch|switch|with)\s*\([^()]*(?:\([^()]*\)[^()]*)*\)|else|try|finally|do|catch)\s*$/u;

const EXPORTS = /\bexports?\b/u;
/** A body, or another name in a barrel. */
const BODY = /\bclass\b|=>|\bfunction\b|\.bind\(|\bas\b|\)\s*\{/u;

function isEmpty(words: Iterable<string>): boolean {
  return [...words].length === 0;
}

function alternatives(names: readonly string[]): string {
  return names.map(namePattern).join('|');
}
