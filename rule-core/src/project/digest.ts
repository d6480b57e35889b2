import { createHash } from 'node:crypto';
import type { ConcernTargets, DeclaredSymbol } from '../symbols/concern-targets.js';
import type { ConfigProblem, ResolvedConcern, ResolvedConfig } from '../config/resolved-config.js';
import type { Candidates } from './candidates.js';
import type { ModuleStructure } from '../source/structure/index.js';
import type { ExportedLayer } from './layer-index.js';
import { originKey } from '../symbols/same-origin.js';
import { patternsOf, type ReferenceContext } from './reference-modules.js';
import { stemOf } from '../resolution/index.js';

/** What the digest of a project is made of. */
export interface DigestInput {
  readonly config: ResolvedConfig;
  readonly problems: readonly ConfigProblem[];
  readonly today: string;
  readonly context: ReferenceContext;
  readonly concerns: readonly { readonly concern: ResolvedConcern; readonly targets: ConcernTargets }[];
  readonly candidates: Candidates;
  /** What the modules export of layers, sorted by module. */
  readonly layers: ReadonlyMap<string, readonly ExportedLayer[]>;
  /** The contents' hashes of the files that decide how specifiers resolve, by workspace path. */
  readonly settings: readonly (readonly [path: string, hash: string])[];
  /** What the canonicals of a concern hold and hand out. */
  readonly symbolsBehind: (concern: ResolvedConcern) => readonly DeclaredSymbol[];
  /** The events of a concern that its canonicals name. */
  readonly namedEvents: (concern: ResolvedConcern) => ReadonlySet<string>;
  /** What the interfaces and bases of a concern's canonicals declare. */
  readonly portMembers: (concern: ResolvedConcern) => readonly string[];
  /** The modules that loading a module loads. */
  readonly loadedBy: (module: string) => ReadonlySet<string>;
  /** How the functions of a module are built. */
  readonly structure: (module: string) => ModuleStructure | undefined;
}

/**
 * A hash of everything that a module's verdict depends on besides the module itself: the same on every machine and in every
 * process, and unchanged by edits that change no verdict elsewhere.
 */
export function projectDigest(input: DigestInput): string {
  const { config, problems, today, concerns, candidates, settings, context } = input;
  const content = {
    // Not the root or the file: they are other ones on other machines.
    config: [config.concerns, config.ignore, config.tests, config.baseline],
    problems,
    settings,
    expired: config.concerns.map(({ exceptions }) =>
      exceptions.map(({ until }) => until !== undefined && until < today),
    ),
    concerns: concerns.map(({ concern, targets }) => concernContent(input, concern, targets)),
    layers: [...input.layers],
    launderers: [...candidates.launderers].map(([path, passed]) => [path, [...passed].sort()]),
    // A new module of such a name may take the place of another one in what specifiers lead to.
    rivals: context.modules.filter((path) => candidates.moduleWords.has(stemOf(path))),
  };
  return createHash('sha256').update(stableJson(content)).digest('hex');
}

function concernContent(
  { context, loadedBy, namedEvents, portMembers, structure, symbolsBehind }: DigestInput,
  concern: ResolvedConcern,
  targets: ConcernTargets,
): unknown {
  const references = [...concern.replacements.map(({ from }) => from), ...concern.drivers, ...concern.allow];
  const declared = [...targets.canonicalDeclarations, ...symbolsBehind(concern), ...targets.twinDeclarations];
  const roots = new Set([
    ...concern.accessors,
    ...[...concern.replacements, ...concern.formats].map(({ to }) => to.root),
  ]);
  return {
    patterns: references.map((reference) =>
      patternsOf(context, reference).map((pattern) =>
        pattern.kind === 'modules' ? { ...pattern, modules: [...pattern.modules].sort() } : pattern,
      ),
    ),
    canonical: targets.canonicalModules,
    events: [...namedEvents(concern)].sort(),
    ports: portMembers(concern),
    declarations: declared.map(({ path, name, declaration }) => ({ path, name, declaration })),
    roots: [...roots].sort().map((root) => {
      const found = targets.rootExport(root);
      return [root, found?.path, found?.exported, found && originKey(found.origin)];
    }),
    // What twins write is reported wherever else it is written.
    written: targets.twinDeclarations.map(({ path }) => writtenTexts(context, path)),
    // Where the canonical's imports lead decides whether an import of it would make a cycle.
    reached: targets.canonicalModules.map((module) => [module, [...loadedBy(module)].sort()]),
    // Copies are known by how the bodies of what the concern names are built.
    built: namedModules(concern, targets).map((module) =>
      structure(module)?.map(({ kinds, depths }) => [kinds, depths]),
    ),
  };
}

/** The texts that the functions of a module return, by their parts. */
function writtenTexts(context: ReferenceContext, module: string): unknown {
  return context
    .facts(module)
    ?.textFlows.map(({ steps }) =>
      steps.flatMap(({ kind, made, name }) =>
        kind === 'function'
          ? [[name, made.form, made.parts.map((part) => ('text' in part ? part.text : part.entropy))]]
          : [],
      ),
    );
}

/** The modules of canonicals that are named by an export: only those are compared body by body. */
function namedModules({ canonical }: ResolvedConcern, { canonicalDeclarations }: ConcernTargets): readonly string[] {
  const isNamed = canonical.some(({ exportPath }) => exportPath.length > 0);
  return isNamed ? [...new Set(canonicalDeclarations.map(({ path }) => path))].sort() : [];
}

/** JSON with sorted keys, and without what an edit moves but does not change: ranges. */
function stableJson(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) => {
    if (key === 'range' || key === 'nameRange') return undefined;
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
