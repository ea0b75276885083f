import type { NodeKind, Status } from "../model/schema.ts";
import { type Citation, compareCitations, identifySentence } from "./citation.ts";
import { compareCodeUnits } from "./compare-code-units.ts";
import type { QueryIndex } from "./query-index.ts";
import { findStatus } from "./status.ts";
import { computeStrength, findRole, type Role, ROLES } from "./strength.ts";

/** Somebody or something in an answer about work, with what speaks for it. */
export interface WorkRow {
  node: string;
  label: string;
  kind: NodeKind;
  /** The strength of what the minutes say, to three decimals; it orders rows, and means nothing by itself. */
  score: number;
  /** The score in words: "3 sentences: 2 of work, 1 promise". */
  reason: string;
  /** The strongest thing that is said. */
  role: Role;
  /** What the latest sentence that says so says. */
  status?: Status;
  /** The first and the last date on which the minutes speak of it. */
  first: string;
  last: string;
  /** Nodes that it was counted through: parts and wholes of a topic, an organisation's people. */
  via: string[];
  /** Strongest first; never empty. */
  citations: Citation[];
}

export interface Contribution {
  citation: Citation;
  strength: number;
  via: string | undefined;
}

/** Collects what speaks for each node; a sentence counts once for a node, as the strongest thing that it says. */
export interface WorkTable {
  add: (node: string, citation: Citation, discount?: number, via?: string) => void;
  /** Strongest first; at equal strength people before organisations, then by name. */
  rank: () => WorkRow[];
}

/** @param asOf the day on which the question is asked, ISO 8601 */
export function createWorkTable(index: QueryIndex, asOf: string): WorkTable {
  const table = new Map<string, Map<string, Contribution>>();
  return {
    add(node, citation, discount = 1, via) {
      const strength = computeStrength(citation, asOf) * discount;
      if (strength <= 0) return;
      let sentences = table.get(node);
      if (!sentences) table.set(node, (sentences = new Map()));
      const sentence = identifySentence(citation);
      const known = sentences.get(sentence);
      if (!known || strength > known.strength) sentences.set(sentence, { citation, strength, via });
    },
    rank: () =>
      [...table].map(([node, sentences]) => toRow(index, node, [...sentences.values()])).sort(compareRows),
  };
}

function toRow(index: QueryIndex, node: string, contributions: Contribution[]): WorkRow {
  if (contributions.length > 1)
    contributions.sort((a, b) => b.strength - a.strength || compareCitations(b.citation, a.citation));
  const citations = contributions.map(({ citation }) => citation);
  const [first, last] = findEnds(citations);
  const { label, kind } = index.graph.getNodeAttributes(node);
  const via = new Set<string>();
  for (const contribution of contributions) if (contribution.via !== undefined) via.add(contribution.via);
  const roles = countRoles(citations);
  const row: WorkRow = {
    node,
    label,
    kind,
    score: sumStrengths(contributions),
    reason: describeContributions(citations, roles),
    role: ROLES.find((role) => roles[role] > 0) ?? "spoke",
    first,
    last,
    via: [...via],
    citations,
  };
  const status = findStatus(citations)?.evidence.status;
  if (status) row.status = status;
  return row;
}

/** The first sentence counts whole, the second half, the third a third: the tenth hardly tells anything new. */
function sumStrengths(contributions: readonly Contribution[]): number {
  const sum = contributions.reduce((total, { strength }, index) => total + strength / (index + 1), 0);
  return Math.round(sum * 1000) / 1000;
}

function findEnds(citations: readonly Citation[]): [first: string, last: string] {
  let first = citations[0]?.date ?? "";
  let last = first;
  for (const { date } of citations) {
    if (date < first) first = date;
    if (date > last) last = date;
  }
  return [first, last];
}

function countRoles(citations: readonly Citation[]): Record<Role, number> {
  const counts: Record<Role, number> = { leads: 0, works: 0, promised: 0, spoke: 0 };
  for (const citation of citations) {
    const role = findRole(citation);
    if (role) counts[role] += 1;
  }
  return counts;
}

const ROLE_COUNTS: Readonly<Record<Role, (count: number) => string>> = {
  leads: (count) => `${count} of leading or maintaining`,
  works: (count) => `${count} of work`,
  promised: (count) => (count === 1 ? "1 promise" : `${count} promises`),
  spoke: (count) => `spoke ${count === 1 ? "once" : `${count} times`}`,
};

function describeContributions(
  citations: readonly Citation[],
  roles: Readonly<Record<Role, number>>,
): string {
  const parts: string[] = [];
  for (const role of ROLES) if (roles[role] > 0) parts.push(ROLE_COUNTS[role](roles[role]));
  let unsure = 0;
  for (const citation of citations) if (isUnsure(citation)) unsure += 1;
  const total = `${citations.length} ${citations.length === 1 ? "sentence" : "sentences"}`;
  return `${total}: ${parts.join(", ")}${unsure > 0 ? ` (${unsure} not a plain fact)` : ""}`;
}

function isUnsure({ relation, evidence: { modality } }: Citation): boolean {
  return modality !== undefined && !(relation === "committed_to" && modality === "planned");
}

const KIND_ORDER: readonly NodeKind[] = ["person", "topic", "organisation", "project", "meeting"];

function compareRows(a: WorkRow, b: WorkRow): number {
  return (
    b.score - a.score ||
    KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) ||
    compareCodeUnits(a.label, b.label) ||
    compareCodeUnits(a.node, b.node)
  );
}
