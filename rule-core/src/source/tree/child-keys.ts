/** The children of a type of node that the walk goes into. */
export interface ChildKeys {
  readonly all: readonly string[];
  /** The same without the key or member name, which is no use of a name unless it is computed. */
  readonly withoutKey: readonly string[];
  /** Whether the two differ. */
  readonly hasKey: boolean;
}

/** Where a type of node has a key or member name that may be computed. */
const KEYS: Readonly<Record<string, string>> = {
  AccessorProperty: 'key',
  MemberExpression: 'property',
  MethodDefinition: 'key',
  Property: 'key',
  PropertyDefinition: 'key',
  TSAbstractAccessorProperty: 'key',
  TSAbstractMethodDefinition: 'key',
  TSAbstractPropertyDefinition: 'key',
  TSEnumMember: 'id',
  TSMethodSignature: 'key',
  TSPropertySignature: 'key',
};

/** Children that only name something and use nothing. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  BreakStatement: ['label'],
  ContinueStatement: ['label'],
  ExportAllDeclaration: ['exported', 'source', 'attributes'],
  ExportNamedDeclaration: ['source', 'attributes'],
  ExportSpecifier: ['exported'],
  ImportDeclaration: ['specifiers', 'source', 'attributes'],
  JSXAttribute: ['name'],
  JSXElement: ['closingElement'],
  JSXMemberExpression: ['property'],
  LabeledStatement: ['label'],
  MetaProperty: ['meta', 'property'],
  TSImportType: ['source', 'argument', 'options', 'qualifier'],
  TSNamedTupleMember: ['label'],
  TSQualifiedName: ['right'],
};

/**
 * The children that the walk goes into.
 *
 * @param type The node's type.
 * @param visitorKeys All its children, in the order of the parser.
 */
export function childKeys(type: string, visitorKeys: readonly string[]): ChildKeys {
  const names = NAMES[type] ?? [];
  const all = visitorKeys.filter((key) => !names.includes(key));
  const key = KEYS[type];
  return { all, withoutKey: key === undefined ? all : all.filter((child) => child !== key), hasKey: key !== undefined };
}
