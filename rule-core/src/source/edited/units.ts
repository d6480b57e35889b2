import type { TSESTree } from '@typescript-eslint/types';
import type { Range } from '../facts.js';
import type { ParsedModule } from '../parsed-module.js';
import { scopeAnalysis } from '../scopes.js';
import { classDeclaredBy } from '../tree/class-statement.js';
import { Kind } from '../tree/kinds.js';
import { keyName } from '../tree/static-name.js';

/** A piece of a module that can be read without those around it: a statement, or the head, a member or the end of a class. */
export interface Unit {
  /** Where the unit before it ends: the white space and the comments in front of a unit belong to it. */
  readonly from: number;
  readonly range: Range;
  /**
   * `import`: an import, or a directive. `frame`: the head or the end of a class. Both are read with every other unit, which
   * is `own`.
   */
  readonly kind: 'import' | 'frame' | 'own';
  /** The module-level names that it declares. */
  readonly declared: ReadonlySet<string>;
  /** Every name in it: declared at any depth, or used. */
  readonly named: ReadonlySet<string>;
  /** The names of which it says more than that it uses them: it writes to them, or exports them. */
  readonly changed: ReadonlySet<string>;
}

/** A unit while its names are gathered. */
interface Draft extends Unit {
  readonly declared: Set<string>;
  readonly named: Set<string>;
  readonly changed: Set<string>;
  readonly isExport: boolean;
}

/** What names the members of `this`: flows of texts take those of equal names for one, whatever the class. */
const OWN = 'this';
/** `Ids.last++`, where `Ids` is imported, is a counter for whoever reads `Ids.last`. */
const COUNTING = /\+\+|--|\+=/gu;
const IMPORTED_CLASS = /\b[A-Z]\w*/gu;
/** What is counted is written within so many characters of the operator. */
const NEAR = 40;
/** What CommonJS exports with. */
const EXPORTS = 'exports';

/**
 * The units of a module, in source order.
 *
 * @param texts Whether texts are followed from name to name. They go through the members of a class, which then is one
 * unit; otherwise no member says anything of another.
 */
export function unitsOf(module: ParsedModule, texts: boolean): readonly Unit[] {
  const { program, text } = module;
  if (texts) {
    return named(module, draftsOf(program.body.map((node) => [wholeUnit(node, text, true)])));
  }
  const exported = exportedNames(program);
  const isCommonJs = text.includes(EXPORTS);
  return named(
    module,
    draftsOf(
      program.body.map((node) => {
        const declared = classDeclaredBy(node);
        const isDivided = declared !== undefined && !isCommonJs && !exported.has(declared.id?.name ?? '');
        return isDivided ? classUnits(node, declared) : [wholeUnit(node, text, false)];
      }),
    ),
  );
}

type UnitOf = Pick<Draft, 'range' | 'kind' | 'isExport'> & { readonly own: readonly string[] };

function draftsOf(units: readonly (readonly UnitOf[])[]): Draft[] {
  let from = 0;
  return units.flat().map(({ own, ...unit }) => {
    const draft = { ...unit, from, declared: new Set(own), named: new Set(own), changed: new Set<string>() };
    from = unit.range[1];
    return draft;
  });
}

function wholeUnit(node: TSESTree.ProgramStatement, text: string, texts: boolean): UnitOf {
  return {
    range: node.range,
    kind: isImport(node) ? 'import' : 'own',
    isExport: isExport(node, text),
    own: texts ? followed(text.slice(...node.range)) : [],
  };
}

/** The names that texts may go by from one statement to another although neither declares them. */
function followed(text: string): readonly string[] {
  const names = text.includes(OWN) ? [OWN] : [];
  for (const { index } of text.matchAll(COUNTING)) {
    names.push(...(text.slice(Math.max(0, index - NEAR), index + NEAR).match(IMPORTED_CLASS) ?? []));
  }
  return names;
}

