import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { asObject, asStrings, readText } from './json-file.js';
import type { Manifest, Manifests } from './manifests.js';
import type { WorkspacePaths } from './workspace-path.js';
import { realPath } from './workspace-path.js';

/** The packages that the workspace is made of, by name; they are known also where nothing is installed. */
export class WorkspacePackages {
  readonly #byName = new Map<string, Manifest>();
  /** The manifests, sorted by folder. */
  readonly all: readonly Manifest[];

  constructor(paths: WorkspacePaths, manifests: Manifests) {
    const root = manifests.in(paths.root);
    const folders = workspaceGlobs(paths.root, root).flatMap((globs) =>
      globSync(globs, {
        cwd: paths.root,
        onlyDirectories: true,
        expandDirectories: false,
        ignore: ['**/node_modules/**', '**/.git/**'],
        absolute: true,
      }),
    );
    const found = [...new Set(folders.map((folder) => realPath(join(folder))))].sort();
    this.all = [root, ...found.map((folder) => manifests.in(folder))].filter((manifest) => manifest !== undefined);
    for (const manifest of this.all) {
      if (manifest.name !== undefined && !this.#byName.has(manifest.name)) this.#byName.set(manifest.name, manifest);
    }
  }

  /** The workspace package of a name. */
  named(name: string): Manifest | undefined {
    return this.#byName.get(name);
  }
}

function workspaceGlobs(root: string, manifest: Manifest | undefined): (readonly string[])[] {
  const workspaces = manifest?.content['workspaces'];
  const globs = [...asStrings(workspaces), ...asStrings(asObject(workspaces)?.['packages'])];
  const pnpm = readText(join(root, 'pnpm-workspace.yaml'));
  if (pnpm !== undefined) globs.push(...listInYaml(pnpm, 'packages'));
  const normalised = globs
    .map((glob) => glob.replace(/^(!?)(?:\.\/)?/, '$1').replace(/\/$/, ''))
    .filter((glob) => glob !== '');
  return normalised.length === 0 ? [] : [normalised];
}

// pnpm writes this file in one shape: a block list of strings, or a flow list. A YAML library would be a dependency for it alone.
function listInYaml(text: string, key: string): string[] {
  const items: string[] = [];
  let inside = false;
  for (const line of text.split(/\r?\n/)) {
    const content = line.replace(/\s+#.*$|^#.*$/, '');
    if (content.trim() === '') continue;
    const header = /^["']?([\w-]+)["']?\s*:\s*(.*)$/.exec(content);
    if (header) {
      inside = header[1] === key;
      const flow = /^\[(.*)\]$/.exec(header[2] ?? '');
      if (inside && flow)
        items.push(
          ...(flow[1] ?? '')
            .split(',')
            .map(unquoted)
            .filter((item) => item !== ''),
        );
    } else if (inside) {
      const item = /^\s*-\s+(.*)$/.exec(content);
      if (item) items.push(unquoted(item[1] ?? ''));
    }
  }
  return items;
}

function unquoted(text: string): string {
  return text.trim().replace(/^(["'])(.*)\1$/, '$2');
}
