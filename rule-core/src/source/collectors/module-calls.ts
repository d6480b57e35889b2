import type { TSESTree } from '@typescript-eslint/types';
import type { ModuleMock, RequestForm } from '../facts.js';
import { mockedModule } from '../requests/mocks.js';
import { takenFrom } from '../requests/module-object.js';
import { OPAQUE, type Taken } from '../requests/pattern-bindings.js';
import { RequireLike } from '../requests/require-like.js';
import { detached } from '../tree/copied-text.js';
import { staticString } from '../tree/static-name.js';
import type { Node } from '../tree/kinds.js';
import type { StartCollector } from './collector.js';

/** `require('m')` and its relatives, `import('m')`, and mocks by path. */
export const collectModuleCalls: StartCollector = (context) => {
  const requires = new RequireLike(context);
  /** `import('m')` as the first argument of a mock: that is one request, not two. */
  const partsOfMocks = new Set<Node>();

  function request(
    form: RequestForm,
    range: TSESTree.Range,
    source: Node,
    specifier: string,
    taken: Taken,
    mock: ModuleMock | null = null,
  ): void {
    context.requests.push({
      form,
      range,
      specifier: detached(specifier),
      specifierRange: source.range,
      typeOnly: false,
      atLoad: context.atLoad,
      braces: null,
      bindings: taken.bindings,
      opaque: taken.opaque,
      mock,
    });
  }

  function enterCall(node: TSESTree.CallExpression): void {
    const [source] = node.arguments;
    if (source === undefined) {
      return;
    }
    const specifier = staticString(source);
    if (specifier !== null && requires.loads(node)) {
      request('require', node.range, source, specifier, takenFrom(context, node, false));
      return;
    }
    const mock = mockedModule(context, node, source);
    if (mock !== null) {
      partsOfMocks.add(source);
      const taken = mock.yields === 'nothing' ? OPAQUE : takenFrom(context, node, mock.yields === 'promise');
      request('mock', node.range, mock.source, mock.specifier, taken, mock.mock);
    }
  }

  function enterImport(node: TSESTree.ImportExpression): void {
    const specifier = staticString(node.source);
    if (specifier !== null && !partsOfMocks.has(node)) {
      request('dynamic-import', node.range, node.source, specifier, takenFrom(context, node, true));
    }
  }

  return {
    enter: {
      CallExpression: enterCall,
      ImportExpression: enterImport,
      VariableDeclarator: (node) => {
        requires.noteDeclarator(node);
      },
    },
  };
};
