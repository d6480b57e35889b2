import { describe, expect, it } from 'vitest';
import { parseCanonicalExpression } from '../../../rule-core/src/config/index.js';

describe('parseCanonicalExpression', () => {
  it.each([
    ['IdManager', [{ kind: 'name', name: 'IdManager' }]],
    [
      'IdManager.newId',
      [
        { kind: 'name', name: 'IdManager' },
        { kind: 'member', name: 'newId' },
      ],
    ],
    [
      'getClickHouseManager().query',
      [
        { kind: 'name', name: 'getClickHouseManager' },
        { kind: 'call', arguments: [] },
        { kind: 'member', name: 'query' },
      ],
    ],
    [
      'IdManager.generateRunId(${thread}, { at: ${when}, s: "a,)" }, ...rest)',
      [
        { kind: 'name', name: 'IdManager' },
        { kind: 'member', name: 'generateRunId' },
        { kind: 'call', arguments: ['${thread}', '{ at: ${when}, s: "a,)" }', '...rest'] },
      ],
    ],
    [
      'größe.naïve("😀", ${x})',
      [
        { kind: 'name', name: 'größe' },
        { kind: 'member', name: 'naïve' },
        { kind: 'call', arguments: ['"😀"', '${x}'] },
      ],
    ],
  ])('%s', (text, steps) => {
    const result = parseCanonicalExpression(text);
    expect(result).toMatchObject({ ok: true, expression: { text, steps } });
  });

  it('names the root and the placeholders', () => {
    const result = parseCanonicalExpression('Ids.run(${thread}, ${user}, ${thread})');
    expect(result).toMatchObject({ ok: true, expression: { root: 'Ids' }, placeholders: ['thread', 'user'] });
  });

  const shape =
    'is not an expression of names, members and calls, such as "IdManager.newId" or "getClickHouseManager().query".';
  it.each([
    ['', 'expected an expression such as "IdManager.newId" or "getClickHouseManager().query", found an empty string.'],
    ['new IdManager()', '"new IdManager()" starts with new. Name the class alone: "IdManager".'],
    ['IdManager.', `"IdManager." ${shape}`],
    ['IdManager.newId;', `"IdManager.newId;" ${shape}`],
    ['a.b; c.d', `"a.b; c.d" ${shape}`],
    ['(IdManager)', `"(IdManager)" ${shape}`],
    ['IdManager["newId"]', `"IdManager["newId"]" ${shape}`],
    ['IdManager?.newId', `"IdManager?.newId" ${shape}`],
    ['IdManager.newId<string>()', `"IdManager.newId<string>()" ${shape}`],
    ['await ids()', `"await ids()" ${shape}`],
    ['() => ids', `"() => ids" ${shape}`],
    ['this.ids', `"this.ids" ${shape}`],
    ['"ids".x', `""ids".x" ${shape}`],
    ['src/ids.ts#IdManager', `"src/ids.ts#IdManager" ${shape}`],
    [' IdManager', `" IdManager" ${shape}`],
    [
      '${x}.run()',
      '"${x}.run()" has a placeholder outside the arguments of a call. Write it as in "IdManager.generateRunId(${thread})".',
    ],
    [
      'Ids.${x}()',
      '"Ids.${x}()" has a placeholder outside the arguments of a call. Write it as in "IdManager.generateRunId(${thread})".',
    ],
    ['Ids.run(${a b})', '"${a b}" is no placeholder. Write a name between the braces, such as "${thread}".'],
    ['Ids.run(${})', '"${}" is no placeholder. Write a name between the braces, such as "${thread}".'],
  ])('refuses %j', (text, message) => {
    expect(parseCanonicalExpression(text)).toEqual({ ok: false, message });
  });
});
