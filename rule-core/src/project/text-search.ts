import type { SearchWords } from './search-words.js';

/** A compiled search over texts, for several sets of words at once. */
export class TextSearch<Key> {
  /** The same for two searches that find the same texts. */
  readonly key: string;
  readonly #names = new Map<string, Key[]>();
  readonly #texts = new Map<string, Key[]>();
  readonly #specifiers = new Map<string, SpecifierWord<Key>[]>();
  readonly #globs: { readonly literal: string; readonly declaration: RegExp; readonly key: Key }[] = [];
  readonly #identifier: RegExp | undefined;
  readonly #segment: RegExp | undefined;
  readonly #anywhere: RegExp | undefined;

  /** @param sets the words that stand for each key */
  constructor(sets: Iterable<readonly [key: Key, words: SearchWords]>) {
    const keys: string[] = [];
    for (const [key, words] of sets) {
      keys.push(keyOf(words));
      this.#add(key, words);
    }
    this.key = keys.join('\0');
    this.#addInnerSpecifiers();
    // Of words that begin alike the longest is found: it stands for the others, too.
    for (const [outer, found] of this.#texts) {
      for (const [inner, others] of this.#texts) if (outer !== inner && outer.startsWith(inner)) found.push(...others);
    }
    // What stands around a word is looked at only where the word is found: a lookbehind in the expression would be tried at
    // every place of every text, and makes it three times as slow.
    this.#identifier = anyOf([...this.#names.keys(), ...this.#globs.map(({ literal }) => literal)]);
    this.#anywhere = anyOf(this.#texts.keys());
    const segments = [...this.#specifiers.keys()].filter((word) => word !== INDEX);
    this.#segment = anyOf(segments, `["'\`/]`, `(?=["'\`/.?])`);
  }

  /** The keys of which a text has a word. */
  find(text: string): ReadonlySet<Key> {
    const found = new Set<Key>();
    const seen = new Set<string>();
    for (const { 0: match, index } of matches(text, this.#segment)) {
      for (const word of this.#specifiers.get(match.slice(1)) ?? []) {
        if (!found.has(word.key) && isAskedFor(text, index, match.length, word)) found.add(word.key);
      }
    }
    for (const word of this.#specifiers.get(INDEX) ?? []) {
      if (!found.has(word.key) && asksForIndex(text, word)) found.add(word.key);
    }
    for (const { 0: word, index } of matches(text, this.#identifier)) {
      const named = seen.has(word) || !isWhole(text, index, word.length) ? undefined : this.#names.get(word);
      if (named !== undefined) {
        seen.add(word);
        for (const key of named) found.add(key);
      }
      for (const { declaration, key, literal } of this.#globs) {
        if (found.has(key) || !word.includes(literal)) continue;
        if (declaration.test(text.slice(Math.max(0, index - NEAR), index + word.length + NEAR))) found.add(key);
      }
    }
    seen.clear();
    for (const { 0: word } of matches(text, this.#anywhere)) {
      if (seen.has(word)) continue;
      seen.add(word);
      for (const key of this.#texts.get(word) ?? []) found.add(key);
    }
    return found;
  }

  /** Whether a text has any word. */
  test(text: string): boolean {
    return this.find(text).size > 0;
  }

  /** Whether an import of `imported` (`'*'` for the module object) asks by its specifier for something that the words are about. */
  asks(specifier: string, imported: string): boolean {
    if (this.#specifiers.has(INDEX) && isOfIndex(specifier)) return true;
    const text = `"${specifier}"`;
    for (const { 0: match, index } of matches(text, this.#segment)) {
      for (const word of this.#specifiers.get(match.slice(1)) ?? []) {
        const isMeant =
          word.exports === null || imported === '*' || imported === 'default' || word.exports.has(imported);
        if (isMeant && endsWell(text, index + match.length, word)) return true;
      }
    }
    return false;
  }

  #add(key: Key, { declared, modules, names, objects, packages, texts }: SearchWords): void {
    for (const name of names) push(this.#names, name, key);
    for (const text of texts) push(this.#texts, text, key);
    for (const glob of declared) {
      if (glob !== '') this.#globs.push({ literal: longestLiteral(glob), declaration: declaration(glob), key });
    }
    for (const name of modules) push(this.#specifiers, name, { key, isPackage: false, exports: null });
    for (const name of objects) {
      if (!modules.has(name)) push(this.#specifiers, name, { key, isPackage: false, exports: NONE });
    }
    for (const [name, exports] of packages) push(this.#specifiers, name, { key, isPackage: true, exports });
  }

  /** The longest word is found: it stands, too, for a package's name in front of its end, and for a last segment. */
  #addInnerSpecifiers(): void {
    const alone = new Map([...this.#specifiers].map(([word, stands]) => [word, [...stands]]));
    for (const [word, stands] of this.#specifiers) {
      const segments = word.split('/');
      for (let start = 0; start < segments.length; start++) {
        for (let end = start + 1; end <= segments.length; end++) {
          const isWord = end - start === segments.length;
          const inner = isWord ? [] : (alone.get(segments.slice(start, end).join('/')) ?? []);
          stands.push(...inner.filter(({ isPackage }) => isPackage || end === segments.length));
        }
      }
    }
  }
}

/** Stands among the names of modules for the index of a folder that is asked for without the folder's name. */
export const INDEX = '.';

/** Whether a specifier asks for the index of a folder without the folder's name: `..`, `./`, `../index.js`. */
export function isOfIndex(specifier: string): boolean {
  return /(?:^|\/)\.{1,2}(?:\/(?:index(?:\.\w+)?)?)?$/.test(specifier);
}

const indexSpecifier = /["'`]\.\.?(?:\/\.\.)*(?:\/(?:index(?:\.\w+)?)?)?["'`]/g;

function asksForIndex<Key>(text: string, { exports }: SpecifierWord<Key>): boolean {
  for (const { 0: specifier, index } of text.matchAll(indexSpecifier)) {
    // `path.join(folder, '..')` and `text.split('.')` ask for nothing.
    if (!/(?:\bfrom|\bimport|\brequire|ock|ctual)\s*\(?\s*$/.test(text.slice(Math.max(0, index - 24), index))) continue;
    if (exports === null) return true;
    const names = namesAskedFor(text, index + specifier.length - 2);
    if (names === undefined || names.some((name) => exports.has(name))) return true;
  }
  return false;
}

/** What a word in a specifier stands for. */
interface SpecifierWord<Key> {
  readonly key: Key;
  /** A package's name may have a path behind it. */
  readonly isPackage: boolean;
  /** The exports that matter; `null` stands for all. */
  readonly exports: ReadonlySet<string> | null;
}

const NONE: ReadonlySet<string> = new Set();

/** How far before a name its `class` or `const` may stand, and how far behind its literal part the name may go on. */
const NEAR = 120;

const declaring = String.raw`\b(?:class|function\*?|const|let|var|using|interface|type|enum|namespace)\s+`;

/** The declaration of a name that fits a glob. */
function declaration(glob: string): RegExp {
  return new RegExp(`${declaring}${escaped(glob).replaceAll(String.raw`\*`, String.raw`[\w$]*`)}(?![\w$])`);
}

function longestLiteral(glob: string): string {
  return glob.split('*').reduce((best, part) => (part.length > best.length ? part : best), '');
}

function isWhole(text: string, start: number, length: number): boolean {
  return !/[\w$]/.test(text.charAt(start - 1)) && !/[\w$]/.test(text.charAt(start + length));
}

/** Whether the specifier with a word in it asks for something that the word stands for. */
function isAskedFor<Key>(text: string, index: number, length: number, word: SpecifierWord<Key>): boolean {
  if (!endsWell(text, index + length, word) || (!word.isPackage && isPlainText(text, index))) return false;
  if (word.exports === null) return true;
  const names = namesAskedFor(text, index);
  return names === undefined || names.some((name) => word.exports?.has(name));
}

/** Whether the string that begins at a quote is no specifier by what stands before it: `{ type: 'session' }`. */
function isPlainText(text: string, quote: number): boolean {
  return (
    text.charAt(quote) !== '/' && !/(?:\bfrom|\bimport|\(|\*\/)\s*$/.test(text.slice(Math.max(0, quote - 16), quote))
  );
}

/** Whether a specifier ends behind a module's name, but for an extension or an index. */
function endsWell<Key>(text: string, end: number, { isPackage }: SpecifierWord<Key>): boolean {
  return isPackage || text.charAt(end) !== '/' || /^\/(?:index\b|["'`])/.test(text.slice(end, end + 8));
}

/**
 * The names between the braces of the `import { … } from` or `export { … } from` whose specifier is at `offset`; `undefined`
 * if it is asked for otherwise, or with a `default` among them.
 */
function namesAskedFor(text: string, offset: number): readonly string[] | undefined {
  const quote = Math.max(text.lastIndexOf('"', offset), text.lastIndexOf("'", offset));
  const head = text.slice(Math.max(0, quote - 16), Math.max(0, quote));
  const closing = /\}\s*from\s*$/.exec(head);
  if (closing === null) return undefined;
  const end = quote - head.length + closing.index;
  const start = text.lastIndexOf('{', end);
  if (start < 0 || !/\b(?:import|export)\s+(?:type\s+)?$/.test(text.slice(Math.max(0, start - 24), start))) {
    return undefined;
  }
  const names: readonly string[] = text.slice(start, end).match(/[\w$]+/g) ?? [];
  return names.includes('default') ? undefined : names;
}

/** Every place of a text where a pattern matches, also where the matches overlap. */
function* matches(text: string, pattern: RegExp | undefined): Iterable<RegExpExecArray> {
  if (pattern === undefined) return;
  for (let from = 0; ;) {
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    if (match === null) return;
    from = match.index + 1;
    yield match;
  }
}

function push<Item>(map: Map<string, Item[]>, word: string, item: Item): void {
  if (word === '') return;
  const items = map.get(word);
  if (items === undefined) map.set(word, [item]);
  else items.push(item);
}

function keyOf({ declared, modules, names, objects, packages, texts }: SearchWords): string {
  const named = [...packages].map(([name, exports]) => [name, ...[...(exports ?? ['*'])].sort()].join(' '));
  return [names, declared, modules, objects, named, texts].map((words) => [...words].sort().join(',')).join('\n');
}

/** The uses of some names in a text, wherever they stand. */
export function compileNames(names: Iterable<string>): RegExp {
  const sorted = [...new Set(names)].filter((name) => name !== '').sort();
  return new RegExp(sorted.length === 0 ? '(?!)' : `(?<![\\w$])(?:${asTree(sorted)})(?![\\w$])`, 'g');
}

function anyOf(words: Iterable<string>, before = '', behind = ''): RegExp | undefined {
  const found = [...new Set(words)].filter((word) => word !== '').sort();
  return found.length === 0 ? undefined : new RegExp(`${before}(?:${asTree(found)})${behind}`, 'g');
}

/** Alternatives folded by their common prefixes, so that the search does not try each word at each place. */
function asTree(words: readonly string[]): string {
  const byFirst = new Map<string, string[]>();
  let ends = false;
  for (const word of words) {
    if (word === '') {
      ends = true;
      continue;
    }
    // By UTF-16 code unit, as the expression has no `u` flag.
    const first = word.charAt(0);
    const rest = byFirst.get(first);
    if (rest) rest.push(word.slice(1));
    else byFirst.set(first, [word.slice(1)]);
  }
  const branches = [...byFirst].map(
    ([first, rests]) => escaped(first) + (rests.length === 1 ? escaped(rests[0] ?? '') : asTree(rests)),
  );
  if (branches.length === 0) return '';
  const [only] = branches;
  const body = branches.length === 1 && only !== undefined && !ends ? only : `(?:${branches.join('|')})`;
  return ends ? `(?:${branches.join('|')})?` : body;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
