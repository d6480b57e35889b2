import { createRequire } from 'node:module';
import type * as OxcParser from 'oxc-parser';
import { ParserUnavailableError } from './parser-unavailable.js';

let parser: typeof OxcParser | undefined;

/**
 * The native parser, loaded on first use, so that a machine without it gets an explanation instead of a failing import.
 *
 * @throws {@link ParserUnavailableError} if it does not load on this machine.
 */
export function nativeParser(): typeof OxcParser {
  if (parser === undefined) {
    try {
      // Host boundary: `require` is untyped.
      parser = createRequire(import.meta.url)('oxc-parser') as typeof OxcParser;
    } catch (error) {
      throw new ParserUnavailableError(error);
    }
  }
  return parser;
}

/** The parser's types leave its experiments out. */
interface MemoryOptions extends OxcParser.ParserOptions {
  readonly experimentalRawTransfer: true;
}

/** Whether the tree is read from the parser's memory: three times as fast, and not possible everywhere. */
let sharesMemory: boolean | undefined;

/**
 * Parses a text with its tree, by the fastest way that this machine has.
 *
 * @throws {@link ParserUnavailableError} if the parser does not load on this machine.
 */
export function parseTree(path: string, text: string, options: OxcParser.ParserOptions): OxcParser.ParseResult {
  const { parseSync, rawTransferSupported } = nativeParser();
  sharesMemory ??= rawTransferSupported();
  if (sharesMemory) {
    const inMemory: MemoryOptions = { ...options, experimentalRawTransfer: true };
    try {
      return parseSync(path, text, inMemory);
    } catch {
      // It reserves more address space than some containers allow.
      sharesMemory = false;
    }
  }
  return parseSync(path, text, options);
}
