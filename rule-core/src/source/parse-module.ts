import type { ScopeManager } from '@typescript-eslint/scope-manager';
import { visitorKeys } from '@typescript-eslint/visitor-keys';
import type { TSESTree } from '@typescript-eslint/types';
import type * as OxcParser from 'oxc-parser';
import { nativeParser, parseTree } from '../parser/native-parser.js';
import { classDeclaredBy } from './tree/class-statement.js';
import { languageOf } from './language.js';
import type { ParsedModule } from './parsed-module.js';
import { scopeAnalysis } from './scopes.js';

/** The imports and exports of a module, as the parser lists them. */
export interface ModuleRecord extends Omit<OxcParser.EcmaScriptModule, 'importMetas' | 'hasModuleSyntax'> {
  /** The list may then be short. */
  readonly hasErrors: boolean;
}

/** A module, or the first reason why its text is none. */
export type ParseResult =
  | { readonly kind: 'parsed'; readonly module: ParsedModule; readonly record: ModuleRecord }
  /** `offset` is in UTF-16 code units into the text without its byte order mark. */
  | { readonly kind: 'syntax-error'; readonly message: string; readonly offset: number };

/**
 * Parses a module as every host of ours does that has no tree of its own.
 *
 * @param path Relative to the workspace root, `/`-separated. The extension decides the language: types in `.ts`, `.mts`,
 * `.cts`; JSX in `.tsx` and in all JavaScript; `return` at the top level of `.cjs` and `.cts`.
 * @param text Its source; a byte order mark is taken off first.
 * @param without Offsets of statements and members of classes at the top level that are left out of the tree.
 * @throws {@link ParserUnavailableError} if the native parser does not load on this machine.
 */
export function parseModule(path: string, text: string, without?: ReadonlySet<number>): ParseResult {
  const source = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const { failure, readable } = attemptsAt(path, source);
  if (readable === undefined) return syntaxError(failure?.error);
  if (without !== undefined) {
    leaveOut(readable.program, without);
  }
  return parsed(path, source, readable, (failure ?? readable).record);
}

function leaveOut(program: TSESTree.Program, offsets: ReadonlySet<number>): void {
  const isKept = ({ range }: TSESTree.Node): boolean => !offsets.has(range[0]);
  program.body = program.body.filter(isKept);
  for (const statement of program.body) {
    const body = classDeclaredBy(statement)?.body;
    if (body !== undefined) body.body = body.body.filter(isKept);
  }
}

/**
 * The tree of a module alone, without the scopes of its names; `undefined` if it cannot be read. Parameters and errors as for
 * {@link parseModule}.
 */
export function parseProgram(path: string, text: string): TSESTree.Program | undefined {
  return attemptsAt(path, text.charCodeAt(0) === 0xfeff ? text.slice(1) : text).readable?.program;
}

/**
 * The imports and exports of a module without its tree, at a quarter of the cost; the same as {@link parseModule} gives with it.
 *
 * @param text Its source without byte order mark.
 * @throws {@link ParserUnavailableError} if the native parser does not load on this machine.
 */
export function parseRecord(path: string, text: string): ModuleRecord {
  const [sourceType = 'module'] = sourceTypes(path);
  return recordOf(nativeParser().parseSync(path, text, { lang: parserLanguage(path), sourceType }));
}

/** Not the whole result: it holds the serialised tree. */
function recordOf({ errors, module }: OxcParser.ParseResult): ModuleRecord {
  const { dynamicImports, staticExports, staticImports } = module;
  return { dynamicImports, staticExports, staticImports, hasErrors: errors.some(isSevere) };
}

function isSevere({ severity }: OxcParser.OxcError): boolean {
  return SEVERE.includes(severity);
}

/** The reading of a text that is one, and the first that failed. */
function attemptsAt(
  path: string,
  source: string,
): { readonly readable: Attempt | undefined; readonly failure: Attempt | undefined } {
  let failure: Attempt | undefined;
  let readable: Attempt | undefined;
  for (const sourceType of sourceTypes(path)) {
    const attempt = parseAs(path, source, sourceType);
    if (attempt.error === undefined) {
      return { readable: attempt, failure };
    }
    failure ??= attempt;
    // What a module breaks without being unreadable, such as the order of optional parameters, is for its compiler to say.
    if (sourceType === 'module' && attempt.program.body.length > 0) {
      readable = attempt;
    }
  }
  return { readable, failure };
}

type SourceType = 'module' | 'commonjs' | 'script';

/** `.js` may be either kind of module; whichever it reads as first, is right for the facts, since scopes are equal. */
function sourceTypes(path: string): readonly SourceType[] {
  const { commonjs, javascript } = languageOf(path);
  if (commonjs) {
    return ['commonjs', 'module'];
  }
  return javascript && !/\.mjs$/i.test(path) ? ['module', 'commonjs', 'script'] : ['module'];
}

/** The parser's own names are in a `const enum`, which does not exist at run time. */
const SEVERE: readonly string[] = ['Error'];

/** A text read as one kind of source. */
interface Attempt {
  readonly sourceType: SourceType;
  readonly program: TSESTree.Program;
  readonly comments: readonly OxcParser.Comment[];
  readonly record: ModuleRecord;
  readonly error: OxcParser.OxcError | undefined;
}

function parseAs(path: string, text: string, sourceType: SourceType): Attempt {
  const result = parseTree(path, text, {
    lang: parserLanguage(path),
    sourceType,
    astType: 'ts',
    range: true,
    preserveParens: false,
  });
  const { program, comments, errors } = result;
  return {
    sourceType,
    // Host boundary: with `astType: 'ts'` and without parentheses the parser's tree is TS-ESTree, node by node; tests
    // compare its facts with those of typescript-estree.
    program: program as unknown as TSESTree.Program,
    comments,
    record: recordOf(result),
    error: errors.find(isSevere),
  };
}

function parserLanguage(path: string): NonNullable<OxcParser.ParserOptions['lang']> {
  const { declaration, javascript, jsx } = languageOf(path);
  return declaration ? 'dts' : javascript ? 'jsx' : jsx ? 'tsx' : 'ts';
}

function parsed(
  path: string,
  text: string,
  { sourceType, program, comments }: Attempt,
  record: ModuleRecord,
): ParseResult {
  const scopeManager = scopesOf(program, sourceType);
  if (scopeManager === undefined) {
    return { kind: 'syntax-error', message: 'Nested too deeply to be read', offset: 0 };
  }
  return {
    kind: 'parsed',
    record,
    module: {
      path,
      text,
      program,
      scopeManager,
      visitorKeys,
      comments: comments.map(({ start, end, type, value }) => ({ range: [start, end], type, value })),
    },
  };
}

function syntaxError(error: OxcParser.OxcError | undefined): ParseResult {
  return { kind: 'syntax-error', message: error?.message ?? '', offset: error?.labels[0]?.start ?? 0 };
}

/** `undefined` if the tree is deeper than the stack: scope analysis recurses further than the walk over the tree does. */
function scopesOf(program: TSESTree.Program, sourceType: SourceType): ScopeManager | undefined {
  try {
    return scopeAnalysis().analyze(program, {
      sourceType: sourceType === 'module' ? 'module' : 'script',
      globalReturn: sourceType === 'commonjs',
      // No names but the module's own: whatever it does not declare is a global, and the pragma is no use of a name.
      lib: [],
      jsxPragma: null,
      jsxFragmentName: null,
    });
  } catch (error) {
    if (error instanceof RangeError) {
      return undefined;
    }
    throw error;
  }
}
