import { compareEntries, type BaselineEntry } from './entry.js';

/** The version that this program writes, and the newest that it reads. */
const VERSION = 1;

const required = ['path', 'concern', 'check', 'symbol', 'scope', 'hash', 'near', 'since'] as const;
const optional = ['owner', 'reason', 'expires'] as const;
const day = /^\d{4}-\d{2}-\d{2}$/;

/** A baseline that cannot be trusted. The message is for the person who has to mend it. */
export class BaselineError extends Error {
  override readonly name = 'BaselineError';
}

/**
 * Reads a baseline.
 *
 * @param file its name, for messages
 * @throws {@link BaselineError} if a line is no entry, or the file is of a newer version. A baseline that is half read would
 * excuse too little or too much.
 */
export function parseBaseline(text: string, file: string): BaselineEntry[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const [header = '', ...rest] = lines;
  const version = versionOf(header);
  if (version === undefined) {
    throw new BaselineError(`${file}:1 is no baseline: its first line should be {"version":${VERSION}}. ${recovery}`);
  }
  if (version > VERSION) {
    throw new BaselineError(
      `${file}:1 has version ${version}; this program reads up to version ${VERSION}. Update ssot, or write the baseline again with "ssot baseline".`,
    );
  }
  return rest.flatMap((line, index) => (line.trim() === '' ? [] : [parseEntry(line, `${file}:${index + 2}`)]));
}

/** Writes a baseline: one entry a line, sorted, so that branches merge and a diff shows what was accepted. */
export function formatBaseline(entries: readonly BaselineEntry[]): string {
  const lines = [...entries].sort(compareEntries).map((entry) => {
    const { ordinal, ...fields } = entry;
    return JSON.stringify(ordinal === 0 ? fields : { ...fields, ordinal });
  });
  return [JSON.stringify({ version: VERSION }), ...lines, ''].join('\n');
}

const recovery = 'Restore it from version control, or write it again with "ssot baseline".';

function versionOf(line: string): number | undefined {
  const value = parsed(line);
  return isRecord(value) && Number.isInteger(value['version']) ? Number(value['version']) : undefined;
}

function parseEntry(line: string, place: string): BaselineEntry {
  const value = parsed(line);
  if (!isRecord(value)) {
    const conflict = /^(?:<{7}|={7}|>{7}|\|{7})/.test(line)
      ? ' It is the mark of a merge conflict: keep the entries of both sides.'
      : '';
    throw new BaselineError(`${place} is no entry of a baseline.${conflict} ${recovery}`);
  }
  const fields: Record<string, string> = {};
  for (const key of [...required, ...optional]) {
    const field = value[key];
    if (typeof field === 'string') fields[key] = field;
    else if (field !== undefined || required.some((name) => name === key)) {
      throw new BaselineError(`${place} has no text in "${key}". ${recovery}`);
    }
  }
  for (const key of ['since', 'expires']) {
    if (fields[key] !== undefined && !day.test(fields[key])) {
      throw new BaselineError(`${place} "${key}" should be a day, such as "2027-03-31".`);
    }
  }
  const { path = '', concern = '', check = '', symbol = '', scope = '', hash = '', near = '', since = '' } = fields;
  const { owner, reason, expires } = fields;
  const ordinal = typeof value['ordinal'] === 'number' ? value['ordinal'] : 0;
  return { path, concern, check, symbol, scope, hash, near, ordinal, since, owner, reason, expires };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
