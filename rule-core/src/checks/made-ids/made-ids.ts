import type { ResolvedConcern } from '../../config/resolved-config.js';
import type { EntropyKind, FlowStep, MadeText, ModuleFacts, Range, TextFlow } from '../../source/facts.js';
import type { Project } from '../../symbols/project.js';
import { formatsOf } from './formats.js';
import { makesId, sinkClass } from './sink-names.js';
import { isFilledByEntropy, isTelling, matchFormat, type Bindings, type TextFormat } from './text-format.js';

/** An expression that makes an ID. */
export interface HandMadeId {
  readonly made: MadeText;
  readonly entropy: readonly EntropyKind[];
  /** What the ID is called. */
  readonly name: string;
  readonly scope: string;
}

/** A function that makes IDs and returns them. */
export interface GeneratorDeclaration {
  readonly name: string;
  readonly nameRange: Range;
  readonly entropy: readonly EntropyKind[];
  /** The expressions in it that make the ID. */
  readonly expressions: readonly Range[];
  readonly texts: readonly MadeText[];
}

/** A text that has a format of the concern's IDs. */
export interface FormattedText {
  readonly made: MadeText;
  readonly format: TextFormat;
  readonly bindings: Bindings;
  readonly scope: string;
}

/** What a module makes itself of a concern's IDs: each expression is in one of the lists. */
export interface MadeIds {
  readonly generators: readonly GeneratorDeclaration[];
  readonly formatted: readonly FormattedText[];
  readonly handMade: readonly HandMadeId[];
}

const NONE: MadeIds = { generators: [], formatted: [], handMade: [] };

/** Three checks read the same analysis. Keyed by the project, too: its answers change with the files on disk. */
const memo = new WeakMap<Project, WeakMap<ModuleFacts, Map<ResolvedConcern, MadeIds>>>();

/** Whether a concern's checks read how texts are made and taken apart. */
export function readsTexts({ formats, preset }: ResolvedConcern): boolean {
  return preset === 'id-generation' || formats.length > 0;
}

/** What a module makes itself of a concern's IDs; nothing in the canonical, in a twin's module, and in one to be removed. */
export function madeIds(facts: ModuleFacts, concern: ResolvedConcern, project: Project): MadeIds {
  const ofProject = memo.get(project) ?? new WeakMap<ModuleFacts, Map<ResolvedConcern, MadeIds>>();
  memo.set(project, ofProject);
  const ofModule = ofProject.get(facts) ?? new Map<ResolvedConcern, MadeIds>();
  ofProject.set(facts, ofModule);
  const found =
    ofModule.get(concern) ?? (isOwn(facts.path, concern, project) ? NONE : analyse(facts, concern, project));
  ofModule.set(concern, found);
  return found;
}

/** Whether a module is the canonical, or reported as a whole. */
export function isOwn(path: string, concern: ResolvedConcern, project: Project): boolean {
  const targets = project.targets(concern);
  return (
    targets.isCanonical(path) ||
    targets.removedBy(path) !== undefined ||
    targets.twinDeclarations.some((symbol) => symbol.path === path)
  );
}

function analyse({ textFlows }: ModuleFacts, concern: ResolvedConcern, project: Project): MadeIds {
  const formats = formatsOf(concern, project);
  const generators = new Map<number, GeneratorDeclaration>();
  const formatted = new Map<string, FormattedText>();
  const candidates: { readonly flow: TextFlow; readonly step: FlowStep; readonly entropy: EntropyKind }[] = [];

  const otherThings = textsOfOtherThings(textFlows);
  for (const flow of textFlows) {
    const sinks = idSteps(flow);
    const generator = generatorOf(flow, sinks);
    if (generator !== undefined && flow.entropy !== null) {
      addGenerator(generators, generator, flow.entropy);
      continue;
    }
    const match = matchOf(flow, formats, sinks.length > 0, otherThings);
    if (match !== undefined) {
      formatted.set(match.made.range.join(), match);
    } else if (flow.entropy !== null && sinks[0] !== undefined) {
      candidates.push({ flow, step: sinks[0], entropy: flow.entropy });
    }
  }
  const inGenerators = [...generators.values()].flatMap(({ texts }) => texts.map(({ range }) => range));
  const isTaken = ({ range }: MadeText): boolean =>
    formatted.has(range.join()) || inGenerators.some((other) => holds(other, range));
  return {
    generators: [...generators.values()],
    formatted: [...formatted.values()].filter(({ made }) => !inGenerators.some((range) => holds(range, made.range))),
    handMade: handMadeOf(
      candidates.filter(
        ({ flow, step }) => !isTaken(step.made) && !flow.steps.some(({ made }) => formatted.has(made.range.join())),
      ),
    ),
  };
}

