import type ts from 'typescript';

/**
 * Runs what is ours of a request. Whatever it throws costs the user nothing that is TypeScript's: it is written to the log, and
 * `otherwise` stands in. A request that was cancelled stays cancelled.
 *
 * @param project Whose log it is.
 */
export function guarded<Result>(
  project: ts.server.Project,
  typescript: typeof ts,
  ours: () => Result,
  otherwise: (error: unknown) => Result,
): Result {
  try {
    return ours();
  } catch (error) {
    if (error instanceof typescript.OperationCanceledException) {
      throw error;
    }
    project.projectService.logger.info(
      `ssot: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    return otherwise(error);
  }
}
