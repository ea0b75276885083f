import { type Cell, writeCsv } from "../formats/write-csv.ts";
import type { QuestionOptions } from "./options.ts";
import type { Terminal } from "./terminal.ts";

/** An answer that is a list, in each of its forms. */
export interface ListAnswer<Row> {
  rows: readonly Row[];
  table: { head: readonly string[]; toCells: (row: Row) => readonly Cell[] };
  /** The row for a person to read, with its line feed; also told its place from 1. */
  print: (row: Row, place: number) => string;
  /** What is said before the rows, to a person. */
  title?: string;
  /** What to say where there are no rows. */
  nothing: string;
  /** What JSON says besides the rows. */
  about?: Readonly<Record<string, unknown>>;
}

/** Prints a list in the form and the length that the options say. */
export function printList<Row>(
  terminal: Terminal,
  { json, csv, limit }: QuestionOptions,
  { rows, table, print, title = "", nothing, about }: ListAnswer<Row>,
): Promise<void> {
  const shown = rows.slice(0, limit);
  if (json) return printJson(terminal, { ...about, rows: shown });
  if (csv) return terminal.write(writeCsv([table.head, ...shown.map(table.toCells)]));
  if (shown.length === 0) return terminal.write(`${nothing}\n`);
  const left = rows.length - shown.length;
  const more = left > 0 ? terminal.colors.dim(`… and ${left} more\n`) : "";
  return terminal.write([title, ...shown.map((row, place) => print(row, place + 1)), more]);
}

/** Prints an answer for a program. */
export function printJson(terminal: Terminal, answer: unknown): Promise<void> {
  return terminal.write(`${JSON.stringify(answer, null, 1)}\n`);
}
