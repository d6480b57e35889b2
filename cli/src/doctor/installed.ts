import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A package as a project finds it. */
export interface Installed {
  readonly version: string;
  /** Absolute. */
  readonly folder: string;
}

/** The package that a project's own code would get, from its folder upward; `undefined` if there is none. */
export function installed(name: string, project: string): Installed | undefined {
  for (const folder of createRequire(join(project, 'package.json')).resolve.paths(name) ?? []) {
    const manifest = join(folder, name, 'package.json');
    const version = versionIn(manifest);
    if (version !== undefined) return { version, folder: dirname(manifest) };
  }
  return undefined;
}

/** The first number of a version. */
export function major(version: string): number {
  return Number.parseInt(version, 10);
}

function versionIn(manifest: string): string | undefined {
  try {
    const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version?: unknown };
    return typeof version === 'string' ? version : undefined;
  } catch {
    return undefined;
  }
}
