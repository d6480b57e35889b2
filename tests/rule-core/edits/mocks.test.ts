import { describe, expect, it } from 'vitest';
import { applyEdits, type SsotConfig } from '../../../rule-core/src/index.js';
import { fixtureProject, type FixtureProject } from '../../fixture-project/fixture-project.js';

const FILES = {
  'src/ids.ts': `export function newId(prefix: string): string { return prefix; }\n`,
  'src/barrel.ts': `export { newId as make } from './ids';\n`,
  'src/core/ids.ts': `export const ids = { next(prefix: string): string { return prefix; } };\n`,
};

const CONFIG: SsotConfig = {
  concerns: {
    ids: {
      title: 'ID generator',
      canonical: 'src/core/ids.ts#ids',
      replacements: [{ from: 'src/ids.ts#newId', to: 'ids.next' }],
    },
  },
};

const TEST = 'src/a.test.ts';
const MUST_OFFER = 'the mock must offer what the tests need';

function project(text: string, file = TEST, more: Record<string, string> = {}): FixtureProject {
  return fixtureProject(CONFIG, { ...FILES, ...more, [file]: text });
}

/** Of each report the text after its fix, or title and text of its suggestions. */
function offers(text: string): (string | string[][])[] {
  return project(text)
    .lint(TEST)
    .map(({ fix, suggestions }) =>
      fix === null
        ? suggestions.map((one) => [one.title, applyEdits(text, one.edits)])
        : `fix: ${applyEdits(text, fix)}`,
    );
}

const suggested = (why: string, text: string): string[][] => [[`Replace 'newId' by ids.next (${why}).`, text]];

describe('a module that mocks what it uses', () => {
  it('is not fixed, and the suggestion at the import takes the mock along', () => {
    const before = `import { newId } from './ids';\nvi.mock("./ids");\nvi.mocked(newId).mockReturnValue('x');\n`;
    const after = `import { ids } from './core/ids';\nvi.mock("./core/ids");\nvi.mocked(ids.next).mockReturnValue('x');\n`;
    expect(offers(before)).toEqual([suggested(MUST_OFFER, after), []]);
  });

  it('takes what is behind the mock along', () => {
    const of = (path: string): string =>
      `jest.mock('${path}', () => ({ ...jest.requireActual<typeof import('${path}')>('${path}'), newId: jest.fn() }));\n`;
    const suggestion = suggested(MUST_OFFER, of('./core/ids'));
    expect(offers(of('./ids'))).toEqual([suggestion, [], suggestion]);
  });

  it('knows the mock of a barrel', () => {
    const before = `import { make } from './barrel';\nvi.mock('./barrel');\nmake('x');\n`;
    const after = `import { ids } from './core/ids';\nvi.mock('./core/ids');\nids.next('x');\n`;
    expect(offers(before)).toEqual([[[`Replace 'make' by ids.next (${MUST_OFFER}).`, after]]]);
  });

  it.each([
    ['', `vi.mock('./ids', async (importOriginal) => ({ ...(await importOriginal()), other: vi.fn() }));\n`],
    ['of jest', `jest.mock('./ids', () => ({ ...jest.requireActual('./ids'), other: jest.fn() }));\n`],
  ])('is fixed, and its mock %s stays, if that replaces other exports only', (_name, mock) => {
    const before = `import { newId, other } from './ids';\n${mock}other(newId('x'));\n`;
    const after = `import { other } from './ids';\nimport { ids } from './core/ids';\n${mock}other(ids.next('x'));\n`;
    const ids = { 'src/ids.ts': `${FILES['src/ids.ts']}export const other = (id: string): string => id;\n` };
    expect(project(before, TEST, ids).fix(TEST)).toBe(after);
    expect(project(after, TEST, ids).lint(TEST)).toEqual([]);
  });

  it('is not fixed if the mock replaces the canonical', () => {
    const mock = `vi.mock('./core/ids', async (original) => ({ ...(await original()), ids: { next: vi.fn() } }));\n`;
    const keeping = `vi.mock('./ids', async (original) => ({ ...(await original()), other: 1 }));\n`;
    const before = `import { newId } from './ids';\n${mock}${keeping}newId('x');\n`;
    const after = `import { ids } from './core/ids';\n${mock}${keeping}ids.next('x');\n`;
    expect(offers(before)).toEqual([suggested('src/core/ids.ts is mocked here', after)]);
  });

  it('does not take the real thing for a mock that is there already', () => {
    const before = `import { newId } from './ids';\nvi.mock('./core/ids');\nnewId('x');\n`;
    const after = `import { ids } from './core/ids';\nvi.mock('./core/ids');\nids.next('x');\n`;
    expect(offers(before)).toEqual([suggested('src/core/ids.ts is mocked here', after)]);
  });

  it('does not mock the canonical twice', () => {
    const before = `import { newId } from './ids';\nvi.mock('./ids');\nvi.mock('./core/ids');\nnewId('x');\n`;
    const after = `import { ids } from './core/ids';\nvi.mock('./ids');\nvi.mock('./core/ids');\nids.next('x');\n`;
    expect(offers(before)).toEqual([suggested('src/core/ids.ts is mocked here', after), []]);
  });
});

