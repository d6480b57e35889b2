import { readdirSync, type Dirent } from 'node:fs';

/** What is in folders, each read once: one of these is for one moment. */
export class FolderListings {
  readonly #byFolder = new Map<string, readonly Dirent[]>();

  /**
   * The files and folders in a folder; none if it may not be read, which then holds nothing that can be checked.
   *
   * @param folder absolute, native separators
   */
  entries(folder: string): readonly Dirent[] {
    let entries = this.#byFolder.get(folder);
    if (entries === undefined) {
      entries = read(folder);
      this.#byFolder.set(folder, entries);
    }
    return entries;
  }
}

function read(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
