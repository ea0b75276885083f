import type { EdgeDisplayData, NodeDisplayData } from "sigma/types";
import type { Picture, PictureEdge, PictureNode } from "../../formats/write-svg.ts";
import { KINDS, NODE_KINDS, RELATION_DEFINITIONS, RELATIONS } from "../../model/schema.ts";
import { findLabels, type OverlayScene } from "./draw-overlay.ts";

/** How the canvas shows a node or an edge just now. */
export interface Looks {
  node(this: void, key: string): Partial<NodeDisplayData>;
  edge(this: void, key: string): Partial<EdgeDisplayData>;
}

/** What is seen of the graph, in the pixels of the screen: what is not lifted is faint. */
export function describePicture(
  context: CanvasRenderingContext2D,
  scene: OverlayScene,
  looks: Looks,
): Picture {
  const { sigma, theme, paints } = scene;
  const { width, height } = sigma.getDimensions();
  const lifted = findLifted(scene);
  const isColouredByKind = scene.ranking.every((key) => paints.groupOf(key) === undefined);
  return {
    width,
    height,
    background: theme.background,
    text: theme.text,
    font: theme.font,
    edges: describeEdges(scene, looks, lifted),
    nodes: describeNodes(scene, looks, lifted),
    labels: findLabels(context, scene, lifted),
    legend: describeLegend(scene, isColouredByKind),
  };
}

/** The nodes that stand out: a neighbourhood, a selection or a way; undefined where all do. */
function findLifted({ graph, shown, active, several, way }: OverlayScene): ReadonlySet<string> | undefined {
  if (active === undefined || !graph.hasNode(active)) {
    const chosen = several.length > 0 ? several : way;
    return chosen.length > 0 ? new Set(chosen) : undefined;
  }
  const lifted = new Set([active]);
  graph.forEachEdge(active, (edge, _, source, target) => {
    if (shown.edges.has(edge)) lifted.add(source).add(target);
  });
  return lifted;
}

function describeNodes(scene: OverlayScene, looks: Looks, lifted?: ReadonlySet<string>): PictureNode[] {
  const { sigma, graph, ranking } = scene;
  const { width, height } = sigma.getDimensions();
  return ranking.toReversed().flatMap((key) => {
    const { hidden, color = "", size = 0 } = looks.node(key);
    if (hidden) return [];
    const { x, y, kind } = graph.getNodeAttributes(key);
    const at = sigma.graphToViewport({ x, y });
    const radius = sigma.scaleSize(size);
    const isSeen = at.x > -radius && at.y > -radius && at.x < width + radius && at.y < height + radius;
    return isSeen ? [{ kind, ...at, radius, color, isFaint: lifted?.has(key) === false }] : [];
  });
}

function describeEdges(scene: OverlayScene, looks: Looks, lifted?: ReadonlySet<string>): PictureEdge[] {
  const { sigma, graph, curves, active } = scene;
  const { width, height } = sigma.getDimensions();
  const locate = (key: string) => sigma.graphToViewport(graph.getNodeAttributes(key));
  return graph
    .mapEdges((edge, _, source, target) => {
      const { hidden, color = "", size = 1 } = looks.edge(edge);
      if (hidden) return [];
      const [from, to] = [locate(source), locate(target)];
      const isBeside = Math.max(from.x, to.x) < 0 || Math.min(from.x, to.x) > width;
      if (isBeside || Math.max(from.y, to.y) < 0 || Math.min(from.y, to.y) > height) return [];
      const isLifted = lifted === undefined || (lifted.has(source) && lifted.has(target));
      const isOwn = active === undefined || lifted === undefined || source === active || target === active;
      const bend = curves.get(edge) ?? 0;
      return [{ from, to, bend, thickness: sigma.scaleSize(size), color, isFaint: !isLifted || !isOwn }];
    })
    .flat();
}

/** The kinds and relations that are shown; shapes alone where colours tell something else. */
function describeLegend({ graph, shown, theme }: OverlayScene, isColouredByKind: boolean): Picture["legend"] {
  const kinds = new Set([...shown.nodes].map((key) => graph.getNodeAttribute(key, "kind")));
  const relations = new Set([...shown.edges].map((key) => graph.getEdgeAttribute(key, "relation")));
  return {
    kinds: NODE_KINDS.filter((kind) => kinds.has(kind)).map((kind) => ({
      kind,
      name: KINDS[kind].plural,
      color: isColouredByKind ? theme.kinds[kind] : theme.text,
    })),
    relations: RELATIONS.filter((relation) => relations.has(relation)).map((relation) => ({
      name: RELATION_DEFINITIONS[relation].label,
      color: theme.relations[relation],
    })),
  };
}
