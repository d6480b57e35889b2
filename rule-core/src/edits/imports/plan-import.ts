import type { Project } from '../../checks/project.js';
import type { ModuleUnderCheck } from '../../checks/check.js';
import type { ResolvedConcern } from '../../config/resolved-config.js';
import type { Binding, ModuleFacts, ModuleRequest } from '../../source/facts.js';
import type { Edit } from '../edit.js';
import type { CanonicalRoot } from '../replacement-target.js';
import { addBinding, bracedBindings, namedSpecifier, removeBinding, removeStatement } from './import-statement.js';
import { freeName } from './free-name.js';
import { insertStatement, usesSemicolons } from './insertion-point.js';
import { chooseSpecifier, quoteOf } from './specifier-style.js';

/** The import that a replacement needs. */
export interface ImportNeed {
  readonly module: ModuleUnderCheck;
  readonly concern: ResolvedConcern;
  readonly project: Project;
  readonly root: CanonicalRoot;
  /** Only types are taken. */
  readonly typeOnly: boolean;
  /** The binding that the replacement makes superfluous. */
  readonly replaced: { readonly request: ModuleRequest; readonly binding: Binding } | undefined;
  /** Keep the replaced binding's local name, because it is the user's own alias. */
  readonly keepLocal: boolean;
}

/** The local name of the canonical's export after the edits. */
export interface ImportPlan {
  readonly local: string;
  readonly edits: readonly Edit[];
}

/**
 * Plans how a module comes to import the canonical: an import that is there is reused, one from the same module is
 * extended, the replaced one is rewritten in place, and otherwise a statement is added.
 *
 * @returns `undefined` where it cannot be written without restructuring the module, or the canonical is not visible
 */
export function planImport(need: ImportNeed): ImportPlan | undefined {
  const { module, replaced, root } = need;
  const removal = replaced && removalOf(module.text, replaced.request, replaced.binding);
  const existing = importOf(need);
  if (existing?.local != null) {
    return removal === null ? undefined : { local: existing.local, edits: removal ?? [] };
  }
  const local = need.keepLocal && replaced?.binding.local != null ? replaced.binding.local : freeName(preferredName(need), module.facts.names, replaced?.binding.local ?? null);
  const statement = statementFrom(need);
  if (statement !== undefined && root.exported !== 'default' && removal !== null) {
    const inlineType = need.typeOnly && !statement.typeOnly;
    const addition = addBinding(module.text, statement, namedSpecifier(root.exported, local, 'import', inlineType));
    if (addition !== undefined) {
      return { local, edits: [addition, ...(removal ?? [])] };
    }
  }
  const specifier = chooseSpecifier(module.facts, replaced?.request, root, need.concern, need.project);
  if (specifier === undefined) {
    return undefined;
  }
  const quote = quoteOf(module.text, module.facts, replaced?.request);
  const quoted = quote + specifier + quote;
  if (replaced !== undefined && replaced.request.bindings.length === 1) {
    const edits = rewriteInPlace(need, replaced.request, replaced.binding, local, quoted);
    return edits && { local, edits };
  }
  if (removal === null) {
    return undefined;
  }
  const added = newStatement(need, local, quoted);
  return added && { local, edits: [added, ...(removal ?? [])] };
}

/** The name to import under: the export's, or for a default export the one the canonical is known by. */
function preferredName({ root }: ImportNeed): string {
  return root.exported === 'default' ? (root.origin.path[0] ?? 'canonical') : root.exported;
}

/** A binding of the module that is the canonical's export already. */
function importOf({ module, root, typeOnly, project }: ImportNeed): Binding | undefined {
  for (const request of module.facts.requests) {
    if (request.form !== 'import' && request.form !== 'require') {
      continue;
    }
    for (const binding of request.bindings) {
      if (binding.local === null || binding.imported === '*' || (binding.typeOnly && !typeOnly)) {
        continue;
      }
      const { target, path } = project.origin(module.facts.path, request.specifier, [binding.imported]);
      if (
        target.kind === 'module' &&
        root.origin.target.kind === 'module' &&
        target.path === root.origin.target.path &&
        path.join('.') === root.origin.path.join('.')
      ) {
        return binding;
      }
    }
  }
  return undefined;
}

/** An import statement of the canonical's module that can take one more name. */
function statementFrom({ module, root, typeOnly, project, replaced }: ImportNeed): ModuleRequest | undefined {
  return module.facts.requests.find((request) => {
    if (request.form !== 'import' || request === replaced?.request || (request.typeOnly && !typeOnly) || request.bindings.length === 0) {
      return false;
    }
    const target = project.resolve(module.facts.path, request.specifier);
    return target.kind === 'module' && target.path === root.path;
  });
}

/**
 * What takes a binding away.
 *
 * @returns `null` where that would mean restructuring a statement: the last name of a destructured `require` or `import()`
 */
function removalOf(text: string, request: ModuleRequest, binding: Binding): Edit[] | null {
  if (request.bindings.length > 1) {
    return [removeBinding(text, request, binding)];
  }
  return request.form === 'import' ? [removeStatement(text, request.range)] : null;
}

/** Turns the only binding of a request into the canonical's, and the specifier with it. */
function rewriteInPlace(
  { root, typeOnly }: ImportNeed,
  request: ModuleRequest,
  binding: Binding,
  local: string,
  quoted: string,
): Edit[] | undefined {
  const specifier: Edit = { range: request.specifierRange, text: quoted };
  const form = request.form === 'import' ? 'import' : 'require';
  const inlineType = typeOnly && binding.typeOnly && !request.typeOnly;
  if (bracedBindings(request).includes(binding) && (root.exported !== 'default' || form === 'require')) {
    return [{ range: binding.range, text: namedSpecifier(root.exported, local, form, inlineType) }, specifier];
  }
  if (form === 'require' || binding.local === null) {
    return undefined;
  }
  const clause = root.exported === 'default' ? local : `{ ${namedSpecifier(root.exported, local, form, inlineType)} }`;
  return [{ range: request.braces ?? binding.range, text: clause }, specifier];
}

function newStatement({ module, root, typeOnly, replaced }: ImportNeed, local: string, quoted: string): Edit | undefined {
  const { facts, text } = module;
  const end = usesSemicolons(text, facts) ? ';' : '';
  if (isCommonJs(facts)) {
    const pattern = `{ ${namedSpecifier(root.exported, local, 'require')} }`;
    return insertStatement(text, facts, undefined, `const ${pattern} = require(${quoted})${end}`);
  }
  const clause = root.exported === 'default' ? local : `{ ${namedSpecifier(root.exported, local, 'import')} }`;
  const statement = `import ${typeOnly ? 'type ' : ''}${clause} from ${quoted}${end}`;
  return insertStatement(text, facts, replaced?.request.form === 'import' ? replaced.request : undefined, statement);
}

/** Whether a module loads others with `require`, so that an import statement would be a syntax error or change its kind. */
function isCommonJs({ path, requests, exports }: ModuleFacts): boolean {
  if (requests.some(({ form }) => form === 'import' || form === 'reexport') || /\.(?:m[jt]s|tsx?)$/u.test(path)) {
    return false;
  }
  return (
    /\.c[jt]s$/u.test(path) ||
    requests.some(({ form }) => form === 'require' || form === 'import-equals') ||
    exports.some(({ exported }) => exported === 'export=')
  );
}
