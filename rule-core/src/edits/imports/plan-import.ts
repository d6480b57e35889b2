import type { Project } from '../../symbols/project.js';
import type { ModuleUnderCheck } from '../../symbols/module-under-check.js';
import type { ResolvedConcern } from '../../config/resolved-config.js';
import type { Binding, ModuleFacts, ModuleRequest } from '../../source/facts.js';
import type { Edit } from '../edit.js';
import { importedName, type CanonicalRoot } from '../../symbols/replacement-target.js';
import {
  addBinding,
  bracedBindings,
  importAsValue,
  namedSpecifier,
  removeBinding,
  removeStatement,
} from './import-statement.js';
import { freeName } from './free-name.js';
import { isHeldMember } from './held-member.js';
import { insertStatement } from './insertion-point.js';
import { memberOf, rewriteBraced, rewriteHeld, rewriteInPlace } from './rewrite-in-place.js';
import { requiredStatement } from './required-statement.js';
import { isSameModuleSymbol } from './same-module-symbol.js';
import { chooseSpecifier } from './specifier-style.js';
import { quoteOf, usesSemicolons } from './written-style.js';

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
  /** Keep the replaced binding's local name: it is the user's own alias, or others rely on it. */
  readonly keepLocal: boolean;
  /** A global that the import may take the name of. */
  readonly freed?: string | undefined;
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
  const existing = existingImport(need);
  const gone = removal === null ? existing && emptiedStatement(need, existing.request) : (removal ?? []);
  if (existing !== undefined && gone !== undefined) {
    return { local: existing.local, edits: [...existing.edits, ...gone] };
  }
  const local =
    need.keepLocal && replaced?.binding.local != null
      ? replaced.binding.local
      : freeName(preferredName(need), module.facts.names, replaced?.binding.local ?? need.freed ?? null);
  const renamed = replaced && renameInPlace(need, replaced.request, replaced.binding, local);
  if (renamed !== undefined) {
    return { local, edits: renamed };
  }
  const statement = statementFrom(need);
  if (statement !== undefined && importedName(root) !== 'default' && removal !== null) {
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
  return { local: added.local, edits: [added.edit, ...(removal ?? [])] };
}

/** The name to import under: the export's, or for a default export the one the canonical is known by. */
function preferredName({ root }: ImportNeed): string {
  return importedName(root) === 'default' ? (root.origin.path[0] ?? 'canonical') : root.exported;
}

/** Takes away the `require` that is there for the replaced name alone, behind one that has the canonical already. */
function emptiedStatement({ keepLocal, module, replaced }: ImportNeed, existing: ModuleRequest): Edit[] | undefined {
  if (replaced === undefined || keepLocal || !existing.atLoad || existing.range[0] > replaced.request.range[0]) {
    return undefined;
  }
  const statement = requiredStatement(module.text, replaced.request, replaced.binding);
  return statement && [removeStatement(module.text, statement)];
}

/** The canonical's export under a name that the module has for it already. */
function existingImport(need: ImportNeed): (ImportPlan & { readonly request: ModuleRequest }) | undefined {
  const { module, root, typeOnly, project } = need;
  const { facts, text } = module;
  for (const request of facts.requests) {
    if (request.form !== 'import' && request.form !== 'require' && request.form !== 'import-equals') {
      continue;
    }
    if (!mayHold(request, root, module, project)) {
      continue;
    }
    for (const binding of request.bindings) {
      const local = nameFor(binding, request, need);
      if (local === undefined || (binding.local !== null && facts.shadowed.includes(binding.local))) {
        continue;
      }
      const edits = binding.typeOnly && !typeOnly ? importAsValue(text, request, binding) : [];
      if (edits !== undefined) {
        return { local, edits, request };
      }
    }
  }
  return undefined;
}

/** Most imports of a file have nothing to do with the canonical: they need not be followed. */
function mayHold(
  { specifier }: ModuleRequest,
  { origin: { target } }: CanonicalRoot,
  { facts }: ModuleUnderCheck,
  project: Project,
): boolean {
  const asked = project.resolve(facts.path, specifier);
  return asked.kind !== 'module' || target.kind !== 'module' || project.leadsTo(asked.path, [target.path]);
}

/** What a binding calls the canonical's export, or reads it from; `undefined` if it is of something else. */
function nameFor(
  { imported, local }: Binding,
  { form, specifier }: ModuleRequest,
  { module, project, root }: ImportNeed,
): string | undefined {
  const { path } = module.facts;
  const members = imported === '*' ? memberOf(form, root) : [imported];
  const asked = project.resolve(path, specifier);
  // The canonical's export may be an alias of a package's: then its origin is not the canonical.
  const isDirect =
    asked.kind === 'module' && asked.path === root.path && members.join('.') === memberOf(form, root).join('.');
  if (local === null || (!isDirect && !isSameModuleSymbol(project.origin(path, specifier, members), root.origin))) {
    return undefined;
  }
  return imported === '*' ? [local, ...members].join('.') : local;
}

