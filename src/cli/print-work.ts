import type { Cell } from "../formats/write-csv.ts";
import { describeSpan } from "../graph/answer-part.ts";
import { describeVia } from "../graph/answer-work.ts";
import type { NodeMatch } from "../graph/name-index.ts";
import type { QueryIndex } from "../graph/query-index.ts";
import type { WorkRow } from "../graph/work-table.ts";
import { KINDS } from "../model/schema.ts";
import type { QuestionOptions } from "./options.ts";
import { locateCitation, printCitation } from "./print-citation.ts";
import { printList } from "./print-list.ts";
import { type Terminal, toPlainLine } from "./terminal.ts";

const SENTENCES_PER_ROW = 3;
const HEAD = ["name", "kind", "role", "status", "first", "last", "score", "sentences", "strongest", "place"];

/** An answer about work: whom or what it is about, and the rows that answer it. */
export interface WorkAnswer {
  about: Pick<NodeMatch, "node" | "label" | "kind">;
  rows: readonly WorkRow[];
  /** What to say where there are no rows. */
  nothing: string;
}

/** Prints an answer about work in the form that was asked for. */
export function printWork(
  terminal: Terminal,
  index: QueryIndex,
  { about: { node, label, kind }, rows, nothing }: WorkAnswer,
  options: QuestionOptions,
): Promise<void> {
  const { bold, dim } = terminal.colors;
  return printList(terminal, options, {
    rows,
    table: { head: HEAD, toCells: (row) => toCells(index, row) },
    print: (row, place) => printRow(terminal, index, row, place),
    title: `${bold(toPlainLine(label))} ${dim(KINDS[kind].label.toLowerCase())}\n\n`,
    nothing,
    about: { about: { node, label, kind } },
  });
}

function printRow(terminal: Terminal, index: QueryIndex, row: WorkRow, place: number): string {
  const { colors } = terminal;
  const { label, kind, status, reason, first, last, citations } = row;
  const facts = [
    KINDS[kind].label.toLowerCase(),
    status,
    reason,
    describeVia(index, row),
    describeSpan(first, last),
  ]
    .filter(Boolean)
    .map((fact) => toPlainLine(fact ?? ""))
    .join(" · ");
  const head = `${String(place).padStart(3)}. ${colors.bold(toPlainLine(label))} ${colors.dim(facts)}\n`;
  const shown = citations.slice(0, SENTENCES_PER_ROW);
  const left = citations.length - shown.length;
  const more = left > 0 ? colors.dim(`     … ${left} more\n`) : "";
  return head + shown.map((citation) => printCitation(terminal, index, citation)).join("") + more;
}

function toCells(index: QueryIndex, row: WorkRow): Cell[] {
  const { label, kind, role, status, first, last, score, citations } = row;
  const [strongest] = citations;
  const place = strongest && locateCitation(index, strongest);
  return [label, kind, role, status, first, last, score, citations.length, strongest?.evidence.quote, place];
}
