import { declaredSymbol, originOfName } from '../../symbols/denotation.js';
import { namePattern } from '../../source/names/name-pattern.js';
import type { ModuleFacts, NameReference, Range, TypeFact } from '../../source/facts.js';
import type { ModuleUnderCheck } from '../../symbols/module-under-check.js';
import { writtenTypes, writtenTypesIn } from '../../symbols/objects/written-types.js';
import type { Origin, Project } from '../../symbols/project.js';

/** Types that have only a part of what they are made of. */
const PARTS = /\b(?:Pick|Omit|Partial)</u;

/** The names of what a value of a type is: the type's own, and those behind `Promise<…>` and its like. */
export function heldNames(type: TypeFact, facts: ModuleFacts): readonly NameReference[] {
  return PARTS.test(type.text)
    ? type.top
    : writtenTypes(type, facts).flatMap(({ name, of }) => (of === 'instance' ? [name] : []));
}

const NAME = String.raw`[\w$]+(?:\.[\w$]+)*`;
const OR_NOTHING = String.raw`(?:\s*\|\s*(?:null|undefined))*`;

/** What a property may hold, where its object's type is written out, or is an interface or type of the same module. */
export function heldByMember(
  type: TypeFact | null,
  member: string,
  facts: ModuleFacts,
  project: Project,
): readonly NameReference[] {
  if (type === null) {
    return [];
  }
  const written = new RegExp(`[{;,] ?(?:readonly )?${namePattern(member)}\\??: ?(${NAME})${OR_NOTHING} ?[;,}]`, 'u');
  const inline = written.exec(type.text)?.[1];
  if (inline !== undefined) {
    return writtenTypesIn(inline, type, facts).map(({ name: held }) => held);
  }
  const [name, ...others] = type.top;
  const symbol =
    name === undefined || others.length > 0
      ? undefined
      : declaredSymbol(originOfName(name, facts.path, project), project);
  const found =
    symbol?.path === facts.path ? symbol.declaration.members.find((each) => each.name === member) : undefined;
  return found?.signature === null && found.type !== null ? heldNames(found.type, facts) : [];
}

const DOCUMENTED = new RegExp(String.raw`@type\s*\{\s*\(?\s*import\([^()]+\)\.${NAME}${OR_NOTHING}\s*\)?\s*\}`, 'u');
const DECLARES = /^\s*(?:export\s+)?(?:let|const|var)\s+$/u;

/** What the JSDoc comment in front of a variable of a JavaScript file says that it is. */
export function documentedTypes(at: Range, { facts, text }: ModuleUnderCheck, project: Project): readonly Origin[] {
  const comment = facts.comments.find(([, end]) => end <= at[0] && DECLARES.test(text.slice(end, at[0])));
  if (comment === undefined || !DOCUMENTED.test(text.slice(...comment))) {
    return [];
  }
  return facts.requests
    .filter(({ form, range }) => form === 'jsdoc' && range[0] >= comment[0] && range[1] <= comment[1])
    .flatMap(({ specifier, bindings }) =>
      bindings.map(({ imported, references }) =>
        project.origin(facts.path, specifier, [imported, ...(references[0]?.path ?? [])]),
      ),
    );
}
