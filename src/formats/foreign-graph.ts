import type { NodeKind } from "../model/schema.ts";

/** A graph as another program has it: what its file says, before it is fitted into the form of a minutes graph. */
export interface ForeignGraph {
  title: string;
  nodes: ForeignNode[];
  edges: ForeignEdge[];
}

export interface ForeignNode {
  id: string;
  label: string;
  /** What the file says besides, by the lower-case title of the column. */
  values: Record<string, string>;
  /** ISO 8601 calendar dates on which it is there. */
  dates: string[];
  x?: number;
  y?: number;
  /** Where it stands in the file, from 1. */
  line?: number;
}

export interface ForeignEdge {
  source: string;
  target: string;
  /** What the file calls the edge; the empty string where it does not. */
  label: string;
  values: Record<string, string>;
  dates: string[];
  weight?: number;
  line?: number;
}

const KIND_COLUMNS = ["kind", "type", "node type", "entity type", "category", "class", "labels", ":label"];
const KIND_NAMES: Readonly<Record<string, NodeKind>> = {
  person: "person",
  people: "person",
  human: "person",
  author: "person",
  user: "person",
  organisation: "organisation",
  organization: "organisation",
  org: "organisation",
  company: "organisation",
  institution: "organisation",
  project: "project",
  software: "project",
  product: "project",
  topic: "topic",
  subject: "topic",
  concept: "topic",
  keyword: "topic",
  meeting: "meeting",
  event: "meeting",
};

/** A node's kind, from the column that tells it; without one, everything is a topic. */
export function guessKind({ values }: ForeignNode): NodeKind {
  const value = KIND_COLUMNS.map((column) => values[column]).find(Boolean) ?? "";
  const words = value.toLowerCase().split(/[^\p{L}]+/u);
  const known = words.find((word) => Object.hasOwn(KIND_NAMES, word));
  return (known && KIND_NAMES[known]) || "topic";
}

/** Reads a list of names: JSON, GEXF 1.3's brackets, or GEXF 1.2's bars. */
export function parseNameList(text: string): string[] {
  if (text === "") return [];
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value)) return value.filter((item) => typeof item === "string");
  } catch {
    // Not JSON: an older list.
  }
  const bare = text.replace(/^\s*\[|\]\s*$/g, "");
  const names = bare.split(bare.includes("|") ? "|" : ",").map((name) => name.trim().replace(/^"|"$/g, ""));
  return names.filter(Boolean);
}

/** The calendar date that a point of time lies on: a date, a date with a time, a month or a year; else nothing. */
export function toCalendarDate(text: string): string | undefined {
  const [, year, month = "01", day = "01"] =
    /^\s*([12]\d{3})(?:-(\d\d)(?:-(\d\d)(?:[T ].*)?)?|\.0+)?\s*$/.exec(text) ?? [];
  const date = `${year}-${month}-${day}`;
  const time = Date.parse(date);
  return year === undefined || Number.isNaN(time) || new Date(time).getUTCDate() !== Number(day)
    ? undefined
    : date;
}
