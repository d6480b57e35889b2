import { workspaceSettings, type WorkspaceSettings } from '@ssot/rule-core';
import type ts from 'typescript';

/** A workspace whose configuration is watched. */
interface Watched {
  settings: WorkspaceSettings;
  readonly files: Map<string, ts.FileWatcher>;
  readonly folder: ts.FileWatcher;
}

/** Shows edits of the configuration without a restart: the editor does not know that diagnostics depend on these files. */
export class ConfigWatcher {
  readonly #info: ts.server.PluginCreateInfo;
  readonly #workspaces = new Map<string, Watched>();

  constructor(info: ts.server.PluginCreateInfo) {
    this.#info = info;
  }

  /**
   * Watches the configuration of a workspace, if it is not watched yet.
   *
   * @param file A file in it, absolute.
   */
  watch(settings: WorkspaceSettings, file: string): void {
    const { root } = settings;
    if (this.#workspaces.has(root)) {
      return;
    }
    const { serverHost } = this.#info;
    const changed = (): void => {
      this.#refresh(root, file);
    };
    // For a config file that appears, or is replaced by another one.
    const folder = serverHost.watchDirectory(root, (name) => {
      if (/[\\/]ssot[.-][^\\/]*$/u.test(name)) {
        changed();
      }
    });
    const watched: Watched = { settings, files: new Map(), folder };
    this.#workspaces.set(root, watched);
    this.#watchFiles(watched, changed);
  }

  dispose(): void {
    for (const root of [...this.#workspaces.keys()]) {
      this.#forget(root);
    }
  }

  #forget(root: string): void {
    const watched = this.#workspaces.get(root);
    watched?.folder.close();
    for (const file of watched?.files.values() ?? []) {
      file.close();
    }
    this.#workspaces.delete(root);
  }

  #watchFiles({ settings, files }: Watched, changed: () => void): void {
    const wanted = new Set(settings.watchedFiles());
    for (const [file, watcher] of files) {
      if (!wanted.has(file)) {
        watcher.close();
        files.delete(file);
      }
    }
    for (const file of wanted) {
      if (!files.has(file)) {
        files.set(file, this.#info.serverHost.watchFile(file, changed, 250));
      }
    }
  }

  #refresh(root: string, file: string): void {
    const { project, serverHost } = this.#info;
    const watched = this.#workspaces.get(root);
    if (watched === undefined) {
      return;
    }
    if (project.isClosed()) {
      this.dispose();
      return;
    }
    if (!serverHost.directoryExists(root)) {
      // What is above a folder that was deleted, such as all other projects, is not its workspace.
      this.#forget(root);
      return;
    }
    watched.settings = workspaceSettings(file, 'now');
    this.#watchFiles(watched, () => {
      this.#refresh(root, file);
    });
    project.refreshDiagnostics();
  }
}
