import type { Binding, Declaration, ExportFact, ModuleFacts, ModuleRequest } from '../source/facts.js';

/** A binding with the request that it belongs to. */
export interface BoundName {
  readonly request: ModuleRequest;
  readonly binding: Binding;
}

/** The names of one module, looked up. */
export interface ModuleIndex {
  /** Imports by local name. */
  readonly imports: ReadonlyMap<string, BoundName>;
  /** Module-level declarations by name; one name may have several (overloads, merged types and values). */
  readonly declarations: ReadonlyMap<string, readonly Declaration[]>;
  readonly exports: ReadonlyMap<string, ExportFact>;
  /** `export { a } from`, `export * as a from`, by the name under which they leave. */
  readonly reexports: ReadonlyMap<string, BoundName>;
  /** `export * from`. */
  readonly stars: readonly ModuleRequest[];
}

const indexes = new WeakMap<ModuleFacts, ModuleIndex>();

/** The names of a module, looked up; made once per facts object. */
export function moduleIndex(facts: ModuleFacts): ModuleIndex {
  const known = indexes.get(facts);
  if (known) return known;
  const imports = new Map<string, BoundName>();
  const reexports = new Map<string, BoundName>();
  const stars: ModuleRequest[] = [];
  for (const request of facts.requests) {
    for (const binding of request.bindings) {
      if (request.form === 'reexport') {
        if (binding.exported !== null) setFirst(reexports, binding.exported, { request, binding });
      } else if (binding.local !== null && request.form !== 'mock') {
        setFirst(imports, binding.local, { request, binding });
      }
    }
    // `export {} from` passes nothing on, and has braces.
    if (request.form === 'reexport' && request.bindings.length === 0 && request.braces === null) {
      stars.push(request);
    }
  }
  const declarations = new Map<string, Declaration[]>();
  for (const declaration of facts.declarations) {
    if (declaration.scope !== '' || declaration.name === '') continue;
    const same = declarations.get(declaration.name);
    if (same) same.push(declaration);
    else declarations.set(declaration.name, [declaration]);
  }
  const exports = new Map<string, ExportFact>();
  for (const fact of facts.exports) setFirst(exports, fact.exported, fact);
  const index: ModuleIndex = { imports, declarations, exports, reexports, stars };
  indexes.set(facts, index);
  return index;
}

/** The names that a module exports itself: not through `export *`. */
export function ownExportNames(facts: ModuleFacts): readonly string[] {
  const index = moduleIndex(facts);
  return [...new Set([...index.exports.keys(), ...index.reexports.keys()])];
}

function setFirst<Value>(map: Map<string, Value>, key: string, value: Value): void {
  if (!map.has(key)) map.set(key, value);
}
