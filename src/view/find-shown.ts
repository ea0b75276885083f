import type { Connection } from "../graph/find-path.ts";
import type { MinutesGraph } from "../model/graph-attributes.ts";
import type { NodeKind, Relation } from "../model/schema.ts";
import type { CommunityOf } from "./communities.ts";
import type { Counts } from "./count-kinds.ts";
import { EveryKey } from "./every-key.ts";
import { createFacets, type Facets } from "./facets.ts";
import type { PathEnds, ViewState } from "./view-state.ts";

/** What filters and focus leave. */
export interface Shown {
  nodes: ReadonlySet<string>;
  edges: ReadonlySet<string>;
  /** What they take away and the picture still shows faintly; nothing where it is to be gone. */
  faint?: { nodes: ReadonlySet<string>; edges: ReadonlySet<string> };
  /** How many there are of each kind and relation; absent where nothing is filtered out by more than these. */
  counts?: Counts;
}

/** What is shown whatever the filters say, since the reader asked for it by name. */
export interface Wanted {
  nodes: ReadonlySet<string>;
  edges: ReadonlySet<string>;
}

/** Everything, without a copy of it. */
export function showAll(graph: MinutesGraph): Shown {
  return {
    nodes: new EveryKey(
      graph.order,
      (key) => graph.hasNode(key),
      () => graph.nodes(),
    ),
    edges: new EveryKey(
      graph.size,
      (key) => graph.hasEdge(key),
      () => graph.edges(),
    ),
  };
}

/** What of a view's state says what is shown. */
export type Filter = Pick<
  ViewState,
  "hiddenKinds" | "hiddenRelations" | "hiddenNodes" | "steps" | "rest" | "chosen" | "text"
>;

/** What a view is narrowed down by, besides its filter. */
export interface Focus {
  /** The node that steps are counted from. */
  start: string | undefined;
  /** Shown in any case, except where hidden by name. */
  wanted: Wanted;
  /** What was said in the time that the reader chose; absent for all time. */
  spanned: Wanted | undefined;
  /** Asked where the filter asks for a community. */
  communityOf?: CommunityOf | undefined;
}

/** What is shown in any case: the neighbours of what is expanded, and the way between two nodes. */
export function findWanted(
  graph: MinutesGraph,
  { expanded, hiddenRelations }: Pick<ViewState, "expanded" | "hiddenRelations">,
  { ends, connection }: { ends: PathEnds | undefined; connection: Connection | undefined },
): Wanted {
  const [nodes, edges] = [new Set<string>(), new Set<string>()];
  for (const node of expanded) {
    if (!graph.hasNode(node)) continue;
    nodes.add(node);
    forEachNeighbour(graph, node, hiddenRelations, (other, edge) => {
      nodes.add(other);
      edges.add(edge);
    });
  }
  if (ends) nodes.add(ends.from).add(ends.to);
  for (const { from, to } of connection?.shortest.steps ?? []) nodes.add(from).add(to);
  return { nodes, edges };
}

/** So many nodes or edges are gone through without asking whether there is time. */
const STEP = 64;

/**
 * What the view's filter and focus leave of a graph; yields often, for graphs of any size. Cost: linear.
 */
export function* findShown(graph: MinutesGraph, filter: Filter, focus: Focus): Generator<void, Shown> {
  const { wanted, spanned } = focus;
  const { hiddenRelations } = filter;
  const facets = yield* createFacets(graph, filter, focus.communityOf);
  const nodes = yield* findNodes(graph, filter, { ...focus, facets });
  const edges = new Set<string>();
  let count = 0;
  for (const { edge, source, target, attributes } of graph.edgeEntries()) {
    if (++count % STEP === 0) yield;
    if (!nodes.has(source) || !nodes.has(target)) continue;
    const isSaid = !spanned || spanned.edges.has(edge);
    const passes = isSaid && !hiddenRelations.has(attributes.relation) && facets.passesEdge(edge);
    if (passes || wanted.edges.has(edge)) edges.add(edge);
  }
  if (facets.asksEdges) yield* dropLonely(graph, { nodes, edges }, wanted);
  const shown = { nodes, edges, counts: yield* countShown(graph, nodes, edges) };
  if (filter.rest !== "faint") return shown;
  return { ...shown, faint: yield* findFaint(graph, filter, shown) };
}

