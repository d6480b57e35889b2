import type { TSESTree } from '@typescript-eslint/types';
import type { ExtractionContext } from '../extraction-context.js';
import type { Parameter, Signature, TypeFact, ValueFact } from '../facts.js';
import { Kind, type FunctionNode, type Node, type SignatureNode } from '../tree/kinds.js';
import { keyName } from '../tree/static-name.js';
import { isThisParameter } from '../tree/this-parameter.js';
import { foldedText, typeFact } from './types.js';
import { objectBehind } from './object-behind.js';
import { valueFact } from './values.js';
import type { StartCollector } from './collector.js';

/** A signature that the walk completes when it comes to the function's body. */
export interface MutableSignature extends Signature {
  usesThis: boolean;
  readonly returned: ValueFact[];
}

/** The signature of a function, a declared one, or a method of an interface. */
export function signatureOf(
  context: ExtractionContext,
  node:
    | SignatureNode
    | TSESTree.TSMethodSignature
    | TSESTree.TSCallSignatureDeclaration
    | TSESTree.TSConstructSignatureDeclaration,
): Signature {
  const known = isFunction(node) ? context.signatures.get(node) : undefined;
  if (known !== undefined) {
    // Two facts may describe one function; the walk completes one signature.
    return known;
  }
  const signature: MutableSignature = {
    parameters: node.params
      .filter((parameter) => !isThisParameter(parameter))
      .map((parameter) => parameterOf(context, parameter)),
    async: 'async' in node && node.async,
    generator: 'generator' in node && node.generator,
    typeParameters: textOf(context, node.typeParameters),
    returns: typeFact(context, node.returnType),
    usesThis: false,
    returned: [],
  };
  if (isFunction(node)) {
    context.signatures.set(node, signature);
    if (node.type === Kind.ArrowFunctionExpression && node.body.type !== Kind.BlockStatement) {
      signature.returned.push(valueFact(context, node.body));
    }
  }
  return signature;
}

/** Completes the signatures that facts have been made of: what their bodies return, and whether they name `this`. */
export const collectBodies: StartCollector = (context) => {
  function enterReturn({ argument }: TSESTree.ReturnStatement): void {
    const around = context.ancestors.findLast(isFunction);
    const signature = around === undefined ? undefined : context.signatures.get(around);
    if (signature !== undefined && argument !== null) {
      const made = isOutermost(around, context) ? objectBehind(context, argument, context.ancestors) : null;
      signature.returned.push(valueFact(context, made ?? argument));
    }
  }

  function enterThis(): void {
    for (let level = 1; ; level++) {
      const around = context.ancestor(level);
      if (around === undefined || endsThis(around)) {
        return;
      }
      if (isFunction(around)) {
        const signature = context.signatures.get(around);
        if (signature !== undefined) {
          signature.usesThis = true;
        }
        // An arrow function has the `this` of the function around it.
        if (around.type !== Kind.ArrowFunctionExpression) {
          return;
        }
      }
    }
  }

  return { enter: { ReturnStatement: enterReturn, ThisExpression: enterThis, Super: enterThis } };
};

/** How deep the functions stand that a module declares: in a variable that is exported. */
const OUTERMOST = 4;

/** What such a function makes is used elsewhere, and may be kept in a local first. */
function isOutermost(node: Node | undefined, { ancestors }: ExtractionContext): boolean {
  return ancestors.slice(0, OUTERMOST + 1).some((ancestor) => ancestor === node);
}

function endsThis(node: Node): boolean {
  return node.type === Kind.PropertyDefinition || node.type === Kind.AccessorProperty || node.type === Kind.StaticBlock;
}

function isFunction(node: Node): node is FunctionNode {
  return (
    node.type === Kind.ArrowFunctionExpression ||
    node.type === Kind.FunctionExpression ||
    node.type === Kind.FunctionDeclaration
  );
}

function textOf(context: ExtractionContext, node: Node | null | undefined): string | null {
  return node === null || node === undefined ? null : foldedText(context.text, node.range);
}

function parameterOf(context: ExtractionContext, node: TSESTree.Parameter): Parameter {
  if (node.type === Kind.TSParameterProperty) {
    return { ...parameterOf(context, node.parameter), property: true };
  }
  if (node.type === Kind.AssignmentPattern) {
    return { ...parameterOf(context, node.left), optional: true };
  }
  if (node.type === Kind.RestElement) {
    const type = typeFact(context, node.typeAnnotation);
    return { name: nameOf(node.argument), type, optional: false, rest: true, keys: null, property: false };
  }
  return {
    name: nameOf(node),
    type: annotationOf(context, node),
    optional: 'optional' in node && node.optional,
    rest: false,
    keys: node.type === Kind.ObjectPattern ? keysOf(node) : null,
    property: false,
  };
}

function nameOf(node: Node): string {
  return node.type === Kind.Identifier ? node.name : '';
}

function annotationOf(context: ExtractionContext, node: TSESTree.DestructuringPattern): TypeFact | null {
  return 'typeAnnotation' in node ? typeFact(context, node.typeAnnotation) : null;
}

function keysOf({ properties }: TSESTree.ObjectPattern): string[] {
  return properties.flatMap((property) => {
    const key = property.type === Kind.Property ? keyName(property.key, property.computed) : null;
    return key === null ? [] : [key];
  });
}
