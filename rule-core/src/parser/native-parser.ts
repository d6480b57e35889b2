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
