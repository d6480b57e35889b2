import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { lintModule, rules, type AskTypes } from '../../../rule-core/src/index.js';
import { parseModule } from '../../../rule-core/src/source/index.js';
import { fixtureProject } from '../../fixture-project/fixture-project.js';
import { BRIDGE_CONFIG, BRIDGE_FILES } from '../checks/bridges.js';

const FILE = 'src/use.ts';
const TEXT = `import { resolve } from 'container';
import { getBridge } from './ws/bridge';
resolve('bridge').sendMessage('a', {});
resolve('other').sendMessage('a', {});
getBridge().sendToThread('a', { type: 'agent_started' });
resolve('bridge').unrelated();
`;

/** What all rules report, given a type checker, and the questions it was asked. */
function lint(answer: (position: number, root: string) => ReturnType<AskTypes>[number]) {
  const { root } = fixtureProject(BRIDGE_CONFIG, { ...BRIDGE_FILES, [FILE]: TEXT });
  const questions: (readonly number[])[] = [];
  const source = {};
  const reports = rules.flatMap((rule) =>
    lintModule({
      rule,
      file: path.join(root, FILE),
      text: TEXT,
      source,
      parse: (relative) => {
        const parsed = parseModule(relative, TEXT);
        if (parsed.kind === 'syntax-error') throw new Error(parsed.message);
        return parsed.module;
      },
      askTypes: (positions) => {
        questions.push(positions);
        return positions.map((position) => answer(position, root));
      },
    }),
  );
  return { reports: reports.map(({ messageId, range }) => [messageId, range[0]]), questions };
}

const first = TEXT.indexOf('sendMessage');
const second = TEXT.lastIndexOf('sendMessage');

describe('the type checker', () => {
  it('is asked once for a module, about receivers that the module does not tell', () => {
    expect(lint(() => undefined)).toEqual({ reports: [], questions: [[first, second]] });
  });

  it('tells what an inferred receiver is', () => {
    const { reports } = lint((position, root) =>
      position === first
        ? { file: path.join(root, 'src', 'ws', 'bridge.ts'), path: ['WebSocketBridge', 'sendMessage'] }
        : { file: path.join(root, 'src', 'chat.ts'), path: ['Chat', 'sendMessage'] },
    );
    expect(reports).toEqual([['oldMethod', first]]);
  });

  it('does not count for what packages declare', () => {
    const { reports } = lint((_position, root) => ({
      file: path.join(root, 'node_modules', 'container', 'index.d.ts'),
      path: ['WebSocketBridge', 'sendMessage'],
    }));
    expect(reports).toEqual([]);
  });
});
