import type { Command } from "commander";
import { type Change, computeChanges } from "../../graph/changes.ts";
import { describePeriod, getDayBefore } from "../../graph/period.ts";
import type { QueryIndex } from "../../graph/query-index.ts";
import type { Invocation } from "../invocation.ts";
import { loadIndex } from "../load-graph.ts";
import { addQuestionOptions, type QuestionOptions, toPeriod } from "../options.ts";
import { locateCitation, printCitation } from "../print-citation.ts";
import { printList } from "../print-list.ts";
import { type Terminal, toPlainLine } from "../terminal.ts";

export function addChangesCommand(program: Command, invocation: Invocation): void {
  addQuestionOptions(
    program
      .command("changes")
      .summary("tell what changed since the last meeting, or since a date")
      .description(
        "Tells what the latest meeting says that those before did not; or the meetings since a date.",
      )
      .argument("[path...]", "minutes or a graph file; graph-data/minutes unless told"),
  ).action((paths: string[], options: QuestionOptions) => changes(invocation, paths, options));
}

async function changes(
  invocation: Invocation,
  paths: readonly string[],
  options: QuestionOptions,
): Promise<void> {
  const { terminal } = invocation;
  const index = await loadIndex(invocation, paths, options);
  const { until = index.latest, since } = options;
  const after = since === undefined ? findDateBefore(index, until) : getDayBefore(since);
  const found = computeChanges(index, { after, until });
  await printList(terminal, options, {
    rows: found.changes,
    table: {
      head: ["date", "change", "words", "sentence", "place"],
      toCells: ({ date, kind, words, citation }) => [
        date,
        kind,
        words,
        citation?.evidence.quote,
        citation && locateCitation(index, citation),
      ],
    },
    print: (change) => printChange(terminal, index, change),
    title: found.meetings
      .map(({ date, label }) => `${terminal.colors.dim(date)} ${toPlainLine(label)}\n`)
      .join(""),
    nothing: `The minutes tell of no change${describePeriod(toPeriod(options))}.`,
    about: { after, until, meetings: found.meetings },
  });
}

/** The date of the meeting before the last one. */
function findDateBefore({ meetings }: QueryIndex, until: string): string {
  const dates = [...new Set(meetings.map(({ date }) => date))].filter((date) => date && date <= until);
  return dates.at(-2) ?? "";
}

function printChange(terminal: Terminal, index: QueryIndex, { kind, words, citation }: Change): string {
  const head = `${terminal.colors.cyan(kind.padEnd(10))} ${toPlainLine(words)}\n`;
  return citation ? head + printCitation(terminal, index, citation) : head;
}
