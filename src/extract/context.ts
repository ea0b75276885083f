import type { Mention } from "./mention.ts";

/** What the lines under a heading are: speech, a report of somebody's work, promises, decisions. */
export type Mode = "discussion" | "report" | "next" | "blocked" | "actions" | "decisions";

/**
 * What is known on the way down the tree. Children see their parent's; siblings share `thread`.
 *
 * Whoever makes one gives it all of these properties in this order, undefined where nothing is known: the engine then
 * reads them of all alike.
 */
export interface Context {
  mode: Mode;
  /** The matter of the nearest heading that has one. */
  topic?: Mention | undefined;
  /** The matter is only what the line itself begins with: its other sentences need not be about it. */
  lineTopic?: boolean | undefined;
  /** Whose report it is. */
  owners: readonly Mention[];
  /** Whether the actions listed here have been done. */
  closed?: boolean | undefined;
  /** Whether the heading named who owns the matter. */
  owned: boolean;
  /** What the line is about that this one stands under, where it is a sentence; a mention only when it is asked for. */
  above?: (() => readonly Mention[]) | undefined;
  /** How deep in items; 0 is a line right under a heading. */
  depth: number;
  thread: Thread;
}

/** What went before in the same section. */
export interface Thread {
  /** The matter that "it" means. */
  focus?: Mention | undefined;
  /** The matter of the sentence before, on the same line; a mention only when it is asked for. */
  near?: (() => readonly Mention[]) | undefined;
  /** Whether that is of the very last sentence: only "it" goes back further. */
  isNear: boolean;
  /** The matter of the line before, for the speaker who answers it. */
  turn?: (() => readonly Mention[]) | undefined;
  /** Whom "he" and "she" mean. */
  person?: Mention | undefined;
  /** Who spoke last. */
  speakers: readonly Mention[];
  /** Whether somebody has opened the matter. */
  opened: boolean;
}

/** A section's thread before its first line, with what is known from above. */
export const createThread = ({
  focus,
  person,
  opened = false,
}: Partial<Pick<Thread, "focus" | "person" | "opened">> = {}): Thread => ({
  focus,
  near: undefined,
  isNear: false,
  turn: undefined,
  person,
  speakers: [],
  opened,
});

/** Whether people speak of a matter: so they do under "Parser status", too, where it is nobody's report. */
export const isDiscussed = ({ mode, owners }: Context): boolean =>
  mode === "discussion" || (mode === "report" && owners.length === 0);

/** The context under a heading that is nothing but people or bodies: their report. */
export function ownedBy(owners: readonly Mention[], context: Context): Context {
  const mode: Mode = context.mode === "actions" || context.mode === "next" ? context.mode : "report";
  return {
    mode,
    topic: undefined,
    lineTopic: undefined,
    owners,
    closed: undefined,
    owned: true,
    above: undefined,
    depth: context.depth + 1,
    thread: createThread(),
  };
}

/** Whoever stands in front of an item brings it up; what follows is what was said of it. */
export function asBrought(below: Context, { text }: { text: string }, { mode }: Context): Context {
  return mode === "discussion" && /^[[(]/.test(text) ? { ...below, mode } : below;
}
