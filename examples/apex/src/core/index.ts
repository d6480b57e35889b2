export { CircuitBreaker, CircuitOpenError } from './circuit-breaker';
export { systemClock, timestamp, type Clock } from './clock';
export { IdManager, type RunIdParts } from './id-manager';
export { createLogger, type Logger } from './logger';
