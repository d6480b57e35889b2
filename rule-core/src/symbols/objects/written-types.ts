import type { ModuleFacts, NameReference, TypeFact } from '../../source/facts.js';

/** What a type, as it is written, says of a value. */
export interface WrittenType {
  readonly name: NameReference;
  /** `instance` for `X`; `itself` for `typeof x`; `result` for `ReturnType<typeof f>`. */
  readonly of: 'instance' | 'itself' | 'result';
}

/** Types that have the members of their first argument, or yield it when awaited. */
const TRANSPARENT = /^(?:Promise|PromiseLike|Awaited|Readonly|Partial|Required|NonNullable|Pick|Omit)<(.*)>$/u;

const OF_VALUE = /^(InstanceType|ReturnType)<typeof (.*)>$/u;

/** The names that a type comes down to: through unions, `Promise<X>`, `Pick<X, 'send'>` and `ReturnType<typeof f>`. */
export function writtenTypes(type: TypeFact, facts: ModuleFacts): WrittenType[] {
  const plain = type.top.map((name): WrittenType => ({ name, of: 'instance' }));
  return type.text.includes('<') || type.text.includes('typeof ')
    ? [...plain, ...unfolded(type.text, type, facts)]
    : plain;
}

/** The same of a type of which only the text is known, somewhere in `type`. */
export function writtenTypesIn(text: string, type: TypeFact, facts: ModuleFacts): WrittenType[] {
  return unfolded(text, type, facts);
}

function unfolded(text: string, type: TypeFact, facts: ModuleFacts): WrittenType[] {
  return splitTop(text, '|').flatMap((part): WrittenType[] => {
    const inner = TRANSPARENT.exec(part)?.[1];
    if (inner !== undefined) {
      return unfolded(splitTop(inner, ',')[0] ?? '', type, facts);
    }
    const [, operator, value] = OF_VALUE.exec(part) ?? [];
    if (value !== undefined) {
      return named(value, type, facts, operator === 'ReturnType' ? 'result' : 'instance');
    }
    return part.startsWith('typeof ')
      ? named(part.slice('typeof '.length), type, facts, 'itself')
      : named(part, type, facts, 'instance');
  });
}

function named(text: string, { range }: TypeFact, facts: ModuleFacts, of: WrittenType['of']): WrittenType[] {
  if (!/^[\w$]+(?:\.[\w$]+)*$/u.test(text)) {
    return [];
  }
  const [name = '', ...path] = text.split('.');
  const isImported = facts.requests.some(({ bindings }) => bindings.some(({ local }) => local === name));
  const isDeclared = facts.declarations.some((declaration) => declaration.scope === '' && declaration.name === name);
  return isImported || isDeclared
    ? [{ name: { name, path, range, origin: isImported ? 'import' : 'module' }, of }]
    : [];
}

/** Splits at a separator outside of brackets. */
function splitTop(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if ('<([{'.includes(character)) depth++;
    else if ('>)]}'.includes(character) && text.charAt(index - 1) !== '=') depth--;
    else if (depth === 0 && character === separator) {
      parts.push(text.slice(start, index).trim());
      start = index + 1;
    }
  }
  parts.push(text.slice(start).trim());
  return parts;
}
