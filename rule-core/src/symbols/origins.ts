import type { Origin } from './project.js';

/** What a host's type checker knows of one module. Types only sharpen: without it the checks see less, never other things. */
export interface Origins {
  /**
   * Which declarations do these identifiers come from: through aliases, barrels and inference? Asked at most once for each
   * module, for all positions together.
   *
   * @param positions Offsets at which identifiers start, in UTF-16 code units.
   * @returns for each position the declaration and the members behind it (`['WebSocketBridge', 'sendMessage']` in its module),
   *   or `undefined` if the checker does not know, or the declaration is not in a module of the workspace
   */
  declarations(positions: readonly number[]): readonly (Origin | undefined)[];
}
