import type { MappedText } from "../../minutes/document.ts";
import { parseAttendee } from "../../minutes/parse-attendees.ts";
import type { MinutesNode } from "../../minutes/parsed-minutes.ts";
import type { Context } from "../context.ts";
import { lineSpan } from "../extraction.ts";
import type { Mention } from "../mention.ts";
import { affiliate } from "../read-entry.ts";
import { readAgents } from "../read-heading.ts";
import { findActionMark, tellsState } from "../split-action.ts";
import { mentionAll } from "./mention-names.ts";
import type { MinutesReader } from "./minutes-reader.ts";
import { speak, tellOfAction } from "./read-speech.ts";
import { readMarked } from "./read-task.ts";

/** What somebody said in a log or a chat. */
export function readMessage(reader: MinutesReader, node: MinutesNode, context: Context): void {
  if (!node.speaker) return;
  const mark = findActionMark(node.content, reader.lexicon);
  if (mark && readMarked(reader, node, mark, context)) return;
  const speakers = readSpeaker(reader, node.speaker);
  if (context.mode === "actions" && tellsState(node.content.text))
    return tellOfAction(reader, node, node.content, speakers, context);
  speak(reader, node.content, speakers, context);
  reader.readNodes(node.children, context);
}

/** Who a log or a chat says is speaking, with their organisation in brackets: they were there. */
function readSpeaker(reader: MinutesReader, content: MappedText): Mention[] {
  const entry = parseAttendee(content, "present");
  const bodies = (entry?.organisations ?? []).filter(({ text }) => /^\p{Lu}/u.test(text));
  const name = entry && /\s/.test(content.text) ? entry.name : content;
  const agents = readAgents(name, reader.lexicon) ?? [{ kind: "person", content: name }];
  const speakers = mentionAll(reader, agents);
  const [speaker] = speakers;
  if (speaker?.kind === "person") affiliate(speaker, bodies, content, reader.lexicon, reader.into);
  for (const person of speakers)
    if (person.kind === "person" && !reader.heard.has(person.surface)) {
      reader.heard.add(person.surface);
      reader.into.claim("attended", person, reader.meeting, lineSpan(content), { rule: "spoke" });
    }
  return speakers;
}
