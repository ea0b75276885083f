/** Ends the command with one line for the person who typed it. */
export class CommandError extends Error {
  /** 1 for a problem of the content, 2 for one of the usage. */
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2) {
    super(message);
    this.name = "CommandError";
    this.exitCode = exitCode;
  }
}
