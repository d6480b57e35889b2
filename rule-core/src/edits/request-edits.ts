import type { SymbolUse } from '../checks/uses/symbol-use.js';
import type { Binding, ModuleRequest, Reference } from '../source/facts.js';
import type { Edit } from './edit.js';
import { insert, namedSpecifier, removeBinding } from './imports/import-statement.js';
import { usesSemicolons } from './imports/insertion-point.js';
import { chooseSpecifier } from './imports/specifier-style.js';
import { lineBreakOf } from './text-edits.js';
import type { ReplacementTarget } from './replacement-target.js';
import type { DraftEdits, ReplaceRequest } from './replacing.js';

/**
 * Replaces a symbol in a request that gives it no local name, by rewriting the request where it stands: `export … from`,
 * `require('m').old()`, `(await import('m')).old`, `import('m').Old` in a type, and the path of a mock.
 */
export function editRequestInPlace(
  request: ReplaceRequest,
  target: ReplacementTarget,
  from: ModuleRequest,
  member: { readonly binding: Binding; readonly reference: Reference; readonly depth: number } | undefined,
): DraftEdits | undefined {
  const { concern, module, project, use } = request;
  const specifier = chooseSpecifier(module.facts, from, target.root, concern, project);
  if (specifier === undefined) {
    return undefined;
  }
  const quote = module.text[from.specifierRange[0]] ?? "'";
  const quoted = quote + specifier + quote;
  const path: Edit = { range: from.specifierRange, text: quoted };
  switch (from.form) {
    case 'mock':
      return { edits: [path], doubts: ['the mock must offer what the tests need'] };
    case 'reexport':
      return editReexport(request, target, from, use, quoted);
    case 'import-type':
    case 'jsdoc':
      return editTypeImport(module.text, target, use, path);
    case 'require':
    case 'dynamic-import':
      return member && editMember(module.text, target, from, member, path);
    case 'import':
    case 'import-equals':
      return undefined;
  }
}

/** `export { Old } from './old'` becomes `export { New as Old } from './new'`: consumers see what they saw. */
function editReexport(
  { module }: ReplaceRequest,
  target: ReplacementTarget,
  from: ModuleRequest,
  { site }: SymbolUse,
  quoted: string,
): DraftEdits | undefined {
  if (
    site.kind !== 'binding' ||
    site.binding.exported === null ||
    site.binding.imported === '*' ||
    target.expression.steps.length !== 1
  ) {
    return undefined;
  }
  const { binding } = site;
  const isInlineType = binding.typeOnly && !from.typeOnly;
  const text = namedSpecifier(target.root.exported, site.binding.exported, 'import', isInlineType);
  if (from.bindings.length === 1) {
    return {
      edits: [
        { range: binding.range, text },
        { range: from.specifierRange, text: quoted },
      ],
      doubts: [],
    };
  }
  const end = usesSemicolons(module.text, module.facts) ? ';' : '';
  const statement = `export ${from.typeOnly ? 'type ' : ''}{ ${text} } from ${quoted}${end}`;
  return {
    edits: [removeBinding(module.text, from, binding), insert(from.range[1], lineBreakOf(module.text) + statement)],
    doubts: [],
  };
}

/** `import('./old').Old` becomes `import('./new').New`. */
function editTypeImport(
  text: string,
  target: ReplacementTarget,
  { site }: SymbolUse,
  path: Edit,
): DraftEdits | undefined {
  if (target.expression.steps.length !== 1 || site.kind === 'module' || site.kind === 'global') {
    return undefined;
  }
  const name = site.kind === 'member' ? site.reference.links[site.depth - 1] : site.binding.range;
  const written = site.kind === 'member' ? site.reference.path[site.depth - 1] : site.binding.imported;
  if (name === undefined || written === undefined || !text.slice(...name).endsWith(written)) {
    return undefined;
  }
  return { edits: [path, { range: [name[1] - written.length, name[1]], text: target.root.exported }], doubts: [] };
}

/** `(await import('./old')).old(x)` and `.then((m) => m.old(x))`, where the module object serves nothing else. */
function editMember(
  text: string,
  target: ReplacementTarget,
  from: ModuleRequest,
  { binding, reference, depth }: { readonly binding: Binding; readonly reference: Reference; readonly depth: number },
  path: Edit,
): DraftEdits | undefined {
  const link = reference.links[depth - 1];
  const name = reference.path[depth - 1];
  const last = target.expression.steps.at(-1);
  if (
    from.bindings.length !== 1 ||
    binding.references.length !== 1 ||
    link === undefined ||
    name === undefined ||
    last?.kind === 'call'
  ) {
    return undefined;
  }
  if (!text.slice(...link).endsWith(`.${name}`) || (reference.role === 'new' && target.denotes.kind === 'function')) {
    return undefined;
  }
  const written = target.root.exported + target.expression.text.slice(target.expression.root.length);
  return { edits: [path, { range: [link[1] - name.length, link[1]], text: written }], doubts: [] };
}
