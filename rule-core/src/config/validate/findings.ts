import type { ErrorObject } from 'ajv';
import { didYouMean, nearest } from '../did-you-mean.js';
import type { JsonSchema } from '../json-schema.js';
import type { Finding } from '../problems.js';
import { pointerKeys } from './pointer.js';
import { listed, shown } from './wording.js';

/**
 * What a schema validator found, in words. Of a choice between forms only the one that was meant is explained.
 *
 * @param errors of a validation with `allErrors` and `verbose`, by a schema without `$ref`
 * @param root the value that was validated
 */
export function findingsOf(errors: readonly ErrorObject[], root: unknown): Finding[] {
  const choices = errors.filter((error) => error.keyword === 'anyOf');
  return errors.flatMap((error) => {
    const choice = choices.find(({ schemaPath }) => error.schemaPath.startsWith(`${schemaPath}/`));
    if (choice !== undefined && !isInBranch(error, choice, meantBranch(choice))) return [];
    if (error.keyword === 'anyOf' && meantBranch(error) !== undefined) return [];
    const finding = describe(error);
    return finding === undefined
      ? []
      : [{ ...finding, path: valuePath(error.instancePath, root).concat(finding.path) }];
  });
}

function isInBranch(error: ErrorObject, choice: ErrorObject, branch: number | undefined): boolean {
  return branch !== undefined && error.schemaPath.startsWith(`${choice.schemaPath}/${branch}/`);
}

/** The form of a choice that has the value's own type, if it is one that has parts. */
function meantBranch(choice: ErrorObject): number | undefined {
  const type = Array.isArray(choice.data) ? 'array' : typeof choice.data;
  if (type !== 'array' && (type !== 'object' || choice.data === null)) return undefined;
  const index = branches(choice).findIndex((branch) => branch.type === type);
  return index === -1 ? undefined : index;
}

function branches(choice: ErrorObject): JsonSchema[] {
  return schemaOf(choice).anyOf ?? [];
}

function schemaOf(error: ErrorObject): JsonSchema {
  return error.parentSchema ?? {};
}

function describe(error: ErrorObject): Finding | undefined {
  const schema = schemaOf(error);
  const data: unknown = error.data;
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(error.params['additionalProperty']);
      const known = Object.keys(schema.properties ?? {});
      const hint = didYouMean(key, known) || ` Known keys are ${listed(known)}.`;
      return { path: [key], part: 'key', message: `unknown key "${key}".${hint}` };
    }
    case 'required': {
      const key = String(error.params['missingProperty']);
      return { path: [], message: `"${key}" is missing. ${schema.properties?.[key]?.description ?? ''}`.trim() };
    }
    case 'enum':
      if (typeof data !== 'string') return { path: [], message: `expected ${expected(schema)}, found ${shown(data)}.` };
      return { path: [], message: notOneOf(data, schema.enum ?? []) };
    case 'anyOf': {
      const choices = schema.anyOf ?? [];
      const words = choices.flatMap(({ const: word }) => (word === undefined ? [] : [word]));
      const hint = typeof data === 'string' ? didYouMean(data, words) : '';
      return { path: [], message: `expected ${choices.map(expected).join(' or ')}, found ${shown(data)}.${hint}` };
    }
    case 'type':
      // An enum of another type is reported as such.
      return schema.enum === undefined
        ? { path: [], message: `expected ${expected(schema)}, found ${shown(data)}.` }
        : undefined;
    case 'minItems':
      return { path: [], message: 'the list is empty: expected at least one entry.' };
    case 'minProperties':
      return { path: [], message: 'is empty: expected at least one entry.' };
    case 'pattern':
      // Dates are checked by the calendar, which says more.
      return undefined;
    default:
      return { path: [], message: `${error.message ?? error.keyword}.` };
  }
}

function notOneOf(text: string, known: readonly string[]): string {
  const candidate = nearest(text, known);
  return `"${text}" is not one of ${listed(known)}.${candidate === undefined ? '' : ` Did you mean "${candidate}"?`}`;
}

function expected(schema: JsonSchema): string {
  if (schema.const !== undefined) return `"${schema.const}"`;
  if (schema.enum !== undefined) return listed(schema.enum, 'or');
  switch (schema.type) {
    case 'array':
      return schema.items?.type === 'string' ? 'a list of strings' : 'a list';
    case 'object':
      return 'an object';
    case 'boolean':
      return 'true or false';
    default:
      return `a ${schema.type ?? 'value'}`;
  }
}

/** The keys of a JSON pointer, with numbers where the value has a list. */
function valuePath(pointer: string, root: unknown): (string | number)[] {
  const path: (string | number)[] = [];
  let value = root;
  for (const key of pointerKeys(pointer)) {
    path.push(Array.isArray(value) ? Number(key) : key);
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  }
  return path;
}
