import type { Mention } from "./mention.ts";
import type { Reading } from "./reading.ts";
import type { Token } from "./tokens.ts";

/** Where "I'm", "I am" or "I work" ends that begins at a token, and which of the two verbs it has. */
export function readSelf(
  tokens: readonly Token[],
  from: number,
): { to: number; verb: "be" | "work" } | undefined {
  const lower = tokens[from]?.lower;
  if (lower === "i'm" || lower === "i’m") return { to: from + 1, verb: "be" };
  if (lower !== "i") return undefined;
  const next = tokens[from + 1]?.lower;
  if (next === "am") return { to: from + 2, verb: "be" };
  return next === "work" ? { to: from + 2, verb: "work" } : undefined;
}

/** Which verb the speaker's "I'm", "I am" or "I work" has that stands right in front of a token. */
export function findSelfBefore(tokens: readonly Token[], at: number): "be" | "work" | undefined {
  for (const from of [at - 1, at - 2]) {
    const self = readSelf(tokens, from);
    if (self?.to === at) return self.verb;
  }
  return undefined;
}

/** Whom "I", "my" and "we" mean: who speaks, whose report it is, or who wrote it; nobody where there are several. */
export function speakersOf({
  speakers,
  context,
  into,
}: Pick<Reading, "speakers" | "context" | "into">): readonly Mention[] {
  const people = (speakers.length ? speakers : context.owners).filter(({ kind }) => kind === "person");
  if (people.length > 0) return people.length === 1 ? people : [];
  return into.author && speakers.length === 0 ? [into.author] : [];
}
