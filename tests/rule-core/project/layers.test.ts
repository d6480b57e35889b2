import path from 'node:path';
import { expect, it } from 'vitest';
import { openWorkspace } from '../../../rule-core/src/project/index.js';
import { wordsOf } from '../../../rule-core/src/rules/registry.js';
import { fixtureProject } from '../../fixture-project/fixture-project.js';
import { BRIDGE_CONFIG, BRIDGE_FILES } from '../checks/bridges.js';
import { isWorthALook } from './worth-a-look.js';

const NOTIFIER = `import type { WebSocketBridge } from './bridge';
export class Notifier {
  constructor(private readonly bridge: WebSocketBridge) {}
  begin(threadId: string, agent: string): void { this.bridge.started(threadId, agent); }
}
`;
const FILES = { ...BRIDGE_FILES, 'src/ws/notifier.ts': NOTIFIER };

function workspace() {
  const project = fixtureProject(BRIDGE_CONFIG, FILES);
  const open = () =>
    openWorkspace(path.join(project.root, 'src', 'x.ts'), {
      today: '2026-11-22',
      extraWords: wordsOf,
      recheck: 'now',
    }).project();
  return {
    open,
    write: (file: string, text: string): void => {
      project.write(file, text);
    },
  };
}

it('a project knows the names of its layers', () => {
  const { open, write } = workspace();
  expect([...open().layerNames]).toEqual(['Notifier']);
  write('src/ws/index.ts', `export { Notifier as Agents } from './notifier';\n`);
  expect([...open().layerNames].sort()).toEqual(['Agents', 'Notifier']);
  expect(isWorthALook(open(), 'src/use.ts', 'new Agents(bridge);')).toBe(true);
  expect(isWorthALook(open(), 'src/use.ts', 'new Other(bridge);')).toBe(false);
});

it.each([
  [
    'what a layer hands on to',
    'src/ws/notifier.ts',
    NOTIFIER.replace('.started(threadId, agent)', '.completed(threadId, agent)'),
  ],
  ['a method of a layer', 'src/ws/notifier.ts', NOTIFIER.replace('begin(', 'start_(')],
  [
    'an event that the canonical does not name any more',
    'src/ws/bridge.ts',
    FILES['src/ws/bridge.ts'].replace("'agent_started'", 'agent'),
  ],
])('the digest changes with %s', (_what, file, text) => {
  const { open, write } = workspace();
  const before = open().digest;
  write(file, text);
  expect(open().digest).not.toBe(before);
});

it.each([
  ['its own class', 'src/bus.ts', `class Bus { send() {} }\nexport const bus = new Bus();\n`, {}],
  ['a function that makes it', 'src/bus.ts', `const make = () => ({ send() {} });\nexport const bus = make();\n`, {}],
  [
    'a class from elsewhere',
    'src/emitter.ts',
    `export class Emitter { send() {} }\n`,
    { 'src/bus.ts': `import { Emitter } from './emitter';\nexport const bus = new Emitter();\n` },
  ],
])('the digest changes with a method of what the canonical holds: %s', (_what, file, text, more) => {
  const config = { concerns: { bus: { title: 'event bus', canonical: 'src/bus.ts#bus', methods: { post: 'send' } } } };
  const project = fixtureProject(config, { ...more, [file]: text });
  const digest = () =>
    openWorkspace(path.join(project.root, 'src', 'x.ts'), {
      today: '2026-11-22',
      extraWords: wordsOf,
      recheck: 'now',
    }).project().digest;
  const before = digest();
  project.write(file, text.replace('send()', 'post()'));
  expect(digest()).not.toBe(before);
  project.write(file, text);
  expect(digest()).toBe(before);
});

it('the digest stays after a comment in a layer', () => {
  const { open, write } = workspace();
  const before = open().digest;
  write('src/ws/notifier.ts', NOTIFIER.replace('begin(', '/** first */ begin('));
  expect(open().digest).toBe(before);
});
