import { compareCodeUnits } from "../graph/compare-code-units.ts";
import type { EdgeAttributes, MinutesGraph } from "../model/graph-attributes.ts";
import { foldName } from "../model/node-key.ts";
import { MODALITIES, STATUSES } from "../model/schema.ts";
import { sortGradually } from "../graph/sort-gradually.ts";
import type { Communities, CommunityOf } from "./communities.ts";
import type { Chosen, FacetId } from "./view-state.ts";

/** Something that nodes or edges are asked for: each has some of its values. */
export interface Facet {
  title: string;
  /** What has its values. */
  of: "node" | "edge";
  /**
   * Gives the values of a node or an edge of the graph: none where it has nothing to do with it. Yields often.
   * @param communityOf wanted for communities alone
   */
  createReader(
    this: void,
    graph: MinutesGraph,
    communityOf?: CommunityOf,
  ): Generator<void, (key: string) => readonly string[]>;
  /** Gives a value as people read it. */
  createNamer(this: void, graph: MinutesGraph, communities?: Communities): (value: string) => string;
  /** The order in which values are listed, where it is not by how often they occur. */
  order?: readonly string[];
}

export const FACETS: Readonly<Record<FacetId, Facet>> = {
  organisation: {
    title: "Organisation",
    of: "node",
    createReader: readOrganisations,
    createNamer: (graph) => (value) =>
      graph.hasNode(value) ? graph.getNodeAttribute(value, "label") : value,
  },
  community: {
    title: "Community",
    of: "node",
    createReader: (_, communityOf) => atOnce((node) => (communityOf ? [String(communityOf(node))] : [])),
    createNamer: (_, communities) => (value) => communities?.byId.get(value)?.name ?? `number ${value}`,
  },
  status: readEvidence("Status", ({ evidence }) => evidence.flatMap(({ status }) => status ?? []), [
    ...STATUSES,
  ]),
  modality: readEvidence(
    "How it is said",
    ({ evidence }) => evidence.map(({ modality }) => modality ?? "plainly"),
    ["plainly", ...MODALITIES],
  ),
  confidence: readEvidence("Confidence", (edge) => [judge(edge)], ["high", "fair", "low"], {
    high: "high: said plainly, repeatedly",
    fair: "fair: said plainly, once",
    low: "low: planned, possible, asked",
  }),
  weight: readEvidence("Sentences a link has", ({ weight }) => [measure(weight)], [
    "1",
    "2",
    "3–4",
    "5–8",
    "9+",
  ]),
};

function readEvidence(
  title: string,
  read: (edge: EdgeAttributes) => readonly string[],
  order: readonly string[],
  names: Readonly<Record<string, string>> = {},
): Facet {
  return {
    title,
    of: "edge",
    order,
    createReader: (graph) => atOnce((edge) => read(graph.getEdgeAttributes(edge))),
    createNamer: () => (value) => names[value] ?? value,
  };
}

function judge({ evidence }: EdgeAttributes): string {
  const plain = evidence.filter(({ modality }) => modality === undefined).length;
  return plain > 1 ? "high" : plain === 1 ? "fair" : "low";
}

function measure(weight: number): string {
  if (weight < 3) return weight < 2 ? "1" : "2";
  return weight < 5 ? "3–4" : weight < 9 ? "5–8" : "9+";
}

/** What there is nothing to get ready for. */
// oxlint-disable-next-line require-yield
function* atOnce<Reader>(reader: Reader): Generator<void, Reader> {
  return reader;
}

/** So many nodes or edges are gone through without asking whether there is time. */
const STEP = 64;

/** Its people have an organisation, and so has what they have to do with. */
function* readOrganisations(graph: MinutesGraph): Generator<void, (node: string) => readonly string[]> {
  const own = new Map<string, Set<string>>();
  const note = (node: string, organisation: string): void => {
    const found = own.get(node);
    if (found) found.add(organisation);
    else own.set(node, new Set([organisation]));
  };
  let count = 0;
  for (const { node, attributes } of graph.nodeEntries()) {
    if (attributes.kind === "organisation") note(node, node);
    if (++count % STEP === 0) yield;
  }
  for (const { source, target, attributes } of graph.edgeEntries()) {
    if (attributes.relation === "affiliated_with") note(source, target);
    if (++count % STEP === 0) yield;
  }
  const actors = new Map([...own].map(([node, organisations]) => [node, [...organisations]] as const));
  for (const { source, target, attributes } of graph.edgeEntries()) {
    if (attributes.relation !== "affiliated_with")
      for (const organisation of actors.get(source) ?? []) note(target, organisation);
    if (++count % STEP === 0) yield;
  }
  return (node) => [...(own.get(node) ?? [])];
}

