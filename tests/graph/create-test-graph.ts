import { createMinutesGraph } from "../../src/graph/create-minutes-graph.ts";
import type { Evidence, MinutesGraph } from "../../src/model/graph-attributes.ts";
import { createNodeKey } from "../../src/model/node-key.ts";
import type { Modality, NodeKind, Relation, Status } from "../../src/model/schema.ts";

/** One sentence of a meeting: `from` and `to` are written `kind:Name`. */
export interface Statement {
  from: string;
  relation: Relation;
  to: string;
  sentence?: string;
  modality?: Modality;
  status?: Status;
}

export interface TestMeeting {
  date: string;
  title?: string;
  statements: Statement[];
}

/** The graph of meetings whose text is their statements' sentences, one a line. */
export function createTestGraph(meetings: readonly TestMeeting[]): MinutesGraph {
  const graph = createMinutesGraph();
  for (const meeting of meetings) addMeeting(graph, meeting);
  return graph;
}

/** The key of `kind:Name`. */
export function keyOf(name: string): string {
  const colon = name.indexOf(":");
  return createNodeKey(name.slice(0, colon) as NodeKind, name.slice(colon + 1));
}

function addMeeting(graph: MinutesGraph, { date, title = "Call", statements }: TestMeeting): void {
  const document = `${date}-${title}.txt`;
  const meeting = `meeting:${date} ${title}`;
  let text = `${title}, ${date}\n`;
  mergeNode(graph, meeting);
  graph.mergeNodeAttributes(keyOf(meeting), { label: title, date, document, series: title });
  for (const statement of statements) {
    const { from, relation, to, modality, status } = statement;
    const quote = statement.sentence ?? `${from} ${relation} ${to}.`;
    const evidence: Evidence = {
      document,
      start: text.length,
      end: text.length + quote.length,
      quote,
      rule: "test",
    };
    if (modality) evidence.modality = modality;
    if (status) evidence.status = status;
    text += `${quote}\n`;
    addEvidence(graph, [from, relation, to], evidence);
    const covered = relation !== "attended" && relation !== "affiliated_with" && relation !== "part_of";
    if (covered) addEvidence(graph, [meeting, "covered", to], { ...evidence, rule: "test" });
  }
  graph.updateAttribute("documents", (documents) => ({
    ...documents,
    [document]: { path: `minutes/${document}`, title, date, text, mentions: [] },
  }));
}

function addEvidence(graph: MinutesGraph, edge: [string, Relation, string], evidence: Evidence): void {
  const [source, target] = [mergeNode(graph, edge[0]), mergeNode(graph, edge[2])];
  const key = `${source}|${edge[1]}|${target}`;
  if (!graph.hasEdge(key)) {
    graph.addDirectedEdgeWithKey(key, source, target, { relation: edge[1], weight: 0, evidence: [] });
  }
  graph.updateEdgeAttributes(key, (attributes) => ({
    relation: edge[1],
    weight: (attributes.weight ?? 0) + 1,
    evidence: [...(attributes.evidence ?? []), evidence],
  }));
}

function mergeNode(graph: MinutesGraph, name: string): string {
  const key = keyOf(name);
  if (!graph.hasNode(key)) {
    const kind = name.slice(0, name.indexOf(":")) as NodeKind;
    const label = name.slice(name.indexOf(":") + 1);
    graph.addNode(key, { kind, label, aliases: [], x: 0, y: 0, degree: 0, community: 0 });
  }
  return key;
}
