import { describe, expect, it } from 'vitest';
import type { SsotConfig } from '../../../rule-core/src/index.js';
import { fixtureProject } from '../../fixture-project/fixture-project.js';

const CONFIG: SsotConfig = {
  concerns: {
    context: {
      title: 'context',
      canonical: 'src/context.ts',
      replacements: [
        { from: 'src/old.ts#Given', to: 'Settled' },
        { from: 'src/old.ts#Shape', to: 'Described' },
        { from: 'src/old.ts#open', to: 'start' },
        { from: 'src/old.ts#stop', to: 'end' },
        { from: 'src/old.ts#Renamed', to: 'Runner' },
        { from: 'src/old.ts#Bare', to: 'Runner' },
        { from: 'src/old.ts#Wider', to: 'Runner' },
        { from: 'src/old.ts#Apart', to: 'Runner' },
        { from: 'src/old.ts#Named', to: 'Runner' },
        { from: 'src/old.ts#Slim', to: 'Runner' },
        { from: 'src/old.ts#Plain', to: 'Described' },
        { from: 'src/old.ts#Lone', to: 'Lonely' },
      ],
    },
  },
};

const FILES = {
  'src/context.ts': `export class Settled { constructor() {} }
export interface Described { readonly user: string }
export function start(name: string, { depth }: { depth: number }) { return name + depth; }
export class Runner { constructor(readonly name: string) {} run(text: string) { return this.name + text; } }
export interface Lonely extends Described { readonly depth?: number }
export function end({ name }: { name: string }) { return name; }
`,
  'src/old.ts': `import { Runner as Base } from './context';
import { Other } from './other';
export class Renamed extends Base { constructor(name: string) { super(name); console.warn('Use Runner.'); } }
export class Bare extends Base {}
export class Wider extends Base { stop() {} }
export class Apart extends Other {}
export class Given { constructor({ user }: { user: string }) { void user; } }
export class Shape { readonly user: string = ''; }
export class Slim { readonly name: string = ''; }
export interface Named { readonly name: string }
export type Plain = { readonly user: string };
export interface Lone { readonly user: string }
export function open(name: string) { return name; }
export function stop({ name }: { name: object }) { return name; }
`,
};

describe('the difference in a title', () => {
  it.each([
    [
      'names what values of the other type need as well',
      `import type { Named } from './old';\nexport const named: Named = { name: 'a' };\n`,
      "Replace 'Named' by Runner ('run': only the other has it).",
    ],
    [
      'knows that another interface may ask for more',
      `import type { Lone } from './old';\nexport const lone = (): Lone => ({ user: 'a' });\n`,
      "Replace 'Lone' by Lonely (only the other extends 'Described').",
    ],
    [
      'knows that a class which is implemented asks for all that it has',
      `import type { Slim } from './old';\nexport class Mine implements Slim { name = ''; }\n`,
      "Replace 'Slim' by Runner ('run': only the other has it).",
    ],
    [
      'counts a parameter that has no name and no counterpart',
      `import { Given } from './old';\nexport const f = () => new Given({ user: '' });\n`,
      "Replace 'Given' by Settled (constructor: parameter 1 has no counterpart).",
    ],
    [
      'counts a parameter that has no name and is required',
      `import { open } from './old';\nexport const f = () => open('a');\n`,
      "Replace 'open' by start (parameter 2 is required).",
    ],
    [
      'counts a parameter that has no name and another type',
      `import { stop } from './old';\nexport const f = () => stop({ name: {} });\n`,
      "Replace 'stop' by end (types of parameter 1 differ).",
    ],
    [
      'says that an interface makes no objects',
      `import { Shape } from './old';\nexport const f = () => new Shape();\n`,
      "Replace 'Shape' by Described (it is used as a value, the other is a type only).",
    ],
    [
      'says that an interface is no value',
      `import { Shape } from './old';\nexport const f = (x: unknown) => x instanceof Shape;\n`,
      "Replace 'Shape' by Described (it is used as a value, the other is a type only).",
    ],
    [
      'says that an interface is extended by no class',
      `import { Shape } from './old';\nexport class Sub extends Shape {}\n`,
      "Replace 'Shape' by Described (it is used as a value, the other is a type only).",
    ],
  ])('%s', (_name, text, title) => {
    const [report] = fixtureProject(CONFIG, { ...FILES, 'src/a.ts': text }).lint('src/a.ts');
    expect(report?.fix).toBeNull();
    expect(report?.suggestions.map((suggestion) => suggestion.title)).toEqual([title]);
  });

  it('is none between a class and a subclass that adds nothing', () => {
    const text = (name: string): string =>
      `import { ${name} } from './old';\nexport const f = () => new ${name}('a').run('b');\n`;
    for (const name of ['Renamed', 'Bare', 'Wider']) {
      expect(fixtureProject(CONFIG, { ...FILES, 'src/a.ts': text(name) }).fix('src/a.ts')).toBe(
        text('Runner').replace('./old', './context'),
      );
    }
  });

  it('is what a subclass adds, or what is a subclass of something else', () => {
    const titles = (name: string, member: string): (string | undefined)[] => {
      const text = `import { ${name} } from './old';\nexport const f = () => new ${name}('a').${member};\n`;
      return fixtureProject(CONFIG, { ...FILES, 'src/a.ts': text })
        .lint('src/a.ts')
        .map(({ suggestions }) => suggestions[0]?.title);
    };
    expect(titles('Wider', 'stop()')).toEqual(["Replace 'Wider' by Runner ('stop': missing)."]);
    expect(titles('Apart', "run('b')")).toEqual(["Replace 'Apart' by Runner (only one extends 'Other')."]);
  });

  it('is none between two types that ask for the same', () => {
    const text = (name: string, module: string): string =>
      `import type { ${name} } from './${module}';\nexport const user: ${name} = { user: 'a' };\n`;
    expect(fixtureProject(CONFIG, { ...FILES, 'src/a.ts': text('Plain', 'old') }).fix('src/a.ts')).toBe(
      text('Described', 'context'),
    );
  });

  it('is none where a class with more takes the place of one in types', () => {
    const text = (name: string, module: string): string =>
      `import type { ${name} } from './${module}';\nexport const nameOf = (one: ${name}) => one.name;\n`;
    expect(fixtureProject(CONFIG, { ...FILES, 'src/a.ts': text('Slim', 'old') }).fix('src/a.ts')).toBe(
      text('Runner', 'context'),
    );
  });

  it('is none where an interface stands in for a class in types', () => {
    const text = `import { Shape } from './old';\nexport const f = (shape: Shape) => shape.user;\n`;
    expect(fixtureProject(CONFIG, { ...FILES, 'src/a.ts': text }).fix('src/a.ts')).toBe(
      `import { Described } from './context';\nexport const f = (shape: Described) => shape.user;\n`,
    );
  });
});
