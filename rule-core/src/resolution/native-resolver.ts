import { createRequire } from 'node:module';
import type * as OxcResolver from 'oxc-resolver';

/** The native resolver could not be loaded on this machine. */
export class ResolverUnavailableError extends Error {
  override readonly name = 'ResolverUnavailableError';

  /** @param cause - What loading the resolver threw. */
  constructor(cause: unknown) {
    const reason = cause instanceof Error ? (cause.message.split('\n', 1)[0] ?? '') : String(cause);
    super(
      `The module resolver (oxc-resolver) does not load on ${process.platform}-${process.arch}, ` +
        `Node ${process.versions.node}: ${reason} Its native code is in an optional dependency. ` +
        'Install again on this machine with optional dependencies on (npm install --include=optional), ' +
        'and do not copy node_modules from another platform.',
      { cause },
    );
  }
}

let resolver: typeof OxcResolver | undefined;

/**
 * The native resolver, loaded on first use, so that a machine without it gets an explanation instead of a failing import.
 *
 * @throws {@link ResolverUnavailableError}
 */
export function loadNativeResolver(): typeof OxcResolver {
  if (resolver === undefined) {
    try {
      // Host boundary: `require` is untyped.
      resolver = createRequire(import.meta.url)('oxc-resolver') as typeof OxcResolver;
    } catch (error) {
      throw new ResolverUnavailableError(error);
    }
  }
  return resolver;
}
