export { codeExtensions, codeExtensionOf, isCodeFile, stemOf, withoutExtension } from './code-file.js';
export { readText } from './json-file.js';
export { npmAliases, type Manifest } from './manifests.js';
export { ResolverUnavailableError } from './native-resolver.js';
export { Resolver } from './resolver.js';
export { specifierChoices } from './specifier-choices.js';
export type { PathMapping, TsConfig } from './tsconfig.js';
export { fileNameOf, folderOf, realPath, toSlashes, WorkspacePaths } from './workspace-path.js';
