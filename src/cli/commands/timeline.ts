import { type Command, Option } from "commander";
import { describePeriod } from "../../graph/period.ts";
import { computeTimeline, type TimelineOptions, type TimelineRow } from "../../graph/timeline.ts";
import { KINDS, NODE_KINDS, type NodeKind } from "../../model/schema.ts";
import { getNamed } from "../find-named.ts";
import type { Invocation } from "../invocation.ts";
import { loadIndex } from "../load-graph.ts";
import { addQuestionOptions, type QuestionOptions, toPeriod } from "../options.ts";
import { printList } from "../print-list.ts";
import { type Terminal, toPlainLine } from "../terminal.ts";

interface TimelineCommandOptions extends QuestionOptions {
  of?: string;
  kind?: NodeKind;
}

export function addTimelineCommand(program: Command, invocation: Invocation): void {
  addQuestionOptions(
    program
      .command("timeline")
      .summary("tell when topics and people appear, go quiet and come back")
      .description("Tells when topics and people appear, go quiet and come back, meeting by meeting.")
      .argument("[path...]", "minutes or a graph file; graph-data/minutes unless told")
      .option("--of <name>", "only one of them")
      .addOption(
        new Option("--kind <kind>", "only those of a kind").choices(
          NODE_KINDS.filter((kind) => kind !== "meeting"),
        ),
      ),
  ).action((paths: string[], options: TimelineCommandOptions) => timeline(invocation, paths, options));
}

async function timeline(
  invocation: Invocation,
  paths: readonly string[],
  options: TimelineCommandOptions,
): Promise<void> {
  const { terminal } = invocation;
  const index = await loadIndex(invocation, paths, options);
  const chosen: TimelineOptions = {
    period: toPeriod(options),
    ...(options.kind && { kinds: [options.kind] }),
  };
  if (options.of !== undefined) chosen.nodes = [getNamed(invocation, index, options.of).node];
  const { meetings, rows } = computeTimeline(index, chosen);
  await printList(terminal, options, {
    rows,
    table: {
      head: ["name", "kind", "first", "last", "quiet", ...meetings.map(({ date, label }) => date || label)],
      toCells: ({ label, kind, first, last, quiet, counts }) => [
        label,
        kind,
        first,
        last,
        quiet ? "yes" : "no",
        ...counts,
      ],
    },
    print: (row) => printRow(terminal, row),
    title: meetings.map(({ date, label }) => `${terminal.colors.dim(date)} ${toPlainLine(label)}\n`).join(""),
    nothing: `The minutes tell of nothing${describePeriod(toPeriod(options))}.`,
    about: { meetings },
  });
}

const BARS = "·▁▂▃▄▅▆▇█";

function printRow({ colors }: Terminal, { label, kind, counts, events, first, last }: TimelineRow): string {
  const most = Math.max(1, ...counts);
  const bars = counts.map((count) => BARS[Math.ceil((count / most) * (BARS.length - 1))]).join("");
  const time = first === last ? first : `${first} to ${last}`;
  const news = events.slice(1).map(({ kind: what, date }) => `, ${what} ${date}`);
  return `${bars} ${colors.bold(toPlainLine(label, 60))} ${colors.dim(`${KINDS[kind].label.toLowerCase()}, ${time}${news.join("")}`)}\n`;
}
