/** What a module's text must contain for any check to see anything in it. */
export interface SearchWords {
  /** Names: a whole identifier or property key. */
  readonly names: ReadonlySet<string>;
  /** Globs of names that matter only where they are declared. */
  readonly declared: ReadonlySet<string>;
  /** Names of modules: a segment of a specifier, without extension. */
  readonly modules: ReadonlySet<string>;
  /**
   * Names of modules of which only some exports matter, and those are among `names`: they count where the module is asked for
   * otherwise than by the names of its exports (by default, as an object, as a whole).
   */
  readonly objects: ReadonlySet<string>;
  /** Anything else: found anywhere. */
  readonly texts: ReadonlySet<string>;
}

/** A compiled search over texts. */
export interface TextSearch {
  /** The same for two searches that find the same texts. */
  readonly key: string;
  test(text: string): boolean;
}

const nothing = /(?!)/;

/**
 * One compiled search over all words. What stands around a word is looked at only where the word is found: a lookbehind in
 * the expression would be tried at every place of every text, and makes it three times as slow.
 */
export function compileSearch({ names, declared, modules, objects, texts }: SearchWords): TextSearch {
  const named = wordsIn(names);
  const globs = wordsIn(declared).map((glob) => ({ literal: longestLiteral(glob), matches: declaration(glob) }));
  const segments = segmentSearch(wordsIn(modules));
  const asObject = segmentSearch(wordsIn(objects).filter((name) => !modules.has(name)));
  const identifiers = optionalSearch([...named, ...globs.map(({ literal }) => literal)]);
  const anywhere = optionalSearch(wordsIn(texts));
  const isNamed = (text: string): boolean => {
    for (const { 0: word, index } of identifiers === undefined ? [] : text.matchAll(identifiers)) {
      if (names.has(word) && isWhole(text, index, word.length)) return true;
      const line = text.slice(Math.max(0, index - NEAR), index + word.length + NEAR);
      if (globs.some(({ literal, matches }) => word.includes(literal) && matches.test(line))) return true;
    }
    return false;
  };
  return {
    key: [named, globs.map(({ matches }) => matches.source), wordsIn(modules), wordsIn(objects), wordsIn(texts)].join(
      '\n',
    ),
    test: (text) =>
      segments?.test(text) === true ||
      (anywhere !== undefined && text.search(anywhere) >= 0) ||
      isNamed(text) ||
      (asObject !== undefined && asksForObject(text, new RegExp(asObject, 'g'))),
  };
}

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

function wordsIn(words: ReadonlySet<string>): readonly string[] {
  return [...words].filter((word) => word !== '').sort();
}

function isWhole(text: string, start: number, length: number): boolean {
  return !/[\w$]/.test(text.charAt(start - 1)) && !/[\w$]/.test(text.charAt(start + length));
}

function optionalSearch(words: readonly string[]): RegExp | undefined {
  const found = [...new Set(words)].sort();
  return found.length === 0 ? undefined : new RegExp(asTree(found), 'g');
}

function segmentSearch(names: readonly string[]): RegExp | undefined {
  return names.length === 0 ? undefined : new RegExp(asSegment(names));
}

/** Between a quote or slash and a quote, slash, dot or query: import paths, whatever form asks for them. */
function asSegment(names: readonly string[]): string {
  return `["'\`/](?:${asTree(names)})(?=["'\`/.?])`;
}

/** Whether one of the modules is asked for otherwise than by the names of its exports. */
function asksForObject(text: string, modules: RegExp): boolean {
  for (const { index } of text.matchAll(modules)) {
    if (!isNamesOnly(text, index)) return true;
  }
  return false;
}

/** Whether the specifier around `offset` ends an `import { … } from` or `export { … } from` without a `default` in it. */
function isNamesOnly(text: string, offset: number): boolean {
  const quote = Math.max(text.lastIndexOf('"', offset), text.lastIndexOf("'", offset));
  const head = text.slice(Math.max(0, quote - 16), Math.max(0, quote));
  const closing = /\}\s*from\s*$/.exec(head);
  if (closing === null) return false;
  const end = quote - head.length + closing.index;
  const start = text.lastIndexOf('{', end);
  return (
    start >= 0 &&
    !/\bdefault\b/.test(text.slice(start, end)) &&
    /\b(?:import|export)\s+(?:type\s+)?$/.test(text.slice(Math.max(0, start - 24), start))
  );
}

/** The uses of some names in a text, wherever they stand. */
export function compileNames(names: Iterable<string>): RegExp {
  const sorted = [...new Set(names)].filter((name) => name !== '').sort();
  return new RegExp(sorted.length === 0 ? nothing.source : `(?<![\\w$])(?:${asTree(sorted)})(?![\\w$])`, 'g');
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
