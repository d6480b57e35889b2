import type { ResolvedConcern } from '../../config/resolved-config.js';
import { adapterReplacing } from '../../edits/adapter/replace-adapter.js';
import type { Binding, ModuleRequest } from '../../source/facts.js';
import { declaredSymbol } from '../../symbols/denotation.js';
import { layerOf, type Layer } from '../../symbols/layers/layers.js';
import type { ModuleUnderCheck } from '../../symbols/module-under-check.js';
import type { Origin, Project } from '../../symbols/project.js';
import type { Violation } from '../violation.js';
import { layerData, layerViolation } from './layer-report.js';

/** The imports of layers that add nothing, and their uses where the import does not name them. */
export function layerUses(module: ModuleUnderCheck, concern: ResolvedConcern, project: Project): Violation[] {
  return module.facts.requests.flatMap((request) =>
    request.form === 'import' || request.form === 'require' || request.form === 'dynamic-import'
      ? request.bindings.flatMap((binding) =>
          binding.imported === '*'
            ? ofModuleObject(request, binding, module, concern, project)
            : ofBinding(request, binding, module, concern, project),
        )
      : [],
  );
}

function ofBinding(
  request: ModuleRequest,
  binding: Binding,
  module: ModuleUnderCheck,
  concern: ResolvedConcern,
  project: Project,
): Violation[] {
  const { imported, local, range } = binding;
  const layer = local === null ? undefined : importedLayer(request, imported, module, concern, project);
  if (layer === undefined || local === null) {
    return [];
  }
  const replacing = adapterReplacing({ module, concern, project, request, binding, layer });
  return [{ ...useOf(layer, local, concern, project), range, ...replacing }];
}

/** `notifications.started(run)`: the import does not name the layer, so each use is reported. */
function ofModuleObject(
  request: ModuleRequest,
  { references }: Binding,
  module: ModuleUnderCheck,
  concern: ResolvedConcern,
  project: Project,
): Violation[] {
  return references.flatMap(({ links, path, range, scope }): Violation[] => {
    const [name = ''] = path;
    const layer = importedLayer(request, name, module, concern, project);
    return layer === undefined
      ? []
      : [{ ...useOf(layer, name, concern, project), range: links[0] ?? range, scope, fix: null, suggestions: [] }];
  });
}

/** The layer that a module asks for by a name, if it adds nothing and is no other breach of the concern. */
function importedLayer(
  { specifier }: ModuleRequest,
  name: string,
  { facts }: ModuleUnderCheck,
  concern: ResolvedConcern,
  project: Project,
): Layer | undefined {
  const origin: Origin | undefined = project.layerNames.has(name)
    ? project.origin(facts.path, specifier, [name])
    : undefined;
  const symbol = origin !== undefined && origin.path.length <= 1 ? declaredSymbol(origin, project) : undefined;
  const targets = project.targets(concern);
  if (origin === undefined || symbol === undefined || targets.isCanonical(symbol.path) || targets.classify(origin)) {
    return undefined;
  }
  const layer = layerOf(symbol, concern, project);
  return layer?.kind === 'forwarding' ? layer : undefined;
}

function useOf(layer: Layer, name: string, concern: ResolvedConcern, project: Project) {
  return {
    ...layerViolation(layer, concern, project),
    messageId: 'layerUse',
    data: { ...layerData(layer, concern, project), name, module: layer.symbol.path },
  };
}
