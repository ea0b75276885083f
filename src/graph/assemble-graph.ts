import type {
  Evidence,
  GraphDocument,
  Join,
  MinutesGraph,
  NodeAttributes,
  NodeMention,
} from "../model/graph-attributes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Gazetteer } from "../model/gazetteer.ts";
import { createNodeKey, foldName } from "../model/node-key.ts";
import { RELATION_DEFINITIONS, type Relation } from "../model/schema.ts";
import type { DocumentAnalysis, LocalClaim, LocalEntity } from "../resolve/document-analysis.ts";
import type { MergedEntity } from "../resolve/merge-entities.ts";
import { compareCodeUnits } from "./compare-code-units.ts";
import { createMinutesGraph } from "./create-minutes-graph.ts";

/**
 * Puts entities and claims together as a graph without positions: a node for each entity, an edge for each source,
 * relation and target that somebody says, with every sentence that says it.
 * @param analyses in the order of their ids
 * @param entities as `mergeEntities` gives them for these analyses
 */
export function assembleGraph(
  analyses: readonly DocumentAnalysis[],
  entities: readonly MergedEntity[],
  gazetteer: Gazetteer,
): MinutesGraph {
  const keys = assignKeys(entities);
  const keyOf = analyses.map((): string[] => []);
  entities.forEach((entity, index) => {
    for (const member of entity.members)
      (keyOf[member.document] as string[])[member.entity] = keys[index] as string;
  });
  const graph = createMinutesGraph();
  entities.forEach((entity, index) =>
    graph.addNode(keys[index] as string, createNode(entity, analyses[entity.members[0]?.document ?? 0])),
  );
  const edges = collectEdges(analyses, keyOf, graph);
  addKnownParts(edges, graph, gazetteer);
  addEdges(edges, graph, analyses);
  graph.setAttribute("documents", collectDocuments(analyses, keyOf));
  graph.setAttribute(
    "joins",
    [...collectJoins(analyses, keyOf), ...collectMeetingJoins(analyses, entities, keys)].sort(byNode),
  );
  graph.setAttribute("diagnostics", collectDiagnostics(analyses));
  return graph;
}

/** Keys from the labels; of entities with one label, which cannot be told apart, the later ones are numbered. */
function assignKeys(entities: readonly MergedEntity[]): string[] {
  const used = new Map<string, number>();
  return entities.map(({ kind, label, date }) => {
    const base = createNodeKey(kind, kind === "meeting" && date ? `${label} ${date}` : label);
    const count = (used.get(base) ?? 0) + 1;
    used.set(base, count);
    if (count === 1) return base;
    const key = `${base}-${count}`;
    used.set(key, 1);
    return key;
  });
}

function createNode(entity: MergedEntity, document: DocumentAnalysis | undefined): NodeAttributes {
  const { kind, label, aliases, date, series } = entity;
  return {
    kind,
    label,
    aliases,
    x: 0,
    y: 0,
    degree: 0,
    community: 0,
    ...(kind === "meeting" && date ? { date } : {}),
    ...(kind === "meeting" && document ? { document: document.id } : {}),
    ...(kind === "meeting" && series ? { series } : {}),
  };
}

interface CollectedEdge {
  source: string;
  relation: Relation;
  target: string;
  /** By place and rule, so that each is there once. */
  evidence: Map<string, Evidence>;
}

type CollectedEdges = Map<string, CollectedEdge>;

function collectEdges(
  analyses: readonly DocumentAnalysis[],
  keyOf: readonly (readonly string[])[],
  graph: MinutesGraph,
): CollectedEdges {
  const edges: CollectedEdges = new Map();
  analyses.forEach((analysis, index) => {
    const keys = keyOf[index] ?? [];
    for (const claim of analysis.claims) {
      const [source, target] = [keys[claim.source], keys[claim.target]];
      if (source === undefined || target === undefined) continue;
      addEvidence(edges, graph, { source, relation: claim.relation, target }, toEvidence(analysis, claim));
      const meeting = keys[analysis.meeting];
      if (meeting === undefined || claim.relation === "covered" || claim.relation === "attended") continue;
      const cover = { source: meeting, relation: "covered" as const, target };
      addEvidence(edges, graph, cover, { ...toEvidence(analysis, claim), rule: "named" });
    }
  });
  return edges;
}

function toEvidence({ id, text }: DocumentAnalysis, claim: LocalClaim): Evidence {
  const { start, end, rule, modality, status } = claim;
  return {
    document: id,
    start,
    end,
    quote: text.slice(start, end),
    rule,
    ...(modality ? { modality } : {}),
    ...(status ? { status } : {}),
  };
}

type Triple = Pick<CollectedEdge, "source" | "relation" | "target">;

function addEvidence(edges: CollectedEdges, graph: MinutesGraph, triple: Triple, evidence: Evidence): void {
  const { source, relation, target } = triple;
  const { sources, targets } = RELATION_DEFINITIONS[relation];
  const fits =
    source !== target &&
    evidence.quote !== "" &&
    sources.includes(graph.getNodeAttribute(source, "kind")) &&
    targets.includes(graph.getNodeAttribute(target, "kind"));
  if (!fits) return;
  const key = `${source}|${relation}|${target}`;
  const edge = edges.get(key) ?? { source, relation, target, evidence: new Map<string, Evidence>() };
  edges.set(key, edge);
  const place = `${evidence.document} ${evidence.start} ${evidence.end}`;
  const known = edge.evidence.get(place);
  if (!known || isPlainer(evidence, known)) edge.evidence.set(place, evidence);
}

