import type ts from 'typescript';

import { decorated } from './decorated-service.js';
import { guarded } from './guard.js';
import { ProjectLinter } from './project-linter.js';
import { declareQuickFixes } from './quick-fixes/declaration.js';

/**
 * By project: editing a tsconfig makes tsserver load its plugins once more, over the language service that is decorated
 * already. A second layer would show everything twice.
 */
const linters = new WeakMap<ts.server.Project, ProjectLinter>();

/** What tsserver calls with its own `typescript` for every project that names the plugin. */
export const factory: ts.server.PluginModuleFactory = ({ typescript }) => {
  let linter: ProjectLinter | undefined;
  return {
    create(info) {
      // In the modes without semantics nobody asks for diagnostics, and the files may not be on any disk.
      if (info.project.projectService.serverMode !== typescript.LanguageServiceMode.Semantic) {
        return info.languageService;
      }
      return guarded(
        info.project,
        typescript,
        () => {
          linter = linters.get(info.project);
          if (linter !== undefined) {
            linter.configure(info.config);
            return info.languageService;
          }
          declareQuickFixes(typescript);
          linter = new ProjectLinter(typescript, info);
          linters.set(info.project, linter);
          return decorated(info.languageService, linter);
        },
        () => info.languageService,
      );
    },
    onConfigurationChanged(config) {
      linter?.configure(config);
    },
  };
};
