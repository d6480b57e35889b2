import { describe, expect, it } from 'vitest';
import type { SsotConfig } from '../../../rule-core/src/index.js';
import { fixtureProject } from '../../fixture-project/fixture-project.js';

const FILES = {
  'tsconfig.json': JSON.stringify({ compilerOptions: { paths: { '@/*': ['./src/*'] } } }),
  'src/core/id-manager.ts': `export class IdManager {
  static generateRunId(threadId: string): string {
    return IdManager.join('run', threadId);
  }
  static newId(prefix?: string): string {
    return prefix ?? '';
  }
  static bound(id: string): string {
    return this.newId(id);
  }
  static async later(id: string): Promise<string> {
    return id;
  }
  private static join(a: string, b: string): string {
    return a + b;
  }
}
`,
  'src/utils/ids.ts': `import { generateRunId } from './run-id';
export const ids = { run: generateRunId, other: (id: string) => id };
export const other = (id: string) => id;
`,
  'src/utils/run-id.ts': `export function generateRunId(threadId: string): string {
  return threadId;
}
export function bound(id: string): string {
  return id;
}
export function later(id: string): string {
  return id;
}
export function swapped(threadId: string, runId: string): string {
  return threadId + runId;
}
`,
};

const CONFIG: SsotConfig = {
  concerns: {
    ids: {
      title: 'ID generator',
      canonical: 'src/core/id-manager.ts#IdManager',
      replacements: [
        { from: 'src/utils/run-id.ts#generateRunId', to: 'IdManager.generateRunId' },
        { from: 'src/utils/run-id.ts#bound', to: 'IdManager.bound' },
        { from: 'src/utils/run-id.ts#later', to: 'IdManager.later' },
        { from: 'src/utils/run-id.ts#swapped', to: 'IdManager.generateRunId' },
        { from: 'uuid#v4', to: 'IdManager.newId', compatible: true },
        { from: 'global:crypto.randomUUID', to: 'IdManager.newId', compatible: true },
      ],
    },
  },
};

