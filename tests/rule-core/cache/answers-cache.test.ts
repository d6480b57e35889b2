import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAnswersCache, writeAnswersCache } from '../../../rule-core/src/cache/answers-cache.js';
import { cacheFile, readKnownModules } from '../../../rule-core/src/index.js';
import { ModuleStore } from '../../../rule-core/src/project/module-store.js';
import { stampOf } from '../../../rule-core/src/project/workspace-files.js';
import { WorkspacePaths } from '../../../rule-core/src/resolution/index.js';
import { fixtureProject } from '../../fixture-project/fixture-project.js';

const TEXT = 'export const a = 1;\n';

/** A store over a project with one module that was walked. */
function storeOf(root: string): ModuleStore {
  const store = new ModuleStore(new WorkspacePaths(root));
  store.refresh(new Map([['src/a.ts', stampOf(join(root, 'src/a.ts'))]]));
  return store;
}

/** A project whose module answered two questions in an earlier run. */
function asked(): string {
  const { root } = fixtureProject(undefined, { 'src/a.ts': TEXT });
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  const store = storeOf(root);
  store.answer('src/a.ts', 'who', () => ['earlier', 'run']);
  store.passes('src/a.ts', 'what', () => true);
  writeAnswersCache(cacheFile(root, 'answers'), store.moduleAnswers());
  return root;
}

/** What the module answers now, and how often it was really asked. */
function askedAgain(root: string): readonly [answer: readonly string[], read: number] {
  const store = storeOf(root);
  store.remember(readKnownModules(root));
  const answer = store.answer('src/a.ts', 'who', (text) => ['now', text]);
  return [answer, store.asked];
}

describe('what texts answered in an earlier run', () => {
  it('comes back as it was', () => {
    const root = asked();
    const known = readAnswersCache(cacheFile(root, 'answers'))?.get('src/a.ts');
    expect(known).toMatchObject({ path: 'src/a.ts', length: TEXT.length, stamp: stampOf(join(root, 'src/a.ts')) });
    expect([...(known?.answers ?? [])]).toEqual([
      ['who', ['earlier', 'run']],
      ['what', ['yes']],
    ]);
  });

  it('is taken without reading a file that the file system says is the same', () => {
    expect(askedAgain(asked())).toEqual([['earlier', 'run'], 0]);
  });

  it('is taken where only the time of the file changed', () => {
    const root = asked();
    utimesSync(join(root, 'src/a.ts'), 1, 1);
    expect(askedAgain(root)).toEqual([['earlier', 'run'], 1]);
  });

  it('is asked again where the text changed', () => {
    const root = asked();
    writeFileSync(join(root, 'src/a.ts'), 'export const b = 1;\n');
    expect(askedAgain(root)).toEqual([['now', 'export const b = 1;\n'], 1]);
  });

  it('is asked again where it was not asked', () => {
    const root = asked();
    const store = storeOf(root);
    store.remember(readKnownModules(root));
    expect(store.answer('src/a.ts', 'why', (text) => [text])).toEqual([TEXT]);
    expect(store.asked).toBe(1);
  });

  it('is not taken where it is damaged', () => {
    const root = asked();
    const file = cacheFile(root, 'answers');
    writeFileSync(file, readFileSync(file).subarray(0, -3));
    expect(askedAgain(root)).toEqual([['now', TEXT], 1]);
  });

  it('answers for a text in memory only if that is the one on disk', () => {
    const root = asked();
    const store = storeOf(root);
    store.remember(readKnownModules(root));
    expect(store.knownAnswer('src/a.ts', TEXT, 'who')).toEqual(['earlier', 'run']);
    expect(store.knownAnswer('src/a.ts', TEXT.replace('1', '2'), 'who')).toBeUndefined();
    expect(store.knownAnswer('src/a.ts', TEXT, 'why')).toBeUndefined();
  });
});
