import { extractFacts } from '../extract-facts.js';
import type { ModuleFacts } from '../facts.js';
import { languageOf } from '../language.js';
import { parseModule, type ParseResult } from '../parse-module.js';
import { readAround } from './read-around.js';
import { isAwayFrom, restOf, type ReadVersion, type Rest } from './rest.js';
import { touchedBy } from './touched.js';
import { hasOwnNamesOnly, unitsOf } from './units.js';

/** What a version of a module says, or why it says nothing. */
export type EditedFacts =
  { readonly kind: 'facts'; readonly facts: ModuleFacts } | Extract<ParseResult, { kind: 'syntax-error' }>;

/** Where reading in parts was not worth it, at most so many versions are read before it is tried again. */
const LONGEST_PAUSE = 16;

/**
 * A module that is read again and again while it is edited. Of a new version only those statements and members of
 * classes are read that an edit can matter to; the facts are the same as if all were read.
 */
export class EditedModule {
  /** Relative to the workspace root, `/`-separated, with extension. */
  readonly path: string;
  readonly #isTyped: boolean;
  /** The last version that could be read, and what of it need not be read again. */
  #last: { readonly version: ReadVersion; readonly rest: Rest | undefined } | undefined;

  /** How often in a row reading in parts was not worth it, and how many versions are still to be read without trying. */
  #attempts = 0;
  #pause = 0;

  constructor(path: string) {
    const { commonjs, declaration, javascript } = languageOf(path);
    this.path = path;
    // Types that comments of JavaScript define hold for the whole module, and what kind of module it is, all of it tells.
    this.#isTyped = !commonjs && !declaration && !javascript;
  }

  /**
   * Reads a version.
   *
   * @param text Without its byte order mark.
   * @param options `texts`: whether `textFlows` and `textReads` are read; without them they are empty.
   * @throws {@link ParserUnavailableError} if the native parser does not load on this machine.
   */
  read(text: string, { texts }: { readonly texts: boolean }): EditedFacts {
    const facts = this.#readPart(text, texts);
    return facts === undefined ? this.#readWhole(text, texts) : { kind: 'facts', facts };
  }

  #readWhole(text: string, texts: boolean): EditedFacts {
    const parsed = parseModule(this.path, text);
    if (parsed.kind === 'syntax-error') return parsed;
    const { module } = parsed;
    // Most modules are read only once.
    const isEdited = this.#last !== undefined && this.#isTyped && this.#pause === 0;
    const units = isEdited && hasOwnNamesOnly(module) ? unitsOf(module, texts) : [];
    this.#pause = Math.max(0, this.#pause - 1);
    this.#last = { version: { path: this.path, text, texts, units }, rest: undefined };
    return { kind: 'facts', facts: extractFacts(module, { texts }) };
  }

  #readPart(text: string, texts: boolean): ModuleFacts | undefined {
    if (this.#last?.version.texts !== texts) return undefined;
    const { version } = this.#last;
    const touched = touchedBy(version.text, text, version.units);
    if (touched === undefined) return undefined;
    const known = this.#last.rest;
    const rest = known !== undefined && isAwayFrom(known, touched) ? known : restOf(version, touched);
    this.#attempts = rest === undefined ? this.#attempts + 1 : 0;
    this.#pause = rest === undefined ? Math.min(2 ** this.#attempts, LONGEST_PAUSE) : 0;
    const read = rest && readAround(version, rest, touched, text);
    if (read === undefined) return undefined;
    this.#last = read;
    return read.facts;
  }
}
