import { createHash } from 'node:crypto';
import path from 'node:path';
import { configFolders, openWorkspace, type Workspace } from '../project/index.js';
import { wordsOf } from '../rules/registry.js';
import { projectBaseline } from './project-baseline.js';
import { savedMatching } from './saved-project.js';

/**
 * A digest of everything outside a file that its verdict depends on, for the files of a workspace and of those inside it: a
 * package with a configuration of its own is one. In ESLint's `settings` it becomes part of the cache key.
 *
 * @param folder absolute; the workspace is searched upward from it
 * @param strict whether what needs a reader's judgement is reported, too
 */
export function projectDigest(folder: string, strict = false): string {
  const outer = open(folder);
  const own = workspaceDigest(outer, strict);
  const inner = configFolders(outer.root).map((nested) => [
    nested,
    workspaceDigest(open(path.join(outer.root, nested)), strict),
  ]);
  return inner.length === 0 ? own : hashOf([own, inner]);
}

function open(folder: string): Workspace {
  return openWorkspace(path.join(folder, 'package.json'), {
    today: currentDay(),
    extraWords: wordsOf,
    takesCache: true,
  });
}

function workspaceDigest(workspace: Workspace, strict: boolean): string {
  const project = workspace.project();
  const { entries, problem } = projectBaseline(project);
  if (entries.length === 0 && problem === undefined) return project.digest;
  // A violation that moved is accepted where it is now, as long as it is gone from where it was: that is another file's say.
  const { paths } = savedMatching(workspace, project, entries, { today: currentDay(), strict });
  const moved = [...paths]
    .filter(([entry, now]) => entry.path !== now)
    .map(([entry, now]) => [JSON.stringify(entry), now]);
  return hashOf([project.digest, entries, moved, problem]);
}

function hashOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

function currentDay(): string {
  return new Date().toISOString().slice(0, 10);
}
