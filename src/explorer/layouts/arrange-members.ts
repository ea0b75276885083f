import type { MinutesGraph } from "../../model/graph-attributes.ts";
import { NODE_KINDS, RELATIONS } from "../../model/schema.ts";
import { keepStartPlace } from "../canvas/start-places.ts";
import { runInSlices } from "../run-in-slices.ts";
import type { Place } from "./layout.ts";
import type { MemberPlaces, PackedMembers } from "./member-message.ts";

/** So many nodes or edges are gone through without asking whether there is time. */
const STEP = 64;
/** Members that spread over so much of the picture are not together in it. */
const SCATTERED = 0.6;

/**
 * Lays out some nodes of a large graph by the links between them, where their places in the file say nothing of them,
 * within the same stretch of the picture.
 * @returns what brings them back to where they were; undefined where they lie together already
 */
export async function arrangeMembers(
  graph: MinutesGraph,
  members: readonly string[],
  signal: AbortSignal,
): Promise<(() => void) | undefined> {
  if (!(await runInSlices(areScattered(graph, members), signal))) return undefined;
  const packed = await runInSlices(packMembers(graph, members), signal);
  const found = await computeInWorker(packed, signal);
  const places = fitInto(measure(members.map((node) => graph.getNodeAttributes(node))), found);
  const before = await runInSlices(move(graph, members, places), signal);
  return () => {
    for (const [index, node] of members.entries()) {
      const [place, old] = [places[index], before[index]];
      // What was moved since stays there.
      if (graph.hasNode(node) && place && old && isAt(graph, node, place))
        graph.mergeNodeAttributes(node, old);
    }
  };
}

const isAt = (graph: MinutesGraph, node: string, { x, y }: Place): boolean =>
  graph.getNodeAttribute(node, "x") === x && graph.getNodeAttribute(node, "y") === y;

/** By the mean distance from the middle, against that of the whole graph. */
function* areScattered(graph: MinutesGraph, members: readonly string[]): Generator<void, boolean> {
  const own = yield* measureSpread(graph, members);
  const all = yield* measureSpread(graph, graph.nodes());
  return members.length > 2 && own > SCATTERED * all;
}

function* measureSpread(graph: MinutesGraph, nodes: readonly string[]): Generator<void, number> {
  let [x, y, sum, count] = [0, 0, 0, 0];
  for (const node of nodes) {
    if (++count % STEP === 0) yield;
    x += graph.getNodeAttribute(node, "x") / nodes.length;
    y += graph.getNodeAttribute(node, "y") / nodes.length;
  }
  for (const node of nodes) {
    if (++count % STEP === 0) yield;
    sum += Math.hypot(graph.getNodeAttribute(node, "x") - x, graph.getNodeAttribute(node, "y") - y);
  }
  return sum / Math.max(1, nodes.length);
}

function* packMembers(graph: MinutesGraph, members: readonly string[]): Generator<void, PackedMembers> {
  const places = new Map(members.map((node, place) => [node, place]));
  const kinds = new Uint8Array(members.length);
  const edges: [source: number, target: number, relation: number, weight: number][] = [];
  for (const [place, node] of members.entries()) {
    if (place % STEP === 0) yield;
    kinds[place] = NODE_KINDS.indexOf(graph.getNodeAttribute(node, "kind"));
    graph.forEachOutEdge(node, (_, { relation, weight }, __, target) => {
      const end = places.get(target);
      if (end !== undefined) edges.push([place, end, RELATIONS.indexOf(relation), weight]);
    });
  }
  return {
    kinds,
    sources: Uint32Array.from(edges, ([source]) => source),
    targets: Uint32Array.from(edges, ([, target]) => target),
    relations: Uint8Array.from(edges, ([, , relation]) => relation),
    weights: Float64Array.from(edges, ([, , , weight]) => weight),
  };
}

function computeInWorker(packed: PackedMembers, signal: AbortSignal): Promise<MemberPlaces> {
  const worker = new Worker(new URL("./member-worker.ts", import.meta.url), { type: "module" });
  const found = new Promise<MemberPlaces>((resolve, reject) => {
    worker.addEventListener("message", ({ data }: MessageEvent<MemberPlaces>) => resolve(data));
    worker.addEventListener("error", ({ message }) =>
      reject(new Error(message || "the worker did not start")),
    );
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    worker.postMessage(
      packed,
      Object.values(packed).map(({ buffer }: { buffer: ArrayBuffer }) => buffer),
    );
  });
  return found.finally(() => worker.terminate());
}

interface Extent {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function measure(places: readonly Place[]): Extent {
  const extent = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const { x, y } of places) {
    extent.left = Math.min(extent.left, x);
    extent.right = Math.max(extent.right, x);
    extent.top = Math.min(extent.top, y);
    extent.bottom = Math.max(extent.bottom, y);
  }
  return extent;
}

function fitInto(room: Extent, found: MemberPlaces): Place[] {
  const places = Array.from({ length: found.length / 2 }, (_, place) => ({
    x: found[2 * place] ?? 0,
    y: found[2 * place + 1] ?? 0,
  }));
  const own = measure(places);
  const across = (room.right - room.left) / (own.right - own.left || 1);
  const down = (room.bottom - room.top) / (own.bottom - own.top || 1);
  const scale = Math.min(...[across, down].filter((part) => part > 0), Number.MAX_VALUE);
  return places.map(({ x, y }) => ({
    x: (room.left + room.right) / 2 + (x - (own.left + own.right) / 2) * scale,
    y: (room.top + room.bottom) / 2 + (y - (own.top + own.bottom) / 2) * scale,
  }));
}

function* move(
  graph: MinutesGraph,
  members: readonly string[],
  places: readonly Place[],
): Generator<void, Place[]> {
  const before: Place[] = [];
  for (const [index, node] of members.entries()) {
    if (index % STEP === 0) yield;
    const { x, y } = graph.getNodeAttributes(node);
    before.push({ x, y });
    keepStartPlace(graph, node);
    graph.mergeNodeAttributes(node, { ...places[index] });
  }
  return before;
}
