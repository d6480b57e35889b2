import { expect, it, vi } from 'vitest';
import { parseModule } from '../../../rule-core/src/source/parse-module.js';
import { ParserUnavailableError } from '../../../rule-core/src/parser/parser-unavailable.js';

it('explains itself when the native parser does not load', () => {
  // The parser's own switch for a machine without a WebAssembly build, which is not installed here, either.
  vi.stubEnv('NAPI_RS_FORCE_WASI', 'error');
  try {
    expect(() => parseModule('a.ts', 'let a;')).toThrow(ParserUnavailableError);
    expect(() => parseModule('a.ts', 'let a;')).toThrow(
      /^The parser \(oxc-parser\) does not load on .+@oxc-parser\/binding-/,
    );
  } finally {
    vi.unstubAllEnvs();
  }
});