/** An import statement that can take one more name: of the canonical's own module, otherwise of one that re-exports it. */
function statementFrom(need: ImportNeed): ModuleRequest | undefined {
  const { module, root, typeOnly, project, replaced } = need;
  const open = module.facts.requests.filter(
    (request) =>
      request.form === 'import' &&
      request !== replaced?.request &&
      (!request.typeOnly || typeOnly) &&
      request.bindings.length > 0,
  );
  const own = open.find(({ specifier }) => {
    const target = project.resolve(module.facts.path, specifier);
    return target.kind === 'module' && target.path === root.path;
  });
  return own ?? open.find((request) => provides(need, request));
}

/** Whether the module that a request leads to exports the canonical, itself or through a barrel. */
function provides({ module, root, project }: ImportNeed, { specifier }: ModuleRequest): boolean {
  return isSameModuleSymbol(project.origin(module.facts.path, specifier, [importedName(root)]), root.origin);
}

/** Where the replaced name and the canonical leave the same module, only the name changes. */
function renameInPlace(need: ImportNeed, request: ModuleRequest, binding: Binding, local: string): Edit[] | undefined {
  if (importedName(need.root) === 'default' || !provides(need, request)) {
    return undefined;
  }
  return isHeldMember(binding)
    ? rewriteHeld(need, request, binding, local)
    : bracedBindings(request).includes(binding)
      ? [rewriteBraced(need, request, binding, local)]
      : undefined;
}

/**
 * What takes a binding away.
 *
 * @returns `null` where that would mean restructuring a statement: the last name of a destructured `require` or `import()`
 */
function removalOf(text: string, request: ModuleRequest, binding: Binding): Edit[] | null {
  if (request.bindings.length > 1) {
    // What is loaded on demand must not be replaced by something that is loaded at once, what a mock hides not by the mock,
    // and a default must not be lost.
    const isBound =
      request.form === 'dynamic-import' || request.form === 'mock' || binding.nameRange[1] < binding.range[1];
    return isBound ? null : [removeBinding(text, request, binding)];
  }
  return request.form === 'import' ? [removeStatement(text, request.range)] : null;
}

function newStatement(
  { module, root, typeOnly, replaced }: ImportNeed,
  local: string,
  quoted: string,
): { readonly local: string; readonly edit: Edit } {
  const { facts, text } = module;
  const end = usesSemicolons(text, facts) ? ';' : '';
  const kind = importKindOf(facts);
  if (kind === 'import-equals') {
    const object = freeName(objectName(quoted), facts.names, null);
    const edit = insertStatement(
      text,
      facts,
      undefined,
      `import ${typeOnly ? 'type ' : ''}${object} = require(${quoted})${end}`,
    );
    return { local: [object, ...memberOf(kind, root)].join('.'), edit };
  }
  if (kind === 'require') {
    const [member] = memberOf(kind, root);
    const pattern = member === undefined ? local : `{ ${namedSpecifier(member, local, 'require')} }`;
    return { local, edit: insertStatement(text, facts, undefined, `const ${pattern} = require(${quoted})${end}`) };
  }
  const clause = importedName(root) === 'default' ? local : `{ ${namedSpecifier(root.exported, local, 'import')} }`;
  const statement = `import ${typeOnly ? 'type ' : ''}${clause} from ${quoted}${end}`;
  return {
    local,
    edit: insertStatement(text, facts, replaced?.request.form === 'import' ? replaced.request : undefined, statement),
  };
}

/** `userContext` for `'../context/user-context.js'`. */
function objectName(quoted: string): string {
  const stem = quoted.slice(1, -1).split('/').at(-1)?.split('.')[0] ?? '';
  const name = stem.replaceAll(/[^\w$]+(\w?)/gu, (_separator, letter: string) => letter.toUpperCase());
  return /^[A-Za-z_$]/u.test(name) ? name : 'canonical';
}

/** How a module loads others: with another kind of statement it would be a syntax error, or change its own kind. */
function importKindOf({ path, requests, exports }: ModuleFacts): 'import' | 'require' | 'import-equals' {
  if (requests.some(({ form }) => form === 'import' || form === 'reexport')) {
    return 'import';
  }
  if (path.endsWith('.cts') || requests.some(({ form }) => form === 'import-equals')) {
    return 'import-equals';
  }
  if (/\.(?:m[jt]s|tsx?)$/u.test(path)) {
    return 'import';
  }
  const usesCommonJs =
    requests.some(({ form }) => form === 'require') || exports.some(({ exported }) => exported === 'export=');
  return path.endsWith('.cjs') || usesCommonJs ? 'require' : 'import';
}
