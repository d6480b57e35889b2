import type { ModuleTarget } from '../checks/project.js';
import type { ModuleFacts } from '../source/facts.js';
import type { ModuleStore } from './module-store.js';

/** The modules that mock another one by its path, looked for when first asked. */
export class MockIndex {
  readonly #modules: readonly string[];
  readonly #store: ModuleStore;
  readonly #facts: (module: string) => ModuleFacts | undefined;
  readonly #resolve: (from: string, specifier: string) => ModuleTarget;
  #byModule: ReadonlyMap<string, readonly string[]> | undefined;

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
    this.#byModule ??= this.#index();
    return this.#byModule.get(module) ?? [];
  }

  #index(): ReadonlyMap<string, readonly string[]> {
    const byModule = new Map<string, Set<string>>();
    for (const from of this.#modules) {
      if (!this.#store.passes(from, 'mocks', mayMock)) continue;
      for (const { form, specifier } of this.#facts(from)?.requests ?? []) {
        const target = form === 'mock' ? this.#resolve(from, specifier) : undefined;
        if (target?.kind !== 'module') continue;
        const mocking = byModule.get(target.path);
        if (mocking) mocking.add(from);
        else byModule.set(target.path, new Set([from]));
      }
    }
    return new Map([...byModule].map(([path, mocking]) => [path, [...mocking].sort()]));
  }
}

function mayMock(text: string): boolean {
  return /\b(?:vi|vitest|jest|mock)\s*\.\s*\w*(?:[mM]ock|module|Actual)\w*\s*[(<]/.test(text);
}
