import { compareCodeUnits } from "../../graph/compare-code-units.ts";
import type { Evidence, MinutesGraph } from "../../model/graph-attributes.ts";
import type { NodeKind, Relation, Status } from "../../model/schema.ts";
import { sortGradually } from "../../graph/sort-gradually.ts";

/** One neighbour of a node in one relation, with the sentences that say so. */
export interface CardLine {
  node: string;
  label: string;
  kind: NodeKind;
  /** The status that the latest sentence with one gives. */
  status?: Status;
  evidence: readonly Evidence[];
}

export interface CardSection {
  relation: Relation;
  /** Whether the node is what the relation goes out from. */
  isSource: boolean;
  title: string;
  lines: readonly CardLine[];
}

/** What is asked for first stands first. */
const ORDER: Readonly<Record<NodeKind, readonly (readonly [Relation, "out" | "in"])[]>> = {
  person: [
    ["affiliated_with", "out"],
    ["works_on", "out"],
    ["committed_to", "out"],
    ["discussed", "out"],
    ["attended", "out"],
  ],
  organisation: [
    ["affiliated_with", "in"],
    ["works_on", "out"],
    ["committed_to", "out"],
    ["discussed", "out"],
  ],
  project: [
    ["works_on", "in"],
    ["committed_to", "in"],
    ["discussed", "in"],
    ["part_of", "in"],
    ["part_of", "out"],
    ["covered", "in"],
  ],
  topic: [
    ["works_on", "in"],
    ["committed_to", "in"],
    ["discussed", "in"],
    ["part_of", "out"],
    ["covered", "in"],
  ],
  meeting: [
    ["attended", "in"],
    ["covered", "out"],
  ],
};

const TITLES: Readonly<Record<Relation, readonly [out: string, into: string]>> = {
  affiliated_with: ["Is with", "Its people"],
  works_on: ["Works on", "Who works on it"],
  committed_to: ["Promised", "Who promised to act"],
  discussed: ["Spoke about", "Who spoke about it"],
  attended: ["Attended", "Attended by"],
  covered: ["Covered", "Came up in"],
  part_of: ["Is part of", "Its parts"],
  related_to: ["Related to", "Related from"],
};

const LAST: readonly (readonly [Relation, "out" | "in"])[] = [
  ["related_to", "out"],
  ["related_to", "in"],
];

/** So many edges are gone through without asking whether there is time. */
const STEP = 64;

/**
 * All that a graph says of a node, in sections: strongest line first. Yields often, for nodes with any number of edges.
 * @param isSaid whether a sentence counts; all do where absent
 */
export function* createCard(
  graph: MinutesGraph,
  node: string,
  isSaid: (piece: Evidence) => boolean = () => true,
): Generator<void, CardSection[]> {
  const lines = yield* listLines(graph, node, isSaid);
  const sections: CardSection[] = [];
  for (const [relation, direction] of [...ORDER[graph.getNodeAttribute(node, "kind")], ...LAST]) {
    const own = lines[direction].get(relation);
    if (!own) continue;
    const isSource = direction === "out";
    const sorted = yield* sortGradually(own, compareLines);
    sections.push({ relation, isSource, title: TITLES[relation][isSource ? 0 : 1], lines: sorted });
  }
  return sections;
}

type Lines = Record<"out" | "in", Map<Relation, CardLine[]>>;

function* listLines(
  graph: MinutesGraph,
  node: string,
  isSaid: (piece: Evidence) => boolean,
): Generator<void, Lines> {
  const lines: Lines = { out: new Map(), in: new Map() };
  let count = 0;
  for (const { attributes, source, target } of graph.edgeEntries(node)) {
    if (++count % STEP === 0) yield;
    const evidence = attributes.evidence.filter(isSaid);
    if (evidence.length === 0) continue;
    const other = source === node ? target : source;
    const { label, kind } = graph.getNodeAttributes(other);
    const status = evidence.findLast((piece) => piece.status !== undefined)?.status;
    const own = lines[source === node ? "out" : "in"];
    const line = { node: other, label, kind, evidence, ...(status ? { status } : {}) };
    const list = own.get(attributes.relation);
    if (list) list.push(line);
    else own.set(attributes.relation, [line]);
  }
  return lines;
}

const compareLines = (a: CardLine, b: CardLine): number =>
  b.evidence.length - a.evidence.length || compareCodeUnits(a.label, b.label);