describe('the module behind a mock', () => {
  it.each([
    [
      'destructured',
      `const { newId } = await vi.importActual<typeof import('./ids')>('./ids');\nnewId('x');\n`,
      `const { ids } = await vi.importActual<typeof import('./core/ids')>('./core/ids');\nids.next('x');\n`,
    ],
    [
      'read from',
      `const make = jest.requireActual('./ids').newId;\nmake('x');\n`,
      `const ids = jest.requireActual('./core/ids').ids;\nids.next('x');\n`,
    ],
    [
      'used on the spot',
      `jest.requireActual('./ids').newId('x');\n`,
      `jest.requireActual('./core/ids').ids.next('x');\n`,
    ],
  ])('is %s', (_name, before, after) => {
    expect(project(before).fix(TEST)).toBe(after);
    expect(project(after).fix(TEST)).toBe(after);
  });

  it('is another thing than the mock', () => {
    const after = `jest.requireMock('./core/ids').ids.next.mockReturnValue('x');\n`;
    expect(offers(`jest.requireMock('./ids').newId.mockReturnValue('x');\n`)).toEqual([suggested(MUST_OFFER, after)]);
  });

  it.each([
    ['as an object', `const all = jest.requireActual('./ids');\nall.newId('x');\n`],
    ['together with others', `const { newId, other } = await vi.importActual('./ids');\nother(newId('x'));\n`],
  ])('is left to a person where it is taken %s', (_name, text) => {
    expect(offers(text)).toEqual([[]]);
  });
});

