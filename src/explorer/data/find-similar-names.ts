import { distance } from "fastest-levenshtein";
import { compareCodeUnits } from "../../graph/compare-code-units.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { SerializedMinutesGraph } from "../../model/graph-attributes.ts";
import { foldName } from "../../model/node-key.ts";
import type { NodeKind } from "../../model/schema.ts";

/** Shorter names differ by a letter without being meant as one. */
const LONG = 8;
/** With more names, comparing each with each would take seconds. */
const MOST_NAMES = 3000;
const KINDS: readonly NodeKind[] = ["topic", "project", "organisation"];

interface Name {
  label: string;
  /** Without spaces and hyphens. */
  folded: string;
  /** What is no letter of it: GICv2 and GICv3 are two things. */
  digits: string;
  /** Its words without their plural, in order. */
  words: string;
}

/**
 * Finds pairs of topics, projects or organisations whose names look alike, for a reader to say whether they are the same.
 * Cost: quadratic in the names of a kind, of which there are at most three thousand.
 */
export function findSimilarNames({ nodes }: SerializedMinutesGraph): Diagnostic[] {
  return KINDS.flatMap((kind) => {
    const names = nodes
      .flatMap(({ attributes }) => (attributes?.kind === kind ? [readName(attributes.label)] : []))
      .sort((a, b) => compareCodeUnits(a.label, b.label));
    if (names.length > MOST_NAMES) return [];
    return names.flatMap((first, place) =>
      names
        .slice(place + 1)
        .filter((second) => areAlike(first, second))
        .map((second) => report(kind, first.label, second.label)),
    );
  });
}

function readName(label: string): Name {
  const text = foldName(label);
  const words = text
    .split(/[\s-]+/)
    .map((word) => (word.length > 3 ? word.replace(/(?<!s)s$/, "") : word))
    .sort(compareCodeUnits);
  return {
    label,
    folded: text.replace(/[\s-]+/g, ""),
    digits: text.replace(/\D+/g, " ").trim(),
    words: words.join(" "),
  };
}

function areAlike(first: Name, second: Name): boolean {
  if (first.digits !== second.digits) return false;
  if (first.words === second.words || first.folded === second.folded) return true;
  const [a, b] = [first.folded, second.folded];
  if (Math.min(a.length, b.length) < LONG || Math.abs(a.length - b.length) > 1) return false;
  return distance(a, b) === 1;
}

function report(kind: NodeKind, first: string, second: string): Diagnostic {
  return {
    code: "similar-names",
    severity: "info",
    message: `“${first}” and “${second}” look alike`,
    kind,
    candidates: [first, second],
    hint: "Say under `same` or `different` in the corrections file whether they are one.",
  };
}
