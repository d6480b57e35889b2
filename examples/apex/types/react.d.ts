declare module 'react' {
  export type ReactNode = ReactElement | string | number | null | undefined | readonly ReactNode[];

  export interface ReactElement {
    readonly type: unknown;
    readonly props: Readonly<Record<string, unknown>>;
    readonly key: string | null;
  }

  export interface Context<T> {
    readonly Provider: (props: { value: T; children?: ReactNode }) => ReactElement;
  }

  export function createContext<T>(initial: T): Context<T>;
  export function useContext<T>(context: Context<T>): T;
  export function useRef<T>(initial: T): { current: T };
  export function useState<T>(initial: T | (() => T)): [T, (next: T) => void];
  export function useMemo<T>(create: () => T, dependencies: readonly unknown[]): T;
}

declare module 'react/jsx-runtime' {
  import type { ReactElement, ReactNode } from 'react';

  export namespace JSX {
    type Element = ReactElement;
    interface ElementChildrenAttribute {
      children: unknown;
    }
    interface IntrinsicAttributes {
      key?: string | number;
    }
    interface IntrinsicElements {
      [tag: string]: { children?: ReactNode; [attribute: string]: unknown };
    }
  }

  export function jsx(type: unknown, props: unknown, key?: string): ReactElement;
  export function jsxs(type: unknown, props: unknown, key?: string): ReactElement;
  export const Fragment: unique symbol;
}
