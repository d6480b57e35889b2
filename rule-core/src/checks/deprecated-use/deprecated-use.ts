import { sameSymbol } from '../../config/resolve/references.js';
import type { ResolvedConcern, ResolvedReplacement } from '../../config/resolved-config.js';
import { adapterReplacing } from '../../edits/adapter/replace-adapter.js';
import { takesTarget } from '../../edits/adapter/replace-instances.js';
import { replaceSymbol } from '../../edits/replace-symbol.js';
import { declaredSymbol } from '../../symbols/denotation.js';
import { resolveReplacement } from '../../symbols/replacement-target.js';
import type { Replacing } from '../../edits/replacing.js';
import type { Check } from '../check.js';
import type { ModuleUnderCheck } from '../../symbols/module-under-check.js';
import { duplicateNoun } from '../duplicate-noun.js';
import { layerOf } from '../../symbols/layers/layers.js';
import { ownerOf, wordsForUse } from '../../symbols/owner.js';
import type { Project } from '../../symbols/project.js';
import type { SymbolUse } from '../../symbols/uses/symbol-use.js';
import { symbolUses } from '../../symbols/uses/symbol-uses.js';
import type { Violation } from '../violation.js';

/** Importing, re-exporting, mocking or naming a twin, in every form, and any module that is declared for removal. */
export const deprecatedUse: Check = {
  name: 'deprecated-use',
  inTests: true,
  symbols: 'twin',
  messages: {
    deprecatedUse: "'{{name}}' is a second {{noun}}; '{{concern}}' belongs to {{owner}} ({{path}}). Use {{use}}.",
    removedUse:
      "'{{name}}' is declared for removal ('{{glob}}'); '{{concern}}' belongs to {{owner}} ({{path}}). Use {{owner}}.",
  },
  run(module, concern, project) {
    return symbolUses(module.facts, concern, project).flatMap((use): Violation[] => {
      switch (use.match.kind) {
        case 'twin':
          // Tests may use drivers and globals, also those for which the configuration names a replacement.
          return module.isTest && isDriver(use.match.replacement, concern)
            ? []
            : [ofTwin(module, concern, project, use, use.match.replacement)];
        case 'removed':
          return [ofRemovedModule(concern, project, use, use.match.glob)];
        case 'driver':
          return [];
      }
    });
  },
};

function isDriver({ from }: ResolvedReplacement, { drivers }: ResolvedConcern): boolean {
  return from.kind === 'global' || drivers.some((driver) => sameSymbol(driver, from));
}

function ofTwin(
  module: ModuleUnderCheck,
  concern: ResolvedConcern,
  project: Project,
  use: SymbolUse,
  replacement: ResolvedReplacement,
): Violation {
  const target = resolveReplacement(replacement.to, project.targets(concern), project);
  const { owner, path, related } = ownerOf(concern, project, target?.root.origin.path[0] ?? replacement.to.root);
  return {
    check: 'deprecated-use',
    concern: concern.id,
    messageId: 'deprecatedUse',
    data: {
      name: use.name,
      noun: duplicateNoun(concern),
      concern: concern.id,
      owner,
      path,
      use: target === undefined ? replacement.to.text : wordsForUse(target),
    },
    range: use.range,
    symbol: use.symbol,
    scope: use.scope,
    related,
    tags: ['deprecated'],
    ...(replacedLayer(module, concern, project, use, replacement) ??
      replaceSymbol({ module, concern, project, use, replacement })),
  };
}

/** A twin that only hands calls on to an object that it is given: that object takes its place, not another new one. */
function replacedLayer(
  module: ModuleUnderCheck,
  concern: ResolvedConcern,
  project: Project,
  { origin, site }: SymbolUse,
  { compatible }: ResolvedReplacement,
): Replacing | undefined {
  const symbol = origin !== null && origin.path.length === 1 ? declaredSymbol(origin, project) : undefined;
  if (
    symbol?.declaration.kind !== 'class' ||
    site.kind !== 'binding' ||
    !site.binding.references.some(({ role }) => role === 'new' || role === 'type')
  ) {
    return undefined;
  }
  const layer = layerOf(symbol, concern, project);
  return layer?.kind === 'forwarding' && takesTarget(layer, project)
    ? adapterReplacing({ module, concern, project, layer, compatible, request: site.request, binding: site.binding })
    : undefined;
}

function ofRemovedModule(concern: ResolvedConcern, project: Project, use: SymbolUse, glob: string): Violation {
  const { owner, path, related } = ownerOf(concern, project);
  return {
    check: 'deprecated-use',
    concern: concern.id,
    messageId: 'removedUse',
    data: { name: use.name, glob, concern: concern.id, owner, path },
    range: use.range,
    symbol: use.symbol,
    scope: use.scope,
    related,
    fix: null,
    suggestions: [],
    tags: ['deprecated'],
  };
}