const FIXES: [name: string, before: string, after: string, file?: string][] = [
  [
    'a member of an imported object, whose import goes with its last use',
    `import { log } from './log';\nimport { ids as make } from '@/utils/ids';\nexport const a = (t: string) => log(make.run(t));\n`,
    `import { log } from './log';\nimport { IdManager } from '@/core/id-manager';\nexport const a = (t: string) => log(IdManager.generateRunId(t));\n`,
  ],
  [
    'two members of an imported object, one after the other',
    `import { ids, other } from '@/utils/ids';\nexport const a = (t: string) => other(ids.run(t)) + ids.run(t);\n`,
    `import { other } from '@/utils/ids';\nimport { IdManager } from '@/core/id-manager';\nexport const a = (t: string) => other(IdManager.generateRunId(t)) + IdManager.generateRunId(t);\n`,
  ],
  [
    'a member of an imported object that is used otherwise, too',
    `import { ids } from '@/utils/ids';\nexport const a = (t: string) => ids.run(t) + ids.other(t);\n`,
    `import { ids } from '@/utils/ids';\nimport { IdManager } from '@/core/id-manager';\nexport const a = (t: string) => IdManager.generateRunId(t) + ids.other(t);\n`,
  ],
  [
    'a function by a static method, in the style of the import',
    `import { generateRunId } from '@/utils/run-id';\nexport const start = (t: string) => generateRunId(t);\n`,
    `import { IdManager } from '@/core/id-manager';\nexport const start = (t: string) => IdManager.generateRunId(t);\n`,
  ],
  [
    'a function that is handed on',
    `import { generateRunId } from './utils/run-id';\nexport const ids = (ts: string[]) => ts.map((t) => generateRunId(t)).filter(Boolean);\nexport const make = { generateRunId };\n`,
    `import { IdManager } from './core/id-manager';\nexport const ids = (ts: string[]) => ts.map((t) => IdManager.generateRunId(t)).filter(Boolean);\nexport const make = { generateRunId: IdManager.generateRunId };\n`,
  ],
  [
    'two of one module, one after the other',
    `import { generateRunId, swapped as s, bound } from './utils/run-id';\nexport const f = (t: string) => [generateRunId(t), bound(t)];\n`,
    `import { swapped as s } from './utils/run-id';\nimport { IdManager } from './core/id-manager';\nexport const f = (t: string) => [IdManager.generateRunId(t), IdManager.bound(t)];\n`,
  ],
  [
    'a package export under an alias, and the last import goes',
    `import { v4 as uuidv4 } from 'uuid';\nimport { x } from './x';\nexport const id = () => uuidv4() + x;\n`,
    `import { IdManager } from './core/id-manager';\nimport { x } from './x';\nexport const id = () => IdManager.newId() + x;\n`,
  ],
  [
    'a package export beside one that stays',
    `import { v4, validate } from "uuid";\nexport const id = (s: string) => (validate(s) ? s : v4());\n`,
    `import { validate } from "uuid";\nimport { IdManager } from "./core/id-manager";\nexport const id = (s: string) => (validate(s) ? s : IdManager.newId());\n`,
  ],
  [
    'a member of a default import',
    `import uuid from 'uuid';\nexport const id = () => uuid.v4();\n`,
    `import { IdManager } from './core/id-manager';\nexport const id = () => IdManager.newId();\n`,
  ],
  [
    'a global behind directives',
    `'use client';\n\nexport const id = () => crypto.randomUUID();\n`,
    `'use client';\n\nimport { IdManager } from './core/id-manager';\n\nexport const id = () => IdManager.newId();\n`,
  ],
  [
    'a global behind a hashbang and a comment',
    `#!/usr/bin/env node\n// starts\nexport const id = () => globalThis.crypto.randomUUID();\n`,
    `#!/usr/bin/env node\n// starts\nimport { IdManager } from './core/id-manager';\n\nexport const id = () => IdManager.newId();\n`,
  ],
  [
    'calls in odd places',
    `import { generateRunId } from './utils/run-id';\nexport class A {\n  id = generateRunId('a');\n  static x = \`\${generateRunId('b')}\`;\n  m(t = generateRunId('c')) { return t ? generateRunId?.(t) : [...generateRunId(t)]; }\n}\n`,
    `import { IdManager } from './core/id-manager';\nexport class A {\n  id = IdManager.generateRunId('a');\n  static x = \`\${IdManager.generateRunId('b')}\`;\n  m(t = IdManager.generateRunId('c')) { return t ? IdManager.generateRunId?.(t) : [...IdManager.generateRunId(t)]; }\n}\n`,
  ],
  [
    'a default export',
    `import { generateRunId } from './utils/run-id';\nexport default generateRunId;\n`,
    `import { IdManager } from './core/id-manager';\nexport default IdManager.generateRunId;\n`,
  ],
];

describe('replaces functions', () => {
  it.each(FIXES)('%s', (_name, before, after, file = 'src/a.ts') => {
    const project = fixtureProject(CONFIG, { ...FILES, [file]: before });
    expect(project.fix(file)).toBe(after);
    expect(project.fix(file, after)).toBe(after);
  });

  it.each([
    [
      'arguments in another order',
      `import { swapped } from './utils/run-id';\nexport const id = swapped('t', 'r');\n`,
      "'runId' has no counterpart",
    ],
    [
      'one that is async',
      `import { later } from './utils/run-id';\nexport const id = later('t');\n`,
      'one is async, the other is not',
    ],
    [
      "a method that needs its 'this'",
      `import { bound } from './utils/run-id';\nexport const all = ['t'].map(bound);\n`,
      "it needs its 'this'",
    ],
    [
      'a type of it',
      `import { generateRunId } from './utils/run-id';\nexport type Id = ReturnType<typeof generateRunId>;\n`,
      'its type is read',
    ],
  ])('only suggests %s', (_name, text, why) => {
    const [report] = fixtureProject(CONFIG, { ...FILES, 'src/a.ts': text }).lint('src/a.ts');
    expect(report?.fix).toBeNull();
    expect(report?.suggestions[0]?.title).toContain(`(${why})`);
  });

  it.each([
    ['a named re-export', `export { generateRunId } from './utils/run-id';\n`],
    ['an export of the name', `import { generateRunId } from './utils/run-id';\nexport { generateRunId };\n`],
    ['a spy', `import * as ids from './utils/run-id';\njest.spyOn(ids, 'generateRunId');\n`],
  ])('leaves %s to a person, as a member has no name to export', (_name, text) => {
    const reports = fixtureProject(CONFIG, { ...FILES, 'src/a.ts': text }).lint('src/a.ts');
    expect(reports).toMatchObject([{ fix: null, suggestions: [] }]);
  });
});
