import { writeCsv } from "../formats/write-csv.ts";
import type { NodeMatch } from "../graph/name-index.ts";
import type { QueryIndex } from "../graph/query-index.ts";
import type { WorkRow } from "../graph/work-table.ts";
import { KINDS } from "../model/schema.ts";
import type { QuestionOptions } from "./options.ts";
import { locateCitation, printCitation } from "./print-citation.ts";
import { type Terminal, toPlainLine } from "./terminal.ts";

const SENTENCES_PER_ROW = 3;

/** An answer about work: whom or what it is about, and the rows that answer it. */
export interface WorkAnswer {
  about: NodeMatch;
  rows: readonly WorkRow[];
  /** What to say where there are no rows. */
  nothing: string;
}

/** Prints an answer about work in the form that was asked for. */
export function printWork(
  terminal: Terminal,
  index: QueryIndex,
  { about, rows, nothing }: WorkAnswer,
  options: QuestionOptions,
): Promise<void> {
  const shown = rows.slice(0, options.limit);
  const { node, label, kind } = about;
  if (options.json)
    return terminal.write(`${JSON.stringify({ about: { node, label, kind }, rows: shown }, null, 1)}\n`);
  if (options.csv) return terminal.write(writeCsv(toTable(index, shown)));
  if (shown.length === 0) return terminal.write(`${nothing}\n`);
  const { colors } = terminal;
  const head = `${colors.bold(toPlainLine(label))} ${colors.dim(KINDS[kind].label.toLowerCase())}\n\n`;
  const left = rows.length - shown.length;
  const more = left > 0 ? colors.dim(`… and ${left} more\n`) : "";
  return terminal.write([
    head,
    ...shown.map((row, place) => printRow(terminal, index, row, place + 1)),
    more,
  ]);
}

function printRow(terminal: Terminal, index: QueryIndex, row: WorkRow, place: number): string {
  const { colors } = terminal;
  const { label, kind, status, reason, citations } = row;
  const facts = [KINDS[kind].label.toLowerCase(), status, reason].filter(Boolean).join(" · ");
  const head = `${String(place).padStart(3)}. ${colors.bold(toPlainLine(label))} ${colors.dim(facts)}\n`;
  const sentences = citations
    .slice(0, SENTENCES_PER_ROW)
    .map((citation) => printCitation(terminal, index, citation));
  const left = citations.length - sentences.length;
  return `${head}${sentences.join("")}${left > 0 ? colors.dim(`     … ${left} more\n`) : ""}`;
}

function toTable(index: QueryIndex, rows: readonly WorkRow[]): (string | number)[][] {
  const head = [
    "name",
    "kind",
    "role",
    "status",
    "first",
    "last",
    "score",
    "sentences",
    "strongest",
    "place",
  ];
  return [
    head,
    ...rows.map(({ label, kind, role, status = "", first, last, score, citations }) => {
      const [strongest] = citations;
      const place = strongest ? locateCitation(index, strongest) : "";
      return [
        label,
        kind,
        role,
        status,
        first,
        last,
        score,
        citations.length,
        strongest?.evidence.quote ?? "",
        place,
      ];
    }),
  ];
}
