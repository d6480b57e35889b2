import { describe, expect, it } from 'vitest';
import type { SsotConfig } from '../../../rule-core/src/index.js';
import { fixtureProject } from '../../fixture-project/fixture-project.js';

const METHODS = `
  publish(name, payload) { list(name).push(payload); },
  fire(name, payload) { list(name).push(payload); },
  subscribe(name, listener) { return listener; },
  created(user) { list('user.created').push(user); },
  deleted(user) { list('user.deleted').push(user); },
`;
const OBJECT = `{${METHODS}}`;
const CLASS = `class Bus {${METHODS.replaceAll('},\n', '}\n')}}`;
const FUNCTIONS = METHODS.replaceAll('},\n', '}\n').replaceAll(/^ {2}(?=\w+\()/gmu, 'export function ');
const LIST = 'const list = (name) => [name];\n';

/** How a module of the canonical may be written, and how consumers take the object from it. */
interface Shape {
  readonly what: string;
  readonly text: string;
  /** The export that the configuration names. */
  readonly canonical?: string;
  readonly accessors?: readonly string[];
  readonly take: string;
  readonly object?: string;
  readonly file?: string;
}

const SHAPES: readonly Shape[] = [
  {
    what: 'an instance that is the default export',
    canonical: 'default',
    text: `${CLASS}\nexport default new Bus();`,
    take: `import shared from './bus';`,
    object: 'shared',
  },
  {
    what: 'the default export of a module',
    canonical: '',
    text: `${CLASS}\nexport default new Bus();`,
    take: `import shared from './bus';`,
    object: 'shared',
  },
  {
    what: 'an object that is the default export',
    canonical: 'default',
    text: `export default ${OBJECT};`,
    take: `import shared from './bus';`,
    object: 'shared',
  },
  {
    what: 'a module of functions',
    canonical: '',
    text: `export const bus = 1;\n${FUNCTIONS}`,
    take: `import * as shared from './bus';`,
    object: 'shared',
  },
  {
    what: 'what a function keeps before it returns it',
    canonical: 'createBus',
    text: `export function createBus() {\n  const api = ${OBJECT};\n  return api;\n}`,
    take: `import { createBus } from './bus';\nconst bus = createBus();`,
  },
  {
    what: 'what a hook remembers',
    canonical: 'useBus',
    text: `import { useMemo } from 'react';\nexport function useBus() {\n  return useMemo(() => (${OBJECT}), []);\n}`,
    take: `import { useBus } from './bus';`,
    object: 'useBus()',
  },
  {
    what: 'an export of CommonJS',
    text: `${CLASS}\nexports.bus = new Bus();`,
    take: `const { bus } = require('./bus');`,
  },
  {
    what: 'a member of what CommonJS exports',
    text: `${CLASS}\nmodule.exports = { bus: new Bus(), Bus };`,
    take: `const { bus } = require('./bus');`,
  },
  {
    what: 'all that CommonJS exports',
    canonical: '',
    text: `${CLASS}\nmodule.exports = new Bus();`,
    take: `const shared = require('./bus');`,
    object: 'shared',
  },
  {
    what: 'an object that CommonJS exports',
    canonical: '',
    text: `module.exports = ${OBJECT};`,
    take: `const shared = require('./bus');`,
    object: 'shared',
  },
  {
    what: 'a CommonJS module of functions',
    canonical: '',
    text: FUNCTIONS.replaceAll(/export function (\w+)/gu, 'exports.$1 = function $1'),
    take: `const shared = require('./bus');`,
    object: 'shared',
  },
  {
    what: 'a CommonJS class',
    canonical: 'default',
    text: `module.exports = ${CLASS};`,
    take: `const Bus = require('./bus');\nconst bus = new Bus();`,
  },
  { what: 'an instance', text: `${CLASS}\nexport const bus = new Bus();`, take: `import { bus } from './bus';` },
  {
    what: 'an instance that may be there already',
    text: `${CLASS}\nexport const bus = globalThis.bus ?? new Bus();`,
    take: `import { bus } from './bus';`,
  },
  { what: 'an object', text: `export const bus = ${OBJECT};`, take: `import { bus } from './bus';` },
  {
    what: 'a frozen object',
    text: `export const bus = Object.freeze(${OBJECT});`,
    take: `import { bus } from './bus';`,
  },
  {
    what: 'what a function makes',
    text: `const createBus = () => (${OBJECT});\nexport const bus = createBus();`,
    take: `import { bus } from './bus';`,
  },
  {
    what: 'the function that makes it',
    canonical: 'createBus',
    text: `export function createBus() { return ${OBJECT}; }`,
    take: `import { createBus } from './bus';\nconst bus = createBus();`,
  },
  {
    what: 'the function that hands it out',
    canonical: 'getBus',
    text: `${CLASS}\nlet bus;\nexport const getBus = () => (bus ??= new Bus());`,
    take: `import { getBus } from './bus';`,
    object: 'getBus()',
  },
];

function projectOf(
  { accessors, canonical = 'bus', file = 'bus.js', text }: Shape,
  files: Readonly<Record<string, string>>,
) {
  const bus = {
    title: 'event bus',
    canonical: `${file}${canonical === '' ? '' : `#${canonical}`}`,
    ...(accessors && { accessors: [...accessors] }),
    methods: { fire: 'publish' },
    events: ['user.created', 'user.deleted'],
  };
  const config: SsotConfig = { concerns: { bus } };
  return fixtureProject(config, { [file]: LIST + text, ...files });
}

describe.each(SHAPES)('a canonical that is $what', (shape) => {
  const { take, object = 'bus' } = shape;

  it('is known by its old methods', () => {
    const project = projectOf(shape, { 'use.js': `${take}\n${object}.fire('user.created', 1);\n` });
    expect(project.lint('use.js').map(({ at, fix, messageId }) => [messageId, at, fix?.[0]?.text])).toEqual([
      ['oldMethod', 'fire', 'publish'],
    ]);
  });

  it('is known by its events', () => {
    const project = projectOf(shape, {
      'use.js': `${take}\n${object}.publish('user.creatd', 1);\n${object}.subscribe('user.deleted', () => {});\n`,
    });
    expect(project.lint('use.js').map(({ at, data }) => [at, data['hint']])).toEqual([
      ["'user.creatd'", " Did you mean 'user.created'?"],
    ]);
  });

  it('is known by what stands in front of it, and by the uses of that', () => {
    const project = projectOf(shape, {
      'announcer.js': `${take}\nexport class Announcer {\n  made(user) { ${object}.created(user); }\n  gone(user) { ${object}.deleted(user); }\n}\n`,
      'use.js': `import { Announcer } from './announcer';\nnew Announcer().made(1);\n`,
    });
    expect(project.lint('announcer.js').map(({ at, messageId }) => [messageId, at])).toEqual([
      ['forwardingLayer', 'Announcer'],
    ]);
    expect(project.lint('use.js').map(({ at, messageId }) => [messageId, at])).toEqual([['layerUse', 'Announcer']]);
  });
});

it('a function over an object of a module that is canonical as a whole is told what to call', () => {
  const project = projectOf(
    { what: '', take: '', canonical: '', text: `export const bus = ${OBJECT};\nexport const other = 1;` },
    { 'tell.js': `import { bus } from './bus';\nexport const tell = (name, payload) => bus.publish(name, payload);\n` },
  );
  expect(project.lint('tell.js').map(({ message }) => message)).toEqual([
    "'tell' only forwards to bus (its whole body); 'bus' belongs to bus (bus.js). Call bus.publish and delete it.",
  ]);
});

describe('a canonical instance', () => {
  const shape: Shape = {
    what: 'an instance',
    text: `${CLASS}
export const bus = new Bus();`,
    take: `import { bus } from './bus';`,
  };

  it('is named in the message by its own name', () => {
    const project = projectOf(shape, {
      'announcer.js': `import { bus } from './bus';\nexport class Announcer {\n  made(user) { bus.created(user); }\n}\n`,
    });
    expect(project.lint('announcer.js').map(({ message }) => message)).toEqual([
      "'Announcer' only forwards to bus (its only method); 'bus' belongs to bus (bus.js). Call bus and delete it.",
    ]);
  });

  it('is known by the class of its own module', () => {
    const text = `import type { Bus } from './bus';\nexport const f = (target: Bus): void => target.fire('user.created', 1);\n`;
    const project = projectOf({ ...shape, text: `export ${shape.text}` }, { 'use.ts': text });
    expect(project.lint('use.ts').map(({ at, symbol }) => [at, symbol])).toEqual([['fire', 'bus.js#bus.fire']]);
  });

  it.each([
    [
      'another instance of a class from elsewhere',
      `import { Bus } from './emitter';\nconst own = new Bus();\nown.fire('user.creatd', 1);\n`,
    ],
    [
      'a parameter of that class',
      `import { Bus } from './emitter';\n/** @param {Bus} own */\nexport const f = (own) => own.fire('user.creatd', 1);\n`,
    ],
    ['what another function hands out', `import { getRadio } from './radio';\ngetRadio().fire('user.creatd', 1);\n`],
  ])('is not %s', (_what, use) => {
    const project = projectOf(
      {
        ...shape,
        text: `import { Bus } from './emitter';\nexport const bus = new Bus();\nexport const names = ['user.created', 'user.deleted'];`,
      },
      {
        'emitter.js': `${LIST}export ${CLASS}\n`,
        'radio.js': `import { Bus } from './emitter';\nconst radio = new Bus();\nexport const getRadio = () => radio;\n`,
        'use.js': use,
        'same.js': `import { bus } from './bus';\nbus.fire('user.created', 1);\n`,
      },
    );
    expect(project.lint('use.js')).toEqual([]);
    expect(project.lint('same.js').map(({ at }) => at)).toEqual(['fire']);
  });
});

it('a canonical is known through its interface', () => {
  const text = `export interface Bus { publish(name: string): void; fire(name: string): void }
const make = (): Bus => globalThis as never;
export const bus: Bus = make();
export const names = ['user.created', 'user.deleted'];`;
  const project = projectOf(
    { what: '', text, take: '', file: 'bus.ts' },
    { 'use.ts': `import { bus } from './bus';\nbus.fire('user.creatd');\n` },
  );
  expect(project.lint('use.ts').map(({ at }) => at)).toEqual(['fire', "'user.creatd'"]);
});

describe('an old method that is taken out of its object', () => {
  const text = `export const useBus = () => (${OBJECT});`;
  const project = (use: string) => projectOf({ what: '', text, canonical: 'useBus', take: '' }, { 'use.js': use });

  it.each([
    ['by its name', 'const { fire } = useBus();', 'const { publish: fire } = useBus();'],
    ['by another name', 'const { fire: say, created } = useBus();', 'const { publish: say, created } = useBus();'],
    ['with a default', 'const { fire = say } = useBus();', 'const { publish: fire = say } = useBus();'],
    ['in quotes', `const { 'fire': say } = useBus();`, `const { 'publish': say } = useBus();`],
  ])('%s', (_how, before, after) => {
    const take = `import { useBus } from './bus';\nexport function Page(say) {\n  `;
    expect(project(`${take}${before}\n}\n`).fix('use.js')).toBe(`${take}${after}\n}\n`);
  });

  it('but not out of another one', () => {
    const use = `import { useRadio } from 'radio';\nexport function Page(bus) {\n  const { fire } = useRadio();\n  const { fire: other } = bus;\n}\n`;
    expect(project(use).lint('use.js')).toEqual([]);
  });
});

describe('a canonical of which only the package knows what it is', () => {
  const shape: Shape = {
    what: 'an instance of a package',
    text: `import Emitter from 'emitter';\nexport const bus = new Emitter();\nexport const names = ['user.created', 'user.deleted'];`,
    take: `import { bus } from './bus';`,
  };

  it('is known by its events', () => {
    const project = projectOf(shape, {
      'use.js': `${shape.take}\nbus.emit('user.creatd');\nbus.on('error', () => {});\n`,
    });
    expect(project.lint('use.js').map(({ at }) => at)).toEqual(["'user.creatd'"]);
  });

  it('is known by what stands in front of it', () => {
    const project = projectOf(shape, {
      'layer.js': `${shape.take}\nexport class Announcer {\n  say(name, payload) { bus.emit(name, payload); }\n  hear(name, listener) { return bus.on(name, listener); }\n}\n`,
      'other.js': `import Emitter from 'emitter';\nconst own = new Emitter();\nexport class Radio {\n  say(name, payload) { own.emit(name, payload); }\n}\n`,
    });
    expect(project.lint('layer.js').map(({ message }) => message)).toEqual([
      "'Announcer' only forwards to bus (2 of 2 methods); 'bus' belongs to bus (bus.js). Call bus and delete it.",
    ]);
    expect(project.lint('other.js')).toEqual([]);
  });

  it('may be used by functions, and by what has one method', () => {
    const project = projectOf(shape, {
      'say.js': `${shape.take}\nexport const say = (name, payload) => bus.emit(name, payload);\nexport class Door {\n  open(name) { bus.emit(name); }\n}\n`,
    });
    expect(project.lint('say.js')).toEqual([]);
  });

  it('is none of a folder', () => {
    const project = projectOf(
      {
        ...shape,
        canonical: '',
        file: 'models/user.js',
        text: `import mongoose from 'mongoose';\nexport const User = mongoose.model('User');`,
      },
      {},
    );
    project.write(
      'ssot.config.json',
      JSON.stringify({ concerns: { models: { title: 'database model', canonical: 'models/**' } } }),
    );
    const users = `import { User } from './models/user';\nexport class Users {\n  byId(id) { return User.findById(id); }\n  remove(id) { return User.deleteById(id); }\n}\n`;
    project.write('users.js', users);
    expect(project.lint('users.js', { text: users })).toEqual([]);
  });

  it('may be used by what adds something of its own', () => {
    const project = projectOf(shape, {
      'joined.js': `${shape.take}\nconst ROOM = 'joined';\nexport class Joined {\n  add(user) { return bus.emit(ROOM, user); }\n  has(user) { return bus.count(ROOM, user); }\n}\n`,
    });
    expect(project.lint('joined.js')).toEqual([]);
  });

  it('says nothing of what a call of it gives', () => {
    const project = projectOf(
      {
        ...shape,
        canonical: 'report',
        text: `import { send } from 'sender';\nexport const report = (error) => send(error);`,
      },
      {
        'use.js': `import { report } from './bus';\nexport class Later {\n  after(error, next) { return report(error).then(next); }\n}\n`,
      },
    );
    expect(project.lint('use.js')).toEqual([]);
  });
});

it('a module whose bodies only log to a canonical of one word is searched for layers', () => {
  const logger: SsotConfig = { concerns: { logging: { title: 'logger', canonical: 'logger.js#logger' } } };
  const files = {
    'logger.js': `import pino from 'pino';\nexport const logger = pino();\n`,
    'audit.js': `import { logger } from './logger';\nexport class Audit {\n  note(message) {\n    logger.info(message);\n  }\n  warn(message) {\n    logger.warn(message);\n  }\n}\n`,
    'job.js': `import { logger } from './logger';\nexport async function job(run) {\n  try { await run(); } catch (error) { logger.error(error); }\n}\n`,
    'use.js': `import { Audit } from './audit';\nimport { job } from './job';\njob(() => new Audit().note('x'));\n`,
  };
  const project = fixtureProject(logger, files);
  expect(Object.keys(files).map((file) => project.lint(file).map(({ at }) => at))).toEqual([
    [],
    ['Audit'],
    [],
    ['Audit'],
  ]);
});