/** The names on a flow under which the text is an ID, up to the first that says it is something else. */
function idSteps({ entropy, steps }: TextFlow): FlowStep[] {
  const found: FlowStep[] = [];
  for (const step of steps) {
    const sink = sinkClass(step.name);
    if (sink === 'never') {
      break;
    }
    if (entropy === null ? sink === 'strong' : makesId(step.name, step.made, entropy)) {
      found.push(step);
    }
  }
  return found;
}

/** The function that the ID is made in and for: it returns it, and is called after it. */
function generatorOf({ steps }: TextFlow, sinks: readonly FlowStep[]): FlowStep | undefined {
  const [first] = sinks;
  if (first === undefined || first.kind === 'function') {
    return first;
  }
  const before = steps.slice(0, steps.indexOf(first));
  const isReturnedBefore = before.some(({ kind }) => kind === 'function');
  return isReturnedBefore
    ? undefined
    : sinks.find(({ kind, within }) => kind === 'function' && within !== null && holds(within, first.made.range));
}

function holds(outer: Range, inner: Range): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

function addGenerator(
  generators: Map<number, GeneratorDeclaration>,
  { made, name, nameRange }: FlowStep,
  entropy: EntropyKind,
): void {
  const known = generators.get(nameRange[0]);
  const isNew = known?.expressions.every((range) => range.join() !== made.range.join()) !== false;
  generators.set(nameRange[0], {
    name: known?.name ?? name,
    nameRange,
    entropy: withOne(known?.entropy ?? [], entropy),
    expressions: [...(known?.expressions ?? []), ...(isNew ? [made.range] : [])],
    texts: [...(known?.texts ?? []), ...(isNew ? [made] : [])],
  });
}

function withOne(list: readonly EntropyKind[], one: EntropyKind): EntropyKind[] {
  return list.includes(one) ? [...list] : [...list, one];
}

/** The texts that are given a name that says they are no IDs. */
function textsOfOtherThings(flows: readonly TextFlow[]): ReadonlySet<string> {
  return new Set(
    flows.flatMap(({ steps }) =>
      steps.filter(({ name }) => sinkClass(name) === 'never').map(({ made }) => made.range.join()),
    ),
  );
}

/** Of a flow that may have gone through several texts, the first one that has a format. */
function matchOf(
  { made, scope, steps }: TextFlow,
  formats: readonly TextFormat[],
  isId: boolean,
  otherThings: ReadonlySet<string>,
): FormattedText | undefined {
  const texts = made === null ? steps.map((step) => step.made) : [made];
  for (const text of texts) {
    for (const format of formats) {
      const bindings = matchFormat(format, text.parts);
      // One word is enough where the rest is as it is in an ID, and nothing says that it is another thing.
      const isFilled = format.declared && isFilledByEntropy(format, text.parts) && !otherThings.has(text.range.join());
      if (bindings !== undefined && (isId || isTelling(format, isFilled ? 1 : 2))) {
        return { made: text, format, bindings, scope };
      }
    }
  }
  return undefined;
}

function handMadeOf(
  candidates: readonly { readonly flow: TextFlow; readonly step: FlowStep; readonly entropy: EntropyKind }[],
): HandMadeId[] {
  const found = new Map<string, HandMadeId & { readonly isPart: boolean }>();
  const all = new Set(candidates.map(({ step }) => step.made.range.join()));
  for (const { entropy, flow, step } of candidates) {
    const key = step.made.range.join();
    const known = found.get(key);
    // A part that only goes into a larger ID is reported with that.
    const isPart = flow.steps.some(({ made }) => made.range.join() !== key && all.has(made.range.join()));
    found.set(key, {
      made: step.made,
      name: step.name,
      scope: flow.scope,
      entropy: withOne(known?.entropy ?? [], entropy),
      isPart: isPart && known?.isPart !== false,
    });
  }
  return [...found.values()].filter(({ isPart }) => !isPart).sort((a, b) => a.made.range[0] - b.made.range[0]);
}
