import type { Origin } from './project.js';

/** Whether two origins are the same symbol. */
export function isSameOrigin(a: Origin, b: Origin): boolean {
  return originKey(a) === originKey(b);
}

/** An origin as one string, for sets and sorting. */
export function originKey({ target, path }: Origin): string {
  const place =
    target.kind === 'module'
      ? target.path
      : target.kind === 'package'
        ? `${target.name}/${target.subpath}`
        : target.specifier;
  return `${target.kind}:${place}#${path.join('.')}`;
}
