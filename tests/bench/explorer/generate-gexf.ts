import { createRandom } from "../../../src/graph/create-random.ts";

const KINDS = ["person", "organisation", "project", "topic"];
const COLOURS = [
  { r: 78, g: 121, b: 167 },
  { r: 242, g: 142, b: 43 },
  { r: 89, g: 161, b: 79 },
  { r: 176, g: 122, b: 161 },
];

/**
 * A GEXF file of so many nodes in round groups and so many edges without order; the same numbers give the same file.
 * Every node has a kind, a place, a size by its degree and a colour; every edge a weight from 1 to 5.
 */
export function generateGexf(nodeCount: number, edgeCount: number): string {
  const random = createRandom(nodeCount);
  const pairs = pickPairs(random, nodeCount, edgeCount);
  const degrees = new Uint32Array(nodeCount);
  for (const [source, target] of pairs)
    for (const end of [source, target]) degrees[end] = (degrees[end] ?? 0) + 1;
  const groups = Math.max(5, Math.round(Math.sqrt(nodeCount) / 4));
  const centres = Array.from(
    { length: groups },
    () => [spread(random) * 1000, spread(random) * 1000] as const,
  );
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">',
    '<graph defaultedgetype="undirected">',
    '<attributes class="node"><attribute id="kind" title="kind" type="string"/></attributes>',
    "<nodes>",
  ];
  for (let node = 0; node < nodeCount; node++) {
    const kind = Math.floor(random() * KINDS.length);
    const [left, top] = centres[node % groups] ?? [0, 0];
    const { r, g, b } = COLOURS[kind] as (typeof COLOURS)[number];
    const [x, y] = [left + spread(random) * 120, top + spread(random) * 120];
    lines.push(
      `<node id="n${node}" label="${KINDS[kind]} ${node}"><attvalues><attvalue for="kind" value="${KINDS[kind]}"/></attvalues>` +
        `<viz:position x="${x.toFixed(3)}" y="${y.toFixed(3)}" z="0"/><viz:color r="${r}" g="${g}" b="${b}"/>` +
        `<viz:size value="${(2 + Math.sqrt(degrees[node] ?? 0)).toFixed(2)}"/></node>`,
    );
  }
  lines.push("</nodes>", "<edges>");
  pairs.forEach(([source, target], edge) => {
    const weight = 1 + Math.floor(random() * 5);
    lines.push(`<edge id="e${edge}" source="n${source}" target="n${target}" weight="${weight}"/>`);
  });
  lines.push("</edges>", "</graph>", "</gexf>", "");
  return lines.join("\n");
}

function pickPairs(random: () => number, nodeCount: number, edgeCount: number): [number, number][] {
  const pairs = new Map<number, [number, number]>();
  while (pairs.size < edgeCount) {
    const [a, b] = [Math.floor(random() * nodeCount), Math.floor(random() * nodeCount)];
    if (a !== b) pairs.set(Math.min(a, b) * nodeCount + Math.max(a, b), [a, b]);
  }
  return [...pairs.values()];
}

/** Normally distributed, by the polar form of Box and Muller. */
function spread(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
