import { programIdentity } from './cache-folder.js';
import { readCacheFile, writeCacheFile } from './cache-file.js';
import { packValues, PackedValues } from './packed-values.js';

/** What the text of a module answered to questions that need no tree. */
export interface ModuleAnswers {
  /** Relative to the workspace root, `/`-separated. */
  readonly path: string;
  /** What the file system said of the file. */
  readonly stamp: string;
  /** Of the module's text. */
  readonly hash: string;
  /** Of the module's text, in UTF-16 code units. */
  readonly length: number;
  /** By question. */
  readonly answers: ReadonlyMap<string, readonly string[]>;
}

/** The answers of modules from an earlier run. */
export interface KnownAnswers {
  /** @param path relative to the workspace root, `/`-separated */
  get(path: string): ModuleAnswers | undefined;
}

/** Stamp, hash, length, and questions with their answers. */
type Packed = readonly [stamp: string, hash: string, length: number, answers: readonly (string | readonly string[])[]];

/**
 * Reads the answers that an earlier run kept; `undefined` where there are none that can be trusted.
 *
 * @param file absolute
 */
export function readAnswersCache(file: string): KnownAnswers | undefined {
  const bytes = readCacheFile(file, programIdentity());
  if (bytes === undefined) return undefined;
  const values = new PackedValues(bytes);
  return {
    get(path) {
      // Host boundary: this program wrote them, as the file's seal says.
      const packed = values.get(path) as Packed | undefined;
      if (packed === undefined) return undefined;
      const [stamp, hash, length, list] = packed;
      const answers = new Map<string, readonly string[]>();
      for (let index = 0; index < list.length; index += 2) {
        const [question, answer] = [list[index], list[index + 1]];
        if (typeof question === 'string' && typeof answer === 'object') answers.set(question, answer);
      }
      return { path, stamp, hash, length, answers };
    },
  };
}

/**
 * Keeps answers for a later run.
 *
 * @param file absolute
 */
export function writeAnswersCache(file: string, modules: Iterable<ModuleAnswers>): void {
  const packed = [...modules].map(({ answers, hash, length, path, stamp }): [string, Packed] => [
    path,
    [stamp, hash, length, [...answers].flat(1)],
  ]);
  writeCacheFile(file, programIdentity(), packValues(packed));
}
