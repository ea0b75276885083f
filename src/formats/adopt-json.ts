import * as v from "valibot";
import { adoptGraph } from "./adopt-graph.ts";
import { type ReadResult, tellIssues } from "./check-graph.ts";
import { type ForeignEdge, type ForeignNode, toCalendarDate } from "./foreign-graph.ts";

const key = v.union([v.string(), v.pipe(v.number(), v.transform(String))]);
const attributes = v.optional(v.record(v.string(), v.unknown()), () => ({}));
const graphology = v.object({
  attributes,
  nodes: v.array(v.object({ key, attributes })),
  edges: v.optional(v.array(v.object({ source: key, target: key, attributes })), () => []),
});

/**
 * Fits a graph of graphology's serialised form that is not of minutes into the form of one: see {@link adoptGraph}.
 * @param path the file's name, for messages and for the documents that stand for it
 */
export function adoptJson(value: unknown, path: string): ReadResult {
  const { success, output, issues } = v.safeParse(graphology, value);
  if (!success) return { diagnostics: tellIssues(issues, path) };
  const { name, title } = toValues(output.attributes);
  return adoptGraph(
    {
      title: title ?? name ?? "",
      nodes: output.nodes.map((node) => toNode(node.key, node.attributes)),
      edges: output.edges.map((edge) => toEdge(edge.source, edge.target, edge.attributes)),
    },
    path,
  );
}

function toNode(id: string, given: Record<string, unknown>): ForeignNode {
  const values = toValues(given);
  const { x, y } = given;
  return {
    id,
    label: values["label"] ?? values["name"] ?? "",
    values,
    dates: toDates(values),
    ...(typeof x === "number" && typeof y === "number" && { x, y }),
  };
}

function toEdge(source: string, target: string, given: Record<string, unknown>): ForeignEdge {
  const values = toValues(given);
  const { weight } = given;
  return {
    source,
    target,
    label: values["label"] ?? values["relation"] ?? values["kind"] ?? "",
    values,
    dates: toDates(values),
    ...(typeof weight === "number" && { weight }),
  };
}

/** As text, as every other form has them. */
function toValues(given: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]): [string, string][] => {
      if (typeof value === "string") return [[name.toLowerCase(), value]];
      const isText = typeof value === "number" || typeof value === "boolean" || Array.isArray(value);
      return isText ? [[name.toLowerCase(), JSON.stringify(value)]] : [];
    }),
  );
}

function toDates({ date, start, year }: Record<string, string>): string[] {
  const day = toCalendarDate(date ?? start ?? year ?? "");
  return day === undefined ? [] : [day];
}
