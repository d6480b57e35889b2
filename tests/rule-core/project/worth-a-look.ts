import type { ProjectView } from '../../../rule-core/src/project/index.js';

/** Whether a check of any concern could find something in a text. */
export function isWorthALook(project: ProjectView, path: string, text: string): boolean {
  return project.interests(path, text).size > 0;
}
