import { describe, expect, it } from 'vitest';
import { EditedText } from '../../../rule-core/src/edits/edited-text.js';
import { applyEdits } from '../../../rule-core/src/edits/text-edits.js';

describe('a text that is edited several times over', () => {
  it('has no edits at first', () => {
    const text = new EditedText('abc');
    expect([text.text, text.edits()]).toEqual(['abc', []]);
  });

  it('comes to edits of the original', () => {
    const text = new EditedText('one two three four');
    text.apply([
      { range: [0, 3], text: '1' },
      { range: [8, 13], text: '3' },
    ]);
    expect(text.text).toBe('1 two 3 four');
    text.apply([{ range: [2, 5], text: '2' }]);
    text.apply([{ range: [0, 1], text: 'I' }]);
    expect(text.text).toBe('I 2 3 four');
    expect(text.edits()).toEqual([
      { range: [0, 3], text: 'I' },
      { range: [4, 7], text: '2' },
      { range: [8, 13], text: '3' },
    ]);
  });

  it('joins what meets, and takes back what was only passing', () => {
    const text = new EditedText('abcdef');
    text.apply([{ range: [2, 2], text: 'XY' }]);
    text.apply([{ range: [1, 3], text: '' }]);
    expect([text.text, text.edits()]).toEqual(['aYcdef', [{ range: [1, 2], text: 'Y' }]]);
    text.apply([{ range: [1, 2], text: 'b' }]);
    expect([text.text, text.edits()]).toEqual(['abcdef', []]);
  });

  it('leads to the same text as its edits', () => {
    const original = 'the quick brown fox';
    const text = new EditedText(original);
    for (let round = 0; round < 20; round++) {
      const start = (round * 7) % text.text.length;
      text.apply([
        { range: [start, Math.min(start + (round % 3), text.text.length)], text: 'é😀'.slice(0, round % 4) },
      ]);
      expect(applyEdits(original, text.edits())).toBe(text.text);
    }
  });
});
