import { compareCodeUnits } from "../../graph/compare-code-units.ts";
import type { Evidence, MinutesGraph } from "../../model/graph-attributes.ts";
import type { NodeKind, Relation, Status } from "../../model/schema.ts";

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

/**
 * All that a graph says of a node, in sections: strongest line first.
 * @param isSaid whether a sentence counts; all do where absent
 */
export function createCard(
  graph: MinutesGraph,
  node: string,
  isSaid: (piece: Evidence) => boolean = () => true,
): CardSection[] {
  return [...ORDER[graph.getNodeAttribute(node, "kind")], ...LAST].flatMap(([relation, direction]) => {
    const isSource = direction === "out";
    const lines = listLines({ graph, isSaid }, node, relation, isSource);
    if (lines.length === 0) return [];
    return [{ relation, isSource, title: TITLES[relation][isSource ? 0 : 1], lines }];
  });
}

interface Source {
  graph: MinutesGraph;
  isSaid: (piece: Evidence) => boolean;
}

function listLines(
  { graph, isSaid }: Source,
  node: string,
  relation: Relation,
  isSource: boolean,
): CardLine[] {
  const edges = isSource ? graph.outEdges(node) : graph.inEdges(node);
  return edges
    .filter((edge) => graph.getEdgeAttribute(edge, "relation") === relation)
    .map((edge) => {
      const other = graph.opposite(node, edge);
      const { label, kind } = graph.getNodeAttributes(other);
      const evidence = graph.getEdgeAttribute(edge, "evidence").filter(isSaid);
      const status = evidence.findLast((piece) => piece.status !== undefined)?.status;
      return { node: other, label, kind, evidence, ...(status ? { status } : {}) };
    })
    .filter(({ evidence }) => evidence.length > 0)
    .sort((a, b) => b.evidence.length - a.evidence.length || compareCodeUnits(a.label, b.label));
}
