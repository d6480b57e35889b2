import { createHash } from 'node:crypto';
import { SYMBOL_KINDS, type SymbolKind } from '../symbols/symbol-kinds.js';
import type { DoubtfulWords } from '../symbols/text-words.js';
import type { ResolvedConcern } from '../config/resolved-config.js';
import type { ConcernInIndex } from './candidates.js';
import type { SymbolWords } from './concern-words.js';
import type { LayerIndex } from './layer-index.js';
import { WordSets } from './search-words.js';
import { TextSearch } from './text-search.js';

/** What of a concern a module may have to do with, by its text: some of its symbols, or what the checks look for otherwise. */
export type Interest = SymbolKind | 'other';

/** The concerns that a module may have to do with. */
export type Interests = ReadonlyMap<ResolvedConcern, ReadonlySet<Interest>>;

/** A concern with the words for its symbols. */
export interface SearchedConcern extends ConcernInIndex {
  readonly words: SymbolWords;
  /** The modules that the concern names. */
  readonly named: ReadonlySet<string>;
}

/** A set of words, and what it says of a module that has one of them. */
interface Finding {
  readonly concern: ResolvedConcern;
  readonly interest: Interest;
  /** It counts only if the text is meant. */
  readonly doubtful?: DoubtfulWords;
}

const ALL: readonly Interest[] = [...SYMBOL_KINDS, 'other'];

/** Searches texts for what the checks of any concern could find something about. */
export class InterestSearch {
  /** The same for two searches that find the same. */
  readonly key: string;
  readonly #concerns: readonly SearchedConcern[];
  readonly #inTests: boolean;
  readonly #search: TextSearch<Finding>;

  /** @param inTests whether it is for tests, which most checks leave alone */
  constructor(concerns: readonly SearchedConcern[], inTests: boolean) {
    this.#concerns = concerns;
    this.#inTests = inTests;
    const wanted = concerns.flatMap((one) => findings(one).filter(([{ interest }]) => this.#isWanted(one, interest)));
    this.#search = new TextSearch(wanted);
    const labels = wanted.map(([{ concern, interest }]) => labelOf(concern, interest));
    const layers = concerns.map((one) => (this.#isWanted(one, 'other') ? (one.layers?.question ?? '') : ''));
    this.key = `interests ${createHash('sha1')
      .update(JSON.stringify([labels, layers, this.#search.key]))
      .digest('base64')}`;
  }

  /**
   * What a text has something of: for {@link interests}. It depends on the text alone.
   *
   * @param mayHold whether a layer may be in the text, where that was asked before
   */
  inText(text: string, mayHold = (layers: LayerIndex) => layers.mayHold(text)): readonly string[] {
    const found = new Set<string>();
    const doubts: Finding[] = [];
    for (const finding of this.#search.find(text)) {
      if (finding.doubtful === undefined) found.add(labelOf(finding.concern, finding.interest));
      else doubts.push(finding);
    }
    for (const one of this.#concerns) {
      const { concern, layers } = one;
      if (layers !== undefined && this.#isWanted(one, 'other') && mayHold(layers)) found.add(labelOf(concern, 'other'));
    }
    for (const { concern, doubtful, interest } of doubts) {
      const label = labelOf(concern, interest);
      if (!found.has(label) && doubtful?.isMeant(text) === true) found.add(label);
    }
    return [...found];
  }

  /** What a module is worth a look for, by what was found in its text. */
  interests(path: string, found: readonly string[]): Interests {
    const interests = new Map<ResolvedConcern, ReadonlySet<Interest>>();
    for (const one of this.#concerns) {
      const isNamed = one.named.has(path);
      const own = ALL.filter(
        (interest) =>
          (isNamed && this.#isWanted(one, interest)) ||
          (found.length > 0 && found.includes(labelOf(one.concern, interest))),
      );
      if (own.length > 0) interests.set(one.concern, new Set(own));
    }
    return interests;
  }

  #isWanted({ extraWords }: SearchedConcern, interest: Interest): boolean {
    return !this.#inTests || extraWords.inTests.some((symbols) => symbols === undefined || symbols === interest);
  }
}

function labelOf({ id }: ResolvedConcern, interest: Interest): string {
  return `${interest} ${id}`;
}

function findings({ concern, extraWords, layers, words }: SearchedConcern): (readonly [Finding, WordSets])[] {
  const other = new WordSets();
  for (const word of extraWords.anywhere) other.texts.add(word);
  for (const name of extraWords.declared) other.declared.add(name);
  for (const exported of layers?.exported.values() ?? []) for (const { name } of exported) other.addExport(name);
  for (const word of layers?.unnamed ?? []) other.objects.add(word);
  return [
    ...SYMBOL_KINDS.map((kind) => [{ concern, interest: kind }, words[kind]] as const),
    [{ concern, interest: 'other' }, other],
    ...(extraWords.doubtful ?? []).map(
      (doubtful) => [{ concern, interest: 'other', doubtful }, textsOf(doubtful)] as const,
    ),
  ];
}

function textsOf({ texts }: DoubtfulWords): WordSets {
  const words = new WordSets();
  for (const text of texts) words.texts.add(text);
  return words;
}
