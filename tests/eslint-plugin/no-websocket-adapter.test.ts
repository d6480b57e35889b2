import { ruleSuite } from './rule-suite.js';

/** A platform's messaging as it grew: a bridge over a manager, and an adapter that somebody put in front of it. */
const files = {
  'ssot.config.json': {
    concerns: {
      websocket: {
        preset: 'websocket',
        canonical: ['src/ws/bridge.ts#WebSocketBridge', 'src/ws/manager.ts#WebSocketManager'],
        accessors: ['getWebSocketBridge'],
        replacements: [{ from: 'src/ws/adapter.ts#WebSocketBridgeAdapter', to: 'WebSocketBridge', compatible: false }],
        methods: { sendMessage: 'sendToThread' },
        events: ['agent_started', 'agent_completed'],
      },
    },
  },
  'tsconfig.json': {
    compilerOptions: { strict: true, module: 'esnext', moduleResolution: 'bundler', target: 'es2022' },
    include: ['src'],
  },
  'src/ws/manager.ts': `import { WebSocketServer } from 'ws';

export class WebSocketManager {
  readonly server = new WebSocketServer({ port: 0 });
  send(threadId: string, text: string): void {}
}
`,
  'src/ws/bridge.ts': `import { WebSocketManager } from './manager';

export class WebSocketBridge {
  private readonly manager = new WebSocketManager();
  sendToThread(threadId: string, message: object): void { this.manager.send(threadId, JSON.stringify(message)); }
  sendMessage(threadId: string, message: object): void { this.sendToThread(threadId, message); }
  emit(threadId: string, type: string, payload: object): void { this.sendToThread(threadId, { type, payload }); }
  notifyStarted(threadId: string): void { this.emit(threadId, 'agent_started', {}); }
  notifyCompleted(threadId: string): void { this.emit(threadId, 'agent_completed', {}); }
}

let bridge: WebSocketBridge | undefined;
export function getWebSocketBridge(): WebSocketBridge {
  return (bridge ??= new WebSocketBridge());
}
`,
  'src/ws/adapter.ts': `import type { WebSocketBridge } from './bridge';

export class WebSocketBridgeAdapter {
  constructor(private readonly bridge: WebSocketBridge) {}
  notifyStarted(threadId: string): void { this.bridge.notifyStarted(threadId); }
}
`,
  'src/ws/notifier.ts': `import type { WebSocketBridge } from './bridge';

export class RunNotifier {
  constructor(private readonly target: WebSocketBridge) {}
  begin(threadId: string): void { this.target.notifyStarted(threadId); }
  end(threadId: string): void { this.target.notifyCompleted(threadId); }
}
`,
  'src/services.ts': `import { getWebSocketBridge } from './ws/bridge';

const services = { bridge: getWebSocketBridge(), clock: Date };
export function resolve<Name extends keyof typeof services>(name: Name): (typeof services)[Name] {
  return services[name];
}
`,
};

const typed = { parserOptions: { projectService: true } };

