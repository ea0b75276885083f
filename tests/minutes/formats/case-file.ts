import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A text and what it must be decoded to, from a file of cases that anyone can add to. */
export interface Case {
  /** The rule that it shows. */
  title: string;
  /** The name under which the text is decoded: its ending may matter. */
  path: string;
  source: string;
  expected: string;
}

const folder = new URL("cases/", import.meta.url);

/** All cases of the folder, by file. */
export function readCaseFiles(): Map<string, Case[]> {
  const names = readdirSync(folder).toSorted();
  return new Map(
    names.map((name) => [name, readCases(readFileSync(fileURLToPath(new URL(name, folder)), "utf8"))]),
  );
}

/**
 * A case is a line `@case path: rule`, the text, a line `==>`, and a line for each field and block that comes out.
 * What stands before the first case is for readers.
 */
function readCases(file: string): Case[] {
  const parts = file.split(/^@case (\S+): (.+)\n/m).slice(1);
  return Array.from({ length: parts.length / 3 }, (_, index) => {
    const [path = "", title = "", body = ""] = parts.slice(index * 3, index * 3 + 3);
    const arrow = body.indexOf("\n==>\n");
    if (arrow < 0) throw new Error(`The case "${title}" has no line "==>".`);
    return { title, path, source: body.slice(0, arrow + 1), expected: body.slice(arrow + 5).trim() };
  });
}
