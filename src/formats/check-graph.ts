import * as v from "valibot";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { GraphDocument, SerializedMinutesGraph } from "../model/graph-attributes.ts";
import { MODALITIES, NODE_KINDS, RELATIONS, STATUSES } from "../model/schema.ts";

export interface ReadResult {
  /** Absent where the file is not a graph that can be used; the diagnostics then say why. */
  graph?: SerializedMinutesGraph;
  diagnostics: Diagnostic[];
  /** What the file does not tell, and `completeGraph` adds; absent where it tells all. */
  lacks?: Lacks;
}

export interface Lacks {
  /** Whether nodes have no positions, or all the same one. */
  places: boolean;
  communities: boolean;
}

const MAX_DIAGNOSTICS = 20;

const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const count = v.optional(offset, 0);
const finite = v.pipe(v.number(), v.finite());
const names = v.optional(v.array(v.string()), () => []);

const evidence = v.looseObject({
  document: v.string(),
  start: offset,
  end: offset,
  quote: v.string(),
  rule: v.string(),
  modality: v.exactOptional(v.picklist(MODALITIES)),
  status: v.exactOptional(v.picklist(STATUSES)),
});

const node = v.object({
  key: v.string(),
  attributes: v.looseObject({
    kind: v.picklist(NODE_KINDS),
    label: v.string(),
    aliases: names,
    x: finite,
    y: finite,
    degree: count,
    community: count,
    date: v.exactOptional(v.string()),
    document: v.exactOptional(v.string()),
    series: v.exactOptional(v.string()),
  }),
});

const edge = v.object({
  key: v.exactOptional(v.string()),
  source: v.string(),
  target: v.string(),
  undirected: v.exactOptional(v.boolean()),
  attributes: v.looseObject({
    relation: v.picklist(RELATIONS),
    weight: finite,
    evidence: v.pipe(v.array(evidence), v.minLength(1)),
  }),
});

const document = v.looseObject({
  path: v.string(),
  title: v.string(),
  date: v.string(),
  text: v.string(),
  mentions: v.optional(v.array(v.looseObject({ start: offset, end: offset, node: v.string() })), () => []),
});

// Not v.record: it leaves out what is called "constructor" or "prototype", as a file may be.
const documents = v.pipe(
  v.custom<Record<string, unknown>>(
    (value) => typeof value === "object" && value !== null,
    "Expected Object",
  ),
  v.transform((value) => Object.entries(value)),
  v.array(v.tuple([v.string(), document])),
  v.transform((entries): Record<string, GraphDocument> => Object.fromEntries(entries)),
);

const graphFile = v.object({
  attributes: v.looseObject({
    version: v.optional(v.string(), "1"),
    documents,
    joins: v.optional(
      v.array(
        v.looseObject({
          node: v.string(),
          surface: v.string(),
          reason: v.string(),
          document: v.exactOptional(v.string()),
        }),
      ),
      () => [],
    ),
    diagnostics: v.optional(
      v.array(
        v.looseObject({
          code: v.string(),
          severity: v.picklist(["error", "warning", "info"]),
          message: v.string(),
          document: v.exactOptional(v.string()),
          start: v.exactOptional(offset),
          end: v.exactOptional(offset),
          line: v.exactOptional(offset),
          column: v.exactOptional(offset),
          hint: v.exactOptional(v.string()),
        }),
      ),
      () => [],
    ),
    views: v.exactOptional(
      v.array(v.looseObject({ id: v.string(), name: v.string(), note: v.string(), view: v.string() })),
    ),
  }),
  options: v.optional(v.looseObject({}), () => ({})),
  nodes: v.array(node),
  edges: v.array(edge),
});

/**
 * Checks all of what a graph file holds (graphology's serialised form).
 * @param path the file's name, for the messages
 * @returns the graph, or diagnostics that say what is wrong
 */
export function checkGraph(value: unknown, path: string): ReadResult {
  const checked = v.safeParse(graphFile, value);
  if (!checked.success) return { diagnostics: tellIssues(checked.issues, path) };
  const { attributes, nodes, edges } = checked.output;
  const graph: SerializedMinutesGraph = {
    attributes,
    options: { type: "directed", multi: true, allowSelfLoops: false },
    nodes,
    edges,
  };
  const problems = [...findBrokenReferences(graph)].slice(0, MAX_DIAGNOSTICS);
  if (problems.length > 0) return { diagnostics: problems.map((message) => createReadError(message, path)) };
  return { graph, diagnostics: findWrongQuotes(graph, path) };
}

/** The first of what a file's schema finds wrong, each with its place in the file. */
export function tellIssues(issues: readonly v.BaseIssue<unknown>[], path: string): Diagnostic[] {
  return issues.slice(0, MAX_DIAGNOSTICS).map((issue) => {
    const place = v.getDotPath(issue) ?? "the file";
    return createReadError(
      `${place}: expected ${issue.expected ?? "something else"}, got ${issue.received}`,
      path,
    );
  });
}

/** A file that is no graph, or no whole one. */
export function createReadError(message: string, path: string): Diagnostic {
  return {
    code: "not-a-graph",
    severity: "error",
    message,
    document: path,
    hint: "A graph file is what `minutes-graph build` writes",
  };
}

function* findBrokenReferences({ nodes, edges }: SerializedMinutesGraph): Generator<string> {
  const known = new Set<string>();
  for (const { key } of nodes) {
    if (known.has(key)) yield `Two nodes have the key ${JSON.stringify(key)}`;
    known.add(key);
  }
  const seen = new Set<string>();
  for (const { key, source, target, attributes } of edges) {
    const edgeKey = key ?? `${source}|${attributes?.relation}|${target}`;
    for (const end of [source, target])
      if (!known.has(end))
        yield `The edge ${JSON.stringify(edgeKey)} ends at ${JSON.stringify(end)}, which is no node`;
    if (source === target) yield `The edge ${JSON.stringify(edgeKey)} starts and ends at one node`;
    if (seen.has(edgeKey)) yield `Two edges have the key ${JSON.stringify(edgeKey)}`;
    seen.add(edgeKey);
  }
}

/** Quotes that are not what stands at their offsets; a document whose text was left out is not asked. */
function findWrongQuotes({ attributes, edges }: SerializedMinutesGraph, path: string): Diagnostic[] {
  const wrong = edges.flatMap(({ key, attributes: edgeAttributes }) =>
    (edgeAttributes?.evidence ?? [])
      .filter(
        ({ document: id, start, end, quote }) => !isQuoteOf(attributes.documents[id], quote, start, end),
      )
      .map(() => key),
  );
  if (wrong.length === 0) return [];
  const message = `${wrong.length} sentences are not what stands at their place, first that of ${JSON.stringify(wrong[0])}`;
  return [{ code: "wrong-quote", severity: "warning", message, document: path }];
}

function isQuoteOf(cited: GraphDocument | undefined, quote: string, start: number, end: number): boolean {
  return !cited?.text || cited.text.slice(start, end) === quote;
}
