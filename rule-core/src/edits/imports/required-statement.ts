import type { Binding, ModuleRequest, Range } from '../../source/facts.js';

const HEAD = /(?:^|\n)[ \t]*(?<head>(?:const|let|var)\s+(?:\{\s*[\w$]+(?:\s*:\s*[\w$]+)?\s*,?\s*\}|[\w$]+)\s*=\s*)$/u;

/**
 * The statement that is there for one name of a required module alone, on lines of its own: `const { a } = require('m');`,
 * `const a = require('m').a;`.
 */
export function requiredStatement(text: string, request: ModuleRequest, binding: Binding): Range | undefined {
  if (request.form !== 'require' || !request.atLoad || request.bindings.length !== 1) {
    return undefined;
  }
  const head = HEAD.exec(text.slice(0, request.range[0]))?.groups?.['head'];
  const end = Math.max(request.range[1], binding.range[1]);
  const tail = /^\s*;?(?=[ \t]*(?:\r?\n|$))/u.exec(text.slice(end))?.[0];
  return head === undefined || tail === undefined ? undefined : [request.range[0] - head.length, end + tail.length];
}
