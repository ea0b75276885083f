import type { MappedText } from "../../minutes/document.ts";
import { sliceMapped } from "../../minutes/mapped-text.ts";
import type { NodeKind } from "../../model/schema.ts";
import { annotate } from "../annotate.ts";
import type { Mention } from "../mention.ts";
import type { DocumentScope } from "../read-attendees.ts";
import type { NamedRange } from "../read-heading.ts";
import { tokenize } from "../tokens.ts";

/** The mentions of the people and bodies that a heading, a label or a cell names. */
export function mentionAll({ into }: DocumentScope, ranges: readonly NamedRange[]): Mention[] {
  return ranges.map(({ kind, content, name }) => {
    const at = content.text.startsWith("@") ? 1 : 0;
    return into.mention(
      kind,
      sliceMapped(content, at, content.text.length),
      { start: 0, end: content.text.length - at },
      "heading-owner",
      name,
    );
  });
}

/** The bodies that a title names, and the people too that a heading or a label does. */
export function mentionNamed(
  { lexicon, into }: DocumentScope,
  kinds: readonly NodeKind[],
  line: MappedText,
): void {
  const tokens = tokenize(line.text);
  for (const { kind, from, to, rule, name } of annotate(tokens, lexicon).values()) {
    const [first, last] = [tokens[from], tokens[to - 1]];
    if (kinds.includes(kind) && first && last)
      into.mention(kind, line, { start: first.start, end: last.end }, rule, name);
  }
}
