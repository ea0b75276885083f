import { Command, CommanderError } from "commander";
import { version } from "../../package.json";

/**
 * Runs the command.
 * @param args what the user typed behind the command's name
 * @returns the exit code: 0, 1 for a problem of the content, 2 for one of the usage
 */
export async function run(args: readonly string[]): Promise<number> {
  const program = new Command("minutes-graph")
    .description("Meeting minutes in, a knowledge graph out.")
    .version(version)
    .exitOverride();
  try {
    await program.parseAsync(args, { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}
