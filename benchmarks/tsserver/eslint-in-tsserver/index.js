// The reference: a plugin that runs ESLint, with this project's rules, on every request for diagnostics.
const { Linter } = require('eslint');
const ssot = require('eslint-plugin-ssot');
const tseslint = require('typescript-eslint');

module.exports = ({ typescript }) => ({
  create({ languageService, project }) {
    const linter = new Linter({ configType: 'flat', cwd: project.getCurrentDirectory() });
    const config = [
      { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } },
      ...ssot.configs.recommended.map(({ settings, ...rest }) => rest),
    ];
    return {
      ...languageService,
      getSemanticDiagnostics(fileName) {
        const before = languageService.getSemanticDiagnostics(fileName);
        const file = languageService.getProgram().getSourceFile(fileName);
        const messages = linter.verify(file.text, config, { filename: fileName });
        return [
          ...before,
          ...messages.map(({ line, column, message }) => ({
            category: typescript.DiagnosticCategory.Error,
            code: 1,
            source: 'eslint',
            file,
            start: file.getPositionOfLineAndCharacter(line - 1, column - 1),
            length: 1,
            messageText: message,
          })),
        ];
      },
    };
  },
});
