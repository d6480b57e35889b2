import { plainPreset, type Preset } from './preset.js';

// They tell the state of a connection, and open none.
const STATES = ['CONNECTING', 'OPEN', 'CLOSING', 'CLOSED'];
const SOCKETS = ['global:WebSocket', 'ws#default', 'ws#WebSocket', 'isomorphic-ws#default', 'isomorphic-ws#WebSocket'];

/** One bridge, over one manager of the connections, sends all messages, so that no event is lost or sent twice. */
export const websocket: Preset = {
  ...plainPreset,
  name: 'websocket',
  title: 'WebSocket messaging',
  noun: 'WebSocket bridge',
  canonical: [
    {
      modules: [
        { name: 'websocket-bridge' },
        { name: 'agent-websocket-bridge' },
        { name: 'bridge', folder: 'ws' },
        { name: 'bridge', folder: 'websocket' },
      ],
      exports: ['WebSocketBridge', 'AgentWebSocketBridge', 'WebsocketBridge'],
    },
    { modules: [{ name: 'agent-websocket-bridge' }], exports: ['AgentWebSocketBridge'] },
    {
      modules: [
        { name: 'websocket-manager' },
        { name: 'manager', folder: 'ws' },
        { name: 'manager', folder: 'websocket' },
      ],
      exports: ['WebSocketManager', 'WebsocketManager'],
    },
  ],
  twins: [
    {
      modules: [
        { name: 'websocket-bridge-adapter' },
        { name: 'bridge-adapter', folder: 'ws' },
        { name: 'bridge-adapter', folder: 'websocket' },
      ],
      exports: ['WebSocketBridgeAdapter'],
    },
  ],
  drivers: [
    'ws',
    'global:WebSocket',
    'isomorphic-ws',
    'reconnecting-websocket',
    'partysocket',
    'websocket#client',
    'websocket#server',
    'websocket#w3cwebsocket',
    'faye-websocket',
    'undici#WebSocket',
  ],
  allow: SOCKETS.flatMap((socket) => STATES.map((state) => `${socket}.${state}`)),
  names: ['*WebSocketBridgeAdapter'],
  methods: { sendMessage: 'sendToThread' },
  events: ['agent_started', 'agent_thinking', 'tool_executing', 'tool_completed', 'agent_completed'],
  dependsOn: ['id-generation'],
};
