// The worker that lays out a part of a large graph.
import { computeLayout } from "../../graph/assign-layout.ts";
import { createMinutesGraph } from "../../graph/create-minutes-graph.ts";
import { NODE_KINDS, RELATIONS } from "../../model/schema.ts";
import type { MemberPlaces, PackedMembers } from "./member-message.ts";

/** Keys in the order of the places. */
const keyOf = (place: number): string => String(place).padStart(9, "0");

self.addEventListener("message", ({ data }: MessageEvent<PackedMembers>) => {
  const { kinds, sources, targets, relations, weights } = data;
  const graph = createMinutesGraph();
  graph.replaceAttributes({ version: "1", documents: {}, joins: [], diagnostics: [] });
  kinds.forEach((kind, place) => {
    const [key, own] = [keyOf(place), { aliases: [], x: 0, y: 0, degree: 0, community: 0 }];
    graph.addNode(key, { kind: NODE_KINDS[kind] ?? "topic", label: key, ...own });
  });
  sources.forEach((source, edge) => {
    const relation = RELATIONS[relations[edge] ?? 0] ?? "related_to";
    const attributes = { relation, weight: weights[edge] ?? 1, evidence: [] };
    graph.addDirectedEdgeWithKey(keyOf(edge), keyOf(source), keyOf(targets[edge] ?? 0), attributes);
  });
  const layout = computeLayout(graph);
  const places: MemberPlaces = new Float64Array(2 * kinds.length);
  for (const place of kinds.keys()) {
    const point = layout.get(keyOf(place));
    places.set([point?.x ?? 0, point?.y ?? 0], 2 * place);
  }
  self.postMessage(places, { transfer: [places.buffer] });
});
