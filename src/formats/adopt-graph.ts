import { numberBySize } from "../graph/number-by-size.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type {
  EdgeAttributes,
  Evidence,
  GraphAttributes,
  GraphDocument,
  NodeAttributes,
  SerializedMinutesGraph,
} from "../model/graph-attributes.ts";
import { createNodeKey } from "../model/node-key.ts";
import { RELATION_DEFINITIONS, RELATIONS, type Relation } from "../model/schema.ts";
import { createReadError, type ReadResult } from "./check-graph.ts";
import {
  type ForeignEdge,
  type ForeignGraph,
  type ForeignNode,
  guessKind,
  parseNameList,
  toCalendarDate,
} from "./foreign-graph.ts";

/**
 * Fits another program's graph into the form of a minutes graph.
 *
 * What its file says of an edge becomes a line of a document, and that line is the edge's evidence; edges of one date
 * share a document. Nothing is read out of the file that it does not say: an edge without a known relation is
 * `related_to`, a node without a known kind a topic.
 * Communities are the file's own where it has one for every node, else every node is in the first; what it lacks is told,
 * for `completeGraph` to add.
 * @param path the file's name, which becomes the documents' id
 * @returns no graph where an edge ends at no node or two nodes have one id
 */
export function adoptGraph(foreign: ForeignGraph, path: string): ReadResult {
  const problem = findProblem(foreign);
  if (problem) return { diagnostics: [{ ...createReadError(problem.message, path), ...problem.place }] };
  const draft: Draft = { nodes: new Map(), edges: new Map() };
  const keys = addNodes(draft, foreign.nodes);
  const documents = createDocuments(path, foreign.title || path);
  const loops = addEdges(draft, foreign.edges, keys, documents);
  for (const node of foreign.nodes)
    for (const date of node.dates) documents.addName(draft, date, keys.get(node.id) ?? "");
  const lacks = {
    places: !arePlaced(foreign.nodes),
    communities: !takeCommunities(draft, foreign.nodes, keys),
  };
  const attributes = { version: "1", documents: documents.finish(), joins: [], diagnostics: [] };
  const diagnostics = loops > 0 ? [tellLoops(loops, path)] : [];
  return { graph: finishGraph(draft, attributes), diagnostics, lacks };
}

/** The graph while it is put together. Plain maps: a large file is read in half the time without a graph's indices. */
interface Draft {
  nodes: Map<string, NodeAttributes>;
  edges: Map<string, DraftEdge>;
}

interface DraftEdge {
  source: string;
  target: string;
  attributes: EdgeAttributes;
}

function finishGraph(draft: Draft, attributes: GraphAttributes): SerializedMinutesGraph {
  const nodes = sortByKey(draft.nodes);
  const edges = sortByKey(draft.edges);
  for (const [, { source, target }] of edges)
    for (const end of [source, target]) getNode(draft, end).degree += 1;
  return {
    options: { type: "directed", multi: true, allowSelfLoops: false },
    attributes,
    nodes: nodes.map(([key, node]) => ({ key, attributes: node })),
    edges: edges.map(([key, { source, target, attributes: edge }]) => ({
      key,
      source,
      target,
      attributes: edge,
    })),
  };
}

/** By code units: unlike a function that compares them, this takes no time. */
function sortByKey<Item>(items: ReadonlyMap<string, Item>): (readonly [key: string, item: Item])[] {
  const keys = [...items.keys()].sort();
  return keys.map((key) => [key, items.get(key) as Item] as const);
}

/** The names that programs give to the column that tells a node's community. */
const COMMUNITY_COLUMNS = ["community", "modularity class", "modularity_class", "cluster"];

