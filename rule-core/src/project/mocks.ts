import type { ModuleTarget } from '../checks/project.js';
import { stemOf } from '../resolution/index.js';
import type { ModuleFacts } from '../source/facts.js';
import type { ModuleStore } from './module-store.js';

/** The modules that mock another one by its path, looked for when first asked. */
export class MockIndex {
  readonly #modules: readonly string[];
  readonly #store: ModuleStore;
  readonly #facts: (module: string) => ModuleFacts | undefined;
  readonly #resolve: (from: string, specifier: string) => ModuleTarget;
  readonly #byModule = new Map<string, readonly string[]>();

  constructor(
    modules: readonly string[],
    store: ModuleStore,
    facts: (module: string) => ModuleFacts | undefined,
    resolve: (from: string, specifier: string) => ModuleTarget,
  ) {
    this.#modules = modules;
    this.#store = store;
    this.#facts = facts;
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
    if (!this.#store.passes(from, 'mocks', mayMock)) return false;
    // Only a path that names the module leads to it, but for aliases, which end in its folder's name at least.
    if (!this.#store.passes(from, `mentions ${stem}`, (text) => text.includes(stem))) return false;
    return (this.#facts(from)?.requests ?? []).some(({ form, specifier }) => {
      const target = form === 'mock' ? this.#resolve(from, specifier) : undefined;
      return target?.kind === 'module' && target.path === module;
    });
  }
}

function mayMock(text: string): boolean {
  return /\b(?:vi|vitest|jest|mock)\s*\.\s*\w*(?:[mM]ock|module|Actual)\w*\s*[(<]/.test(text);
}
