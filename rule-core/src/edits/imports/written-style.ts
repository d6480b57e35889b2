import type { ModuleFacts, ModuleRequest, Range } from '../../source/facts.js';

/** The quote that a module uses for its imports, otherwise for most of its texts. */
export function quoteOf(text: string, facts: ModuleFacts, near: ModuleRequest | undefined): string {
  const request = near ?? facts.requests[0];
  const quote = request && text[request.specifierRange[0]];
  if (quote === '"' || quote === "'") {
    return quote;
  }
  const code = withoutComments(text, facts.comments);
  const count = (pattern: RegExp): number => code.match(pattern)?.length ?? 0;
  return count(/"[^"'`\n]*"/gu) > count(/'[^"'`\n]*'/gu) ? '"' : "'";
}

/** Whether a module ends its import statements with semicolons, otherwise its other ones. */
export function usesSemicolons(text: string, facts: ModuleFacts): boolean {
  const statement = facts.requests.find(({ form }) => form === 'import' || form === 'reexport');
  return statement === undefined
    ? /;[\t ]*$/mu.test(withoutComments(text, facts.comments))
    : text.slice(...statement.range).endsWith(';');
}

function withoutComments(text: string, comments: readonly Range[]): string {
  let code = '';
  let position = 0;
  for (const [start, end] of comments) {
    code += text.slice(position, start);
    position = Math.max(position, end);
  }
  return code + text.slice(position);
}
