import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { cacheFile, openWorkspace, wordsOf, writeFactsCache } from '../../../rule-core/src/index.js';
import { fixtureProject } from '../../fixture-project/fixture-project.js';

const CONFIG = { concerns: { http: { canonical: 'src/http.ts#http', drivers: ['axios'] } } };
const FILES = { 'src/http.ts': 'export const http = 1;\n', 'src/other.ts': 'export const other = 1;\n' };

/** A project with facts on disk that tell `src/other.ts` for `src/http.ts`. */
function keptProject(): string {
  const { root } = fixtureProject(CONFIG, FILES);
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  const workspace = openWorkspace(join(root, 'src', 'x.ts'), { extraWords: wordsOf });
  const facts = workspace.project().facts('src/http.ts');
  const others = workspace.project().facts('src/other.ts');
  if (facts === undefined || others === undefined) throw new Error('No facts');
  const kept = [...workspace.hashedFacts()].map((one) =>
    one.path === 'src/http.ts' ? { ...one, facts: others } : one,
  );
  writeFactsCache(cacheFile(root, 'facts'), kept);
  return root;
}

/** What another process that takes the cache, or does not, sees `src/http.ts` export. */
async function exported(root: string, takesCache: boolean): Promise<string | undefined> {
  vi.resetModules();
  const fresh = await import('../../../rule-core/src/index.js');
  const workspace = fresh.openWorkspace(join(root, 'src', 'x.ts'), { extraWords: fresh.wordsOf, takesCache });
  return workspace.project().facts('src/http.ts')?.exports[0]?.exported;
}

describe('the facts that the command kept', () => {
  it('are taken by hosts that ask for them, where the text is the same', async () => {
    const root = keptProject();
    expect(await exported(root, true)).toBe('other');
    expect(await exported(root, false)).toBe('http');
    writeFileSync(join(root, 'src', 'http.ts'), 'export const http = 2;\n');
    expect(await exported(root, true)).toBe('http');
  });

  it('are not taken where they are damaged', async () => {
    const root = keptProject();
    const file = cacheFile(root, 'facts');
    writeFileSync(file, readFileSync(file).subarray(0, -10));
    expect(await exported(root, true)).toBe('http');
  });
});
