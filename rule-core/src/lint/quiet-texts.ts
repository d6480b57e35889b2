import { changedPart } from '../edits/changed-part.js';
import type { ProjectView } from '../project/index.js';

/** No word that a concern looks for is longer. */
const LONGEST_WORD = 500;

/** The texts of so many files are kept. */
const MAX_KEPT = 200;

/** By file: a text in which no concern had anything to look for, and for which view that is so. */
const quiet = new Map<string, { readonly view: ProjectView; readonly text: string }>();

/**
 * Whether there is nothing in a file that any concern could care about. After an edit, only what changed is searched.
 *
 * @param file Absolute path.
 * @param path The same relative to the workspace root.
 */
export function isQuiet(view: ProjectView, file: string, path: string, text: string): boolean {
  const known = quiet.get(file);
  const isSame = known?.view === view && view.interests(path, surroundings(known.text, text)).size === 0;
  if (!isSame && view.interests(path, text).size > 0) {
    quiet.delete(file);
    return false;
  }
  quiet.delete(file);
  quiet.set(file, { view, text });
  const [oldest] = quiet.keys();
  if (oldest !== undefined && quiet.size > MAX_KEPT) {
    quiet.delete(oldest);
  }
  return true;
}

/** What changed, with enough around it to hold a word that has one end in it. */
function surroundings(before: string, after: string): string {
  const { head, tail } = changedPart(before, after);
  return after.slice(Math.max(head - LONGEST_WORD, 0), after.length - Math.max(tail - LONGEST_WORD, 0));
}
