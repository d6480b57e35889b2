import { stemOf } from '../resolution/index.js';
import { extractFacts } from '../source/extract-facts.js';
import type { ModuleMock } from '../source/facts.js';
import { parseModule } from '../source/parse-module.js';
import type { SearchedModules } from './searched-modules.js';
import { isOfIndex } from './text-search.js';

/** The modules that mock another one by its path, looked for when first asked. */
export class MockIndex {
  readonly #workspace: SearchedModules;
  readonly #byModule = new Map<string, readonly string[]>();

  constructor(workspace: SearchedModules) {
    this.#workspace = workspace;
  }

  /** The modules that mock `module`, sorted. */
  of(module: string): readonly string[] {
    let mocking = this.#byModule.get(module);
    if (mocking === undefined) {
      mocking = this.#workspace.modules.filter((from) => this.#callsFor(from, module).length > 0).sort();
      this.#byModule.set(module, mocking);
    }
    return mocking;
  }

  /** What the mocks in `from` put in the place of `module`. */
  between(from: string, module: string): readonly ModuleMock[] {
    return this.#callsFor(from, module).flatMap(({ mock }) => mock ?? []);
  }

  #callsFor(from: string, module: string): readonly MockCall[] {
    const stem = stemOf(module);
    return this.#workspace.store
      .answer(from, 'mocks', (text) => mockCalls(from, text).map(written))
      .map(read)
      .filter(({ specifier }) => {
        // Only a path that names the module leads to it, but for aliases, which end in its folder's name at least.
        if (!specifier.includes(stem) && !isOfIndex(specifier)) return false;
        const target = this.#workspace.resolve(from, specifier);
        return target.kind === 'module' && target.path === module;
      });
  }
}

/** One call that names a module; `mock` is `null` if it hands out what is there. */
interface MockCall {
  readonly specifier: string;
  readonly mock: ModuleMock | null;
}

const mockCall =
  /\b(?:vi|vitest|jest|mock)\s*\.\s*\w*(?:[mM]ock|module|Actual)\w*\s*(?:<[^()]*>\s*)?\(\s*(?:import\(\s*)?(["'`])([^"'`\n$]+)\1/g;

/** The mocks of a module, read off its text: only the calls are parsed, one by one, since the trees of tests cost more. */
function mockCalls(path: string, text: string): readonly MockCall[] {
  return [...text.matchAll(mockCall)].flatMap((match): MockCall[] => {
    const [head, , specifier] = match;
    const end = endOfCall(text, match.index + head.indexOf('('));
    const parsed = end === undefined ? undefined : parseModule(path, text.slice(match.index, end));
    const facts = parsed?.kind === 'parsed' ? extractFacts(parsed.module, { texts: false }) : undefined;
    const request = facts?.requests.find(({ form }) => form === 'mock');
    return specifier === undefined ? [] : [{ specifier, mock: request === undefined ? UNKNOWN : request.mock }];
  });
}

const UNKNOWN: ModuleMock = { replaced: null, keepsOthers: false };

/** Behind the bracket that closes the one at `open`; one in a regular expression counts, and what follows does not parse. */
function endOfCall(text: string, open: number): number | undefined {
  const token = /(["'`])(?:\\[\s\S]|(?!\1)[^\\])*\1|\/\/[^\n]*|\/\*[\s\S]*?\*\/|[()]/g;
  token.lastIndex = open;
  let depth = 0;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    if (match[0] === '(') depth++;
    else if (match[0] === ')' && --depth === 0) return token.lastIndex;
  }
  return undefined;
}

/** A call as a line each for the specifier, what it says of the other exports, and the exports that it replaces. */
function written({ mock, specifier }: MockCall): string {
  if (mock === null) return [specifier, 'none'].join('\n');
  const { keepsOthers, replaced } = mock;
  return [specifier, replaced === null ? 'unknown' : keepsOthers ? 'keeps' : 'drops', ...(replaced ?? [])].join('\n');
}

function read(line: string): MockCall {
  const [specifier = '', kind, ...replaced] = line.split('\n');
  if (kind === 'none') return { specifier, mock: null };
  return { specifier, mock: kind === 'unknown' ? UNKNOWN : { replaced, keepsOthers: kind === 'keeps' } };
}
