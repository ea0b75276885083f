import type { MappedText } from "../minutes/document.ts";
import type { MinutesNode, ParsedMinutes } from "../minutes/parsed-minutes.ts";
import type { SectionRole } from "../minutes/section-role.ts";
import { splitLabel } from "../minutes/split-label.ts";
import { walk } from "../minutes/walk.ts";
import { isNameLike } from "./name-like.ts";
import { type Token, tokenize } from "./tokens.ts";

/** A line of the minutes with its words, for all who learn names from it. */
export interface DocumentLine {
  node: MinutesNode;
  tokens: readonly Token[];
  /** What stands in front of its colon. */
  label: MappedText | undefined;
  /** Roles of the sections that it stands in, from the outside in. */
  above: readonly SectionRole[];
  /** Whether any of its words is written as a name is. */
  hasName: boolean;
  /** Whether it has a round bracket that opens. */
  hasBracket: boolean;
}

/** The lines in the order of reading. */
export function listLines({ nodes }: ParsedMinutes): DocumentLine[] {
  const lines: DocumentLine[] = [];
  walk(nodes, (node, ancestors) => {
    const tokens = tokenize(node.content.text);
    lines.push({
      node,
      tokens,
      label: splitLabel(node.content, node.marks)?.label,
      above: rolesOf(ancestors),
      hasName: tokens.some(isNameLike),
      hasBracket: tokens.some(isBracket),
    });
  });
  return lines;
}

const isBracket = ({ text }: Token): boolean => text === "(";

function rolesOf(ancestors: readonly MinutesNode[]): readonly SectionRole[] {
  const roles: SectionRole[] = [];
  for (const { role } of ancestors) if (role) roles.push(role);
  return roles.length > 0 ? roles : NO_ROLES;
}

const NO_ROLES: readonly SectionRole[] = [];
