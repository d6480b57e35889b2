declare module 'uuid' {
  export function v4(): string;
  export function v7(): string;
  export function validate(value: unknown): boolean;
}

declare module 'nanoid' {
  export function nanoid(size?: number): string;
  export function customAlphabet(alphabet: string, size?: number): (size?: number) => string;
}
