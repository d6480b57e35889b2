import type { ModuleFacts, ModuleRequest } from '../../source/facts.js';
import type { Edit } from '../edit.js';
import { lineBreakOf } from '../text-edits.js';
import { insert } from './import-statement.js';

const DIRECTIVE = /^(?:'[^'\n]*'|"[^"\n]*")[\t ]*;?[\t ]*(?:\r?\n|$)(?:[\t ]*\r?\n)*/u;

/**
 * Inserts an import statement: behind `after`, otherwise behind the module's last import, otherwise in front of its first
 * statement that is no directive.
 */
export function insertStatement(
  text: string,
  facts: ModuleFacts,
  after: ModuleRequest | undefined,
  statement: string,
): Edit {
  const lineBreak = lineBreakOf(text);
  const anchor = after ?? facts.requests.findLast(({ form }) => form === 'import' || form === 'import-equals');
  if (anchor !== undefined) {
    return insert(anchor.range[1], lineBreak + statement);
  }
  let offset = facts.firstToken[0];
  for (
    let directive = DIRECTIVE.exec(text.slice(offset));
    directive !== null;
    directive = DIRECTIVE.exec(text.slice(offset))
  ) {
    offset += directive[0].length;
  }
  return insert(offset, statement + lineBreak + (facts.requests.length === 0 ? lineBreak : ''));
}
