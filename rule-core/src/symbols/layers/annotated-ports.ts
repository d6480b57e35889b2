import type { Declaration, ModuleFacts, NameReference, TypeFact } from '../../source/facts.js';
import { writtenTypes } from '../objects/written-types.js';

/** Types of the language's library that say nothing of what a value is for. */
const SHAPES: ReadonlySet<string> = new Set([
  ...['Promise', 'PromiseLike', 'Awaited', 'Readonly', 'Partial', 'Required', 'NonNullable', 'Pick', 'Omit'],
  ...['Record', 'Object', 'Function', 'Array', 'ReadonlyArray', 'Map', 'ReadonlyMap', 'Set', 'ReadonlySet'],
  ...['ReturnType', 'InstanceType', 'Parameters', 'Extract', 'Exclude'],
]);

/** `Pick<Storage, 'getItem'>`: a part of an interface of the platform. */
const PART = /^(?:Readonly|Partial|Required|Pick|Omit)<\s*([A-Z][\w$]*)\s*[,>]/u;

/** The interfaces that an object is annotated with, or what a factory says that it returns. */
export function annotatedPorts(declaration: Declaration, facts: ModuleFacts): NameReference[] {
  const type = annotation(declaration, facts);
  if (type === null) {
    return [];
  }
  const written = writtenTypes(type, facts).flatMap(({ name, of }) => (of === 'instance' ? [name] : []));
  const named = written.filter(({ name, origin }) => origin !== 'global' || !SHAPES.has(name));
  const part = PART.exec(type.text)?.[1];
  return named.length > 0 || part === undefined || SHAPES.has(part) || isOwn(part, facts)
    ? named
    : [{ name: part, path: [], range: type.range, origin: 'global' }];
}

function annotation({ kind, nameRange, signature, type }: Declaration, { wrappers }: ModuleFacts): TypeFact | null {
  if (kind === 'variable' && type !== null) {
    return type;
  }
  const isFactory = wrappers.some((wrapper) => wrapper.kind === 'factory' && wrapper.nameRange[0] === nameRange[0]);
  return isFactory ? (signature?.returns ?? null) : null;
}

/** Whether a name is one of the module's, so that it is none of the platform. */
function isOwn(name: string, { declarations, requests }: ModuleFacts): boolean {
  return (
    declarations.some((declaration) => declaration.name === name) ||
    requests.some(({ bindings }) => bindings.some(({ local }) => local === name))
  );
}
