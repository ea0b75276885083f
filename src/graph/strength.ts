import type { Evidence } from "../model/graph-attributes.ts";
import type { Modality } from "../model/schema.ts";
import type { Citation } from "./citation.ts";
import { countDays } from "./period.ts";

/** What a sentence says that somebody does about something, strongest first. */
export const ROLES = ["leads", "works", "promised", "spoke"] as const;
export type Role = (typeof ROLES)[number];

/** The strength of a plain, fresh sentence by what it says. */
export const ROLE_STRENGTHS: Readonly<Record<Role, number>> = { leads: 4, works: 3, promised: 2, spoke: 1 };

/** What is left of it where the sentence is not a plain fact. A promise is planned by its nature. */
export const MODALITY_FACTORS: Readonly<Record<Modality, number>> = {
  planned: 0.7,
  possible: 0.3,
  asked: 0.2,
  negated: 0,
};

/** Days after which a sentence counts half. */
export const HALF_LIFE = 180;

const LEADING =
  /\b(?:maintain(?:s|ed|er|ers|ing)?|leads?(?! to\b)|led|leading|owns|owner|chairs|in charge of)\b/i;

const leading = new WeakMap<Evidence, boolean>();

/** Asked many times about one sentence while an answer is made. */
function isLeading(evidence: Evidence): boolean {
  let known = leading.get(evidence);
  if (known === undefined) leading.set(evidence, (known = LEADING.test(evidence.quote)));
  return known;
}

/** What the sentence says that its source does, or nothing where it says no such thing. */
export function findRole({ relation, evidence }: Pick<Citation, "relation" | "evidence">): Role | undefined {
  if (relation === "works_on") return isLeading(evidence) ? "leads" : "works";
  if (relation === "committed_to") return "promised";
  return relation === "discussed" ? "spoke" : undefined;
}

/**
 * How strongly a sentence speaks for its source having to do with its target; the measure is explained in the README.
 * @param asOf the day on which the question is asked, ISO 8601
 * @returns 0 to 4
 */
export function computeStrength(citation: Citation, asOf: string): number {
  const role = findRole(citation);
  if (!role) return 0;
  const { modality } = citation.evidence;
  const isPlainPromise = role === "promised" && modality === "planned";
  const factor = modality && !isPlainPromise ? MODALITY_FACTORS[modality] : 1;
  const age = Math.max(0, countDays(citation.date, asOf));
  return ROLE_STRENGTHS[role] * factor * 2 ** (-age / HALF_LIFE);
}
