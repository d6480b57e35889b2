import type { ModuleTarget } from '../checks/project.js';
import { stemOf } from '../resolution/index.js';
import type { ModuleStore } from './module-store.js';
import { isOfIndex } from './text-search.js';

/** The modules that mock another one by its path, looked for when first asked. */
export class MockIndex {
  readonly #modules: readonly string[];
  readonly #store: ModuleStore;
  readonly #resolve: (from: string, specifier: string) => ModuleTarget;
  readonly #byModule = new Map<string, readonly string[]>();

  constructor(
    modules: readonly string[],
    store: ModuleStore,
    resolve: (from: string, specifier: string) => ModuleTarget,
  ) {
    this.#modules = modules;
    this.#store = store;
    this.#resolve = resolve;
  }

  /** The modules that mock `module`, sorted. */
  of(module: string): readonly string[] {
    let mocking = this.#byModule.get(module);
    if (mocking === undefined) {
      mocking = this.#modules.filter((from) => this.#mocks(from, module)).sort();
      this.#byModule.set(module, mocking);
    }
    return mocking;
  }

  #mocks(from: string, module: string): boolean {
    const stem = stemOf(module);
    return this.#store.answer(from, 'mocks', mockedSpecifiers).some((specifier) => {
      // Only a path that names the module leads to it, but for aliases, which end in its folder's name at least.
      if (!specifier.includes(stem) && !isOfIndex(specifier)) return false;
      const target = this.#resolve(from, specifier);
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
