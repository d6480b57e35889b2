import type { TSESTree } from '@typescript-eslint/types';
import type { ExtractionContext } from '../extraction-context.js';
import type { Member, MemberKind, Range, Signature, TypeFact, ValueFact } from '../facts.js';
import { Kind, type ClassNode, type FunctionNode, type Node } from '../tree/kinds.js';
import { isSet } from '../tree/modifiers.js';
import { keyName } from '../tree/static-name.js';
import { unwrapped } from '../tree/unwrapped.js';
import { signatureOf } from './signatures.js';
import { typeFact } from './types.js';
import { valueFact } from './values.js';

/** A member without modifiers. The most frequent fact of all: every one is made here, with its fields in one order. */
function plainMember(kind: MemberKind, key: KeyedNode, type: TypeFact | null, what: Held): Member {
  return {
    kind,
    name: keyName(key.key, key.computed) ?? '',
    range: key.range,
    nameRange: key.key.range,
    static: false,
    visibility: 'public',
    optional: false,
    readonly: false,
    decorated: false,
    signature: what.signature,
    type,
    value: what.value,
  };
}

interface KeyedNode {
  readonly range: Range;
  readonly key: Node;
  readonly computed: boolean;
}

/** The members of a class. Of an overloaded method only the implementation, or the first signature where there is none. */
export function classMembers(context: ExtractionContext, node: ClassNode): Member[] {
  const implemented = new Set<string>();
  for (const element of node.body.body) {
    if (element.type === Kind.MethodDefinition && element.value.type === Kind.FunctionExpression) {
      implemented.add(methodKey(element));
    }
  }
  return node.body.body.flatMap((element) => {
    if (isMethod(element) && element.value.type === Kind.TSEmptyBodyFunctionExpression) {
      const key = methodKey(element);
      if (implemented.has(key)) {
        return [];
      }
      implemented.add(key);
    }
    const member = classMember(context, element);
    return member === null ? [] : [member];
  });
}

type MethodNode = TSESTree.MethodDefinition | TSESTree.TSAbstractMethodDefinition;

function isMethod(element: Node): element is MethodNode {
  return element.type === Kind.MethodDefinition || element.type === Kind.TSAbstractMethodDefinition;
}

/** Computed keys are told apart by their place. */
function methodKey({ key, computed, kind, static: isStatic }: MethodNode): string {
  return `${isStatic ? 'static ' : ''}${kind} ${keyName(key, computed) ?? `[${String(key.range[0])}]`}`;
}

function classMember(context: ExtractionContext, element: TSESTree.ClassElement): Member | null {
  switch (element.type) {
    case Kind.StaticBlock:
      return null;
    case Kind.TSIndexSignature:
      return indexMember(context, element);
    case Kind.MethodDefinition:
    case Kind.TSAbstractMethodDefinition:
      return {
        ...plainMember(methodKind(element.kind), element, null, {
          signature: signatureOf(context, element.value),
          value: null,
        }),
        ...modifiersOf(element),
        optional: isSet(element.optional),
      };
    default:
      return {
        ...plainMember('field', element, typeFact(context, element.typeAnnotation), held(context, element.value)),
        ...modifiersOf(element),
        optional: isSet(element.optional),
        readonly: isSet(element.readonly),
      };
  }
}

/** The members of an interface or of an object type. */
export function typeMembers(context: ExtractionContext, elements: readonly TSESTree.TypeElement[]): Member[] {
  return elements.map((element) => {
    switch (element.type) {
      case Kind.TSIndexSignature:
        return indexMember(context, element);
      case Kind.TSPropertySignature:
        return {
          ...plainMember('field', element, typeFact(context, element.typeAnnotation), NOTHING),
          optional: element.optional,
          readonly: element.readonly,
        };
      case Kind.TSMethodSignature:
        return {
          ...plainMember(methodKind(element.kind), element, null, {
            signature: signatureOf(context, element),
            value: null,
          }),
          optional: element.optional,
        };
      default: {
        // `(x: string): void` and `new (x: string): X` have no name.
        const kind = element.type === Kind.TSConstructSignatureDeclaration ? 'constructor' : 'method';
        return namelessMember(kind, element.range, null, signatureOf(context, element));
      }
    }
  });
}

/** The members of an object literal; what is spread into it is not known. */
export function objectMembers(context: ExtractionContext, { properties }: TSESTree.ObjectExpression): Member[] {
  const members: Member[] = [];
  for (const property of properties) {
    if (property.type === Kind.Property) {
      const { value } = property;
      if ((property.method || property.kind !== 'init') && value.type === Kind.FunctionExpression) {
        const kind = property.method ? 'method' : methodKind(property.kind);
        members.push(plainMember(kind, property, null, { signature: signatureOf(context, value), value: null }));
      } else {
        members.push(plainMember('field', property, null, held(context, value)));
      }
    }
  }
  return members;
}

/** What a variable, field or property holds, and how to call it if that is a function. */
export function held(context: ExtractionContext, node: Node | null | undefined): Held {
  if (node === null || node === undefined) {
    return NOTHING;
  }
  const inner = unwrapped(node);
  return { value: valueFact(context, inner), signature: isWritten(inner) ? signatureOf(context, inner) : null };
}

/** A value, and how to call it. */
export interface Held {
  readonly value: ValueFact | null;
  readonly signature: Signature | null;
}

const NOTHING: Held = { value: null, signature: null };

function isWritten(node: Node): node is FunctionNode {
  return node.type === Kind.ArrowFunctionExpression || node.type === Kind.FunctionExpression;
}

function methodKind(kind: string): MemberKind {
  switch (kind) {
    case 'get':
      return 'getter';
    case 'set':
      return 'setter';
    case 'constructor':
      return 'constructor';
    default:
      return 'method';
  }
}

/** In trees of JavaScript parsers `accessibility` and `decorators` are absent. */
function modifiersOf(node: {
  readonly key: Node;
  readonly static: boolean;
  readonly accessibility?: 'public' | 'protected' | 'private' | null | undefined;
  readonly decorators?: readonly Node[] | undefined;
}): Pick<Member, 'static' | 'visibility' | 'decorated'> {
  return {
    static: node.static,
    visibility: node.key.type === Kind.PrivateIdentifier ? 'private' : (node.accessibility ?? 'public'),
    decorated: (node.decorators?.length ?? 0) > 0,
  };
}

function indexMember(context: ExtractionContext, node: TSESTree.TSIndexSignature): Member {
  return {
    ...namelessMember('index', node.range, typeFact(context, node.typeAnnotation), null),
    static: isSet(node.static),
    readonly: isSet(node.readonly),
  };
}

function namelessMember(kind: MemberKind, range: Range, type: TypeFact | null, signature: Signature | null): Member {
  return {
    kind,
    name: '',
    range,
    nameRange: range,
    static: false,
    visibility: 'public',
    optional: false,
    readonly: false,
    decorated: false,
    signature,
    type,
    value: null,
  };
}
