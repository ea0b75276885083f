import type { Block, MappedText } from "../document.ts";
import { mapText, shiftMappedText, trimBounds } from "./mapped-text.ts";
import { findScribeCommand, readStatement } from "./scribe-command.ts";

/** Where a speaker's name stands, as `<cite>` marks it. */
export interface Cite {
  start: number;
  end: number;
}

export interface Speech {
  blocks: Block[];
  /** Whose words an ellipsis goes on with: what is typed between spoken words changes nothing. */
  speaker: MappedText | undefined;
}

/** What formatters put where they know of no speaker: whoever spoke before goes on. */
const NOBODY = /^(?:scribe|unknown_speaker|inserted)$/i;
const CONTINUATION = /^\s*(?:…|\.\.\.)\s*/;

/** Whether a paragraph is speech: it opens with a cited name and a colon, or goes on from the speaker before. */
export function findSpeech(words: string, cite: Cite | undefined, speaker: MappedText | undefined): boolean {
  if (cite && cite.end > cite.start) {
    const around = words.slice(cite.end - 1, cite.end + 3);
    return /^.?\s?[:>]/.test(around) || around.startsWith(":") || around.startsWith(">");
  }
  return speaker !== undefined && CONTINUATION.test(words.slice(0, 20));
}

/**
 * Reads a paragraph of W3C scribe output; each line of it that goes on by `…` is a message of its own.
 * @param base where the paragraph starts in the document's text
 */
export function readSpeech(
  words: string,
  cite: Cite | undefined,
  before: MappedText | undefined,
  base: number,
): Speech {
  const own = cite && trimName(words, cite);
  const isNobody = !own || (before !== undefined && NOBODY.test(own.text));
  const speaker = isNobody ? before : shiftMappedText(own, base);
  const isTyped = cite !== undefined && /^[<>]|>$/.test(words.slice(cite.start, cite.end + 1).trim());
  const blocks: Block[] = [];
  for (let at = cite ? skipColon(words, cite.end) : 0; at < words.length;) {
    const found = words.indexOf("\n", at);
    const lineEnd = found < 0 ? words.length : found;
    const line = words.slice(at, Math.min(lineEnd, at + 20));
    const [start, end] = trimBounds(words, at + (CONTINUATION.exec(line)?.[0].length ?? 0), lineEnd);
    if (end > start && speaker) {
      const block = readLine(words, start, end, speaker);
      if (block) blocks.push({ ...block, content: shiftMappedText(block.content, base) });
    }
    at = lineEnd + 1;
  }
  return { blocks, speaker: isTyped ? before : speaker };
}

function readLine(words: string, start: number, end: number, speaker: MappedText): Block | undefined {
  const command = findScribeCommand(words.slice(start, Math.min(end, start + 400)), speaker.text);
  const content =
    command?.kind === "statement" ? readStatement(words, start, end) : mapText(words, start, end);
  if (!command) return { kind: "message", depth: 0, content, marks: [], speaker };
  if (!("start" in command) || command.kind === "scribe") return undefined;
  if (command.kind === "heading")
    return {
      kind: "heading",
      depth: command.depth,
      content: mapText(words, start + command.start, end),
      marks: [],
    };
  return { kind: "paragraph", depth: 0, content, marks: [] };
}

function trimName(words: string, cite: Cite): MappedText {
  let [start, end] = trimBounds(words, cite.start, cite.end);
  while (start < end && words[start] === "<") start++;
  while (end > start && /[:>\s]/.test(words[end - 1] ?? "")) end--;
  return mapText(words, start, end);
}

function skipColon(words: string, at: number): number {
  let start = at;
  while (start < words.length && /[:> ]/.test(words[start] ?? "")) start++;
  return start;
}
