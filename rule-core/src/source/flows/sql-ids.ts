const GENERATOR =
  /\b(?:gen_random_uuid|uuid_generate_v\d\w*|generateUUIDv\d|uuidv7|generateULID|newid|newsequentialid)\s*\(\s*\)/iu;
const NAME = String.raw`["\x60[]?(\w+)["\x60\]]?`;

/**
 * The column that a database makes an ID for: `id` of `id uuid DEFAULT gen_random_uuid()`, of
 * `INSERT INTO runs (id) VALUES (generateUUIDv4())`, of `UPDATE runs SET id = newid()`, and of `SELECT generateUUIDv4() AS id`.
 *
 * @returns `undefined` if the text makes none; `''` if it makes one for a column that it does not name.
 */
export function generatedColumn(sql: string): string | undefined {
  const generator = GENERATOR.exec(sql);
  if (generator === null) {
    return undefined;
  }
  const before = sql.slice(0, generator.index);
  const behind = sql.slice(generator.index + generator[0].length);
  const alias = new RegExp(String.raw`^\s+AS\s+${NAME}`, 'iu').exec(behind)?.[1];
  const column = new RegExp(
    String.raw`${NAME}\s+\w+(?:\([\d, ]*\))?(?:\s+(?:NOT\s+NULL|PRIMARY\s+KEY|UNIQUE))*\s+DEFAULT\s+\(?\s*$`,
    'iu',
  ).exec(before)?.[1];
  return alias ?? column ?? alteredColumn(before) ?? assignedColumn(before) ?? insertedColumn(before) ?? '';
}

/** `ALTER COLUMN id SET DEFAULT`. */
function alteredColumn(before: string): string | undefined {
  return new RegExp(String.raw`COLUMN\s+${NAME}\s+SET\s+DEFAULT\s+$`, 'iu').exec(before)?.[1];
}

/** `UPDATE runs SET name = $1, id = …`. */
function assignedColumn(before: string): string | undefined {
  return new RegExp(String.raw`\bSET\s(?:[^;]*,)?\s*${NAME}\s*=\s*$`, 'iu').exec(before)?.[1];
}

/** `INSERT INTO runs (id) VALUES (…`, `INSERT INTO runs (id) SELECT …`. */
function insertedColumn(before: string): string | undefined {
  const insert = /INSERT\s+INTO[^(]*\(([^)]*)\)\s*(?:VALUES\s*\(|SELECT\s)(.*)$/isu.exec(before);
  const values = withoutCalls(insert?.[2] ?? '');
  if (/[()]/u.test(values)) {
    return undefined;
  }
  const column = insert?.[1]?.split(',')[values.split(',').length - 1];
  return column === undefined ? undefined : /\w+/u.exec(column)?.[0];
}

/** A list of values whose commas are between the values. */
function withoutCalls(values: string): string {
  const shorter = values.replaceAll(/\([^()]*\)/gu, '');
  return shorter === values ? values : withoutCalls(shorter);
}