/** @returns whether the file tells the community of every node, and more than one of them */
function takeCommunities(
  { nodes }: Draft,
  foreign: readonly ForeignNode[],
  keys: ReadonlyMap<string, string>,
): boolean {
  const column = COMMUNITY_COLUMNS.find((name) => foreign[0]?.values[name]);
  if (column === undefined || !foreign.every(({ values }) => values[column])) return false;
  const places = new Map<string, number>();
  const found = new Map<string, number>();
  for (const { id, values } of foreign) {
    const name = values[column] ?? "";
    if (!places.has(name)) places.set(name, places.size);
    found.set(keys.get(id) ?? "", places.get(name) ?? 0);
  }
  if (places.size < 2) return false;
  for (const [key, community] of numberBySize(found)) {
    const node = nodes.get(key);
    if (node) node.community = community;
  }
  return true;
}

function getNode({ nodes }: Draft, key: string): NodeAttributes {
  return nodes.get(key) as NodeAttributes;
}

interface Problem {
  message: string;
  place?: Pick<Diagnostic, "line">;
}

function findProblem({ nodes, edges }: ForeignGraph): Problem | undefined {
  const ids = new Set<string>();
  for (const { id, line } of nodes) {
    if (ids.has(id)) return { message: `Two nodes have the id ${JSON.stringify(id)}`, place: toPlace(line) };
    ids.add(id);
  }
  for (const { source, target, line } of edges)
    for (const end of [source, target])
      if (!ids.has(end))
        return {
          message: `An edge ends at ${JSON.stringify(end)}, which is no node`,
          place: toPlace(line),
        };
  return nodes.length === 0 ? { message: "There is no node in it" } : undefined;
}

function toPlace(line: number | undefined): Pick<Diagnostic, "line"> {
  return line === undefined ? {} : { line };
}

function tellLoops(count: number, document: string): Diagnostic {
  const edges = count === 1 ? "An edge that starts and ends" : `${count} edges that start and end`;
  const message = `${edges} at one node ${count === 1 ? "was" : "were"} left out`;
  return { code: "self-loop", severity: "warning", message, document };
}

/** @returns the node's key by its id */
function addNodes(draft: Draft, nodes: readonly ForeignNode[]): Map<string, string> {
  const keys = new Map<string, string>();
  for (const node of nodes) {
    const kind = guessKind(node);
    const label = node.label || node.id;
    const base = createNodeKey(kind, label);
    let key = base;
    for (let count = 2; draft.nodes.has(key); count++) key = `${base}-${count}`;
    keys.set(node.id, key);
    const date = toCalendarDate(node.values["date"] ?? "") ?? node.dates[0];
    const aliases = parseNameList(node.values["aliases"] ?? "").sort();
    const position = { x: node.x ?? 0, y: node.y ?? 0 };
    const dated = kind === "meeting" && date ? { date } : {};
    draft.nodes.set(key, { kind, label, aliases, ...position, degree: 0, community: 0, ...dated });
  }
  return keys;
}

/** @returns how many edges were left out since they start and end at one node */
function addEdges(
  draft: Draft,
  edges: readonly ForeignEdge[],
  keys: ReadonlyMap<string, string>,
  documents: Documents,
): number {
  let loops = 0;
  for (const edge of edges) {
    const [source = "", target = ""] = [keys.get(edge.source), keys.get(edge.target)];
    if (source === target) loops += 1;
    else addEdge(draft, edge, [source, target], documents);
  }
  return loops;
}

function addEdge(
  draft: Draft,
  edge: ForeignEdge,
  [source, target]: readonly [string, string],
  documents: Documents,
): void {
  const relation = findRelation(draft, edge, source, target);
  const words = edge.label || RELATION_DEFINITIONS[relation].label;
  const dates = edge.dates.length > 0 ? edge.dates : [""];
  const sentences = edge.values["sentences"]?.split("\n").filter(Boolean);
  const evidence = sentences
    ? sentences.map((sentence) => documents.addSentence(dates[0] ?? "", sentence))
    : dates.map((date) => documents.addStatement(draft, date, [source, words, target]));
  const weight = edge.weight !== undefined && edge.weight > 0 ? edge.weight : evidence.length;
  const key = `${source}|${relation}|${target}`;
  const known = draft.edges.get(key)?.attributes;
  if (!known) draft.edges.set(key, { source, target, attributes: { relation, weight, evidence } });
  else {
    known.weight += weight;
    known.evidence.push(...evidence);
  }
}

