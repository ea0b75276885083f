import type { MinutesGraph } from "../../model/graph-attributes.ts";
import type { Relation } from "../../model/schema.ts";
import { EveryKey } from "./every-key.ts";
import type { Facets } from "./facets.ts";
import type { ViewState } from "./view-state.ts";

/** What filters and focus leave. */
export interface Shown {
  nodes: ReadonlySet<string>;
  edges: ReadonlySet<string>;
  /** What they take away and the picture still shows faintly; nothing where it is to be gone. */
  faint?: { nodes: ReadonlySet<string>; edges: ReadonlySet<string> };
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

/** What a view is narrowed down by, besides its state. */
export interface Focus {
  /** The node that steps are counted from. */
  selected: string | undefined;
  /** What nodes and edges are asked for. */
  facets: Facets;
  /** Shown in any case, except where hidden by name. */
  wanted: Wanted;
  /** What was said in the time that the reader chose; absent for all time. */
  spanned: Wanted | undefined;
}

/**
 * What the view's filters and focus leave of a graph. Cost: linear.
 */
export function findShown(
  graph: MinutesGraph,
  state: ViewState,
  { selected, facets, wanted, spanned }: Focus,
): Shown {
  const { hiddenKinds, hiddenRelations, hiddenNodes, steps } = state;
  const near = steps > 0 && selected !== undefined ? findNear(graph, selected, state, spanned) : undefined;
  const nodes = new Set<string>();
  const edges = new Set<string>();
  graph.forEachNode((node, { kind }) => {
    if (hiddenNodes.has(node)) return;
    const isSaid = !spanned || spanned.nodes.has(node);
    const passes = isSaid && !hiddenKinds.has(kind) && (!near || near.has(node)) && facets.passesNode(node);
    if (passes || wanted.nodes.has(node)) nodes.add(node);
  });
  graph.forEachEdge((edge, { relation }, source, target) => {
    if (!nodes.has(source) || !nodes.has(target)) return;
    const isSaid = !spanned || spanned.edges.has(edge);
    const passes = isSaid && !hiddenRelations.has(relation) && facets.passesEdge(edge);
    if (passes || wanted.edges.has(edge)) edges.add(edge);
  });
  if (facets.asksEdges) dropLonely(graph, { nodes, edges }, wanted);
  return state.rest === "faint"
    ? { nodes, edges, faint: findFaint(graph, state, { nodes, edges }) }
    : { nodes, edges };
}

/** Who asks for certain links does not ask for nodes that have none of them. */
function dropLonely(
  graph: MinutesGraph,
  { nodes, edges }: { nodes: Set<string>; edges: ReadonlySet<string> },
  wanted: Wanted,
): void {
  const linked = new Set<string>();
  for (const edge of edges) linked.add(graph.source(edge)).add(graph.target(edge));
  for (const node of nodes) if (!linked.has(node) && !wanted.nodes.has(node)) nodes.delete(node);
}

function findFaint(graph: MinutesGraph, state: ViewState, shown: Shown): NonNullable<Shown["faint"]> {
  const nodes = new Set<string>();
  const edges = new Set<string>();
  graph.forEachNode((node) => {
    if (!shown.nodes.has(node) && !state.hiddenNodes.has(node)) nodes.add(node);
  });
  const isThere = (node: string): boolean => nodes.has(node) || shown.nodes.has(node);
  graph.forEachEdge((edge, { relation }, source, target) => {
    if (shown.edges.has(edge) || state.hiddenRelations.has(relation)) return;
    if (isThere(source) && isThere(target)) edges.add(edge);
  });
  return { nodes, edges };
}

function findNear(
  graph: MinutesGraph,
  start: string,
  { steps, hiddenRelations, hiddenNodes }: ViewState,
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
