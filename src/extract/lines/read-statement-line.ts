import type { MappedText } from "../../minutes/document.ts";
import type { Context } from "../context.ts";
import { readStatement, type StatementOptions } from "../read-statement.ts";
import type { MinutesReader } from "./minutes-reader.ts";

/** Reads the sentences of a line or of a part of it; without options they are nobody's in particular. */
export function readStatementLine(
  { lexicon, into }: MinutesReader,
  content: MappedText,
  context: Context,
  { speakers = [], implied = false, task = false, lead }: Partial<StatementOptions> = {},
): void {
  if (content.text === "") return;
  const isSomebodys = speakers.length > 0 || context.owners.length > 0;
  readStatement(content, context, { speakers, implied: implied && isSomebodys, task, lead }, lexicon, into);
}
