import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, relative, sep } from 'node:path';
import type * as Jiti from 'jiti';
import { defineConfig } from '../define-config.js';
import { framesOf, nativePath, type StackFrame } from './native-path.js';
import { withoutByteOrderMark } from './text-place.js';

/** A TypeScript or JavaScript config file, run. */
export interface ModuleValue {
  /** What it exports as its default or as `module.exports`; `undefined` if there is a problem. */
  readonly value: unknown;
  /** What went wrong, or `undefined`. */
  readonly message: string | undefined;
  /** Where in the config file it went wrong, if that is known: of what it throws, only the line is. */
  readonly place: { readonly line: number; readonly column: number | undefined } | undefined;
  /** The files that it came from, absolute: itself and its imports outside `node_modules`. */
  readonly files: readonly string[];
}

const IN_PACKAGE = /[\\/]node_modules[\\/]/;

/**
 * What a config imports to be typed. Given from here, so that it neither runs a whole package nor needs one installed beside it.
 */
const TYPING_MODULES = { '@ssot/rule-core': { defineConfig }, 'eslint-plugin-ssot/config': { defineConfig } };

/** Files that the runtime's own loader took for a config, and would never read again by itself. */
const nativelyLoaded = new Set<string>();

/**
 * Runs a config file and reads what it exports. Every call runs it anew, with everything it imports from the workspace.
 * It never throws.
 *
 * @param path absolute; must exist
 */
export function readModule(path: string): ModuleValue {
  // The loaders name files by their real paths.
  const file = realpathSync.native(path);
  const { cache } = createRequire(file);
  for (const name of [...nativelyLoaded, file]) Reflect.deleteProperty(cache, name);
  nativelyLoaded.clear();
  const before = new Set(Object.keys(cache));

  const files = new Set([file]);
  // Loaded only where a config needs it: it costs more than to read a JSON config. `require` is untyped.
  const { createJiti } = createRequire(import.meta.url)('jiti') as typeof Jiti;
  const compiler = createJiti(file, { fsCache: false });
  const load = createJiti(file, {
    fsCache: false,
    moduleCache: false,
    interopDefault: false,
    tryNative: false,
    virtualModules: TYPING_MODULES,
    transform: (options) => {
      if (options.filename !== undefined && !IN_PACKAGE.test(options.filename)) files.add(nativePath(options.filename));
      return { code: compiler.transform({ ...options, source: withoutByteOrderMark(options.source) }) };
    },
  });

  let outcome: Pick<ModuleValue, 'value' | 'message' | 'place'>;
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- its successor is asynchronous, and rules are not
    outcome = exportedValue(load(file));
  } catch (error) {
    outcome = { value: undefined, ...describeError(error, file) };
  }
  for (const name of Object.keys(cache)) {
    if (before.has(name) || IN_PACKAGE.test(name)) continue;
    nativelyLoaded.add(name);
    files.add(name);
  }
  return { ...outcome, files: [...files].sort() };
}

function exportedValue(exported: unknown): Pick<ModuleValue, 'value' | 'message' | 'place'> {
  const value = isEsModule(exported) ? exported['default'] : exported;
  const message = whyNoConfig(value);
  // An unhandled rejection would end the process for a config that is reported anyway.
  if (isPromise(value)) value.then(undefined, () => undefined);
  return { value: message === undefined ? value : undefined, message, place: undefined };
}

function whyNoConfig(value: unknown): string | undefined {
  if (isPromise(value)) return 'exports a promise, but a config is loaded synchronously: export the object itself.';
  if (typeof value === 'function') return 'exports a function: export the object itself.';
  if (value === undefined) return 'has no default export: write `export default defineConfig({ … })`.';
  return undefined;
}

function isEsModule(exported: unknown): exported is Record<string, unknown> {
  if (typeof exported !== 'object' || exported === null) return false;
  return (
    ('__esModule' in exported && exported.__esModule === true) ||
    Object.prototype.toString.call(exported) === '[object Module]'
  );
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

function describeError(error: unknown, file: string): Pick<ModuleValue, 'place'> & { message: string } {
  if (!(error instanceof Error) && !isErrorLike(error))
    return { message: `throws ${String(error)}.`, place: undefined };
  const folder = dirname(file);
  const syntax = /^(?:ParseError|SyntaxError): (.*?)\s*\n\s*(.+):(\d+):(\d+)\s*$/s.exec(error.message);
  if (syntax !== null) {
    const [, text = '', where = '', line, column] = syntax;
    // The parser counts columns from 0.
    const place = { line: Number(line), column: Number(column) + 1 };
    if (nativePath(where) === file) return { message: `does not parse: ${sentence(text)}`, place };
    return { message: `imports ${shown(where, folder)}, which does not parse: ${sentence(text)}`, place: undefined };
  }
  // Depending on what stands behind it, a compiled `await` is read as an unknown name.
  if (/^await is (only valid|not defined)/.test(error.message)) {
    return { message: 'uses `await` at the top level, but a config is loaded synchronously.', place: undefined };
  }
  const message = error.message.split('\nRequire stack:')[0]?.replaceAll(folder + sep, '') ?? '';
  const frame = firstFrame(error.stack ?? '', folder);
  const thrown = `throws ${error.name === 'Error' ? '' : `${error.name}: `}${sentence(message)}`;
  if (frame === undefined) return { message: thrown, place: undefined };
  // Compiling keeps the lines, but not the columns.
  if (frame.file === file) return { message: thrown, place: { line: frame.line, column: undefined } };
  return {
    message: `${thrown} (${shown(frame.file, folder)}:${frame.line})`,
    place: undefined,
  };
}

// An error of another realm, as test runners make them, is no instance of this one's `Error`.
function isErrorLike(error: unknown): error is Error {
  return (
    typeof error === 'object' &&
    error !== null &&
    'message' in error &&
    typeof error.message === 'string' &&
    'name' in error
  );
}

function firstFrame(stack: string, folder: string): StackFrame | undefined {
  return framesOf(stack).find(({ file }) => file.startsWith(folder + sep) && !IN_PACKAGE.test(file));
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function shown(file: string, folder: string): string {
  return relative(folder, nativePath(file)).split(sep).join('/');
}
