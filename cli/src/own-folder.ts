import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder in which the command keeps what is not for version control. */
export const ownFolderName = '.ssot';

/**
 * Makes the command's own folder, and has version control ignore it.
 *
 * @param root absolute
 */
export function makeOwnFolder(root: string): string {
  const folder = join(root, ownFolderName);
  mkdirSync(folder, { recursive: true });
  const ignore = join(folder, '.gitignore');
  if (!existsSync(ignore)) writeFileSync(ignore, '*\n');
  return folder;
}
