/** What a module's text must contain for any check to see anything in it. */
export interface SearchWords {
  /** Names: a whole identifier or property key. */
  readonly names: ReadonlySet<string>;
  /** Names of modules: a segment of a specifier, without extension. */
  readonly modules: ReadonlySet<string>;
  /** Anything else: found anywhere. */
  readonly texts: ReadonlySet<string>;
}

const nothing = /(?!)/;

/** One compiled search over all words. */
export function compileSearch({ names, modules, texts }: SearchWords): RegExp {
  const alternatives: string[] = [];
  const named = [...names].filter((name) => name !== '').sort();
  const segments = [...modules].filter((name) => name !== '').sort();
  const anywhere = [...texts].filter((text) => text !== '').sort();
  if (named.length > 0) alternatives.push(`(?<![\\w$])(?:${asTree(named)})(?![\\w$])`);
  // Between a quote or slash and a quote, slash, dot or query: import paths, whatever form asks for them.
  if (segments.length > 0) alternatives.push(`(?<=["'\`/])(?:${asTree(segments)})(?=["'\`/.?])`);
  if (anywhere.length > 0) alternatives.push(asTree(anywhere));
  return alternatives.length === 0 ? nothing : new RegExp(alternatives.join('|'));
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
