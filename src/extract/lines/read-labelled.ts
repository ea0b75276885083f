import type { MappedText } from "../../minutes/document.ts";
import { trimMapped } from "../../minutes/mapped-text.ts";
import { getKnownNames } from "../../minutes/known-names.ts";
import { parseAttendee } from "../../minutes/parse-attendees.ts";
import type { MinutesNode } from "../../minutes/parsed-minutes.ts";
import { findSectionRole } from "../../minutes/section-role.ts";
import { type Context, createThread, type Mode } from "../context.ts";
import { hasFiniteVerb, isSentence, namesMatter } from "../judge-line.ts";
import {
  COMMIT_LABEL,
  DECISION_LABEL,
  HELD_OFFICE,
  isBareStatus,
  OWNER_LABEL,
  PLACE_LABEL,
  REMARK_LABEL,
} from "../line-patterns.ts";
import type { Mention } from "../mention.ts";
import { affiliate, looksLikeBody, readEntry } from "../read-entry.ts";
import { readAgents, readHeading } from "../read-heading.ts";
import { splitAction } from "../split-action.ts";
import { findRelayed, findReporters, findTellers } from "../split-line.ts";
import { mentionAll } from "./mention-names.ts";
import type { MinutesReader } from "./minutes-reader.ts";
import { readLeaf } from "./read-leaf.ts";
import { readOfficer, splitListed } from "./read-officers.ts";
import { readSpeech } from "./read-speech.ts";
import { readTask } from "./read-task.ts";
import { readStatementLine } from "./read-statement-line.ts";
import { readTopicLine } from "./read-topic-line.ts";
import { readUnlabelled } from "./read-unlabelled.ts";
import { claimPresenters } from "./under-heading.ts";

