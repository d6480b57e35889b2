import { originOfName } from '../../symbols/denotation.js';
import { useAccessor } from '../../edits/use-accessor.js';
import type { Binding, ModuleFacts, ModuleRequest, Reference } from '../../source/facts.js';
import type { Check } from '../check.js';
import type { DeclaredSymbol } from '../../symbols/concern-targets.js';
import { holdsCanonical, ownerOf } from '../../symbols/owner.js';
import type { Origin, Project } from '../../symbols/project.js';
import { symbolText } from '../../symbols/symbol-text.js';
import type { Violation } from '../violation.js';

/** Constructing the canonical class where it has an accessor: a second instance, with connections of its own. */
export const accessorBypass: Check = {
  name: 'accessor-bypass',
  inTests: false,
  messages: {
    accessorBypass:
      "'new {{name}}()' makes a second instance with connections of its own; '{{concern}}' shares one. Use {{obtain}} ({{path}}).",
  },
  run(module, concern, project) {
    const { facts } = module;
    const targets = project.targets(concern);
    const accessor = concern.accessors.find((name) => targets.rootExport(name) !== undefined);
    const root = accessor === undefined ? undefined : targets.rootExport(accessor);
    if (
      accessor === undefined ||
      root === undefined ||
      concern.lifetime === 'request' ||
      targets.isCanonical(facts.path) ||
      targets.removedBy(facts.path) !== undefined
    ) {
      return [];
    }
    const obtain = holdsCanonical(root, project) ? accessor : `${accessor}()`;
    const classes = targets.canonicalDeclarations.filter(({ declaration }) => declaration.kind === 'class');
    return constructions(facts, project).flatMap(({ reference, origin, superfluous }): Violation[] => {
      const constructed = classes.find((symbol) => isSymbol(symbol, origin));
      if (constructed === undefined || reference.call === null) {
        return [];
      }
      const { path, related } = ownerOf(concern, project, constructed.name);
      return [
        {
          check: 'accessor-bypass',
          concern: concern.id,
          messageId: 'accessorBypass',
          data: { name: constructed.name, concern: concern.id, obtain, path },
          range: reference.call.range,
          symbol: symbolText(origin),
          scope: reference.scope,
          related,
          fix: null,
          suggestions: useAccessor({ module, concern, project, root, construction: reference, superfluous }),
          tags: [],
        },
      ];
    });
  },
};

interface Construction {
  readonly reference: Reference;
  readonly origin: Origin;
  /** The import of the class, if this is its only use. */
  readonly superfluous: { readonly request: ModuleRequest; readonly binding: Binding } | undefined;
}

/** Every `new X(…)` of a name that comes from another module, aliases of the module followed. */
function constructions(facts: ModuleFacts, project: Project): readonly Construction[] {
  const imported = facts.requests.flatMap((request) =>
    request.form === 'mock'
      ? []
      : request.bindings.flatMap((binding) =>
          binding.references.filter(isConstruction).map((reference) => {
            const members = binding.imported === '*' ? reference.path : [binding.imported, ...reference.path];
            const isOnlyUse = binding.imported !== '*' && binding.references.length === 1;
            return {
              reference,
              origin: project.origin(facts.path, request.specifier, members),
              superfluous: isOnlyUse ? { request, binding } : undefined,
            };
          }),
        ),
  );
  const aliased = facts.declarations.flatMap(({ name, scope, value, kind }) =>
    kind === 'variable' && scope === '' && value?.kind === 'reference' && value.target.origin === 'import'
      ? (facts.localUses[name] ?? []).filter(isConstruction).map((reference) => ({
          reference,
          origin: originOfName(
            { ...value.target, path: [...value.target.path, ...reference.path] },
            facts.path,
            project,
          ),
          superfluous: undefined,
        }))
      : [],
  );
  return [...imported, ...aliased].sort((a, b) => a.reference.range[0] - b.reference.range[0]);
}

function isConstruction({ role }: Reference): boolean {
  return role === 'new';
}

function isSymbol({ path, name }: DeclaredSymbol, origin: Origin): boolean {
  return (
    origin.target.kind === 'module' &&
    origin.target.path === path &&
    origin.path.length === 1 &&
    origin.path[0] === name
  );
}
