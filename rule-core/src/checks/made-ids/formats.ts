import { parseCanonicalExpression } from '../../config/references/canonical-expression.js';
import type { CanonicalExpression, ResolvedConcern } from '../../config/resolved-config.js';
import { resolveReplacement } from '../../symbols/replacement-target.js';
import type { TextPart } from '../../source/facts.js';
import type { Project } from '../../symbols/project.js';
import { piecesOfTemplate, type FormatPiece, type TextFormat } from './text-format.js';

const memo = new WeakMap<Project, Map<ResolvedConcern, readonly TextFormat[]>>();

/** The formats that a concern declares, and those that its twins write. */
export function formatsOf(concern: ResolvedConcern, project: Project): readonly TextFormat[] {
  const ofProject = memo.get(project) ?? new Map<ResolvedConcern, readonly TextFormat[]>();
  memo.set(project, ofProject);
  const known = ofProject.get(concern);
  if (known !== undefined) {
    return known;
  }
  const declared = concern.formats.map(({ compatible, template, to }): TextFormat => ({
    template,
    pieces: piecesOfTemplate(template),
    to,
    compatible,
    declared: true,
  }));
  const shapes = new Set(declared.map(shapeOf));
  const formats = [...declared, ...formatsOfTwins(concern, project).filter((format) => !shapes.has(shapeOf(format)))];
  ofProject.set(concern, formats);
  return formats;
}

function shapeOf({ pieces }: TextFormat): string {
  return pieces.map((piece) => (piece.kind === 'literal' ? piece.text : '\0')).join('');
}

/** What the twins of a concern of IDs return: a text of theirs is one wherever it is written. */
function formatsOfTwins(concern: ResolvedConcern, project: Project): TextFormat[] {
  if (concern.preset !== 'id-generation') {
    return [];
  }
  return project.targets(concern).twinDeclarations.flatMap(({ declaration, path, replacement }): TextFormat[] => {
    const target = resolveReplacement(replacement.to, project.targets(concern), project);
    const parameters = target?.denotes.kind === 'function' ? target.denotes.signature.parameters : undefined;
    const flows = project.facts(path)?.textFlows ?? [];
    const texts = flows.flatMap(({ steps }) =>
      steps.filter((step) => step.kind === 'function' && step.nameRange[0] === declaration.nameRange[0]),
    );
    return texts.slice(0, 1).flatMap(({ made }): TextFormat[] => {
      const pieces = made.parts.map(pieceOf);
      const literals = pieces.filter((piece) => piece.kind === 'literal' && /[a-z]{2}/iu.test(piece.text));
      if (made.form !== 'composed' || literals.length === 0) {
        return [];
      }
      const names = pieces.flatMap((piece) => (piece.kind === 'binding' ? piece.name : []));
      const isCallable = parameters?.every(({ name, optional }) => optional || names.includes(name)) === true;
      const to = isCallable
        ? callOf(
            replacement.to,
            parameters.map(({ name }) => name).filter((name) => names.includes(name)),
          )
        : undefined;
      return [{ template: textOf(pieces), pieces, to, compatible: false, declared: false }];
    });
  });
}

function pieceOf(part: TextPart): FormatPiece {
  switch (part.kind) {
    case 'literal':
      return part;
    case 'entropy':
      return { kind: 'entropy' };
    case 'value':
      // What a call gives may differ from run to run.
      return /^\w+$/u.test(part.text) ? { kind: 'binding', name: part.text } : { kind: 'entropy' };
  }
}

function textOf(pieces: readonly FormatPiece[]): string {
  return pieces
    .map((piece) => (piece.kind === 'literal' ? piece.text : `\${${piece.kind === 'binding' ? piece.name : '…'}}`))
    .join('');
}

function callOf(expression: CanonicalExpression, names: readonly string[]): CanonicalExpression | undefined {
  if (expression.steps.at(-1)?.kind === 'call') {
    return undefined;
  }
  const result = parseCanonicalExpression(`${expression.text}(${names.map((name) => `\${${name}}`).join(', ')})`);
  return result.ok ? result.expression : undefined;
}
