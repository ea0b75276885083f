import type { Command } from "commander";
import { describePeriod } from "../../graph/period.ts";
import { findWhatDoes } from "../../graph/what-does.ts";
import { getNamed } from "../find-named.ts";
import type { Invocation } from "../invocation.ts";
import { loadIndex } from "../load-graph.ts";
import { addQuestionOptions, type QuestionOptions, toPeriod } from "../options.ts";
import { printWork } from "../print-work.ts";

export function addWhatCommand(program: Command, invocation: Invocation): void {
  addQuestionOptions(
    program
      .command("what")
      .summary("tell what somebody works on")
      .description("Tells what a person or an organisation works on: ranked, with the sentences that say so.")
      .argument("<name>", "a person or organisation, by name, alias or part of a name")
      .argument("[path...]", "minutes or a graph file; graph-data/minutes unless told"),
  ).action((name: string, paths: string[], options: QuestionOptions) =>
    what(invocation, name, paths, options),
  );
}

async function what(
  invocation: Invocation,
  name: string,
  paths: readonly string[],
  options: QuestionOptions,
): Promise<void> {
  const index = await loadIndex(invocation, paths, options);
  const about = getNamed(invocation, index, name, ["person", "organisation"]);
  const period = toPeriod(options);
  const rows = findWhatDoes(index, about.node, { period });
  const nothing = `The minutes do not say what ${about.label} works on${describePeriod(period)}.`;
  await printWork(invocation.terminal, index, { about, rows, nothing }, options);
}
