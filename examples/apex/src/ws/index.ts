export { getWebSocketBridge, WebSocketBridge } from './bridge';
export { AGENT_EVENTS, type AgentEvent, type Message } from './events';
export { WebSocketManager } from './manager';
