import { Command, CommanderError } from "commander";
import { version } from "../../package.json";
import { CommandError } from "./command-error.ts";
import { addAskCommand } from "./commands/ask.ts";
import { addBuildCommand } from "./commands/build.ts";
import { addChangesCommand } from "./commands/changes.ts";
import { addCheckCommand } from "./commands/check.ts";
import { addExportCommand } from "./commands/export.ts";
import { addPathCommand } from "./commands/path.ts";
import { addPromisesCommand } from "./commands/promises.ts";
import { addShareCommand } from "./commands/share.ts";
import { addTimelineCommand } from "./commands/timeline.ts";
import { addWhatCommand } from "./commands/what.ts";
import { addWhoCommand } from "./commands/who.ts";
import type { Invocation } from "./invocation.ts";
import { type Terminal, toPlainLine } from "./terminal.ts";

const COMMANDS = [
  addBuildCommand,
  addAskCommand,
  addWhoCommand,
  addWhatCommand,
  addPromisesCommand,
  addPathCommand,
  addTimelineCommand,
  addChangesCommand,
  addExportCommand,
  addShareCommand,
  addCheckCommand,
];

/**
 * Runs the command.
 * @param args what the user typed behind the command's name
 * @returns the exit code: 0, 1 for a problem of the content, 2 for one of the usage
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const invocation: Invocation = { terminal, exitCode: 0 };
  const help: string[] = [];
  const program = createProgram(invocation, help);
  try {
    await program.parseAsync(args, { from: "user" });
    return invocation.exitCode;
  } catch (error) {
    return fail(error, terminal);
  } finally {
    terminal.showProgress();
    await terminal.write(help);
  }
}

function createProgram(invocation: Invocation, help: string[]): Command {
  const program = new Command("minutes-graph")
    .description(
      "Meeting minutes in, a knowledge graph out: who works on what, and where the minutes say so.",
    )
    .version(version)
    .showHelpAfterError("(--help tells more)")
    .configureOutput({
      writeOut: (text) => help.push(text),
      writeErr: (text) => invocation.terminal.tell(text.trimEnd()),
    })
    .exitOverride();
  for (const add of COMMANDS) add(program, invocation);
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
}

function fail(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof CommandError || isSystemError(error)) {
    terminal.tell(terminal.newsColors.red(`minutes-graph: ${toPlainLine(error.message)}`));
    return error instanceof CommandError ? error.exitCode : 1;
  }
  throw error;
}

/** What the operating system refused: no space, no permission. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}
