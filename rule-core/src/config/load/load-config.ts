import { readFileSync } from 'node:fs';
import { basename, dirname, extname, resolve } from 'node:path';
import type { SsotConfig } from '../config.js';
import {
  problemAt,
  type Finding,
  type Place,
  type ProblemSource,
  type PropertyPart,
  type ValuePath,
} from '../problems.js';
import type { ConfigProblem } from '../resolved-config.js';
import { checkConfig } from '../validate/check-config.js';
import { configFilesIn } from './find-config.js';
import { readJson } from './read-json.js';
import { readModule } from './read-module.js';
import { WatchedFiles } from './watched-files.js';

/** A config file as it was read: what it says, and what is wrong with it by itself. */
export interface LoadedConfig extends ProblemSource {
  /** Absolute, native separators. */
  readonly file: string;
  /** What the file says, unchecked; `undefined` if it could not be read. */
  readonly value: unknown;
  /** What of it is well formed: fields that are not are left out, and reported in `problems`. `undefined` if nothing is. */
  readonly config: SsotConfig | undefined;
  /** What is wrong with it by its form alone. `resolveConfig` passes these on. */
  readonly problems: readonly ConfigProblem[];
  /** The files that it was read from, absolute: itself and, for TypeScript and JavaScript, its imports. */
  readonly files: readonly string[];
  /**
   * Where a part of the value is written, for example `['concerns', 'ids', 'canonical']`; for a part that is not there, what
   * should hold it. `undefined` for TypeScript and JavaScript.
   */
  readonly place: (path: ValuePath, part?: PropertyPart) => Place | undefined;
}

interface Entry {
  readonly loaded: LoadedConfig;
  readonly siblings: string;
  readonly watched: WatchedFiles;
}

const cache = new Map<string, Entry>();

/**
 * Reads and checks a config file, synchronously. The result is kept, and is the same object until the content of the file,
 * of a file that it imports, or the set of config files beside it changes. It never throws: what keeps a file from being read
 * is among its problems.
 *
 * @param file the config file, absolute or relative to the current folder; its extension says how it is read
 */
export function loadConfig(file: string): LoadedConfig {
  const path = resolve(file);
  const siblings = configFilesIn(dirname(path));
  const known = cache.get(path);
  if (known !== undefined && known.siblings === siblings.join() && !known.watched.changed()) return known.loaded;

  // Before it is read: an edit in between is then seen the next time.
  const watched = new WatchedFiles([path]);
  const read = ['.json', '.jsonc'].includes(extname(path)) ? readJsonConfig(path) : readModuleConfig(path);
  const loaded: LoadedConfig = { ...read, problems: [...severalFiles(path, siblings), ...read.problems] };
  // A missing import that appears changes no file, but it does change a folder.
  const folders = loaded.value === undefined ? loaded.files.map((name) => dirname(name)) : [];
  watched.add([...loaded.files, ...folders]);
  cache.set(path, { loaded, siblings: siblings.join(), watched });
  return loaded;
}

function readJsonConfig(file: string): LoadedConfig {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return unreadable(file, `cannot be read: ${reasonOf(error)}.`);
  }
  const { value, findings, place } = readJson(text);
  return checked({ name: basename(file), place }, file, value, findings, [file]);
}

function readModuleConfig(file: string): LoadedConfig {
  try {
    readFileSync(file);
  } catch (error) {
    return unreadable(file, `cannot be read: ${reasonOf(error)}.`);
  }
  const { value, message, place, files } = readModule(file);
  if (message === undefined) return checked({ name: basename(file), place: () => undefined }, file, value, [], files);
  const failed = unreadable(file, message);
  return { ...failed, problems: failed.problems.map((problem) => ({ ...problem, ...place })), files };
}

function checked(
  source: ProblemSource,
  file: string,
  value: unknown,
  findings: readonly Finding[],
  files: readonly string[],
): LoadedConfig {
  const result = value === undefined ? { config: undefined, findings: [] } : checkConfig(value);
  const problems = [...findings, ...result.findings].map((finding) =>
    problemAt(source, finding, concernOf(finding.path)),
  );
  return { ...source, file, value, config: result.config, problems, files };
}

function unreadable(file: string, message: string): LoadedConfig {
  const source: ProblemSource = { name: basename(file), place: () => undefined };
  const problems = [problemAt(source, { path: [], message }, undefined)];
  return { ...source, file, value: undefined, config: undefined, problems, files: [file] };
}

function severalFiles(file: string, siblings: readonly string[]): ConfigProblem[] {
  if (siblings.length < 2) return [];
  const message = `the folder has ${siblings.length} config files: ${siblings.join(' and ')}. Keep one of them.`;
  return [problemAt({ name: basename(file), place: () => undefined }, { path: [], message }, undefined)];
}

function concernOf(path: ValuePath): string | undefined {
  const [top, name] = path;
  return top === 'concerns' && typeof name === 'string' ? name : undefined;
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES' || code === 'EPERM') return 'the permission to read it is missing';
  if (code === 'EISDIR') return 'it is a folder';
  return error instanceof Error ? error.message : String(error);
}
