import { scan } from '../scan/scan.js';
import { fixedText, isChosen } from './fixed-text.js';
import type { Journal } from './journal.js';
import { bytesOf, hashOf, readTextFile, replaceFile } from './text-file.js';

/** What is fixed, and how. */
export interface FixRequest {
  /** Absolute. */
  readonly cwd: string;
  /** Files and folders, absolute or relative to `cwd`. */
  readonly paths: readonly string[];
  /** `YYYY-MM-DD` in UTC. */
  readonly today: string;
  /** Names of checks, rules or concerns whose suggestions are applied, too, or `all`. */
  readonly suggestions: readonly string[];
  readonly progress?: ((done: number, total: number) => void) | undefined;
}

/** What a run changed. */
export interface FixOutcome {
  /** What each changed file held before. Absolute paths. */
  readonly changed: ReadonlyMap<string, Buffer>;
  /** Files that somebody else changed between reading and writing: left alone. */
  readonly skipped: readonly string[];
  /** What keeps the configuration from working. */
  readonly problems: readonly string[];
}

/** A fix in one file can bring one in another into sight, such as behind a barrel; a chain of that length is a circle. */
const MAX_ROUNDS = 20;

/** Applies fixes on disk until there are none. */
export function applyFixes(request: FixRequest, journal: Journal | undefined): FixOutcome {
  const changed = new Map<string, Buffer>();
  const skipped = new Set<string>();
  let problems: readonly string[] = [];
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const { roots } = scan({ ...request, strict: false, cache: false });
    problems = roots.flatMap((root) => root.problems);
    if (problems.length > 0) break;
    const files = new Set(
      roots
        .flatMap(({ findings }) => findings)
        .filter(({ violation }) => violation.fix !== null || isChosen(violation, request.suggestions))
        .map(({ file }) => file)
        .filter((file) => !skipped.has(file)),
    );
    const writes = [...files].flatMap((file) => planned(file, request) ?? []);
    for (const { file, before, after } of writes) journal?.record(file, before, after);
    if (writes.length > 0) journal?.save();
    for (const { file, before, after } of writes) {
      if (!replaceFile(file, hashOf(before), after)) skipped.add(file);
      else if (!changed.has(file)) changed.set(file, before);
    }
    if (writes.every(({ file }) => skipped.has(file))) break;
  }
  return { changed, skipped: [...skipped], problems };
}

interface Write {
  readonly file: string;
  readonly before: Buffer;
  readonly after: Buffer;
}

function planned(file: string, request: FixRequest): Write | undefined {
  const source = readTextFile(file);
  if (source === undefined) return undefined;
  const text = fixedText(file, source.text, request);
  return text === source.text ? undefined : { file, before: source.bytes, after: bytesOf(source, text) };
}
