import type { Command } from "commander";
import { describePeriod } from "../../graph/period.ts";
import { findWhoWorksOn } from "../../graph/who-works-on.ts";
import { getNamed } from "../find-named.ts";
import type { Invocation } from "../invocation.ts";
import { loadIndex } from "../load-graph.ts";
import { addQuestionOptions, type QuestionOptions, toPeriod } from "../options.ts";
import { printWork } from "../print-work.ts";

interface WhoCommandOptions extends QuestionOptions {
  at?: string;
}

export function addWhoCommand(program: Command, invocation: Invocation): void {
  addQuestionOptions(
    program
      .command("who")
      .summary("tell who works on a topic")
      .description("Tells who works on a topic or project: ranked, with the sentences that say so.")
      .argument("<topic>", "a topic or project, by name, alias or part of a name")
      .argument("[path...]", "minutes or a graph file; graph-data/minutes unless told")
      .option("--at <organisation>", "only people who were with it"),
  ).action((topic: string, paths: string[], options: WhoCommandOptions) =>
    who(invocation, topic, paths, options),
  );
}

async function who(
  invocation: Invocation,
  topic: string,
  paths: readonly string[],
  options: WhoCommandOptions,
): Promise<void> {
  const index = await loadIndex(invocation, paths, options);
  const about = getNamed(invocation, index, topic, ["topic", "project"]);
  const at = options.at === undefined ? undefined : getNamed(invocation, index, options.at, ["organisation"]);
  const period = toPeriod(options);
  const rows = findWhoWorksOn(index, about.node, { period, ...(at && { at: at.node }) });
  const nothing = `The minutes do not say who works on ${about.label}${at ? ` at ${at.label}` : ""}${describePeriod(period)}.`;
  await printWork(invocation.terminal, index, { about, rows, nothing }, options);
}
