import { isBuiltin } from 'node:module';

/** A bare specifier, taken apart. */
export interface BareSpecifier {
  readonly name: string;
  /** What follows the name, without a leading slash, or `''`. */
  readonly subpath: string;
}

const packageName = /^(?:@[a-z0-9-_.~]+\/)?[a-z0-9-_][a-z0-9-_.~]*$/i;

/** The package and subpath of a bare specifier; `undefined` if it cannot name a package (`@/x`, `~/x`, `#x`, `virtual:x`). */
export function parseBareSpecifier(specifier: string): BareSpecifier | undefined {
  const [scopeOrName = '', afterScope] = specifier.split('/', 2);
  const name = scopeOrName.startsWith('@') ? `${scopeOrName}/${afterScope ?? ''}` : scopeOrName;
  if (!packageName.test(name)) return undefined;
  return { name, subpath: specifier.slice(name.length + 1).replace(/\/+$/, '') };
}

/** The builtin a specifier names, `node:` in front of its name; `undefined` for `punycode/` and other packages. */
export function parseBuiltin(specifier: string): BareSpecifier | undefined {
  const prefixed = specifier.startsWith('node:');
  if (!prefixed && !isBuiltin(specifier)) return undefined;
  const path = prefixed ? specifier.slice('node:'.length) : specifier;
  const slash = path.indexOf('/');
  return slash < 0
    ? { name: `node:${path}`, subpath: '' }
    : { name: `node:${path.slice(0, slash)}`, subpath: path.slice(slash + 1) };
}

/** The package of a specifier with an explicit registry: `npm:uuid@9/v4`. */
export function parseRegistrySpecifier(specifier: string): BareSpecifier | undefined {
  const match = /^(?:npm|jsr):\/?((?:@[^/@]+\/)?[^/@]+)(?:@[^/]*)?(?:\/(.*))?$/.exec(specifier);
  return match ? { name: match[1] ?? '', subpath: match[2] ?? '' } : undefined;
}