function isImport(node: TSESTree.ProgramStatement): boolean {
  return (
    node.type === Kind.ImportDeclaration ||
    (node.type === Kind.TSImportEqualsDeclaration && node.moduleReference.type === Kind.TSExternalModuleReference) ||
    (node.type === Kind.ExpressionStatement && typeof node.directive === 'string')
  );
}

/** `export { a }`, `export default a`, `export = a`, `exports.a = a`. */
function isExport(node: TSESTree.ProgramStatement, text: string): boolean {
  switch (node.type) {
    case Kind.ExportNamedDeclaration:
      return node.declaration === null;
    case Kind.ExportDefaultDeclaration:
    case Kind.TSExportAssignment:
      return true;
    default:
      return text.slice(...node.range).includes(EXPORTS);
  }
}

function classUnits({ range }: TSESTree.ProgramStatement, { body, id }: TSESTree.ClassDeclaration): UnitOf[] {
  const frame = { kind: 'frame', isExport: false, own: [] } as const;
  return [
    { ...frame, range: [range[0], body.range[0] + 1] },
    ...body.body.map((member): UnitOf => {
      const name = 'key' in member ? keyName(member.key, member.computed) : null;
      // Overloads are one member.
      const own = name === null ? [] : [`${id?.name ?? ''}.${name}`];
      return { range: member.range, kind: 'own', isExport: false, own };
    }),
    { ...frame, range: [body.range[1] - 1, range[1]] },
  ];
}

/** Names that leave the module other than with their declaration. */
function exportedNames({ body }: TSESTree.Program): ReadonlySet<string> {
  const names = body.flatMap((node): string[] => {
    switch (node.type) {
      case Kind.ExportNamedDeclaration:
        return node.specifiers.flatMap(({ local }) => (local.type === Kind.Identifier ? [local.name] : []));
      case Kind.ExportDefaultDeclaration:
        return node.declaration.type === Kind.Identifier ? [node.declaration.name] : [];
      case Kind.TSExportAssignment:
        return node.expression.type === Kind.Identifier ? [node.expression.name] : [];
      default:
        return [];
    }
  });
  return new Set(names);
}

function named({ scopeManager }: ParsedModule, units: readonly Draft[]): readonly Draft[] {
  for (const { block, references, variables } of scopeManager.scopes) {
    for (const reference of references) {
      const { name, range } = reference.identifier;
      const unit = unitAt(units, range[0]);
      unit?.named.add(name);
      if (unit !== undefined && (reference.isWrite() || unit.isExport)) unit.changed.add(name);
    }
    for (const { identifiers, name } of variables) {
      for (const { range } of identifiers) {
        const unit = unitAt(units, range[0]);
        unit?.named.add(name);
        if (block.type === Kind.Program) unit?.declared.add(name);
      }
    }
  }
  return units;
}

function unitAt<Any extends Pick<Unit, 'range'>>(units: readonly Any[], offset: number): Any | undefined {
  return units[indexAt(units, offset)];
}

/** The index of the unit that an offset is in, or in front of; the number of units behind the last one. */
export function indexAt(units: readonly Pick<Unit, 'range'>[], offset: number): number {
  let [low, high] = [0, units.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const isBefore = (units[middle]?.range[1] ?? Infinity) <= offset;
    [low, high] = isBefore ? [middle + 1, high] : [low, middle];
  }
  return low;
}

/** A unit with what is in front of it. */
export function placeOf({ from, range: [, end] }: Unit): Range {
  return [from, end];
}

/** Whether a module declares names in itself alone, and imports at its top level only. */
export function hasOwnNamesOnly({ program, scopeManager }: ParsedModule): boolean {
  const { DefinitionType } = scopeAnalysis();
  const isForeign = program.body.some(
    (node) => node.type === Kind.TSModuleDeclaration && (node.kind === 'global' || node.id.type === Kind.Literal),
  );
  const importsInside = scopeManager.scopes.some(
    ({ block, variables }) =>
      block.type !== Kind.Program &&
      variables.some(({ defs }) => defs.some(({ type }) => type === DefinitionType.ImportBinding)),
  );
  return !isForeign && !importsInside;
}
