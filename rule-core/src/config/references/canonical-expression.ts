import type { Expression } from 'oxc-parser';
import { nativeParser } from '../../parser/native-parser.js';
import type { CanonicalExpression, ExpressionStep } from '../resolved-config.js';
import { isIdentifier } from './identifier.js';

/** A canonical expression, or why a text is none. */
export type ExpressionResult =
  | { readonly ok: true; readonly expression: CanonicalExpression; readonly placeholders: readonly string[] }
  | { readonly ok: false; readonly message: string };

const EXAMPLES = 'such as "IdManager.newId" or "getClickHouseManager().query"';
const PLACEHOLDER = /\$\{([^{}]*)\}/g;

/** The placeholders of a template, in order, each once: `['thread', 'time']` for `thread_${thread}_${time}`. */
export function placeholdersIn(template: string): string[] {
  return [...new Set([...template.matchAll(PLACEHOLDER)].map(([, name = '']) => name))];
}

/**
 * Takes a canonical expression apart: a name, followed by members and calls, such as `IdManager.generateRunId(${thread})`.
 * Placeholders may stand for values in the arguments of a call.
 */
export function parseCanonicalExpression(text: string): ExpressionResult {
  if (text.trim() === '') return fault(`expected an expression ${EXAMPLES}, found an empty string.`);
  if (/^new\s/.test(text))
    return fault(
      `"${text}" starts with new. Name the class alone: "${text.replace(/^new\s+/, '').replace(/\(.*$/s, '')}".`,
    );
  const placeholders = placeholdersIn(text);
  const bad = placeholders.find((name) => !isIdentifier(name));
  if (bad !== undefined)
    return fault(`"\${${bad}}" is no placeholder. Write a name between the braces, such as "\${thread}".`);

  // Names of the same length, so that offsets stay those of the text.
  const { program, errors } = nativeParser().parseSync('expression.ts', text.replaceAll(PLACEHOLDER, '$_$1_'));
  const [statement] = program.body;
  const whole =
    statement?.type === 'ExpressionStatement' && program.body.length === 1 && statement.expression.end === text.length;
  const steps =
    errors.length === 0 && whole && statement.expression.start === 0 ? stepsOf(statement.expression, text) : undefined;
  const [root] = steps ?? [];
  if (steps === undefined || root?.kind !== 'name') {
    return fault(`"${text}" is not an expression of names, members and calls, ${EXAMPLES}.`);
  }
  if (steps.some((step) => step.kind !== 'call' && step.name.includes('${'))) {
    return fault(
      `"${text}" has a placeholder outside the arguments of a call. Write it as in "IdManager.generateRunId(\${thread})".`,
    );
  }
  return { ok: true, expression: { text, root: root.name, steps }, placeholders };
}

function stepsOf(node: Expression, text: string): ExpressionStep[] | undefined {
  switch (node.type) {
    case 'Identifier':
      return [{ kind: 'name', name: text.slice(node.start, node.end) }];
    case 'MemberExpression': {
      if (node.computed || node.optional || node.property.type !== 'Identifier') return undefined;
      const before = node.object.type === 'Super' ? undefined : stepsOf(node.object, text);
      return before && [...before, { kind: 'member', name: text.slice(node.property.start, node.property.end) }];
    }
    case 'CallExpression': {
      if (node.optional || node.typeArguments) return undefined;
      const before = node.callee.type === 'Super' ? undefined : stepsOf(node.callee, text);
      const given = node.arguments.map(({ start, end }) => text.slice(start, end));
      return before && [...before, { kind: 'call', arguments: given }];
    }
    default:
      return undefined;
  }
}

function fault(message: string): ExpressionResult {
  return { ok: false, message };
}
