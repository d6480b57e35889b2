import type { ModuleRecord } from '../source/index.js';

const requireCall = /\brequire\(\s*(["'`])([^"'`\n$]+)\1\s*\)/g;

/**
 * The specifiers of the modules that a module loads when it is loaded itself, in order, each once: without type-only
 * imports, `import()`, and what only types ask for.
 *
 * @param record the parser's record of the module, asked for only where it is needed
 */
export function loadedSpecifiers(path: string, text: string, record: () => ModuleRecord): readonly string[] {
  if (/\.d\.[cm]?ts$/.test(path)) return [];
  const specifiers = new Set<string>();
  if (/\b(?:import|export)\b/.test(text)) {
    const { staticImports, staticExports } = record();
    for (const { moduleRequest, entries } of staticImports) {
      if (entries.length === 0 || entries.some((entry) => !entry.isType)) specifiers.add(moduleRequest.value);
    }
    for (const { entries } of staticExports) {
      for (const entry of entries) if (entry.moduleRequest && !entry.isType) specifiers.add(entry.moduleRequest.value);
    }
  }
  if (text.includes('require(')) {
    for (const match of text.matchAll(requireCall)) if (match[2] !== undefined) specifiers.add(match[2]);
  }
  return [...specifiers];
}