/** A labelled line by what its label is. @returns false where the label is part of the sentence */
export function readLabelled(
  reader: MinutesReader,
  node: MinutesNode,
  label: MappedText,
  rest: MappedText,
  context: Context,
): boolean {
  const { lexicon } = reader;
  if (DECISION_LABEL.test(label.text)) {
    readStatementLine(reader, rest, { ...context, mode: "decisions" });
    reader.readNodes(node.children, { ...context, mode: "decisions" });
    return true;
  }
  if (PLACE_LABEL.test(label.text) || isBareStatus(label.text, rest.text)) {
    reader.readNodes(node.children, context);
    return true;
  }
  if (context.topic && OWNER_LABEL.test(label.text)) {
    const listed = splitListed(rest);
    if (listed && readAgents(listed.names, lexicon, "given")) {
      readOfficer(reader, label, listed.names, context);
      readStatementLine(reader, listed.rest, context);
      return true;
    }
    if (readOfficer(reader, label, rest, context)) return true;
    const assigned = splitAction(rest, lexicon, "given");
    if (assigned && assigned.task.text !== "") readTask(reader, assigned, node, context);
    return true;
  }
  if (COMMIT_LABEL.test(label.text) || REMARK_LABEL.test(label.text)) {
    readLeaf(reader, rest, context);
    reader.readNodes(node.children, context);
    return true;
  }
  const partners = /^(?:together|jointly|along) with\s+/i.exec(label.text);
  const joint = partners ? readAgents(trimMapped(label, partners[0].length), lexicon, "given") : undefined;
  if (joint) {
    const own = context.owners.filter(({ kind }) => kind === "person");
    return readSpeech(reader, node, rest, [...own, ...mentionAll(reader, joint)], context);
  }
  const reporters = findReporters(label, lexicon);
  if (reporters) {
    const people = mentionAll(reader, reporters);
    if (context.mode === "discussion") claimPresenters(reader, people, node.content, context);
    return readSpeech(reader, node, rest, people, { ...context, mode: "report" });
  }
  const relayed = findRelayed(label, lexicon) ?? findTellers(label, lexicon);
  if (relayed) return readSpeech(reader, node, rest, mentionAll(reader, relayed), context);
  const role = findSectionRole(label.text);
  if (role) return readRoleLabel(reader, role, node, rest, context);
  const heading = readHeading(label, lexicon);
  if (heading.onlyOwners) {
    const speakers = withoutBodies(reader, label, mentionAll(reader, heading.owners));
    return readSpeech(reader, node, rest, speakers, context);
  }
  const speakers = rest.text === "" ? undefined : readEntry(label, lexicon, reader.into);
  if (speakers) return readSpeech(reader, node, rest, speakers, context);
  if (rest.text === "" || /^https?:/.test(label.text)) return false;
  if (/^\p{Lu}{2,8}[- ]?\d+$/u.test(heading.topic.text)) return false;
  if (OFFICE_BEHIND_MATTER.test(label.text)) return false;
  if (isSentence(label, lexicon) || hasFiniteVerb(label, lexicon) || label.text.split(/\s+/).length > 6)
    return false;
  if (
    !/^[\p{Lu}\p{N}“"‘'`(#@_:.<-]/u.test(label.text) &&
    context.depth > 0 &&
    !(context.owned && context.mode === "report" && !/\s/.test(label.text)) &&
    !HELD_OFFICE.test(label.text) &&
    (context.mode !== "discussion" ||
      (!namesMatter(label, lexicon) &&
        (lexicon.names.find(label.text) ?? lexicon.gazetteer.find(label.text))?.kind !== "project"))
  )
    return false;
  readTopicLine(reader, label, rest, node, context);
  return true;
}

/** "Juice heater #74 — author: Ann": a matter, and whose it is. */
const OFFICE_BEHIND_MATTER =
  /\S\s*(?:[,;(]|\s[-–—])\s?(?:authors?|editors?|owners?|leads?|assignees?|shepherds?|champions?|maintainers?|drivers?|contact|poc|proposers?|reporters?)$/i;

function readRoleLabel(
  reader: MinutesReader,
  role: NonNullable<ReturnType<typeof findSectionRole>>,
  node: MinutesNode,
  rest: MappedText,
  context: Context,
): boolean {
  if (role === "officer") readOfficer(reader, node.content, rest, context);
  if (["present", "absent", "officer", "date", "references", "roster"].includes(role)) return true;
  const owned = context.owners.length > 0;
  const modes: Partial<Record<typeof role, Mode>> = {
    actions: "actions",
    decisions: "decisions",
    ...(owned ? { done: "report", next: "next", blocked: "blocked" } : {}),
  };
  const mode = modes[role] ?? context.mode;
  if (role === "actions") readLeaf(reader, rest, { ...context, mode, owners: [] });
  else if (role === "procedure") readStatementLine(reader, rest, context);
  else if (role === "next" && !owned)
    readUnlabelled(reader, node, rest, {
      ...context,
      mode: context.mode === "discussion" && isSentence(rest, reader.lexicon) ? "next" : context.mode,
    });
  else readLeaf(reader, rest, { ...context, mode });
  if (role === "next" && !owned) return true;
  reader.readNodes(node.children, { ...context, mode, thread: createThread() });
  return true;
}

/** "Ann Lee (Acme):", "Ann Lee, Acme:": the one who speaks, and whom she is with. */
function withoutBodies(reader: MinutesReader, label: MappedText, speakers: Mention[]): Mention[] {
  const { lexicon } = reader;
  const [speaker, ...others] = speakers;
  const entry = parseAttendee(label, "listed", getKnownNames(lexicon.data));
  const isOne = others.every(({ kind }) => kind === "organisation");
  if (speaker?.kind !== "person" || !isOne || !entry || entry.organisations.length !== 1) return speakers;
  if (entry.organisations.every(({ text }) => looksLikeBody(text, lexicon)))
    affiliate(speaker, entry.organisations, label, lexicon, reader.into);
  return [speaker];
}
