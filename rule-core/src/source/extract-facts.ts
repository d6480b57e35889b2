import { collectAssignments } from './collectors/assignments.js';
import { collectCommonJsExports } from './collectors/commonjs-exports.js';
import { collectDeclarations } from './collectors/declarations.js';
import { collectExports } from './collectors/exports.js';
import { collectFieldValues } from './collectors/field-values.js';
import { collectImportTypes } from './collectors/import-types.js';
import { collectImports } from './collectors/imports.js';
import { collectJsDoc } from './collectors/jsdoc.js';
import { collectMemberCalls } from './collectors/member-calls.js';
import { collectMemberReads } from './collectors/member-reads.js';
import { collectModuleCalls } from './collectors/module-calls.js';
import { collectNameStrings } from './collectors/name-strings.js';
import { collectMissedReferences, collectReferences } from './collectors/references.js';
import { collectBodies } from './collectors/signatures.js';
import { collectSuppressions } from './collectors/suppressions.js';
import { collectTakenMembers } from './collectors/taken-members.js';
import { collectTextFlows } from './collectors/text-flows.js';
import { collectTextReads } from './collectors/text-reads.js';
import { collectWrappers } from './collectors/wrappers.js';
import { ExtractionContext } from './extraction-context.js';
import type { ModuleFacts, Range } from './facts.js';
import type { ParsedModule } from './parsed-module.js';
import { firstToken } from './tree/first-token.js';
import { Itinerary } from './walk.js';

/** At one node they run in this order; the references come last, since the others follow names. */
const COLLECTORS = [
  collectImports,
  collectModuleCalls,
  collectImportTypes,
  collectJsDoc,
  collectSuppressions,
  collectExports,
  collectCommonJsExports,
  collectDeclarations,
  collectAssignments,
  collectBodies,
  collectMemberReads,
  collectMemberCalls,
  collectTakenMembers,
  collectFieldValues,
  collectWrappers,
  collectNameStrings,
  collectTextFlows,
  collectTextReads,
  collectReferences,
];

const WALK = new Itinerary(COLLECTORS);

/** How texts are made and taken apart costs a third of all facts. */
const WALK_WITHOUT_TEXTS = new Itinerary(
  COLLECTORS.filter((collector) => collector !== collectTextFlows && collector !== collectTextReads),
);

/** Taken only where a name turns out to hold another module after its first use. */
const SECOND_WALK = new Itinerary([collectMissedReferences]);

/**
 * Reads the facts of a module in one walk over its tree. The facts are the same for the trees of every parser.
 *
 * @param module The module as a host parsed it. Its tree is not changed, and the facts do not keep it alive.
 * @param options `texts`: whether `textFlows` and `textReads` are read; without them they are empty. By default they are.
 * `wrappers`: `all` keeps those of which no member hands its calls on.
 */
export function extractFacts(
  module: ParsedModule,
  { texts = true, wrappers }: { readonly texts?: boolean | undefined; readonly wrappers?: 'all' | undefined } = {},
): ModuleFacts {
  const context = new ExtractionContext(module, { allWrappers: wrappers === 'all' });
  const collectors = (texts ? WALK : WALK_WITHOUT_TEXTS).walk(context);
  if (context.names.missed.size > 0) {
    SECOND_WALK.walk(context);
  }
  const facts: ModuleFacts = {
    path: module.path,
    firstToken: firstToken(module.text, module.program),
    requests: context.requests,
    exports: context.exports,
    declarations: [],
    globals: [],
    localUses: {},
    assignments: [],
    names: namesOf(context),
    shadowed: [...context.names.shadowedNames()].sort(),
    members: [],
    comments: commentRanges(module),
    suppressions: [],
    textFlows: [],
    textReads: [],
    memberCalls: [],
    takenMembers: [],
    fieldValues: [],
    wrappers: [],
    nameStrings: [],
  };
  for (const collector of collectors) {
    Object.assign(facts, collector.finish?.());
  }
  return facts;
}

function namesOf({ names }: ExtractionContext): string[] {
  const all = names.declaredNames();
  for (const { name, references } of names.globals.values()) {
    if (references.length > 0) {
      all.add(name);
    }
  }
  return [...all].sort();
}

/** Parsers disagree on whether a hashbang is a comment: here it is not one. */
function commentRanges({ comments, text }: ParsedModule): Range[] {
  return comments
    .filter(({ range }) => range[0] > 0 || !text.startsWith('#!'))
    .map(({ range: [start, end] }): Range => [start, end]);
}
