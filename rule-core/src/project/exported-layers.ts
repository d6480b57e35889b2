import { layerOf, layersIn } from '../symbols/layers/layers.js';
import type { Project } from '../symbols/project.js';
import type { ResolvedConcern } from '../config/resolved-config.js';
import { declaredSymbol } from '../symbols/denotation.js';
import type { ModuleFacts } from '../source/facts.js';
import type { ExportedLayer } from './layer-index.js';

/** The layers over a concern's canonical that a module exports: its own, and those that it passes on under another name. */
export function exportedLayers(facts: ModuleFacts, concern: ResolvedConcern, project: Project): ExportedLayer[] {
  return [...ownLayers(facts, concern, project), ...renamedLayers(facts, concern, project)];
}

/** Those whose uses are reported, too: they add nothing, and what is imported can be followed to their declaration. */
function ownLayers(facts: ModuleFacts, concern: ResolvedConcern, project: Project): ExportedLayer[] {
  return layersIn({ facts }, concern, project)
    .filter(({ kind }) => kind === 'forwarding')
    .flatMap(({ chain, members, symbol, target }) => {
      const methods = members.map(({ calls, member }) => [member.name, calls, member.forward?.plain]);
      const leads = JSON.stringify([target.path, chain, methods]);
      return symbol.declaration.exportedAs.map((name) => ({ name, leads }));
    });
}

/** `export { Notifier as Agents } from './notifier'`. */
function renamedLayers({ path, requests }: ModuleFacts, concern: ResolvedConcern, project: Project): ExportedLayer[] {
  return requests.flatMap(({ bindings, form, specifier }) =>
    bindings.flatMap(({ exported, imported }): ExportedLayer[] => {
      if (form !== 'reexport' || exported === null || imported === '*' || exported === imported) return [];
      const symbol = declaredSymbol(project.origin(path, specifier, [imported]), project);
      const layer = symbol && layerOf(symbol, concern, project);
      return layer?.kind === 'forwarding'
        ? [{ name: exported, leads: `${layer.symbol.path}#${layer.symbol.name}` }]
        : [];
    }),
  );
}
