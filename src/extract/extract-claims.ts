import type { MinutesNode, ParsedMinutes } from "../minutes/parsed-minutes.ts";
import type { Gazetteer } from "../model/gazetteer.ts";
import { buildLexicon } from "./build-lexicon.ts";
import { type Context, createThread } from "./context.ts";
import { Extraction } from "./extraction.ts";
import { isTitleAgain } from "./is-title-again.ts";
import { mentionNamed } from "./lines/mention-names.ts";
import { createReader, type MinutesReader } from "./lines/minutes-reader.ts";
import { readAnnounced } from "./lines/read-announced.ts";
import { readLine } from "./lines/read-line.ts";
import { readMessage } from "./lines/read-message.ts";
import { claimReporter } from "./lines/read-noted.ts";
import { readRow } from "./lines/read-row.ts";
import { readSection } from "./lines/read-section.ts";
import type { Claim, Mention } from "./mention.ts";
import {
  type AttendeeMention,
  type DocumentScope,
  mentionCorrespondents,
  readAttendees,
} from "./read-attendees.ts";

/** All that one document says: the meeting, who and what is named, and the claims between them. */
export interface ExtractedMinutes {
  meeting: Mention;
  mentions: Mention[];
  claims: Claim[];
  /** The mention of every attendee's name, in the order of the list. */
  attendees: AttendeeMention[];
}

/** Reads parsed minutes into mentions and claims. Linear in the document's length. */
export function extractClaims(minutes: ParsedMinutes, gazetteer: Gazetteer): ExtractedMinutes {
  const lexicon = buildLexicon(minutes, gazetteer);
  const into = new Extraction();
  const meeting = mentionMeeting(minutes, into);
  into.meeting = meeting;
  const scope = { minutes, lexicon, into, meeting };
  mentionHosts(scope);
  const attendees = readAttendees(scope);
  mentionCorrespondents(scope);
  createReader(scope, readNode).readNodes(minutes.nodes, {
    mode: "discussion",
    topic: undefined,
    lineTopic: undefined,
    owners: [],
    closed: undefined,
    owned: false,
    above: undefined,
    depth: 0,
    thread: createThread(),
  });
  return { meeting, mentions: into.mentions, claims: into.claims, attendees };
}

function mentionMeeting({ title, titleContent, document }: ParsedMinutes, into: Extraction): Mention {
  const content = titleContent ?? {
    text: title,
    runs: [{ at: 0, start: 0, length: Math.min(1, document.text.length) }],
  };
  return into.mention("meeting", content, { start: 0, end: content.text.length }, "title", title);
}

/** The bodies and the projects that the title names, and the first heading that says it again: whose meeting it is. */
function mentionHosts(scope: DocumentScope): void {
  const { title, titleContent, nodes } = scope.minutes;
  const first = nodes[0]?.content;
  const again = first && first !== titleContent && isTitleAgain(first.text, title) ? first : undefined;
  for (const line of [titleContent, again]) if (line) mentionNamed(scope, ["organisation", "project"], line);
}

function readNode(reader: MinutesReader, node: MinutesNode, context: Context): void {
  if (node.role) readAnnounced(reader, node, context);
  else if (node.kind === "message") readMessage(reader, node, context);
  else if (node.kind === "row") readRow(reader, node, context);
  else if (node.kind === "section") readSection(reader, node, context);
  else {
    claimReporter(reader, node, context);
    readLine(reader, node, context);
  }
}
