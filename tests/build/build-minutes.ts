import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildGraph, type SourceFile } from "../../src/build-graph.ts";
import { parseGazetteer } from "../../src/extract/gazetteer.ts";
import { createMinutesGraph } from "../../src/graph/create-minutes-graph.ts";
import type { Corrections } from "../../src/model/gazetteer.ts";
import type { Evidence, MinutesGraph } from "../../src/model/graph-attributes.ts";
import type { NodeKind, Relation } from "../../src/model/schema.ts";

const data = fileURLToPath(new URL("../../graph-data/", import.meta.url));
const read = (path: string): string => readFileSync(data + path, "utf8");

export const { gazetteer } = parseGazetteer(
  read("gazetteer.yaml"),
  "gazetteer.yaml",
  read("given-names.txt"),
);

export const KVM_PATH = "kvm-2013-12-03.txt";
export const KVM_TEXT = read(`minutes/${KVM_PATH}`);

export const toFile = (path: string, text: string): SourceFile => ({
  path,
  bytes: new TextEncoder().encode(text),
});

/** Builds a graph from texts by path. */
export async function buildMinutes(
  texts: Readonly<Record<string, string>>,
  corrections?: Corrections,
): Promise<MinutesGraph> {
  const files = Object.entries(texts).map(([path, text]) => toFile(path, text));
  const { graph } = await buildGraph(files, { gazetteer, ...(corrections ? { corrections } : {}) });
  return createMinutesGraph(graph);
}

/** The labels of a kind, sorted. */
export function listLabels(graph: MinutesGraph, kind: NodeKind): string[] {
  return graph
    .filterNodes((_, attributes) => attributes.kind === kind)
    .map((node) => graph.getNodeAttribute(node, "label"))
    .toSorted();
}

/** Every edge of a relation as "source -> target", sorted. */
export function listFacts(graph: MinutesGraph, relation: Relation): string[] {
  return graph
    .filterEdges((_, attributes) => attributes.relation === relation)
    .map((edge) =>
      graph
        .extremities(edge)
        .map((node) => graph.getNodeAttribute(node, "label"))
        .join(" -> "),
    )
    .toSorted();
}

/** The evidence for a fact; empty where the graph does not say it. Names are labels or aliases. */
export function findEvidence(
  graph: MinutesGraph,
  source: string,
  relation: Relation,
  target: string,
): Evidence[] {
  const isNamed = (node: string, name: string): boolean => {
    const { label, aliases } = graph.getNodeAttributes(node);
    return label === name || aliases.includes(name);
  };
  return graph
    .filterEdges(
      (_, attributes, from, to) =>
        attributes.relation === relation && isNamed(from, source) && isNamed(to, target),
    )
    .flatMap((edge) => graph.getEdgeAttribute(edge, "evidence"));
}
