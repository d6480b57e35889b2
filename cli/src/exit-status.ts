/** What a command ends with. */
export const exitStatus = {
  clean: 0,
  violations: 1,
  /** Wrong arguments, a configuration that does not work, a file that cannot be written. */
  misuse: 2,
} as const;

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];
