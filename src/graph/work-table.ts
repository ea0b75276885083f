import type { NodeKind, Status } from "../model/schema.ts";
import type { Citation } from "./citation.ts";
import { compareCodeUnits } from "./compare-code-units.ts";
import { citeFact, computeDecays, type FactTable, getFactTable, NO_ROLE } from "./fact-table.ts";
import type { QueryIndex } from "./query-index.ts";
import { findStatus } from "./status.ts";
import { findRole, type Role, ROLES } from "./strength.ts";

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

/** What one fact says for a node. */
interface Contribution {
  fact: number;
  edge: number;
  strength: number;
  /** The node of the table that it was counted through; -1 where it is about the node itself. */
  via: number;
}

/** A row of which only its place is known yet: most rows of a long answer are never shown. */
export interface RankedWork extends Pick<WorkRow, "node" | "label" | "kind" | "score" | "role"> {
  /** Strongest first; never empty. */
  contributions: readonly Contribution[];
}

/**
 * Collects what speaks for each node; a sentence counts once for a node, as the strongest thing that it says.
 *
 * Nodes, edges and facts are those of the fact table.
 */
export interface WorkTable {
  add: (node: number, contribution: Omit<Contribution, "strength">, discount?: number) => void;
  /** Strongest first; at equal strength people before organisations, then by name. */
  rank: () => RankedWork[];
}

/** @param asOf the day on which the question is asked, ISO 8601 */
export function createWorkTable(index: QueryIndex, asOf: string): WorkTable {
  const table = getFactTable(index);
  const decays = computeDecays(table, asOf);
  const rows = new Map<number, Contribution[]>();
  return {
    add(node, { fact, edge, via }, discount = 1) {
      const day = table.days[table.sentences[fact] ?? 0] ?? 0;
      const strength = (table.strengths[fact] ?? 0) * (decays[day] ?? 0) * discount;
      if (strength <= 0) return;
      const row = rows.get(node);
      if (row) row.push({ fact, edge, strength, via });
      else rows.set(node, [{ fact, edge, strength, via }]);
    },
    rank: () => {
      const takeOnce = createOnceTaker(table);
      return [...rows]
        .map(([node, row]) => rankNode(index, table, node, takeOnce(node, row)))
        .sort(compareRows);
    },
  };
}

/** Orders what speaks for a node, the strongest and then the latest first, and leaves each sentence in it once. */
function createOnceTaker({ sentences, days }: FactTable) {
  const takenFor = new Int32Array(days.length).fill(-1);
  const sentenceOf = ({ fact }: Contribution): number => sentences[fact] ?? 0;
  return (node: number, row: Contribution[]): Contribution[] => {
    if (row.length === 1) return row;
    row.sort((a, b) => b.strength - a.strength || sentenceOf(b) - sentenceOf(a));
    return row.filter((contribution) => {
      const sentence = sentenceOf(contribution);
      const isNew = takenFor[sentence] !== node;
      takenFor[sentence] = node;
      return isNew;
    });
  };
}

function rankNode(
  { graph }: QueryIndex,
  table: FactTable,
  id: number,
  contributions: readonly Contribution[],
): RankedWork {
  const node = table.nodes[id] ?? "";
  const { label, kind } = graph.getNodeAttributes(node);
  let role: number = NO_ROLE;
  for (const { fact } of contributions) role = Math.min(role, table.roles[fact] ?? NO_ROLE);
  return {
    node,
    label,
    kind,
    score: sumStrengths(contributions),
    role: ROLES[role] ?? "spoke",
    contributions,
  };
}

/** Tells in full what speaks for a node. */
export function describeWork(index: QueryIndex, ranked: RankedWork): WorkRow {
  const { node, label, kind, score, role } = ranked;
  const table = getFactTable(index);
  const citations = ranked.contributions.map((contribution) => citeFact(index, table, contribution));
  const [first, last] = findEnds(citations);
  const via = new Set<string>();
  for (const { via: through } of ranked.contributions) if (through >= 0) via.add(table.nodes[through] ?? "");
  const row: WorkRow = {
    node,
    label,
    kind,
    score,
    reason: describeContributions(citations, countRoles(citations)),
    role,
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

function compareRows(a: RankedWork, b: RankedWork): number {
  return (
    b.score - a.score ||
    KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) ||
    compareCodeUnits(a.label, b.label) ||
    compareCodeUnits(a.node, b.node)
  );
}
