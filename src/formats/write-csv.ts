export type Cell = string | number | undefined;

/**
 * Writes a table as CSV (RFC 4180), with a line feed at the end of each line.
 *
 * A text that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises
 * (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export function writeCsv(rows: Iterable<readonly Cell[]>): string {
  return [...generateCsv(rows)].join("");
}

/** The same table, a line at a time. */
export function* generateCsv(rows: Iterable<readonly Cell[]>): Generator<string> {
  for (const row of rows) yield `${row.map(writeCell).join(",")}\n`;
}

function writeCell(cell: Cell): string {
  if (typeof cell !== "string") return cell === undefined ? "" : String(cell);
  const text = /^[\s\u0000-\u001f]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
