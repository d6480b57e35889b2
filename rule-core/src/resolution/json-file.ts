import { readFileSync } from 'node:fs';
import { parse } from 'jsonc-parser';

export type JsonObject = { readonly [key: string]: unknown };

/** The text of a file without its byte order mark, or `undefined` if it cannot be read. */
export function readText(file: string): string | undefined {
  try {
    const text = readFileSync(file, 'utf8');
    return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  } catch {
    return undefined;
  }
}

/** The object in a JSON file, comments and trailing commas allowed; `undefined` if there is none. */
export function readJsonObject(file: string): JsonObject | undefined {
  const text = readText(file);
  if (text === undefined) return undefined;
  const value: unknown = parse(text, [], { allowTrailingComma: true });
  return asObject(value);
}

/** `value` if it is an object and no array. */
export function asObject(value: unknown): JsonObject | undefined {
  return isObject(value) ? value : undefined;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `value` if it is a string. */
export function asString(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The strings in `value` if it is a list; a string alone is a list of one. */
export function asStrings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