/** What is asked for, ready to be asked of every node and edge. */
export interface Facets {
  passesNode(this: void, node: string): boolean;
  passesEdge(this: void, edge: string): boolean;
  /** Whether anything is asked of edges. */
  asksEdges: boolean;
}

/**
 * Puts what a reader chose into tests of nodes and edges: one of a facet's values is enough, and every facet must be met.
 * Yields often, for graphs of any size.
 */
export function* createFacets(
  graph: MinutesGraph,
  { chosen, text }: { chosen: Chosen; text: string },
  communityOf: CommunityOf | undefined,
): Generator<void, Facets> {
  const tests = { node: [] as ((key: string) => boolean)[], edge: [] as ((key: string) => boolean)[] };
  for (const [id, values] of chosen) {
    const { of, createReader } = FACETS[id];
    const read = yield* createReader(graph, communityOf);
    tests[of].push((key) => read(key).some((value) => values.has(value)));
  }
  const named = yield* findNamed(graph, text);
  if (named) tests.node.push((node) => named.has(node));
  return {
    passesNode: (node) => tests.node.every((passes) => passes(node)),
    passesEdge: (edge) => tests.edge.every((passes) => passes(edge)),
    asksEdges: tests.edge.length > 0,
  };
}

/** The nodes whose names have the text, or about which a sentence has it; undefined where there is no text. */
function* findNamed(graph: MinutesGraph, text: string): Generator<void, ReadonlySet<string> | undefined> {
  const wanted = foldName(text);
  if (wanted === "") return undefined;
  const found = new Set<string>();
  let count = 0;
  for (const { node, attributes } of graph.nodeEntries()) {
    const { label, aliases } = attributes;
    if ([label, ...aliases].some((name) => foldName(name).includes(wanted))) found.add(node);
    if (++count % STEP === 0) yield;
  }
  for (const { source, target, attributes } of graph.edgeEntries()) {
    if (attributes.evidence.some(({ quote }) => foldName(quote).includes(wanted)))
      found.add(source).add(target);
    if (++count % STEP === 0) yield;
  }
  return found;
}

export interface FacetCount {
  value: string;
  name: string;
  /** In the whole graph. */
  total: number;
  /** Of what is shown. */
  shown: number;
}

/**
 * How often each value of a facet occurs, in the facet's order or else the most frequent first. Cost: linear; yields
 * often.
 */
export function* countFacet(
  graph: MinutesGraph,
  id: FacetId,
  shown: Readonly<Record<"nodes" | "edges", ReadonlySet<string>>>,
  communities: Communities | undefined,
): Generator<void, FacetCount[]> {
  const { of, order, createReader, createNamer } = FACETS[id];
  const read = yield* createReader(graph, communities?.of);
  const nameOf = createNamer(graph, communities);
  const isNode = of === "node";
  const counts = new Map<string, FacetCount>();
  let gone = 0;
  for (const key of isNode ? graph.nodes() : graph.edges()) {
    const isShown = (isNode ? shown.nodes : shown.edges).has(key);
    for (const value of new Set(read(key))) {
      let count = counts.get(value);
      if (!count) counts.set(value, (count = { value, name: nameOf(value), total: 0, shown: 0 }));
      count.total++;
      if (isShown) count.shown++;
    }
    if (++gone % STEP === 0) yield;
  }
  if (order) return order.flatMap((value) => counts.get(value) ?? []);
  return yield* sortGradually([...counts.values()], compareTotals);
}

const compareTotals = (a: FacetCount, b: FacetCount): number =>
  b.total - a.total || compareCodeUnits(a.value, b.value);
