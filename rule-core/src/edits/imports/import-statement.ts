import type { Binding, ModuleRequest, Range } from '../../source/facts.js';
import type { Edit } from '../edit.js';
import { indentationAt, lineBreakOf, wholeLines } from '../text-edits.js';
import { isHeldMember } from './held-member.js';

/** `A`, `A as b`, `type A`, in an import statement; `A: b` in a destructuring. */
export function namedSpecifier(
  exported: string,
  local: string,
  form: 'import' | 'require',
  inlineType = false,
): string {
  const renamed = exported === local ? exported : `${exported}${form === 'import' ? ' as ' : ': '}${local}`;
  return inlineType ? `type ${renamed}` : renamed;
}

/** The bindings inside the braces of a request, in source order; for a destructured `require` or `import()`, all that it names. */
export function bracedBindings(request: ModuleRequest): readonly Binding[] {
  const { braces, form } = request;
  if (form === 'require' || form === 'dynamic-import' || form === 'mock') {
    return request.bindings.filter(
      (binding) => binding.imported !== '*' && binding.local !== null && !isHeldMember(binding),
    );
  }
  return braces === null ? [] : request.bindings.filter(({ range }) => range[0] > braces[0] && range[1] < braces[1]);
}

/** Takes one binding out of a statement that keeps others. */
export function removeBinding(text: string, request: ModuleRequest, binding: Binding): Edit {
  const braced = bracedBindings(request);
  const index = braced.indexOf(binding);
  if (index === -1) {
    // A default or namespace binding in front of braces: take the comma behind it.
    const next = request.braces?.[0] ?? request.bindings.find(({ range }) => range[0] > binding.range[0])?.range[0];
    return { range: [binding.range[0], next ?? binding.range[1]], text: '' };
  }
  if (braced.length === 1 && request.braces !== null) {
    // `import D, { a }` becomes `import D`.
    const before = text.slice(0, request.braces[0]).trimEnd();
    return { range: [before.endsWith(',') ? before.length - 1 : request.braces[0], request.braces[1]], text: '' };
  }
  const next = braced[index + 1];
  const previous = braced[index - 1];
  return {
    range:
      next === undefined && previous !== undefined
        ? [previous.range[1], binding.range[1]]
        : [binding.range[0], next?.range[0] ?? binding.range[1]],
    text: '',
  };
}

/** Adds `specifier` to the braces of an import statement, or opens braces behind its default binding; `undefined` for a namespace. */
export function addBinding(text: string, request: ModuleRequest, specifier: string): Edit | undefined {
  const last = bracedBindings(request).at(-1);
  if (last !== undefined && request.braces !== null) {
    const isMultiline = text.slice(...request.braces).includes('\n');
    const separator = isMultiline ? `,${lineBreakOf(text)}${indentationAt(text, last.range[0])}` : ', ';
    return insert(last.range[1], separator + specifier);
  }
  if (request.braces !== null) {
    return { range: request.braces, text: `{ ${specifier} }` };
  }
  const binding = request.bindings[0];
  return binding?.imported === 'default' ? insert(binding.range[1], `, { ${specifier} }`) : undefined;
}

/** Makes a name that is imported as a type a value, too; the statement's other names stay types. */
export function importAsValue(text: string, request: ModuleRequest, binding: Binding): Edit[] | undefined {
  const keyword = /^(?:import\s+)?type\s+/u;
  if (!request.typeOnly) {
    const inline = keyword.exec(text.slice(...binding.range))?.[0];
    return inline === undefined
      ? undefined
      : [{ range: [binding.range[0], binding.range[0] + inline.length], text: '' }];
  }
  const start = keyword.exec(text.slice(...request.range))?.[0];
  if (start === undefined || !bracedBindings(request).includes(binding)) {
    return undefined;
  }
  const others = request.bindings.filter((other) => other !== binding);
  return [
    { range: [request.range[0], request.range[0] + start.length], text: 'import ' },
    ...others.map(({ range }) => insert(range[0], 'type ')),
  ];
}

/** Removes a statement with its line. */
export function removeStatement(text: string, range: Range): Edit {
  return { range: wholeLines(text, range), text: '' };
}

/** A text inserted at an offset. */
export function insert(offset: number, text: string): Edit {
  return { range: [offset, offset], text };
}
