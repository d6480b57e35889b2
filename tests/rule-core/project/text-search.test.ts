import { describe, expect, it } from 'vitest';
import { WordSets } from '../../../rule-core/src/project/search-words.js';
import { TextSearch } from '../../../rule-core/src/project/text-search.js';

function wordsOf(fill: (words: WordSets) => void): WordSets {
  const words = new WordSets();
  fill(words);
  return words;
}

function search(fill: (words: WordSets) => void): TextSearch<string> {
  return new TextSearch([['found', wordsOf(fill)]]);
}

describe('a search finds', () => {
  const packages = search((words) => {
    words.addPackage('uuid', 'v4');
    words.addPackage('@acme/ids', null);
    words.addPackage('default-only', 'default');
  });

  it.each([
    ["import { v4 } from 'uuid';", true],
    ["import { v4 as id } from 'uuid';", true],
    ["import { type A, v4 } from 'uuid/esm';", true],
    ["import { validate } from 'uuid';", false],
    ["import uuid from 'uuid';", true],
    ["import * as uuid from 'uuid';", true],
    ["import uuid, { validate } from 'uuid';", true],
    ["const { v4 } = require('uuid');", true],
    ["export * from 'uuid';", true],
    ["export { validate } from 'uuid';", false],
    ["import '../node_modules/uuid/dist/v4.js';", true],
    ["import { z } from 'zod/v4';", false],
    ["import { anything } from '@acme/ids/deep';", true],
    ["import { anything } from '@acme/ids-other';", false],
    ["import only from 'default-only';", true],
    ["import { named } from 'default-only';", false],
    ["import { default as only } from 'default-only';", true],
  ])('packages by the exports that matter: %s', (text, found) => {
    expect(packages.test(text)).toBe(found);
  });

  const modules = search((words) => {
    words.modules.add('run-id').add('#legacy').add('@app/run-id').add('server');
  });

  it.each([
    ["import { a } from './run-id';", true],
    ["import { a } from './run-id.js';", true],
    ["import { a } from '../run-id/index';", true],
    ["import { a } from './run-id/';", true],
    ["import { a } from './run-id/other';", false],
    ["import { a } from '@app/run-id';", true],
    ["import { a } from '#legacy';", true],
    ["vi.mock('./run-id');", true],
    ["const later = () => import(/* why */ './run-id');", true],
    ["const kind = { type: 'server' };", false],
    ["if (kind === 'server') start();", false],
    ["import { a } from 'server';", true],
    ["import a = require('server');", true],
    ["import { a } from './my-run-id';", false],
  ])('modules by the last segment: %s', (text, found) => {
    expect(modules.test(text)).toBe(found);
  });

  it('what a longer word hides', () => {
    const hidden = new TextSearch([
      [
        'package',
        wordsOf((words) => {
          words.addPackage('@acme/ids', null);
        }),
      ],
      [
        'subpath',
        wordsOf((words) => {
          words.modules.add('@acme/ids/run');
        }),
      ],
      [
        'segment',
        wordsOf((words) => {
          words.modules.add('run');
        }),
      ],
      [
        'text',
        wordsOf((words) => {
          words.texts.add('Date.now');
        }),
      ],
      [
        'longer text',
        wordsOf((words) => {
          words.texts.add('Date.now()');
        }),
      ],
      [
        'name',
        wordsOf((words) => {
          words.names.add('createId');
        }),
      ],
      [
        'glob',
        wordsOf((words) => {
          words.declared.add('*IdGenerator*');
        }),
      ],
    ]);
    expect([...hidden.find("import { a } from '@acme/ids/run';")].sort()).toEqual(['package', 'segment', 'subpath']);
    expect([...hidden.find('Date.now()')].sort()).toEqual(['longer text', 'text']);
    expect([...hidden.find('class createIdGenerator {}')]).toEqual(['glob']);
    expect([...hidden.find('createId()')]).toEqual(['name']);
  });
});
