/** What a symbol that the configuration names is to its concern. */
export type SymbolKind = (typeof SYMBOL_KINDS)[number];

/** All that a symbol can be. */
export const SYMBOL_KINDS = ['canonical', 'driver', 'twin'] as const;
