import type { ResolvedConcern } from '../../config/resolved-config.js';
import { resolveReplacement } from '../../symbols/replacement-target.js';
import type { Declaration, ModuleFacts } from '../../source/facts.js';
import type { Check } from '../check.js';
import type { ModuleUnderCheck } from '../../symbols/module-under-check.js';
import { declaredName, displayName } from '../declared-name.js';
import { symbolIn } from '../../symbols/denotation.js';
import { duplicateNoun } from '../duplicate-noun.js';
import { ownerOf, wordsForUse } from '../../symbols/owner.js';
import type { Origin, Project } from '../../symbols/project.js';
import { isTwinOfSister, sisterOwning, sistersOf } from '../../symbols/sister-concerns.js';
import type { Violation } from '../violation.js';
import { namesOwnedBy, secondByName } from './by-name.js';
import { ancestry } from './hierarchy.js';

/** Declaring a second implementation: a known twin, a subclass of one, or a declaration that takes the canonical's name. */
export const secondDeclaration: Check = {
  name: 'second-declaration',
  inTests: false,
  messages: {
    twinDeclaration:
      "'{{name}}' is a second {{noun}}; '{{concern}}' belongs to {{owner}} ({{path}}). Move its callers to {{use}} and delete it.",
    twinSubclass:
      "'{{name}}' extends the second {{noun}} '{{base}}' ({{hierarchy}}{{overrides}}); '{{concern}}' belongs to {{owner}} ({{path}}). Extend or use {{owner}}.",
    secondDeclaration:
      "'{{name}}' declares a second {{noun}} ({{evidence}}); '{{concern}}' belongs to {{owner}} ({{path}}). Use {{owner}}, or give this another name.",
    removedModule:
      "This module is declared for removal ('{{glob}}'); '{{concern}}' belongs to {{owner}} ({{path}}). Move its callers to {{owner}} and delete it.",
  },
  words: (concern) => ({ declared: namesOwnedBy(concern) }),
  run(module, concern, project) {
    const targets = project.targets(concern);
    const { facts } = module;
    if (targets.isCanonical(facts.path)) {
      return [];
    }
    const glob = targets.removedBy(facts.path);
    if (glob !== undefined) {
      const { owner, path, related } = ownerOf(concern, project);
      return [
        {
          ...template(concern, facts, ''),
          messageId: 'removedModule',
          data: { glob, concern: concern.id, owner, path },
          range: facts.firstToken,
          related,
          tags: ['deprecated'],
        },
      ];
    }
    const twins = ofTwins(module, concern, project);
    return twins.length > 0 ? twins : ofOthers(facts, concern, project);
  },
};

function ofTwins({ facts }: ModuleUnderCheck, concern: ResolvedConcern, project: Project): Violation[] {
  const targets = project.targets(concern);
  const here = targets.twinDeclarations.filter(({ path }) => path === facts.path);
  return here.flatMap(({ name, replacement, declaration: saved }): Violation[] => {
    const { declaration } = symbolIn(facts, name) ?? symbolIn(facts, saved.exportedAs[0] ?? '') ?? {};
    if (declaration === undefined) {
      return [];
    }
    const target = resolveReplacement(replacement.to, targets, project);
    const { owner, path, related } = ownerOf(concern, project, target?.root.origin.path[0] ?? replacement.to.root);
    const use = target === undefined ? replacement.to.text : wordsForUse(target);
    return [
      {
        ...template(concern, facts, name),
        messageId: 'twinDeclaration',
        data: {
          name: displayName(declaration, facts),
          noun: duplicateNoun(concern),
          concern: concern.id,
          owner,
          path,
          use,
        },
        range: declaration.nameRange,
        related,
        tags: ['deprecated'],
      },
    ];
  });
}

function ofOthers(facts: ModuleFacts, concern: ResolvedConcern, project: Project): Violation[] {
  const { owner, path, related } = ownerOf(concern, project);
  const data = { noun: duplicateNoun(concern), concern: concern.id, owner, path };
  return facts.declarations.flatMap((declaration): Violation[] => {
    if (declaration.ambient) {
      return [];
    }
    const lineage = ancestry(declaration, facts, concern, project);
    const { range } = declaredName(declaration, facts);
    const name = displayName(declaration, facts);
    const shared = { ...template(concern, facts, declaration.name), range, related };
    if (lineage.twin !== undefined) {
      return [
        {
          ...shared,
          messageId: 'twinSubclass',
          data: {
            ...data,
            name,
            base: lineage.twin,
            hierarchy: [name, ...lineage.bases].join(' → '),
            overrides: overridesOf(declaration, lineage.inherited),
          },
        },
      ];
    }
    const evidence = lineage.extendsCanonical ? undefined : takenName(declaration, facts, concern, project);
    return evidence === undefined
      ? []
      : [{ ...shared, messageId: 'secondDeclaration', data: { ...data, name, evidence } }];
  });
}

/** Whether this check reports a declaration outside of the canonical, so that others need not. */
export function reportsDeclaration(
  declaration: Declaration,
  facts: ModuleFacts,
  concern: ResolvedConcern,
  project: Project,
): boolean {
  const { twin, extendsCanonical } = ancestry(declaration, facts, concern, project);
  return twin !== undefined || (!extendsCanonical && takenName(declaration, facts, concern, project) !== undefined);
}

/** The evidence that a declaration takes the canonical's name, unless it belongs to a sister of the concern. */
function takenName(
  declaration: Declaration,
  facts: ModuleFacts,
  concern: ResolvedConcern,
  project: Project,
): string | undefined {
  const evidence = secondByName(declaration, facts, concern, project);
  return evidence !== undefined && isOfSister(declaration, facts, concern, project) ? undefined : evidence;
}

/** Whether a sister's canonical declares it, a sister's canonical is what it extends, or a sister knows it as a twin. */
function isOfSister(declaration: Declaration, facts: ModuleFacts, concern: ResolvedConcern, project: Project): boolean {
  const origin: Origin = { target: { kind: 'module', path: facts.path }, path: [declaration.name] };
  return (
    sisterOwning(facts.path, concern, project) !== undefined ||
    isTwinOfSister(origin, concern, project) ||
    sistersOf(concern, project).some((sister) => ancestry(declaration, facts, sister, project).extendsCanonical)
  );
}

function overridesOf({ members }: Declaration, inherited: ReadonlySet<string>): string {
  const names = members
    .filter(
      ({ name, kind, signature }) =>
        kind !== 'constructor' && (kind !== 'field' || signature !== null) && inherited.has(name),
    )
    .map(({ name }) => name);
  return names.length === 0 ? '' : `, overrides ${[...new Set(names)].join(', ')}`;
}

function template({ id }: ResolvedConcern, { path }: ModuleFacts, name: string) {
  return {
    check: 'second-declaration',
    concern: id,
    symbol: name === '' ? path : `${path}#${name}`,
    scope: '',
    fix: null,
    suggestions: [],
    tags: [],
  };
}
