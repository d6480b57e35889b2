import { createHash } from 'node:crypto';
import path from 'node:path';
import { openWorkspace } from '../project/index.js';
import { wordsOf } from '../rules/registry.js';
import { projectBaseline } from './project-baseline.js';
import { savedMatching } from './saved-project.js';

/**
 * A digest of everything outside a file that its verdict depends on. In ESLint's `settings` it becomes part of the cache key.
 *
 * @param folder absolute; the workspace is searched upward from it
 * @param strict whether what needs a reader's judgement is reported, too
 */
export function projectDigest(folder: string, strict = false): string {
  const today = new Date().toISOString().slice(0, 10);
  const workspace = openWorkspace(path.join(folder, 'package.json'), { today, extraWords: wordsOf, takesCache: true });
  const project = workspace.project();
  const { entries, problem } = projectBaseline(project);
  if (entries.length === 0 && problem === undefined) return project.digest;
  // A violation that moved is accepted where it is now, as long as it is gone from where it was: that is another file's say.
  const { paths } = savedMatching(workspace, project, entries, { today, strict });
  const moved = [...paths]
    .filter(([entry, now]) => entry.path !== now)
    .map(([entry, now]) => [JSON.stringify(entry), now]);
  const content = JSON.stringify([project.digest, entries, moved, problem]);
  return createHash('sha256').update(content).digest('hex');
}
