import type { Project } from '../../symbols/project.js';
import type { ResolvedConcern } from '../../config/resolved-config.js';
import type { ModuleFacts, ModuleRequest } from '../../source/facts.js';
import type { CanonicalRoot } from '../../symbols/replacement-target.js';
import { isSameModuleSymbol } from './same-module-symbol.js';

const EXTENSION = /\.[cm]?[jt]sx?$/u;

/**
 * How a module writes the import of the canonical: as the concern's `import` says, otherwise in the style of the request
 * that it replaces or stands beside, otherwise of the module's other imports.
 *
 * @param near the request whose style counts first
 * @returns `undefined` if the canonical is not visible from the module
 */
export function chooseSpecifier(
  facts: ModuleFacts,
  near: ModuleRequest | undefined,
  root: CanonicalRoot,
  concern: ResolvedConcern,
  project: Project,
): string | undefined {
  const declared = concern.importSpecifiers[root.exported] ?? concern.importSpecifiers['*'];
  if (declared !== undefined) {
    return declared;
  }
  const model = [near, ...facts.requests].filter((request) => request !== undefined);
  const relatives = model.filter(({ specifier }) => specifier.startsWith('.'));
  const extension = relatives.map(({ specifier }) => EXTENSION.exec(specifier)?.[0] ?? '')[0] ?? '';
  const choices = project.specifiers(facts.path, root.path, extension);
  if (choices.crossesPackage) {
    if (choices.package !== null && choices.entries.includes(choices.package)) {
      return choices.package;
    }
    // Where the package's entry has the export, it goes before a path into its sources.
    const entry = choices.entries.find((specifier) =>
      isSameModuleSymbol(project.origin(facts.path, specifier, [root.exported]), root.origin),
    );
    return entry ?? choices.package ?? undefined;
  }
  const aliased = model.filter(
    ({ specifier }) => !specifier.startsWith('.') && project.resolve(facts.path, specifier).kind === 'module',
  );
  const byAlias =
    near === undefined || !isLocal(near, relatives, aliased)
      ? aliased.length > relatives.length
      : aliased.includes(near);
  return byAlias ? (likeliest(choices.aliases, aliased[0]) ?? choices.relative) : choices.relative;
}

function isLocal(near: ModuleRequest, relatives: readonly ModuleRequest[], aliased: readonly ModuleRequest[]): boolean {
  return relatives.includes(near) || aliased.includes(near);
}

/** The alias that starts as the module's own do: `@/`, `~/`, `#`. */
function likeliest(aliases: readonly string[], model: ModuleRequest | undefined): string | undefined {
  const prefix = model?.specifier.split('/')[0] ?? '';
  return aliases.find((alias) => alias.startsWith(`${prefix}/`)) ?? aliases[0];
}