ruleSuite('no-websocket-adapter', {
  files,
  file: 'src/service.ts',
  valid: [
    "import { getWebSocketBridge } from './ws/bridge';\ngetWebSocketBridge().sendToThread('t', { type: 'agent_started' });\n",
    "import type { WebSocket } from 'ws';\nexport const isOpen = (socket: WebSocket): boolean => socket.readyState === 1;\n",
    {
      name: 'a socket that is only looked at',
      code: 'export const Badge = ({ socket }) => <b>{socket.readyState === WebSocket.OPEN}</b>;\n',
      file: 'src/badge.jsx',
    },
    {
      name: 'a service that does more than hand on',
      code: `import { getWebSocketBridge } from './ws/bridge';

export class RunService {
  private readonly bridge = getWebSocketBridge();
  private readonly runs = new Map<string, string>();

  start(threadId: string): string {
    const runId = \`\${threadId}:\${String(this.runs.size)}\`;
    this.runs.set(runId, threadId);
    this.bridge.notifyStarted(threadId);
    return runId;
  }

  finish(runId: string): void {
    const threadId = this.runs.get(runId);
    if (threadId === undefined) return;
    this.runs.delete(runId);
    this.bridge.notifyCompleted(threadId);
  }
}
`,
    },
    {
      name: 'an adapter to an interface of Node',
      code: `import { Writable } from 'node:stream';
import { getWebSocketBridge } from './ws/bridge';

export class ThreadStream extends Writable {
  override _write(chunk: string, encoding: BufferEncoding, done: () => void): void {
    getWebSocketBridge().sendToThread('t', { type: 'agent_started', chunk });
    done();
  }
}
`,
    },
    {
      name: 'an inferred value without type information',
      code: "import { resolve } from './services';\nresolve('bridge').sendMessage('t', {});\n",
    },
    {
      name: 'another value with type information',
      code: "import { resolve } from './services';\nclass Chat { sendMessage(to: string): void {} }\nexport const now = resolve('clock').now();\nnew Chat().sendMessage('t');\n",
      languageOptions: typed,
    },
  ],
  invalid: [
    {
      name: 'a socket beside the bridge',
      code: "import { WebSocket } from 'ws';\nexport const feed = new WebSocket('wss://prices.example');\n",
      errors: [{ messageId: 'driverBypass', line: 1, column: 10 }],
    },
    {
      name: 'a socket of the platform',
      code: "export const feed = new WebSocket('wss://prices.example');\n",
      file: 'src/feed.js',
      errors: [{ messageId: 'driverBypass', line: 1 }],
    },
    {
      name: 'the adapter',
      code: "import { WebSocketBridgeAdapter } from './ws/adapter';\nimport { getWebSocketBridge } from './ws/bridge';\nexport const adapter = new WebSocketBridgeAdapter(getWebSocketBridge());\n",
      errors: [
        {
          messageId: 'deprecatedUse',
          line: 1,
          suggestions: [
            {
              desc: "Use the WebSocketBridge behind 'WebSocketBridgeAdapter' (it is handed on to others; not drop-in compatible).",
              output:
                "import { getWebSocketBridge } from './ws/bridge';\nexport const adapter = getWebSocketBridge();\n",
            },
          ],
        },
      ],
    },
    {
      name: 'a layer that nobody has declared',
      code: files['src/ws/notifier.ts'],
      file: 'src/ws/notifier.ts',
      errors: [{ messageId: 'forwardingLayer', line: 3, column: 14, endColumn: 25 }],
    },
    {
      name: 'its use',
      code: "import { getWebSocketBridge } from './ws/bridge';\nimport { RunNotifier } from './ws/notifier';\n\nconst notifier = new RunNotifier(getWebSocketBridge());\nnotifier.begin('t');\nnotifier.end('t');\n",
      errors: [{ messageId: 'layerUse', line: 2, column: 10, endColumn: 21 }],
      output:
        "import { getWebSocketBridge } from './ws/bridge';\n\nconst notifier = getWebSocketBridge();\nnotifier.notifyStarted('t');\nnotifier.notifyCompleted('t');\n",
    },
    {
      name: 'the old method',
      code: "import type { WebSocketBridge } from './ws/bridge';\nexport const send = (bridge: WebSocketBridge) => bridge.sendMessage('t', {});\n",
      errors: [{ messageId: 'oldMethod', line: 2, column: 57, endColumn: 68 }],
      output:
        "import type { WebSocketBridge } from './ws/bridge';\nexport const send = (bridge: WebSocketBridge) => bridge.sendToThread('t', {});\n",
    },
    {
      name: 'the old method on an inferred value',
      code: "import { resolve } from './services';\nresolve('bridge').sendMessage('t', {});\n",
      languageOptions: typed,
      errors: [{ messageId: 'oldMethod', line: 2, column: 19, endColumn: 30 }],
      output: "import { resolve } from './services';\nresolve('bridge').sendToThread('t', {});\n",
    },
    {
      name: 'an event on an inferred value',
      code: "import { resolve } from './services';\nexport const { bridge } = { bridge: resolve('bridge') };\nbridge.sendToThread('t', { type: 'agent_complete' });\n",
      languageOptions: typed,
      errors: [
        {
          messageId: 'unknownEvent',
          line: 3,
          column: 34,
          suggestions: [
            {
              desc: "Emit 'agent_completed' in place of 'agent_complete'.",
              output:
                "import { resolve } from './services';\nexport const { bridge } = { bridge: resolve('bridge') };\nbridge.sendToThread('t', { type: 'agent_completed' });\n",
            },
          ],
        },
      ],
    },
    {
      name: 'a layer over an inferred value',
      code: "import { resolve } from './services';\nexport class Notifier {\n  private readonly target = resolve('bridge');\n  begin(threadId: string): void {\n    this.target.notifyStarted(threadId);\n  }\n}\n",
      languageOptions: typed,
      errors: [{ messageId: 'forwardingLayer', line: 2 }],
    },
    {
      name: 'an event that is not declared',
      code: "import { getWebSocketBridge } from './ws/bridge';\nexport class Runs {\n  private readonly bridge = getWebSocketBridge();\n  pause() {\n    this.bridge.emit('t', 'run_paused', {});\n    return this.bridge;\n  }\n}\n",
      errors: [{ messageId: 'unknownEvent', line: 5 }],
    },
  ],
});
