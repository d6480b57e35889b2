import type { Binding, ModuleRequest } from '../../source/facts.js';
import type { Edit } from '../edit.js';
import { importedName, type CanonicalRoot } from '../../symbols/replacement-target.js';
import { isHeldMember, writeMember } from './held-member.js';
import { bracedBindings, namedSpecifier } from './import-statement.js';
import type { ImportNeed } from './plan-import.js';
import { isRequiredWhole } from './required-whole.js';

/** What is read from the module object of a request to reach the canonical: nothing where the object itself is canonical. */
export function memberOf(form: ModuleRequest['form'], root: CanonicalRoot): readonly string[] {
  const isObject = root.exported === 'export=' && (form === 'require' || form === 'import-equals');
  return isObject ? [] : [importedName(root)];
}

/** Turns the only binding of a request into the canonical's, and the specifier with it. */
export function rewriteInPlace(
  need: ImportNeed,
  request: ModuleRequest,
  binding: Binding,
  local: string,
  quoted: string,
): Edit[] | undefined {
  const { root, typeOnly } = need;
  const specifier: Edit = { range: request.specifierRange, text: quoted };
  if (isHeldMember(binding)) {
    const edits = rewriteHeld(need, request, binding, local);
    return edits && [...edits, specifier];
  }
  const isBraced = bracedBindings(request).includes(binding);
  if (isRequiredWhole({ binding, request }, need.module.text)) {
    const [member] = memberOf(request.form, root);
    const text = member === undefined ? local : `{ ${namedSpecifier(member, local, 'require')} }`;
    return [{ range: binding.nameRange, text }, specifier];
  }
  if (request.form !== 'import') {
    const edit = isBraced ? rewritePattern(need, request, binding, local) : undefined;
    return edit && [edit, specifier];
  }
  if (isBraced && importedName(root) !== 'default') {
    return [rewriteBraced(need, request, binding, local), specifier];
  }
  if (binding.local === null) {
    return undefined;
  }
  const inlineType = typeOnly && binding.typeOnly && !request.typeOnly;
  const clause =
    importedName(root) === 'default' ? local : `{ ${namedSpecifier(root.exported, local, 'import', inlineType)} }`;
  return [{ range: request.braces ?? binding.range, text: clause }, specifier];
}

/** `const { a } = require('m')`: where the whole module is canonical, the pattern becomes a name. */
function rewritePattern(need: ImportNeed, request: ModuleRequest, binding: Binding, local: string): Edit | undefined {
  if (memberOf(request.form, need.root).length > 0) {
    return rewriteBraced(need, request, binding, local);
  }
  const { text } = need.module;
  const start = /\{\s*$/u.exec(text.slice(0, binding.range[0]))?.index;
  const rest = /^\s*,?\s*\}/u.exec(text.slice(binding.nameRange[1]))?.[0];
  return start === undefined || rest === undefined
    ? undefined
    : { range: [start, binding.nameRange[1] + rest.length], text: local };
}

/** `const a = require('m').a`: the name that holds it, and the member. */
export function rewriteHeld(
  { module, root }: ImportNeed,
  { form }: ModuleRequest,
  { imported, range, nameRange }: Binding,
  local: string,
): Edit[] | undefined {
  const member = writeMember(module.text, range, imported, memberOf(form, root).join('.'));
  return member && [{ range: nameRange, text: local }, member];
}

/** `{ a as b }`, `{ a: b }`, `{ a: b = c }`: a default stays. */
export function rewriteBraced(
  { root, typeOnly }: ImportNeed,
  request: ModuleRequest,
  binding: Binding,
  local: string,
): Edit {
  const form = request.form === 'import' ? 'import' : 'require';
  const inlineType = typeOnly && binding.typeOnly && !request.typeOnly;
  return {
    range: [binding.range[0], binding.nameRange[1]],
    text: namedSpecifier(importedName(root), local, form, inlineType),
  };
}
