import { areCountersIdle } from './counters-in-text.js';
import { isIdle } from './idle-values.js';
import { isInComment } from './text-scan.js';

/** Sources that most modules with them make no ID from: a text with one of these is worth its tree only if `mayMakeText`. */
export const DOUBTFUL_TEXTS: readonly string[] = ['Date.now', 'performance.now', 'new Date()', '++', '+= 1'];

const CLOCK = /\b(?:Date|performance)\.now\b\s*(\(\s*\))?|\bnew Date\(\)/g;

/**
 * Whether a clock reading or a counter of a text may end in a text that has a name, as far as that can be told without a
 * tree. A source that is only subtracted, compared, or kept as a number in a property makes no ID. In doubt it is `true`:
 * what is not understood is read.
 */
export function mayMakeText(text: string): boolean {
  return !areClocksIdle(text) || !areCountersIdle(text);
}

function areClocksIdle(text: string): boolean {
  for (const { 0: source, 1: call, index } of text.matchAll(CLOCK)) {
    if (isInComment(text, index)) continue;
    const isFunction = !source.startsWith('new') && call === undefined;
    const value = { text, start: index, end: index + source.length, isRaw: true, isClock: true };
    if (isFunction || !isIdle(value, new Set())) return false;
  }
  return true;
}
