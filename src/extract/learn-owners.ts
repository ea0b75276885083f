import { walk } from "../minutes/walk.ts";
import type { ParsedMinutes } from "../minutes/parsed-minutes.ts";
import type { Lexicon } from "./annotate.ts";
import { findActionMark, splitAction } from "./split-action.ts";
import { isOrdinaryWord } from "./vocabulary.ts";

/**
 * Learns people who are named only as owners of actions: "ACTION: Ann to …", "AR 12 Bob: …", "#action nick write …";
 * in a list of actions, "Cy to …".
 */
export function learnOwners({ nodes }: ParsedMinutes, lexicon: Lexicon): void {
  walk(nodes, ({ content }, ancestors) => {
    if (content.text.length > 600) return;
    const mark = findActionMark(content, lexicon);
    const isListed = ancestors.some(({ role }) => role === "actions");
    if (mark ? mark.isArrow : !isListed || !/^\S+(?: \S+){0,5} (?:to|will) \p{Ll}/u.test(content.text))
      return;
    const action = splitAction(mark?.rest ?? content, lexicon, "any");
    for (const { kind, content: owner } of action?.owners ?? [])
      if (kind === "person" && !lexicon.people.find(owner.text)) add(lexicon, owner.text.replace(/^@/, ""));
  });
}

function add({ people, labels }: Lexicon, name: string): void {
  const value = { kind: "person" as const, name, rule: "owner-of-an-action" };
  people.add(name, value, isOrdinaryWord(name.toLowerCase()));
  labels.add(name, value);
}