describe('a module that is tested with mocks', () => {
  const consumer = `import { newId } from './ids';\nexport const a = () => newId('x');\n`;

  const reasonsFor = (file: string, tests: Record<string, string>): (string | undefined)[] =>
    project(consumer, file, tests)
      .lint(file)
      .map(({ suggestions }) => suggestions[0]?.title.replace(/^.* \((.*)\)\.$/u, '$1'));

  it.each([
    ['of the module', `vi.mock('./ids');\n`, 'it is mocked in src/a.test.ts'],
    ['of the module and of the canonical', `vi.mock('./ids');\nvi.mock('./core/ids');\n`, undefined],
    ['of another module', `vi.mock('./other');\n`, undefined],
  ])('is fixed unless there is a mock %s alone', (_name, text, reason) => {
    expect(reasonsFor('src/a.ts', { [TEST]: text })).toEqual([reason]);
  });

  const actual = '...(await importOriginal())';
  const mockOf = (path: string, object: string): string =>
    `vi.mock('${path}', async (importOriginal) => (${object}));\n`;

  it.each([
    ['keeps the actual one', mockOf('./ids', `{ ${actual}, other: vi.fn() }`), undefined],
    [
      'keeps the actual one in a variable',
      `vi.mock('./ids', async (o) => { const a = await o(); return { ...a, other: 1 }; });`,
      undefined,
    ],
    [
      'keeps the actual one of importActual',
      `vi.mock('./ids', async () => ({ ...(await vi.importActual('./ids')) }));`,
      undefined,
    ],
    [
      'keeps the actual one of requireActual',
      `jest.mock('./ids', () => ({ ...jest.requireActual('./ids'), other: 1 }));`,
      undefined,
    ],
    ['only hands out the actual one', `const { newId } = await vi.importActual('./ids');\n`, undefined],
    ['replaces it', mockOf('./ids', `{ ${actual}, newId: vi.fn() }`), 'it is mocked in src/a.test.ts'],
    ['spreads something unknown', mockOf('./ids', `{ ${actual}, ...mocks }`), 'it is mocked in src/a.test.ts'],
    [
      'has another module behind it',
      `jest.mock('./ids', () => jest.requireActual('./fake'));`,
      'it is mocked in src/a.test.ts',
    ],
    ['lacks it', mockOf('./ids', `{ other: vi.fn() }`), 'it is mocked in src/a.test.ts'],
    [
      'lacks it, and the canonical is mocked',
      `${mockOf('./ids', '{}')}${mockOf('./core/ids', '{ ids: {} }')}`,
      undefined,
    ],
    [
      'keeps it, and the canonical is replaced',
      `${mockOf('./ids', `{ ${actual} }`)}${mockOf('./core/ids', '{ ids: {} }')}`,
      'it is mocked in src/a.test.ts',
    ],
    [
      'replaces it, and the canonical is kept',
      `${mockOf('./ids', `{ newId: 1 }`)}${mockOf('./core/ids', `{ ${actual} }`)}`,
      'it is mocked in src/a.test.ts',
    ],
  ])('is judged by whether the mock %s', (_name, text, reason) => {
    expect(reasonsFor('src/a.ts', { [TEST]: text })).toEqual([reason]);
  });

  it('is fixed if the mocked barrel keeps both names, or has neither', () => {
    const barrel = { 'src/all.ts': `export { newId } from './ids';\nexport { ids } from './core/ids';\n` };
    const config: SsotConfig = { concerns: { ids: { ...CONFIG.concerns.ids, import: '#all' } } };
    const titles = (mock: string): (string | undefined)[] =>
      fixtureProject(config, {
        ...FILES,
        ...barrel,
        'package.json': JSON.stringify({ imports: { '#all': './src/all.ts' } }),
        'src/a.ts': `import { newId } from './all';\nexport const a = () => newId('x');\n`,
        [TEST]: mock,
      })
        .lint('src/a.ts')
        .map(({ suggestions }) => suggestions[0]?.title);
    const isMocked = ["Replace 'newId' by ids.next (it is mocked in src/a.test.ts)."];
    expect(titles(mockOf('./all', `{ ${actual}, other: 1 }`))).toEqual([undefined]);
    expect(titles(mockOf('./all', '{ other: 1 }'))).toEqual([undefined]);
    expect(titles(mockOf('./all', '{ other: 1, ids: {} }'))).toEqual([undefined]);
    expect(titles(mockOf('./all', `{ ${actual}, ids: {} }`))).toEqual(isMocked);
    expect(titles(mockOf('./all', `{ ${actual}, newId: 1 }`))).toEqual(isMocked);
  });

  it('is fixed if only the types are used', () => {
    const text = `import type { newId } from './ids';\nexport type A = typeof newId;\n`;
    const [report] = project(text, 'src/a.ts', { [TEST]: `vi.mock('./ids');\n` }).lint('src/a.ts');
    expect(report?.suggestions[0]?.title).toBe("Replace 'newId' by ids.next (its type is read).");
  });

  it('shares the mocks of a setup file, if it is a test', () => {
    const mock = `vi.mock('./ids');\n`;
    expect(reasonsFor(TEST, { 'src/setup.ts': mock })).toEqual(['it is mocked in src/setup.ts']);
    expect(reasonsFor(TEST, { 'src/other.test.ts': mock })).toEqual([undefined]);
  });

  it('shares the mocks of the tests that load it, if it is for tests itself', () => {
    const file = 'src/test-utils/a.ts';
    const helper = consumer.replace('./ids', '../ids');
    const reasons = (test: string): (string | undefined)[] =>
      project(helper, file, { [TEST]: test })
        .lint(file)
        .map(({ suggestions }) => suggestions[0]?.title);
    expect(reasons(`vi.mock('./ids');\n`)).toEqual([undefined]);
    expect(reasons(`import { a } from './test-utils/a';\nvi.mock('./ids');\na();\n`)).toEqual([
      "Replace 'newId' by ids.next (it is mocked in src/a.test.ts).",
    ]);
  });
});
