import { readFileSync } from 'node:fs';

/** The native parser could not be loaded on this machine. Its message says which package is missing and what to do. */
export class ParserUnavailableError extends Error {
  override readonly name = 'ParserUnavailableError';

  /** The platform package that carries the parser's native code here, for example `@oxc-parser/binding-linux-x64-gnu`. */
  readonly platformPackage: string;

  /**
   * @param cause What loading the parser threw.
   * @param host The machine; a parameter so that the wording can be tested for every platform.
   */
  constructor(cause: unknown, host: ParserHost = currentHost()) {
    const platformPackage = `@oxc-parser/binding-${host.platform}-${host.arch}${abi(host)}`;
    const reason = cause instanceof Error ? (cause.message.split('\n', 1)[0] ?? '') : String(cause);
    super(
      `The parser (oxc-parser) does not load on ${host.platform}-${host.arch}, Node ${host.node}: ${reason} ` +
        `Its native code is in the optional dependency ${platformPackage}. ` +
        'Install again on this machine with optional dependencies on (npm install --include=optional), ' +
        'and do not copy node_modules from another platform.',
      { cause },
    );
    this.platformPackage = platformPackage;
  }
}

/** The parts of a machine that decide which native package it needs. */
export interface ParserHost {
  readonly platform: string;
  readonly arch: string;
  /** Node's version without a leading `v`. */
  readonly node: string;
  /** Linux with musl instead of glibc. */
  readonly musl: boolean;
}

function currentHost(): ParserHost {
  return {
    platform: process.platform,
    arch: process.arch,
    node: process.versions.node,
    musl: process.platform === 'linux' && linksMusl(),
  };
}

/** The program that lists a binary's libraries is part of the C library, and names it. */
function linksMusl(): boolean {
  try {
    return readFileSync('/usr/bin/ldd', 'utf8').includes('musl');
  } catch {
    return false;
  }
}

function abi({ platform, arch, musl }: ParserHost): string {
  if (platform === 'linux') {
    const eabi = arch === 'arm' ? 'eabihf' : '';
    return (musl ? '-musl' : '-gnu') + eabi;
  }
  return platform === 'win32' ? '-msvc' : '';
}
