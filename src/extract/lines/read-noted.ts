import type { MinutesNode } from "../../minutes/parsed-minutes.ts";
import type { Context } from "../context.ts";
import { lineSpan } from "../extraction.ts";
import { firstSentence, isAnswer } from "../judge-line.ts";
import type { MinutesReader } from "./minutes-reader.ts";

/**
 * "* the port builds again  (ann, 18:02)" under a topic of a bot's report: whoever is not the chair and notes the first
 * thing brings the matter, as whoever speaks first does.
 */
export function claimReporter(
  { into }: MinutesReader,
  { content, notedBy }: MinutesNode,
  { topic, mode, owners, owned, thread }: Context,
): void {
  if (!notedBy || !topic || owned || thread.opened) return;
  if (mode !== "discussion" && (mode !== "report" || owners.length > 0)) return;
  if (/\?["”']?$/.test(firstSentence(content.text)) || !/\s/.test(content.text)) return;
  if (isAnswer(content)) return;
  const reporter = into.mention("person", notedBy, { start: 0, end: notedBy.text.length }, "heading-owner");
  into.claim("works_on", reporter, topic, lineSpan(content), { rule: "opens-the-item" });
}
