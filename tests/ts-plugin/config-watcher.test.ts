import { existsSync } from 'node:fs';

import { workspaceSettings } from '@ssot/rule-core';
import type ts from 'typescript';
import { afterEach, describe, expect, it } from 'vitest';

import { ConfigWatcher } from '../../ts-plugin/src/config-watcher.js';
import { temporaryProject, type TemporaryProject } from '../eslint-plugin/temporary-project.js';

const projects: TemporaryProject[] = [];

afterEach(() => {
  for (const project of projects.splice(0)) project.remove();
});

/** A watcher over a project, in a tsserver that only notes what is watched, and how often diagnostics are asked for again. */
function watching() {
  const project = temporaryProject({
    'ssot.config.json': { concerns: { http: { title: 'HTTP client', canonical: 'src/http.ts' } } },
    'src/http.ts': 'export const http = 1;\n',
  });
  projects.push(project);
  const open = new Set<string>();
  const changed = new Map<string, (name: string) => void>();
  const counts = { refreshed: 0 };
  const watch = (path: string, callback: (name: string) => void) => {
    open.add(path);
    changed.set(path, callback);
    return { close: () => open.delete(path) };
  };
  const info = {
    project: { isClosed: () => false, refreshDiagnostics: () => counts.refreshed++ },
    serverHost: { watchFile: watch, watchDirectory: watch, directoryExists: existsSync },
  };
  // Host boundary: of tsserver, only this is used.
  const watcher = new ConfigWatcher(info as unknown as ts.server.PluginCreateInfo);
  const file = project.path('src/http.ts');
  const settings = workspaceSettings(file, 'now');
  watcher.watch(settings, file);
  return {
    project,
    open,
    counts,
    change: () => changed.get(settings.root)?.(`${settings.root}/ssot.config.json`),
    root: settings.root,
  };
}

describe('the configuration of a workspace', () => {
  it('is watched, and what it says is asked for again when it changes', () => {
    const { change, counts, open, root } = watching();
    expect([...open]).toContain(root);
    change();
    expect(counts.refreshed).toBe(1);
    expect([...open]).toContain(root);
  });

  it('is forgotten with its folder: the folders above are no workspace of its own', () => {
    const { change, counts, open, project } = watching();
    project.remove();
    change();
    expect([counts.refreshed, [...open]]).toEqual([0, []]);
    change();
    expect(counts.refreshed).toBe(0);
  });
});
