import { findAffiliations, findMembers } from "../graph/affiliations.ts";
import { compareCodeUnits } from "../graph/compare-code-units.ts";
import { createMinutesGraph } from "../graph/create-minutes-graph.ts";
import { type Commitment, findPromises } from "../graph/promises.ts";
import { createQueryIndex, type QueryIndex } from "../graph/query-index.ts";
import { findWhatDoes } from "../graph/what-does.ts";
import { findWhoWorksOn } from "../graph/who-works-on.ts";
import type { SerializedMinutesGraph } from "../model/graph-attributes.ts";
import { foldName } from "../model/node-key.ts";
import type { NodeKind } from "../model/schema.ts";

const MAX_QUOTE = 300;

/**
 * Writes what a graph says as Markdown to paste into a wiki: who works on what by organisation, topic and person, and
 * who promised what.
 */
export function writeReport(graph: SerializedMinutesGraph): string {
  const index = createQueryIndex(createMinutesGraph(graph));
  const sections = [
    "# Who works on what",
    writeOrganisations(index),
    writePeople(index),
    writeMatters(index),
    writePromises(index),
    writeMeetings(index),
  ];
  return `${sections.filter(Boolean).join("\n\n")}\n`;
}

/** One line for each series: a wiki's readers come for what was said, not for the calendar. */
function writeMeetings({ graph, meetings }: QueryIndex): string {
  const dates = new Map<string, string[]>();
  for (const { node, label, date } of meetings) {
    const name = escapeMarkdown(graph.getNodeAttribute(node, "series") ?? label) || "?";
    const known = dates.get(name) ?? [];
    dates.set(name, known);
    if (date) known.push(date);
  }
  const lines = Array.from(
    dates,
    ([name, known]) => `- ${name}${known.length > 0 ? `: ${known.join(", ")}` : ""}`,
  );
  return lines.length > 0 ? writeSection("Meetings", [lines.join("\n")]) : "";
}

function writeOrganisations(index: QueryIndex): string {
  const sections = listNodes(index, ["organisation"]).flatMap((node) => {
    const people = findMembers(index, node).filter(({ current }) => current);
    const rows = findWhatDoes(index, node, { roles: ["leads", "works", "promised"] });
    if (people.length === 0 && rows.length === 0) return [];
    const names = people.map(({ person }) => nameOf(index, person)).join(", ");
    const work = rows.map(({ label, status }) => `- ${escapeMarkdown(label)}${status ? ` (${status})` : ""}`);
    return [`### ${nameOf(index, node)}`, names && `People: ${names}`, work.join("\n")];
  });
  return writeSection("Organisations", sections);
}

function writePeople(index: QueryIndex): string {
  const rows = listNodes(index, ["person"]).map((node) => {
    const organisations = findAffiliations(index, node).filter(({ current }) => current);
    const work = findWhatDoes(index, node, { roles: ["leads", "works", "promised"] });
    const cells = [
      nameOf(index, node),
      organisations.map(({ organisation }) => nameOf(index, organisation)).join(", "),
      work.map(({ label }) => escapeMarkdown(label)).join(", "),
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return rows.length > 0
    ? writeSection("People", [["| Person | With | Works on |", "| --- | --- | --- |", ...rows].join("\n")])
    : "";
}

function writeMatters(index: QueryIndex): string {
  const lines = listNodes(index, ["topic", "project"]).flatMap((node) => {
    const rows = findWhoWorksOn(index, node, { kinds: ["person"], roles: ["leads", "works", "promised"] });
    const status = rows.find((row) => row.status)?.status;
    const names = rows.map(({ label }) => escapeMarkdown(label)).join(", ");
    return names ? [`- **${nameOf(index, node)}**${status ? ` (${status})` : ""}: ${names}`] : [];
  });
  return lines.length > 0 ? writeSection("Topics and projects", [lines.join("\n")]) : "";
}

function writePromises(index: QueryIndex): string {
  const lines = findPromises(index).map((promise) => writePromise(index, promise));
  return lines.length > 0 ? writeSection("Promises", [lines.join("\n")]) : "";
}

function writePromise(index: QueryIndex, { by, about, date, state, citation }: Commitment): string {
  const box = state === "kept" ? "[x]" : "[ ]";
  const matters = about.map((node) => nameOf(index, node)).join(", ");
  const quote = citation.evidence.quote.slice(0, MAX_QUOTE);
  const note = [date, state === "open" || state === "kept" ? "" : state].filter(Boolean).join(", ");
  return `- ${box} **${nameOf(index, by)}**: ${matters}${note ? ` (${note})` : ""}. “${escapeMarkdown(quote)}”`;
}

function writeSection(title: string, parts: readonly string[]): string {
  const body = parts.filter(Boolean).join("\n\n");
  return body && `## ${title}\n\n${body}`;
}

function listNodes({ graph }: QueryIndex, kinds: readonly NodeKind[]): string[] {
  const names = new Map(
    graph
      .filterNodes((_, { kind }) => kinds.includes(kind))
      .map((node) => [node, foldName(graph.getNodeAttribute(node, "label"))]),
  );
  return Array.from(names)
    .sort(([a, first], [b, second]) => compareCodeUnits(first, second) || compareCodeUnits(a, b))
    .map(([node]) => node);
}

function nameOf({ graph }: QueryIndex, node: string): string {
  return escapeMarkdown(graph.getNodeAttribute(node, "label")) || "?";
}

/**
 * Any text as one line of Markdown that shows it as it is; an address in it may become a link to itself.
 *
 * Tags and entities are taken apart by entities: the Markdown of many wikis knows no backslash before them.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ")
    .replace(TURNING, "")
    .replace(/\p{Cs}/gu, "\ufffd")
    .trim()
    .replace(/[\\`*_{}[\]<>()#+\-.!|~&]/g, (character, offset: number, whole: string) => {
      if (!isMarkup(character, offset, whole)) return character;
      return ENTITIES[character] ?? `\\${character}`;
    });
}

/** What turns the direction of writing would turn the rest of the line, too. */
const TURNING = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const ENTITIES: Readonly<Record<string, string>> = { "<": "&lt;", "&": "&amp;" };

/** Marks that mean something in some places alone stay as they are elsewhere. */
function isMarkup(character: string, offset: number, whole: string): boolean {
  if ("#+->".includes(character)) return offset === 0;
  if (character === ".") return /^\d{1,9}$/.test(whole.slice(0, offset));
  if ("()".includes(character)) return whole[offset - 1] === "]" || /^\d{1,9}$/.test(whole.slice(0, offset));
  if (character === "!") return whole[offset + 1] === "[";
  if (character === "&") return /^&#?\w+;/.test(whole.slice(offset, offset + 40));
  if (character === "_") return !isInsideWord(offset, whole);
  return true;
}

/** CommonMark has no emphasis within a word by underscores. */
function isInsideWord(offset: number, whole: string): boolean {
  return /[\p{L}\p{N}]/u.test(whole[offset - 1] ?? "") && /[\p{L}\p{N}]/u.test(whole[offset + 1] ?? "");
}
