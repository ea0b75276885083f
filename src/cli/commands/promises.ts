import type { Command } from "commander";
import { describePeriod } from "../../graph/period.ts";
import { type Commitment, findPromises } from "../../graph/promises.ts";
import type { QueryIndex } from "../../graph/query-index.ts";
import { getNamed } from "../find-named.ts";
import type { Invocation } from "../invocation.ts";
import { loadIndex } from "../load-graph.ts";
import { addQuestionOptions, type QuestionOptions, toPeriod } from "../options.ts";
import { getLabel, locateCitation, printCitation } from "../print-citation.ts";
import { printList } from "../print-list.ts";
import { type Terminal, toPlainLine } from "../terminal.ts";

interface PromisesOptions extends QuestionOptions {
  by?: string;
  about?: string;
  open?: boolean;
}

export function addPromisesCommand(program: Command, invocation: Invocation): void {
  addQuestionOptions(
    program
      .command("promises")
      .summary("tell who promised what, and whether it was kept")
      .description(
        "Tells who promised what, and whether a later meeting says that it was kept: open promises first.",
      )
      .argument("[path...]", "minutes or a graph file; graph-data/minutes unless told")
      .option("--by <name>", "only those of a person or organisation")
      .option("--about <topic>", "only those about a topic or project")
      .option("--open", "only those that nothing has settled yet"),
  ).action((paths: string[], options: PromisesOptions) => promises(invocation, paths, options));
}

async function promises(
  invocation: Invocation,
  paths: readonly string[],
  options: PromisesOptions,
): Promise<void> {
  const index = await loadIndex(invocation, paths, options);
  const by =
    options.by === undefined
      ? undefined
      : getNamed(invocation, index, options.by, ["person", "organisation"]);
  const about =
    options.about === undefined
      ? undefined
      : getNamed(invocation, index, options.about, ["topic", "project"]);
  const rows = findPromises(index, {
    period: toPeriod(options),
    ...(by && { by: [by.node] }),
    ...(about && { about: [about.node] }),
    ...(options.open && { states: ["open"] }),
  });
  const { terminal } = invocation;
  await printList(terminal, options, {
    rows,
    table: {
      head: ["by", "about", "date", "state", "sentence", "place", "settled"],
      toCells: (promise) => toCells(index, promise),
    },
    print: (promise) => printPromise(terminal, index, promise),
    nothing: `The minutes tell of no such promise${describePeriod(toPeriod(options))}.`,
  });
}

function toCells(index: QueryIndex, { by, about, date, state, citation, settledBy }: Commitment): string[] {
  const matters = about.map((node) => getLabel(index, node)).join("; ");
  const place = locateCitation(index, citation);
  return [getLabel(index, by), matters, date, state, citation.evidence.quote, place, settledBy?.date ?? ""];
}

function printPromise(terminal: Terminal, index: QueryIndex, promise: Commitment): string {
  const { colors } = terminal;
  const { by, about, date, state, citation, settledBy } = promise;
  const paint = { open: colors.yellow, kept: colors.green, dropped: colors.red, superseded: colors.dim }[
    state
  ];
  const matters = about.map((node) => toPlainLine(getLabel(index, node))).join(", ");
  const head = `${paint(state.padEnd(10))} ${colors.bold(toPlainLine(getLabel(index, by)))}: ${matters} ${colors.dim(date)}\n`;
  const settled = settledBy ? printCitation(terminal, index, settledBy) : "";
  return head + printCitation(terminal, index, citation) + settled;
}
