import type { ErrorObject, ValidateFunction } from 'ajv';
import type { SsotConfig } from '../config.js';
import type { Finding } from '../problems.js';
import { findingsOf } from './findings.js';
import { pointerKeys } from './pointer.js';
import { configValidator, optionsValidator, type ConcernOptions } from './validators.js';

/**
 * Checks the form of a whole configuration.
 *
 * @returns all that is wrong, and the configuration without the fields that are: `undefined` if nothing is left
 */
export function checkConfig(value: unknown): { config: SsotConfig | undefined; findings: Finding[] } {
  const { checked, findings } = check(configValidator(), value, dropField);
  return { config: checked, findings };
}

/** The same for the options of a rule. */
export function checkOptions(value: unknown): { options: ConcernOptions | undefined; findings: Finding[] } {
  const { checked, findings } = check(optionsValidator(), value, ([field], rest) => without(rest, field));
  return { options: checked, findings };
}

type Drop = (path: readonly string[], value: unknown) => unknown;

function check<T>(
  validate: ValidateFunction<T>,
  value: unknown,
  drop: Drop,
): { checked: T | undefined; findings: Finding[] } {
  if (validate(value)) return { checked: value, findings: [] };
  const errors = validate.errors ?? [];
  const findings = findingsOf(errors, value);
  const rest = errors.map(brokenPath).reduce<unknown>((left, path) => drop(path, left), value);
  return { checked: validate(rest) ? rest : undefined, findings };
}

/** The keys down to what an error says is wrong: for an unknown key that key, otherwise the value. */
function brokenPath(error: ErrorObject): string[] {
  const path = pointerKeys(error.instancePath);
  const additionalProperty: unknown = error.params['additionalProperty'];
  return typeof additionalProperty === 'string' ? [...path, additionalProperty] : path;
}

/** Leaves out a field of a concern, a whole concern where its preset is unknown, or a field of the configuration. */
function dropField([top, name, field]: readonly string[], value: unknown): unknown {
  if (top !== 'concerns') return without(value, top);
  if (name === undefined || !isObject(value)) return value;
  const concerns = value['concerns'];
  if (!isObject(concerns)) return value;
  const concern = concerns[name];
  if (field === undefined || field === 'preset') return { ...value, concerns: without(concerns, name) };
  return { ...value, concerns: { ...concerns, [name]: without(concern, field) } };
}

function without(value: unknown, key: string | undefined): unknown {
  if (key === undefined || !isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
