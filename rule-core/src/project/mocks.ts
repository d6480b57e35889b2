import { stemOf } from '../resolution/index.js';
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
      mocking = this.#workspace.modules.filter((from) => this.#mocks(from, module)).sort();
      this.#byModule.set(module, mocking);
    }
    return mocking;
  }

  #mocks(from: string, module: string): boolean {
    const stem = stemOf(module);
    return this.#workspace.store.answer(from, 'mocks', mockedSpecifiers).some((specifier) => {
      // Only a path that names the module leads to it, but for aliases, which end in its folder's name at least.
      if (!specifier.includes(stem) && !isOfIndex(specifier)) return false;
      const target = this.#workspace.resolve(from, specifier);
      return target.kind === 'module' && target.path === module;
    });
  }
}

const mockCall =
  /\b(?:vi|vitest|jest|mock)\s*\.\s*\w*(?:[mM]ock|module|Actual)\w*\s*(?:<[^()]*>\s*)?\(\s*(?:import\(\s*)?(["'`])([^"'`\n$]+)\1/g;

/** The paths that a module mocks, read off its text: a tree costs more, and one too many only makes a fix a suggestion. */
function mockedSpecifiers(text: string): readonly string[] {
  return [...text.matchAll(mockCall)].flatMap((match) => match[2] ?? []);
}
