import type { Command } from "commander";
import { findConnection, type Path, type PathStep } from "../../graph/find-path.ts";
import { describePeriod } from "../../graph/period.ts";
import type { QueryIndex } from "../../graph/query-index.ts";
import { getNamed } from "../find-named.ts";
import { failUsage, type Invocation } from "../invocation.ts";
import { loadIndex } from "../load-graph.ts";
import { addQuestionOptions, type QuestionOptions, toPeriod } from "../options.ts";
import { getLabel, locateCitation, printCitation } from "../print-citation.ts";
import { printList } from "../print-list.ts";
import { type Terminal, toPlainLine } from "../terminal.ts";

interface Ends {
  from: string;
  to: string;
}

interface PathRow {
  name: "shortest" | "strongest" | "shortest and strongest";
  path: Path;
}

export function addPathCommand(program: Command, invocation: Invocation): void {
  addQuestionOptions(
    program
      .command("path")
      .summary("tell how two are connected")
      .description(
        "Tells how two are connected: the shortest and the strongest way, as sentences with their evidence.",
      )
      .argument("<from>", "a name, alias or part of a name")
      .argument("<to>", "another")
      .argument("[path...]", "minutes or a graph file; graph-data/minutes unless told"),
  ).action((from: string, to: string, paths: string[], options: QuestionOptions) =>
    tellPath(invocation, { from, to }, paths, options),
  );
}

async function tellPath(
  invocation: Invocation,
  ends: Ends,
  paths: readonly string[],
  options: QuestionOptions,
): Promise<void> {
  const index = await loadIndex(invocation, paths, options);
  const from = getNamed(invocation, index, ends.from);
  const to = getNamed(invocation, index, ends.to);
  if (from.node === to.node) failUsage(`Both names mean ${from.label}`);
  const { terminal } = invocation;
  const period = toPeriod(options);
  await printList(terminal, options, {
    rows: listWays(index, { from: from.node, to: to.node }, options),
    table: {
      head: ["way", "steps"],
      toCells: ({ name, path }) => [name, path.steps.map((step) => describeStep(index, step)).join("; ")],
    },
    print: (row) => printWay(terminal, index, row),
    nothing: `The minutes do not connect ${from.label} with ${to.label}${describePeriod(period)}.`,
  });
}

function listWays(index: QueryIndex, { from, to }: Ends, options: QuestionOptions): PathRow[] {
  const found = findConnection(index, from, to, toPeriod(options));
  if (!found) return [];
  const { shortest, strongest } = found;
  const isSame = JSON.stringify(shortest.steps) === JSON.stringify(strongest.steps);
  if (isSame) return [{ name: "shortest and strongest", path: shortest }];
  return [
    { name: "shortest", path: shortest },
    { name: "strongest", path: strongest },
  ];
}

function describeStep(index: QueryIndex, { words, citation }: PathStep): string {
  return `${words} (${locateCitation(index, citation)})`;
}

function printWay(terminal: Terminal, index: QueryIndex, { name, path }: PathRow): string {
  const { bold, dim } = terminal.colors;
  const ends = [path.steps[0]?.from, path.steps.at(-1)?.to].map((node) =>
    toPlainLine(getLabel(index, node ?? "")),
  );
  const steps = path.steps.map(
    ({ words, citation }, place) =>
      `${String(place + 1).padStart(3)}. ${toPlainLine(words)}\n${printCitation(terminal, index, citation)}`,
  );
  return `${bold(ends.join(" → "))} ${dim(name)}\n${steps.join("")}`;
}