function* countShown(
  graph: MinutesGraph,
  nodes: ReadonlySet<string>,
  edges: ReadonlySet<string>,
): Generator<void, Counts> {
  const kinds = new Map<NodeKind, number>();
  const relations = new Map<Relation, number>();
  let count = 0;
  for (const node of nodes) {
    if (++count % STEP === 0) yield;
    const kind = graph.getNodeAttribute(node, "kind");
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  for (const edge of edges) {
    if (++count % STEP === 0) yield;
    const relation = graph.getEdgeAttribute(edge, "relation");
    relations.set(relation, (relations.get(relation) ?? 0) + 1);
  }
  return { kinds, relations };
}

function* findNodes(
  graph: MinutesGraph,
  filter: Filter,
  { start, wanted, spanned, facets }: Focus & { facets: Facets },
): Generator<void, Set<string>> {
  const { hiddenKinds, hiddenNodes } = filter;
  const near = start === undefined ? undefined : findNear(graph, start, filter, spanned);
  const nodes = new Set<string>();
  let count = 0;
  for (const { node, attributes } of graph.nodeEntries()) {
    if (++count % STEP === 0) yield;
    if (hiddenNodes.has(node)) continue;
    const isSaid = !spanned || spanned.nodes.has(node);
    const isNear = !near || near.has(node);
    const passes = isSaid && !hiddenKinds.has(attributes.kind) && isNear && facets.passesNode(node);
    if (passes || wanted.nodes.has(node)) nodes.add(node);
  }
  return nodes;
}

/** Who asks for certain links does not ask for nodes that have none of them. */
function* dropLonely(
  graph: MinutesGraph,
  { nodes, edges }: { nodes: Set<string>; edges: ReadonlySet<string> },
  wanted: Wanted,
): Generator<void> {
  const linked = new Set<string>();
  let count = 0;
  for (const edge of edges) {
    linked.add(graph.source(edge)).add(graph.target(edge));
    if (++count % STEP === 0) yield;
  }
  for (const node of nodes) {
    if (!linked.has(node) && !wanted.nodes.has(node)) nodes.delete(node);
    if (++count % STEP === 0) yield;
  }
}

function* findFaint(
  graph: MinutesGraph,
  { hiddenNodes, hiddenRelations }: Filter,
  shown: Shown,
): Generator<void, NonNullable<Shown["faint"]>> {
  const nodes = new Set<string>();
  const edges = new Set<string>();
  let count = 0;
  for (const { node } of graph.nodeEntries()) {
    if (!shown.nodes.has(node) && !hiddenNodes.has(node)) nodes.add(node);
    if (++count % STEP === 0) yield;
  }
  const isThere = (node: string): boolean => nodes.has(node) || shown.nodes.has(node);
  for (const { edge, source, target, attributes } of graph.edgeEntries()) {
    if (++count % STEP === 0) yield;
    if (shown.edges.has(edge) || hiddenRelations.has(attributes.relation)) continue;
    if (isThere(source) && isThere(target)) edges.add(edge);
  }
  return { nodes, edges };
}

function findNear(
  graph: MinutesGraph,
  start: string,
  { steps, hiddenRelations, hiddenNodes }: Filter,
  spanned: Wanted | undefined,
): ReadonlySet<string> {
  const near = new Set([start]);
  let edge = [start];
  for (let step = 0; step < steps; step++) {
    const next: string[] = [];
    for (const node of edge)
      forEachNeighbour(graph, node, hiddenRelations, (other, link) => {
        if (near.has(other) || hiddenNodes.has(other) || (spanned && !spanned.edges.has(link))) return;
        near.add(other);
        next.push(other);
      });
    edge = next;
  }
  return near;
}

/** Calls back with every neighbour over a relation that is not hidden, and the edge. */
export function forEachNeighbour(
  graph: MinutesGraph,
  node: string,
  hiddenRelations: ReadonlySet<Relation>,
  visit: (other: string, edge: string) => void,
): void {
  graph.forEachEdge(node, (edge, { relation }, source, target) => {
    if (!hiddenRelations.has(relation)) visit(source === node ? target : source, edge);
  });
}
