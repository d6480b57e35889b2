import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OWN_FOLDER } from '@ssot/rule-core';

/**
 * Makes the command's own folder, and has version control ignore it.
 *
 * @param root absolute
 */
export function makeOwnFolder(root: string): string {
  const folder = join(root, OWN_FOLDER);
  mkdirSync(folder, { recursive: true });
  const ignore = join(folder, '.gitignore');
  if (!existsSync(ignore)) writeFileSync(ignore, '*\n');
  return folder;
}
