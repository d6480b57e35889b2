import { EditedModule } from '../source/index.js';

/** So many files are being edited at most, as far as we care. */
const MOST = 20;

/** By absolute path, the one that was read last at the end. */
const modules = new Map<string, EditedModule>();

/**
 * What is kept of a file from one version to the next, as long as its workspace is the same.
 *
 * @param file Absolute path.
 * @param path Relative to the workspace root, `/`-separated.
 */
export function editedModule(file: string, path: string): EditedModule {
  const known = modules.get(file);
  const module = known?.path === path ? known : new EditedModule(path);
  modules.delete(file);
  modules.set(file, module);
  const [oldest] = modules.keys();
  if (oldest !== undefined && modules.size > MOST) modules.delete(oldest);
  return module;
}
