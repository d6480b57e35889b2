import type { SymbolUse, UseSite } from '../symbols/uses/symbol-use.js';
import type { ModuleRequest, Range, Reference, RequestForm } from '../source/facts.js';
import type { Edit } from './edit.js';
import { isHeldMember, writeMember, writeTypeMember } from './imports/held-member.js';
import { insert, namedSpecifier, removeBinding } from './imports/import-statement.js';
import { usesSemicolons } from './imports/written-style.js';
import { chooseSpecifier } from './imports/specifier-style.js';
import { lineBreakOf } from './text-edits.js';
import { editReference, losesThis, NEEDS_THIS, writeExpression } from './reference-edits.js';
import { importedName, type ReplacementTarget } from '../symbols/replacement-target.js';
import type { DraftEdits, ReplaceRequest } from './replacing.js';

/**
 * Replaces a symbol in a request that gives it no local name, or one that must stay, by rewriting the request where it
 * stands: `export … from`, `require('m').old()`, `(await import('m')).old`, `import('m').Old` in a type, and the path of a
 * mock.
 */
export function editRequestInPlace(
  request: ReplaceRequest,
  target: ReplacementTarget,
  from: ModuleRequest,
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
      return use.site.kind === 'module'
        ? { edits: [path], doubts: [] }
        : editMember(module.text, target, from.form, memberRead(use.site), path);
    case 'reexport':
      return editReexport(request, target, from, use, quoted);
    case 'import-type':
    case 'jsdoc':
      return editTypeImport(module.text, target, use, path);
    case 'require':
    case 'dynamic-import':
      return editMember(module.text, target, from.form, memberRead(use.site), path);
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
  const text = namedSpecifier(importedName(target.root), site.binding.exported, 'import', isInlineType);
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
  if (name === undefined || written === undefined) {
    return undefined;
  }
  const whole = target.root.exported === 'export=';
  const member = writeTypeMember(text, name, written, whole ? '' : target.root.exported);
  return member && { edits: [path, member], doubts: [] };
}

/** A member that is read from a module object that serves nothing else. */
interface MemberRead {
  /** The module object and the member. */
  readonly chain: Range;
  readonly name: string;
  /** What is done with the member; `depth` links lead to it. */
  readonly references: readonly Reference[];
  readonly depth: number;
}

function memberRead(site: UseSite): MemberRead | undefined {
  switch (site.kind) {
    case 'binding': {
      const { binding } = site;
      const isRead = binding.imported !== '*' && (binding.local === null || isHeldMember(binding));
      // What a variable holds is read as a value, whatever is done with the variable.
      const references = binding.local === null ? binding.references : [];
      return isRead ? { chain: binding.range, name: binding.imported, references, depth: 0 } : undefined;
    }
    case 'member': {
      const { binding, depth, reference, request } = site;
      const chain = reference.links[depth - 1];
      const name = reference.path[depth - 1];
      // A variable may hold another object as well: `const m = given ?? require('m')`.
      const isShared = binding.nameRange[0] !== binding.range[0];
      const isAlone = !isShared && request.bindings.length === 1 && binding.references.length === 1;
      return chain && name !== undefined && isAlone ? { chain, name, references: [reference], depth } : undefined;
    }
    case 'module':
    case 'global':
      return undefined;
  }
}

/** `require('./old').old(x)`, `(await import('./old')).old(x)` and `.then((m) => m.old(x))`. */
function editMember(
  text: string,
  target: ReplacementTarget,
  form: RequestForm,
  read: MemberRead | undefined,
  path: Edit,
): DraftEdits | undefined {
  const { denotes, expression, root } = target;
  if (read === undefined || expression.steps.at(-1)?.kind === 'call') {
    return undefined;
  }
  const { chain, name, references, depth } = read;
  const members = expression.text.slice(expression.root.length);
  const whole = root.exported === 'export=' && form === 'require';
  const edit = writeMember(text, chain, name, whole ? members.slice(1) : importedName(root) + members);
  const doubts = new Set<string>();
  for (const reference of references) {
    const judged = editReference(text, reference, depth, writeExpression(expression, denotes, expression.root));
    const dropsNew = reference.role === 'new' && reference.path.length === depth && denotes.kind === 'function';
    if (judged === undefined || dropsNew) {
      return undefined;
    }
    if (judged.doubt !== undefined) {
      doubts.add(judged.doubt);
    }
  }
  if (references.length === 0 && losesThis(denotes)) {
    doubts.add(NEEDS_THIS);
  }
  return edit && { edits: [path, edit], doubts: [...doubts] };
}
