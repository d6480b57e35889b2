export { EditedModule, type EditedFacts } from './edited/edited-module.js';
export { extractFacts } from './extract-facts.js';
export * from './facts.js';
export { languageOf, type SourceLanguage } from './language.js';
export { parseModule, parseRecord, type ModuleRecord, type ParseResult } from './parse-module.js';
export type { ParsedModule } from './parsed-module.js';
export { ParserUnavailableError, type ParserHost } from '../parser/parser-unavailable.js';
