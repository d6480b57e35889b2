/** Something that the person who called has to put right: the message says what, and how. It ends the command with status 2. */
export class MisuseError extends Error {
  override readonly name = 'MisuseError';
}
