import { CommandError } from "./command-error.ts";
import type { Terminal } from "./terminal.ts";

/** One run of the command. */
export interface Invocation {
  terminal: Terminal;
  /** 1 as soon as some of the content had a problem, though the rest was done. */
  exitCode: 0 | 1;
}

/** Says what is the matter and ends the command: for content that leaves nothing to do. */
export function failContent(message: string): never {
  throw new CommandError(message, 1);
}

/** Says what is the matter and ends the command: for what was typed. */
export function failUsage(message: string): never {
  throw new CommandError(message, 2);
}
