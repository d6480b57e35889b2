import type { Collector, StartCollector } from './collectors/collector.js';
import type { ExtractionContext } from './extraction-context.js';
import { PLACES, Position } from './position.js';
import { Kind, type Node } from './tree/kinds.js';
import { childKeys, type ChildKeys } from './tree/child-keys.js';

type Handler = (node: Node) => void;

const FIELDS: ReadonlySet<string> = new Set<Kind>([Kind.PropertyDefinition, Kind.AccessorProperty]);

/** What the walk does at nodes of one type, in every module of one parser. */
interface Stop extends ChildKeys {
  /** Which of the walk's handlers are called. */
  readonly slots: readonly number[];
  readonly isPlace: boolean;
  readonly isField: boolean;
}

/** A walk that can be taken over any module: which collectors it starts, and which of them handles which type of node. */
export class Itinerary {
  private readonly starters: readonly StartCollector[];
  private slots: readonly Slot[] | undefined;
  /** By visitor keys, since parsers differ in them. */
  private readonly stops = new WeakMap<object, Map<string, Stop>>();

  constructor(starters: readonly StartCollector[]) {
    this.starters = starters;
  }

  /** Walks over a module and returns its collectors. */
  walk(context: ExtractionContext): readonly Collector[] {
    const collectors = this.starters.map((start) => start(context));
    // The same in every module: collectors of different modules differ in their state only.
    this.slots ??= collectors.flatMap(({ enter }, collector) =>
      Object.keys(enter).map((type) => ({ type, collector })),
    );
    const { program, visitorKeys } = context.module;
    let stops = this.stops.get(visitorKeys);
    if (stops === undefined) {
      stops = new Map();
      this.stops.set(visitorKeys, stops);
    }
    new Walk(context, collectors, this.slots, stops).visit(program);
    return collectors;
  }
}

interface Slot {
  readonly type: string;
  readonly collector: number;
}

/** The one walk over a module: depth first, children in the order of the parser's visitor keys. */
class Walk {
  private readonly context: ExtractionContext;
  private readonly position: Position;
  private readonly slots: readonly Slot[];
  private readonly stops: Map<string, Stop>;
  private readonly handlers: readonly Handler[];

  constructor(
    context: ExtractionContext,
    collectors: readonly Collector[],
    slots: readonly Slot[],
    stops: Map<string, Stop>,
  ) {
    this.context = context;
    this.position = new Position(context);
    this.slots = slots;
    this.stops = stops;
    this.handlers = slots.map(({ type, collector }) => handlerOf(collectors[collector], type));
  }

  /** Walks over `node` and everything in it: one frame of the stack for each level, since trees may be deep. */
  visit(node: Node): void {
    const { type } = node;
    const stop = this.stops.get(type) ?? this.stopFor(type);
    const { slots } = stop;
    for (let index = 0; index < slots.length; index++) {
      this.handlers[slots[index] ?? 0]?.(node);
    }
    // Every second node is an identifier, and hardly any has children: spare them the rest.
    if (type === Kind.Identifier && !hasChildren(node)) {
      return;
    }
    const keys = stop.hasKey && !isComputed(node) ? stop.withoutKey : stop.all;
    if (keys.length === 0) {
      return;
    }
    const { ancestors } = this.context;
    const saved = stop.isPlace ? this.position.enter(node) : undefined;
    // Host boundary: visitor keys name properties that hold nodes, lists of nodes, or nothing.
    const children = node as unknown as Readonly<Record<string, Node | readonly (Node | null)[] | null | undefined>>;
    ancestors.push(node);
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index] ?? '';
      const child = children[key];
      if (child === null || child === undefined) {
        continue;
      }
      if (isList(child)) {
        for (let position = 0; position < child.length; position++) {
          const item = child[position];
          // `[, a]` has a hole.
          if (item !== null && item !== undefined) {
            this.visit(item);
          }
        }
      } else if (stop.isField && key === 'value') {
        const before = this.position.enterFieldValue(node);
        this.visit(child);
        this.position.leave(before);
      } else {
        this.visit(child);
      }
    }
    ancestors.pop();
    if (saved !== undefined) {
      this.position.leave(saved);
    }
  }

  private stopFor(type: string): Stop {
    const stop: Stop = {
      ...childKeys(type, this.context.module.visitorKeys[type] ?? []),
      slots: this.slots.flatMap((slot, index) => (slot.type === type ? [index] : [])),
      isPlace: PLACES.has(type),
      isField: FIELDS.has(type),
    };
    this.stops.set(type, stop);
    return stop;
  }
}

function handlerOf(collector: Collector | undefined, type: string): Handler {
  // A handler is called with nodes of the type it is listed under, which this lookup by type cannot express.
  return (collector?.enter as Readonly<Record<string, Handler | undefined>>)[type] ?? (() => undefined);
}

function isList(child: Node | readonly (Node | null)[]): child is readonly (Node | null)[] {
  return Array.isArray(child);
}

/** Trees of JavaScript parsers leave both fields out. */
function hasChildren(node: {
  readonly typeAnnotation?: Node | null | undefined;
  readonly decorators?: readonly Node[] | undefined;
}): boolean {
  return (node.typeAnnotation ?? null) !== null || (node.decorators !== undefined && node.decorators.length > 0);
}

function isComputed(node: object): boolean {
  return 'computed' in node && node.computed === true;
}
