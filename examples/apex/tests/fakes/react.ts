export interface ReactElement {
  readonly type: unknown;
  readonly props: Readonly<Record<string, unknown>>;
  readonly key: string | null;
}

export function createContext<T>(initial: T) {
  const context = {
    current: initial,
    Provider: ({ value, children }: { value: T; children?: unknown }) => {
      context.current = value;
      return children;
    },
  };
  return context;
}

export const useContext = <T>(context: { current: T }): T => context.current;
export const useRef = <T>(initial: T): { current: T } => ({ current: initial });
export const useMemo = <T>(create: () => T): T => create();
export const useState = <T>(initial: T | (() => T)): [T, (next: T) => void] => [
  initial instanceof Function ? initial() : initial,
  () => undefined,
];
