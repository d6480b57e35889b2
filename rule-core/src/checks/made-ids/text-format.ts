import type { CanonicalExpression } from '../../config/resolved-config.js';
import type { TextPart } from '../../source/facts.js';
import { isIdToken, isMakingToken, tokensOf } from './sink-names.js';

/** A piece of a format: literal text, a hole for something that differs, or one that binds an argument. */
export type FormatPiece =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'entropy' }
  | { readonly kind: 'binding'; readonly name: string };

/** A format that IDs were given by hand, and the call that gives them now. */
export interface TextFormat {
  /** As messages write it: `thread_${thread}_run_${time}_${random}`. */
  readonly template: string;
  readonly pieces: readonly FormatPiece[];
  readonly to: CanonicalExpression | undefined;
  readonly compatible: boolean;
  /** Whether the team declares it; otherwise a twin writes it. */
  readonly declared: boolean;
}

/** What a text that has a format binds: the parts by placeholder. */
export type Bindings = ReadonlyMap<string, Extract<TextPart, { kind: 'value' }>>;

const ENTROPY = new Set(['time', 'random', 'counter', 'date']);
const PLACEHOLDER = /\$\{(\w+)\}/gu;
/** Long enough that it is not by chance in another text. */
const TELLING_LITERAL = /[a-z]{2}/iu;

/** Takes a template such as `thread_${thread}_run_${time}` apart. */
export function piecesOfTemplate(template: string): FormatPiece[] {
  const pieces: FormatPiece[] = [];
  let position = 0;
  for (const match of template.matchAll(PLACEHOLDER)) {
    const [whole, name = ''] = match;
    const { index } = match;
    if (index > position) {
      pieces.push({ kind: 'literal', text: template.slice(position, index) });
    }
    pieces.push(ENTROPY.has(name) ? { kind: 'entropy' } : { kind: 'binding', name });
    position = index + whole.length;
  }
  return position < template.length ? [...pieces, { kind: 'literal', text: template.slice(position) }] : pieces;
}

/** The literal texts of a format, in order. */
export function literalsOf({ pieces }: TextFormat): string[] {
  return pieces.flatMap((piece) => (piece.kind === 'literal' ? piece.text : []));
}

/** Whether the literals of a format alone tell it from any other text: so many of them have a word. */
export function isTelling(format: TextFormat, words: number): boolean {
  return literalsOf(format).filter((text) => TELLING_LITERAL.test(text)).length >= words;
}

/** The words that a format is about, and the call that gives them now: `thread`, `run`. */
export function wordsOfFormat({ pieces, to }: TextFormat): ReadonlySet<string> {
  // What a hole binds has a name of its own: `tenantId` is no ID with a tenant in it.
  const ofPieces = pieces.flatMap((piece) => (piece.kind === 'literal' ? tokensOf(piece.text) : []));
  return new Set([...ofPieces, ...(to === undefined ? [] : kindOf(to))]);
}

/** What the name of the function says its IDs are for: `order` of `Ids.newOrderId(…)`. */
function kindOf({ root, steps }: CanonicalExpression): string[] {
  const name = steps.reduce((last, step) => (step.kind === 'member' ? step.name : last), root);
  return tokensOf(name).filter((token) => !isIdToken(token) && !isMakingToken(token));
}

/** Whether every hole for entropy in a text that has the format is filled with something of that kind. */
export function isFilledByEntropy({ pieces }: TextFormat, parts: readonly TextPart[]): boolean {
  return (
    pieces.some(({ kind }) => kind === 'entropy') &&
    parts.filter(({ kind }) => kind === 'entropy').length >= pieces.filter(({ kind }) => kind === 'entropy').length
  );
}

/**
 * What a text binds if it has a format: literals are equal, a hole for entropy takes anything that is computed, and a hole
 * that binds takes one value.
 */
export function matchFormat({ pieces }: TextFormat, parts: readonly TextPart[]): Bindings | undefined {
  const bindings = new Map<string, Extract<TextPart, { kind: 'value' }>>();
  let position = 0;
  for (const piece of pieces) {
    const part = parts[position];
    if (part === undefined) {
      return undefined;
    }
    if (piece.kind === 'literal') {
      if (part.kind !== 'literal' || part.text !== piece.text) {
        return undefined;
      }
      position++;
    } else if (piece.kind === 'binding') {
      if (part.kind !== 'value') {
        return undefined;
      }
      bindings.set(piece.name, part);
      position++;
    } else {
      if (part.kind === 'literal') {
        return undefined;
      }
      // `${time}${random}` may be one hole of the format.
      do {
        position++;
      } while (parts[position]?.kind === 'entropy');
    }
  }
  return position === parts.length ? bindings : undefined;
}
