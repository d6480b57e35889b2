import type { Edit } from './edit.js';

/** A part of an edited text: what it has kept of the original, or what is new in it. */
type Part =
  | { readonly kind: 'kept'; readonly start: number; readonly end: number }
  | { readonly kind: 'new'; readonly text: string };

/** A text that is edited several times over, and what that comes to in edits of the original. */
export class EditedText {
  readonly #original: string;
  #parts: readonly Part[];
  #text: string;

  constructor(original: string) {
    this.#original = original;
    this.#parts = [{ kind: 'kept', start: 0, end: original.length }];
    this.#text = original;
  }

  /** As it is now. */
  get text(): string {
    return this.#text;
  }

  /** @param edits Of the text as it is now, sorted, none touching what another one does. */
  apply(edits: readonly Edit[]): void {
    const parts: Part[] = [];
    let position = 0;
    for (const { range, text } of edits) {
      parts.push(...this.#between(position, range[0]), { kind: 'new', text });
      position = range[1];
    }
    parts.push(...this.#between(position, this.#text.length));
    this.#parts = parts;
    this.#text = parts.map((part) => this.#textOf(part)).join('');
  }

  /** The edits of the original that lead to the text as it is now, sorted, as small as the edits were. */
  edits(): Edit[] {
    const edits: Edit[] = [];
    let position = 0;
    let fresh = '';
    for (const part of [
      ...this.#parts,
      { kind: 'kept', start: this.#original.length, end: this.#original.length } as const,
    ]) {
      if (part.kind === 'new') {
        fresh += part.text;
        continue;
      }
      if (fresh !== this.#original.slice(position, part.start)) {
        edits.push({ range: [position, part.start], text: fresh });
      }
      fresh = '';
      position = part.end;
    }
    return edits;
  }

  /** The parts of the text as it is now from `start` to `end`. */
  #between(start: number, end: number): Part[] {
    const parts: Part[] = [];
    let position = 0;
    for (const part of this.#parts) {
      const length = part.kind === 'new' ? part.text.length : part.end - part.start;
      const from = Math.max(start - position, 0);
      const to = Math.min(end - position, length);
      if (from < to) {
        parts.push(
          part.kind === 'new'
            ? { kind: 'new', text: part.text.slice(from, to) }
            : { kind: 'kept', start: part.start + from, end: part.start + to },
        );
      }
      position += length;
    }
    return parts;
  }

  #textOf(part: Part): string {
    return part.kind === 'new' ? part.text : this.#original.slice(part.start, part.end);
  }
}
