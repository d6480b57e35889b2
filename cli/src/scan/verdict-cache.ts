import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  cacheFile,
  loadConfig,
  programIdentity,
  readCacheFile,
  readText,
  stampOf,
  writeCacheFile,
} from '@ssot/rule-core';
import packageJson from '../../package.json' with { type: 'json' };
import { makeCacheFolder } from './cache-files.js';
import type { Root } from './roots.js';
import type { WorkspaceVerdict } from './workspace-verdict.js';

/** What a verdict depends on besides the files. */
export interface VerdictConditions {
  /** `YYYY-MM-DD` in UTC. */
  readonly today: string;
  readonly strict: boolean;
}

interface CachedVerdict {
  /** What the file system said of the files when they were judged. */
  readonly fingerprint: string;
  readonly contentHash: string;
  readonly outside: readonly (readonly [path: string, stamp: string])[];
  readonly verdict: WorkspaceVerdict;
}

/**
 * The verdict on a workspace from the last time, if nothing that it depends on has changed since: neither by what the file
 * system says of the files, nor, as after a fresh checkout, by what is in them.
 *
 * @param remember called before the content of the modules is asked for
 */
export function cachedVerdict(
  root: Root,
  conditions: VerdictConditions,
  remember: () => void,
): WorkspaceVerdict | undefined {
  const { workspace } = root;
  const file = cacheFile(workspace.root, 'verdict');
  if (!existsSync(file)) return undefined;
  const bytes = readCacheFile(file, identityOf(root, conditions));
  if (bytes === undefined) return undefined;
  // Host boundary: this program wrote it, as the file's seal says.
  const cached = JSON.parse(bytes.toString('utf8')) as CachedVerdict;
  const isSame = ([path, stamp]: readonly [string, string]) => stampOf(join(workspace.root, path)) === stamp;
  if (cached.fingerprint === hashOf(workspace.fingerprint) && cached.outside.every(isSame)) return cached.verdict;
  const outside = cached.outside.map(([path]) => path);
  remember();
  if (cached.contentHash !== workspace.contentHash(outside)) return undefined;
  keepVerdict(root, conditions, cached.verdict);
  return cached.verdict;
}

/** Keeps the verdict on a workspace for the next time. */
export function keepVerdict(root: Root, conditions: VerdictConditions, verdict: WorkspaceVerdict): void {
  const { workspace } = root;
  const outside = workspace.outside();
  const cached: CachedVerdict = {
    fingerprint: hashOf(workspace.fingerprint),
    contentHash: workspace.contentHash(outside.map(([path]) => path)),
    outside,
    verdict,
  };
  if (!makeCacheFolder(workspace.root)) return;
  writeCacheFile(
    cacheFile(workspace.root, 'verdict'),
    identityOf(root, conditions),
    Buffer.from(JSON.stringify(cached)),
  );
}

function identityOf({ workspace, modules }: Root, { today, strict }: VerdictConditions): string {
  const config = workspace.configFile === undefined ? [] : loadConfig(workspace.configFile).files;
  return JSON.stringify([
    packageJson.version,
    programIdentity(),
    today,
    strict,
    config.map((file) => [file, readText(file)]),
    // A configuration in a folder takes that folder's modules away.
    modules.length,
  ]);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
