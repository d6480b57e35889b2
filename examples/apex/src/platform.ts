// What plug-ins of our customers may use.
export * from '@/agents';
export { IdManager } from '@/core';
export { createUserExecutionContext, UserExecutionContext } from '@/context';
