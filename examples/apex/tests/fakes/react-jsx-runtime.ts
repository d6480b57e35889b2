import type { ReactElement } from './react';

export const Fragment = Symbol('Fragment');

export function jsx(type: unknown, props: Record<string, unknown>, key?: string): ReactElement {
  return { type, props, key: key ?? null };
}

export const jsxs = jsx;
export const jsxDEV = jsx;