function findRelation(draft: Draft, edge: ForeignEdge, source: string, target: string): Relation {
  const names = [edge.values["relation"], edge.values["kind"], edge.values[":type"], edge.label];
  if (!names.some(Boolean)) return "related_to";
  const said = new Set(names.map((name) => name?.toLowerCase().trim()));
  const relation = RELATIONS.find((name) => said.has(name) || said.has(RELATION_DEFINITIONS[name].label));
  if (!relation) return "related_to";
  const { sources, targets } = RELATION_DEFINITIONS[relation];
  const fits = sources.includes(getNode(draft, source).kind) && targets.includes(getNode(draft, target).kind);
  return fits ? relation : "related_to";
}

interface Documents {
  addStatement: (graph: Draft, date: string, parts: readonly [string, string, string]) => Evidence;
  addSentence: (date: string, sentence: string) => Evidence;
  /** That a node is there on a date. */
  addName: (graph: Draft, date: string, node: string) => void;
  finish: () => Record<string, GraphDocument>;
}

interface DocumentDraft extends Omit<GraphDocument, "text"> {
  lines: string[];
  length: number;
  named: Set<string>;
}

/** The file's statements as text: a document for each date. */
function createDocuments(path: string, title: string): Documents {
  const drafts = new Map<string, DocumentDraft>();
  const toId = (date: string) => (date ? `${path}#${date}` : path);
  const open = (date: string): DocumentDraft => {
    const known = drafts.get(date);
    if (known) return known;
    const draft = { path, title, date, mentions: [], lines: [], length: 0, named: new Set<string>() };
    drafts.set(date, draft);
    return draft;
  };
  const append = (draft: DocumentDraft, line: string): number => {
    const start = draft.length;
    draft.lines.push(line);
    draft.length += line.length + 1;
    return start;
  };
  const mention = ({ mentions, named }: DocumentDraft, node: string, start: number, end: number) => {
    named.add(node);
    mentions.push({ start, end, node });
  };
  const cite = (date: string, start: number, quote: string): Evidence => {
    return { document: toId(date), start, end: start + quote.length, quote, rule: "imported" };
  };
  return {
    addStatement(graph, date, [source, words, target]) {
      const draft = open(date);
      const [from, to] = [getNode(graph, source).label, getNode(graph, target).label];
      // No sign beyond Latin-1: one would double the memory of the whole text.
      const line = `${from} · ${words} · ${to}`;
      const start = append(draft, line);
      mention(draft, source, start, start + from.length);
      mention(draft, target, start + line.length - to.length, start + line.length);
      return cite(date, start, line);
    },
    addSentence(date, sentence) {
      return cite(date, append(open(date), sentence), sentence);
    },
    addName(graph, date, node) {
      const draft = open(date);
      if (draft.named.has(node)) return;
      const { label } = getNode(graph, node);
      const start = append(draft, label);
      mention(draft, node, start, start + label.length);
    },
    finish() {
      const dates = [...drafts.keys()].sort();
      return Object.fromEntries(
        dates.map((date) => {
          const { lines, mentions } = open(date);
          return [toId(date), { path, title, date, text: `${lines.join("\n")}\n`, mentions }];
        }),
      );
    },
  };
}

/** Whether every node has a position, and not all the same one. */
function arePlaced(nodes: readonly ForeignNode[]): boolean {
  const [first] = nodes;
  return (
    nodes.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y)) &&
    (nodes.length === 1 || nodes.some(({ x, y }) => x !== first?.x || y !== first?.y))
  );
}
