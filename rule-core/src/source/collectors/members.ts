import type { TSESTree } from '@typescript-eslint/types';
import type { ExtractionContext } from '../extraction-context.js';
import type { Member, MemberKind, Signature, ValueFact } from '../facts.js';
import { Kind, type ClassNode, type FunctionNode, type Node } from '../tree/kinds.js';
import { keyName } from '../tree/static-name.js';
import { unwrapped } from '../tree/unwrapped.js';
import { signatureOf } from './signatures.js';
import { typeFact } from './types.js';
import { valueFact } from './values.js';

const NO_MEMBER = {
  static: false,
  visibility: 'public',
  optional: false,
  readonly: false,
  decorated: false,
  signature: null,
  type: null,
  value: null,
} as const;

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
        ...NO_MEMBER,
        ...keyOf(element),
        ...modifiersOf(element),
        kind: methodKind(element.kind),
        optional: element.optional === true,
        signature: signatureOf(context, element.value),
      };
    default:
      return {
        ...NO_MEMBER,
        ...keyOf(element),
        ...modifiersOf(element),
        kind: 'field',
        optional: element.optional === true,
        readonly: element.readonly === true,
        type: typeFact(context, element.typeAnnotation),
        ...held(context, element.value),
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
          ...NO_MEMBER,
          ...keyOf(element),
          kind: 'field',
          optional: element.optional,
          readonly: element.readonly,
          type: typeFact(context, element.typeAnnotation),
        };
      case Kind.TSMethodSignature:
        return {
          ...NO_MEMBER,
          ...keyOf(element),
          kind: methodKind(element.kind),
          optional: element.optional,
          signature: signatureOf(context, element),
        };
      default: {
        // `(x: string): void` and `new (x: string): X` have no name.
        const kind = element.type === Kind.TSConstructSignatureDeclaration ? 'constructor' : 'method';
        const { range } = element;
        return { ...NO_MEMBER, kind, name: '', range, nameRange: range, signature: signatureOf(context, element) };
      }
    }
  });
}

/** The members of an object literal; what is spread into it is not known. */
export function objectMembers(context: ExtractionContext, node: TSESTree.ObjectExpression): Member[] {
  return node.properties.flatMap((property): Member[] => {
    if (property.type === Kind.SpreadElement) {
      return [];
    }
    const { value } = property;
    if ((property.method || property.kind !== 'init') && value.type === Kind.FunctionExpression) {
      const kind = property.method ? 'method' : methodKind(property.kind);
      return [{ ...NO_MEMBER, ...keyOf(property), kind, signature: signatureOf(context, value) }];
    }
    return [{ ...NO_MEMBER, ...keyOf(property), kind: 'field', ...held(context, value) }];
  });
}

/** What a variable, field or property holds, and how to call it if that is a function. */
export function held(
  context: ExtractionContext,
  node: Node | null | undefined,
): { readonly value: ValueFact | null; readonly signature: Signature | null } {
  if (node === null || node === undefined) {
    return { value: null, signature: null };
  }
  const inner = unwrapped(node);
  return { value: valueFact(context, node), signature: isWritten(inner) ? signatureOf(context, inner) : null };
}

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

function keyOf(node: { readonly range: TSESTree.Range; readonly key: Node; readonly computed: boolean }): Pick<Member, 'name' | 'range' | 'nameRange'> {
  return { name: keyName(node.key, node.computed) ?? '', range: node.range, nameRange: node.key.range };
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
    ...NO_MEMBER,
    kind: 'index',
    name: '',
    range: node.range,
    nameRange: node.range,
    static: node.static === true,
    readonly: node.readonly === true,
    type: typeFact(context, node.typeAnnotation),
  };
}