/** Of two readings of one sentence, the one that says more: a plain fact before a plan, one with a status before one without. */
function isPlainer(a: Evidence, b: Evidence): boolean {
  const rank = ({ modality, status }: Evidence): number => (modality ? 0 : 2) + (status ? 1 : 0);
  return rank(a) - rank(b) > 0 || (rank(a) === rank(b) && compareCodeUnits(a.rule, b.rule) < 0);
}

/** What the gazetteer knows to be part of what, where the minutes name both. */
function addKnownParts(edges: CollectedEdges, graph: MinutesGraph, gazetteer: Gazetteer): void {
  const projects = new Map<string, string>();
  const parts = new Map<string, string>();
  graph.forEachNode((key, { kind, label, aliases }) => {
    if (kind === "project") projects.set(foldName(label), key);
    if (kind === "project" || kind === "topic") parts.set(foldName(label), key);
    if (kind === "topic")
      for (const alias of aliases) if (!parts.has(foldName(alias))) parts.set(foldName(alias), key);
  });
  const covered = new Map<string, CollectedEdge[]>();
  for (const edge of edges.values())
    if (edge.relation === "covered") covered.set(edge.target, [...(covered.get(edge.target) ?? []), edge]);
  for (const entry of gazetteer.entries) {
    const part = entry.partOf.length > 0 ? parts.get(foldName(entry.name)) : undefined;
    for (const whole of part === undefined ? [] : entry.partOf) {
      const target = projects.get(foldName(whole));
      if (part === undefined || target === undefined) continue;
      const triple = { source: part, relation: "part_of" as const, target };
      for (const { evidence } of covered.get(part) ?? [])
        for (const { document, start, end, quote } of [...evidence.values()].slice(0, 1))
          addEvidence(edges, graph, triple, { document, start, end, quote, rule: "gazetteer" });
    }
  }
}

function addEdges(edges: CollectedEdges, graph: MinutesGraph, analyses: readonly DocumentAnalysis[]): void {
  const dates = new Map(analyses.map(({ id, date }) => [id, date]));
  const byTime = (a: Evidence, b: Evidence): number =>
    compareCodeUnits(dates.get(a.document) ?? "", dates.get(b.document) ?? "") ||
    compareCodeUnits(a.document, b.document) ||
    a.start - b.start ||
    a.end - b.end;
  for (const [key, { source, relation, target, evidence }] of edges) {
    const sorted = [...evidence.values()].sort(byTime);
    graph.addDirectedEdgeWithKey(key, source, target, { relation, weight: sorted.length, evidence: sorted });
  }
}

function collectDocuments(
  analyses: readonly DocumentAnalysis[],
  keyOf: readonly (readonly string[])[],
): Record<string, GraphDocument> {
  return Object.fromEntries(
    analyses.map((analysis, index) => {
      const { id, path, title, date, text } = analysis;
      return [id, { path, title, date, text, mentions: collectMentions(analysis, keyOf[index] ?? []) }];
    }),
  );
}

/** The longest of the mentions that overlap; of two at one place, the one of the more telling kind. */
function collectMentions({ mentions, entities }: DocumentAnalysis, keys: readonly string[]): NodeMention[] {
  const rank = (entity: number): number =>
    ["person", "organisation", "project", "topic", "meeting"].indexOf((entities[entity] as LocalEntity).kind);
  const sorted = [...mentions].sort(
    (a, b) => a.start - b.start || b.end - a.end || rank(a.entity) - rank(b.entity),
  );
  const found: NodeMention[] = [];
  let end = 0;
  for (const mention of sorted) {
    const node = keys[mention.entity];
    if (node === undefined || mention.start < end || mention.end <= mention.start) continue;
    found.push({ start: mention.start, end: mention.end, node });
    end = mention.end;
  }
  return found;
}

function collectJoins(analyses: readonly DocumentAnalysis[], keyOf: readonly (readonly string[])[]): Join[] {
  const joins = analyses.flatMap(({ id, joins: local }, index) =>
    local.flatMap(({ entity, surface, reason }) => {
      const node = keyOf[index]?.[entity];
      return node === undefined ? [] : [{ node, surface, reason, document: id }];
    }),
  );
  return joins;
}

/** Entities of several meetings that were taken for one. */
function collectMeetingJoins(
  analyses: readonly DocumentAnalysis[],
  entities: readonly MergedEntity[],
  keys: readonly string[],
): Join[] {
  return entities.flatMap(({ members, reasons }, index) =>
    reasons.flatMap((reason, at) => {
      const { document, entity } = members[at + 1] as MergedEntity["members"][number];
      const analysis = analyses[document] as DocumentAnalysis;
      const surface = (analysis.entities[entity] as LocalEntity).label;
      return [{ node: keys[index] as string, surface, reason, document: analysis.id }];
    }),
  );
}

const byNode = (a: Join, b: Join): number =>
  compareCodeUnits(a.node, b.node) ||
  compareCodeUnits(a.surface, b.surface) ||
  compareCodeUnits(a.document ?? "", b.document ?? "") ||
  compareCodeUnits(a.reason, b.reason);

function collectDiagnostics(analyses: readonly DocumentAnalysis[]): Diagnostic[] {
  return analyses.flatMap(({ id, diagnostics }) =>
    diagnostics.map((diagnostic) => ({ document: id, ...diagnostic })),
  );
}
