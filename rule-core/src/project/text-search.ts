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

/** One compiled search over all words. */
export function compileSearch({ names, declared, modules, objects, texts }: SearchWords): TextSearch {
  const alternatives: string[] = [];
  const named = [...names].filter((name) => name !== '').sort();
  const segments = [...modules].filter((name) => name !== '').sort();
  const anywhere = [...texts].filter((text) => text !== '').sort();
  if (named.length > 0) alternatives.push(`(?<![\\w$])(?:${asTree(named)})(?![\\w$])`);
  if (segments.length > 0) alternatives.push(asSegment(segments));
  if (anywhere.length > 0) alternatives.push(asTree(anywhere));
  const declarations = [...declared].sort().map((glob) => escaped(glob).replaceAll('\\*', String.raw`[\w$]*`));
  if (declarations.length > 0) alternatives.push(`(?<=${declaring})(?:${declarations.join('|')})(?![\\w$])`);
  const anyOf = alternatives.length === 0 ? nothing : new RegExp(alternatives.join('|'));
  const asObject = [...objects].filter((name) => name !== '' && !modules.has(name)).sort();
  const objectNames = asObject.length === 0 ? undefined : new RegExp(asSegment(asObject), 'g');
  return {
    key: `${anyOf.source} ${objectNames?.source ?? ''}`,
    test: (text) => anyOf.test(text) || (objectNames !== undefined && asksForObject(text, objectNames)),
  };
}

const declaring = String.raw`\b(?:class|function\*?|const|let|var|using|interface|type|enum|namespace)\s+`;

/** Between a quote or slash and a quote, slash, dot or query: import paths, whatever form asks for them. */
function asSegment(names: readonly string[]): string {
  return `(?<=["'\`/])(?:${asTree(names)})(?=["'\`/.?])`;
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
