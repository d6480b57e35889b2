import { dirname } from 'node:path/posix';
import { dirname as nativeFolderOf, resolve as resolvePath } from 'node:path';
import type { ModuleTarget, SpecifierChoices } from './module-target.js';
import { codeExtensionOf, compiledExtension, withoutExtension } from './code-file.js';
import { exportsOf, filesOf } from './package-exports.js';
import type { Manifest } from './manifests.js';
import type { Resolver } from './resolver.js';
import { fillWildcard, matchWildcard } from './wildcard.js';
import { toSlashes } from './workspace-path.js';

/**
 * The ways in which the module `from` may import the module `to`, both workspace paths. Every way resolves back to `to`,
 * but for the relative one, which names the file in full where nothing shorter does.
 *
 * @param extension - How the file writes its relative imports: `''`, `'.js'` or `'.ts'`.
 */
export function specifierChoices(resolver: Resolver, from: string, to: string, extension: string): SpecifierChoices {
  const leadsBack = (specifier: string) => isModule(resolver.resolve(from, specifier), to);
  const relative = relativeForms(from, to, extension).find(leadsBack) ?? relativePath(dirname(from), to);
  const home = resolver.packageOf(from);
  const other = resolver.packageOf(to);
  const crossesPackage = home?.folder !== other?.folder;
  const isVisible = crossesPackage && other !== undefined;
  return {
    relative,
    crossesPackage,
    aliases: aliases(resolver, from, to, extension).filter(leadsBack),
    package: isVisible ? (packageForms(resolver, other, to, extension).find(leadsBack) ?? null) : null,
    entries: isVisible ? packageEntries(resolver, from, other) : [],
  };
}

function isModule(target: ModuleTarget, path: string): boolean {
  return target.kind === 'module' && target.path === path;
}

/** The forms of a path to a module, best first: without `/index` and extension where the style leaves them out. */
function forms(path: string, extension: string): readonly string[] {
  const stem = withoutExtension(path);
  const compiled = stem + compiledExtension(path);
  if (extension === '') {
    // TypeScript finds no `.mts` or `.cts` without an extension.
    if (/^(?:\.d)?\.[mc]/.test(codeExtensionOf(path))) return [compiled, path];
    return [...(/(?:^|\/)index$/.test(stem) ? [stem.replace(/\/?index$/, '')] : []), stem, compiled, path];
  }
  return extension === '.ts' || extension === '.tsx' ? [path, compiled] : [compiled, path];
}

function relativeForms(from: string, to: string, extension: string): readonly string[] {
  const folder = dirname(from);
  // `.` and `..` alone are folders that read like a slip; `./index` is what people write beside an index file.
  return forms(to, extension)
    .map((form) => relativePath(folder, form))
    .filter((form) => form !== './' && !/(?:^|\/)\.\.?$/.test(form))
    .concat(relativePath(folder, to));
}

function relativePath(folder: string, to: string): string {
  const here = folder === '.' ? [] : folder.split('/');
  const there = to === '' ? [] : to.split('/');
  let common = 0;
  while (common < here.length && common < there.length && here[common] === there[common]) common++;
  const up = here.slice(common).map(() => '..');
  const path = [...up, ...there.slice(common)].join('/');
  return up.length > 0 ? path : `./${path}`;
}

