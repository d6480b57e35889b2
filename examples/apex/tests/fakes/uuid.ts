import { randomUUID } from 'node:crypto';

export const v4 = (): string => randomUUID();

export const v7 = (): string => randomUUID();

export const validate = (value: unknown): boolean =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