function aliases(resolver: Resolver, from: string, to: string, extension: string): readonly string[] {
  const config = resolver.tsconfigs.forFile(resolver.paths.absolute(from));
  const target = toSlashes(resolver.paths.absolute(to));
  const byPaths = (config?.paths ?? []).flatMap(({ pattern, targets }) =>
    targets.flatMap((mapped) => filled(pattern, toSlashes(mapped), target, extension)),
  );
  const manifest = resolver.manifests.withImports(nativeFolderOf(resolver.paths.absolute(from)));
  const byImports = manifest ? importAliases(resolver, manifest, to, extension) : [];
  const base = config?.baseUrl === undefined ? undefined : resolver.paths.relative(resolvePath(config.baseUrl));
  const byBase =
    base === undefined || (base !== '' && !to.startsWith(`${base}/`))
      ? []
      : forms(base === '' ? to : to.slice(base.length + 1), extension).slice(0, 1);
  const best = [...new Set([...byPaths, ...byImports])]
    .filter((alias) => alias !== '' && !/^\.{0,2}\//.test(alias))
    .sort(shortestFirst);
  return [...best, ...byBase.filter((alias) => alias !== '' && !best.includes(alias))];
}

function importAliases(resolver: Resolver, manifest: Manifest, to: string, extension: string): readonly string[] {
  const imports = manifest.content['imports'];
  if (typeof imports !== 'object' || imports === null) return [];
  const target = toSlashes(resolver.paths.absolute(to));
  return Object.entries(imports).flatMap(([pattern, value]) =>
    filesOf(value, [])
      .filter((file) => file.startsWith('.'))
      .flatMap((file) =>
        builtForms(manifest.folder, file).flatMap((mapped) => filled(pattern, mapped, target, extension)),
      ),
  );
}

/** A mapped file as it is written, and as its source: `./dist/*.js` as `./src/*`. What does not resolve is left out later. */
function builtForms(folder: string, file: string): readonly string[] {
  const path = toSlashes(resolvePath(folder, file));
  const source = toSlashes(
    resolvePath(folder, file.replace(/^\.\/(?:dist|build|lib|out)\/(?:esm\/|cjs\/|src\/)?/, './src/')),
  );
  return [...new Set([path, source, withoutExtension(path), withoutExtension(source)])];
}

/** The specifiers that the entry `pattern` → `mapped` gives for `target`. */
function filled(pattern: string, mapped: string, target: string, extension: string): readonly string[] {
  if (!pattern.includes('*')) {
    return matchesFile(mapped, target) ? [pattern] : [];
  }
  return forms(target, mapped.endsWith('*') ? extension : '')
    .flatMap((form) => {
      const star = matchWildcard(mapped, form) ?? matchWildcard(mapped.replace(/\/\*$/, '*'), form);
      return star === undefined || star === '' ? [] : [fillWildcard(pattern, star)];
    })
    .concat(mapped.endsWith('*') ? [] : starOf(mapped, target).map((star) => fillWildcard(pattern, star)))
    .slice(0, 1);
}

function starOf(mapped: string, target: string): readonly string[] {
  const star = matchWildcard(mapped, target);
  return star === undefined || star === '' ? [] : [star];
}

function matchesFile(mapped: string, target: string): boolean {
  return (
    mapped === target ||
    [withoutExtension(target), withoutExtension(target).replace(/\/index$/, '')].includes(withoutExtension(mapped))
  );
}

function packageForms(resolver: Resolver, manifest: Manifest, to: string, extension: string): readonly string[] {
  const { name } = manifest;
  const home = resolver.paths.relative(manifest.folder);
  if (name === undefined || home === undefined || resolver.packages.named(name) === undefined) return [];
  const inside = home === '' ? to : to.slice(home.length + 1);
  const exports = exportsOf(manifest);
  const target = toSlashes(resolver.paths.absolute(to));
  const byExports = Object.entries(exports).flatMap(([subpath, value]) => {
    const specifier = subpath === '.' ? name : `${name}/${subpath.replace(/^\.\//, '')}`;
    if (!subpath.includes('*')) return [specifier];
    return filesOf(value, []).flatMap((file) =>
      builtForms(manifest.folder, file).flatMap((mapped) => filled(specifier, mapped, target, extension)),
    );
  });
  if (manifest.content['exports'] !== undefined) return [...new Set(byExports)].sort(shortestFirst);
  return [name, ...forms(inside, extension).map((form) => `${name}/${form}`)];
}

/** What a package that `from` declares as a dependency can be asked for. */
function packageEntries(resolver: Resolver, from: string, manifest: Manifest): readonly string[] {
  const { name } = manifest;
  const folder = nativeFolderOf(resolver.paths.absolute(from));
  if (name === undefined || resolver.manifests.declared(folder, name) === undefined) return [];
  if (manifest.content['exports'] === undefined) return [name];
  return Object.keys(exportsOf(manifest))
    .filter((subpath) => !subpath.includes('*'))
    .map((subpath) => (subpath === '.' ? name : `${name}/${subpath.replace(/^\.\//, '')}`))
    .sort(shortestFirst);
}

function shortestFirst(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
