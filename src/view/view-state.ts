import type { Span } from "../model/graph-attributes.ts";
import { NODE_KINDS, type NodeKind, RELATIONS, type Relation } from "../model/schema.ts";
import { type ChosenLook, INITIAL_LOOK, parseLook, writeLook } from "./look.ts";

export const VIEWS = ["graph", "overview", "matrix", "timeline", "promises", "list"] as const;
export type View = (typeof VIEWS)[number];

/** A sentence of a document. */
export interface Place extends Span {
  document: string;
}

/** What nodes and edges can be asked for, besides kinds and relations. */
export const FACET_IDS = ["organisation", "community", "status", "modality", "confidence", "weight"] as const;
export type FacetId = (typeof FACET_IDS)[number];
/** For each facet that is in use, the values of which one is asked for. */
export type Chosen = ReadonlyMap<FacetId, ReadonlySet<string>>;

/** The way between two nodes. */
export interface PathEnds {
  from: string;
  to: string;
}

/** What a link to the page brings back: everything that a reader chose, except where the camera is. */
export interface ViewState {
  view: View;
  selected: string | undefined;
  /** Two nodes or more that were selected together; then none is selected alone. */
  several: readonly string[];
  /** The question whose answer is shown. */
  asked: string | undefined;
  place: Place | undefined;
  hiddenKinds: ReadonlySet<NodeKind>;
  hiddenRelations: ReadonlySet<Relation>;
  /** Only what was said from this day on, and until this one; ISO 8601, absent for all time. */
  since: string | undefined;
  until: string | undefined;
  /** Only what lies within so many steps of the selected node; 0 for all. */
  steps: number;
  /** What colours, sizes and lines say. */
  look: ChosenLook;
  chosen: Chosen;
  /** Only nodes whose names, or sentences, have this text. */
  text: string;
  /** Nodes that are hidden by name. */
  hiddenNodes: ReadonlySet<string>;
  /** Nodes that the layout leaves where they are. */
  pinned: ReadonlySet<string>;
  /** Nodes whose neighbours are shown though filtered out. */
  expanded: ReadonlySet<string>;
  path: PathEnds | undefined;
  /** What becomes of that which filters take away. */
  rest: "gone" | "faint";
}

/** Being at a meeting and coming up in it link everything with everything: they are there when asked for. */
export const HIDDEN_AT_FIRST: ReadonlySet<Relation> = new Set(["attended", "covered"]);
export const MOST_STEPS = 3;
/** An address with more nodes would be too long for some programs. */
export const MOST_WRITTEN = 60;
/** In UTF-16 code units. */
const LONGEST_QUESTION = 200;

export const INITIAL_STATE: ViewState = {
  view: "graph",
  selected: undefined,
  several: [],
  asked: undefined,
  place: undefined,
  hiddenKinds: new Set(),
  hiddenRelations: HIDDEN_AT_FIRST,
  since: undefined,
  until: undefined,
  steps: 0,
  look: INITIAL_LOOK,
  chosen: new Map(),
  text: "",
  hiddenNodes: new Set(),
  pinned: new Set(),
  expanded: new Set(),
  path: undefined,
  rest: "gone",
};

/**
 * Reads a view from an address.
 * @param fragment what follows `#`; unknown and broken parts are passed over
 */
export function parseViewState(fragment: string): ViewState {
  const fields = new URLSearchParams(fragment.replace(/^#/, ""));
  const hidden = fields.get("relations");
  const steps = Number(fields.get("steps") ?? 0);
  return {
    view: VIEWS.find((view) => view === fields.get("view")) ?? "graph",
    selected: fields.get("node") || undefined,
    several: readSeveral(fields.getAll("nodes")),
    asked: fields.get("ask")?.slice(0, LONGEST_QUESTION) || undefined,
    place: parsePlace(fields.get("document"), fields.get("at")),
    hiddenKinds: new Set(pick(NODE_KINDS, fields.get("without"))),
    hiddenRelations:
      hidden === null
        ? HIDDEN_AT_FIRST
        : new Set(RELATIONS.filter((relation) => !hidden.split(".").includes(relation))),
    since: parseDate(fields.get("since")),
    until: parseDate(fields.get("until")),
    steps: Number.isInteger(steps) && steps > 0 ? Math.min(steps, MOST_STEPS) : 0,
    look: parseLook(fields),
    chosen: parseChosen(fields),
    text: (fields.get("text") ?? "").slice(0, LONGEST_QUESTION),
    hiddenNodes: new Set(fields.getAll("hide")),
    pinned: new Set(fields.getAll("pin")),
    expanded: new Set(fields.getAll("expand")),
    path: parsePath(fields.getAll("path")),
    rest: fields.get("rest") === "faint" ? "faint" : "gone",
  };
}

/** Writes a view as an address's fragment, without `#`; what is as at first is left out. */
export function writeViewState(state: ViewState): string {
  const fields = new URLSearchParams();
  if (state.view !== "graph") fields.set("view", state.view);
  if (state.selected !== undefined) fields.set("node", state.selected);
  if (state.several.length <= MOST_WRITTEN) for (const node of state.several) fields.append("nodes", node);
  if (state.asked !== undefined) fields.set("ask", state.asked);
  if (state.since !== undefined) fields.set("since", state.since);
  if (state.until !== undefined) fields.set("until", state.until);
  if (state.steps > 0) fields.set("steps", String(state.steps));
  if (state.place) {
    fields.set("document", state.place.document);
    fields.set("at", `${state.place.start}-${state.place.end}`);
  }
  if (state.hiddenKinds.size > 0)
    fields.set("without", NODE_KINDS.filter((kind) => state.hiddenKinds.has(kind)).join("."));
  if (!isSame(state.hiddenRelations, HIDDEN_AT_FIRST))
    fields.set("relations", RELATIONS.filter((relation) => !state.hiddenRelations.has(relation)).join("."));
  writeLook(state.look, fields);
  writeFocus(state, fields);
  return fields.toString();
}

/** Filters by what is said, and what is hidden, pinned, expanded or connected. */
function writeFocus(state: ViewState, fields: URLSearchParams): void {
  if (state.text !== "") fields.set("text", state.text);
  for (const id of FACET_IDS) appendAll(fields, id, state.chosen.get(id));
  appendAll(fields, "hide", state.hiddenNodes);
  appendAll(fields, "pin", state.pinned);
  appendAll(fields, "expand", state.expanded);
  if (state.path) appendAll(fields, "path", [state.path.from, state.path.to]);
  if (state.rest !== "gone") fields.set("rest", state.rest);
}

const parseDate = (text: string | null): string | undefined =>
  /^\d{4}-\d\d-\d\d$/.test(text ?? "") ? (text ?? undefined) : undefined;

function readSeveral(nodes: readonly string[]): string[] {
  const several = [...new Set(nodes.filter(Boolean))].slice(0, MOST_WRITTEN);
  return several.length > 1 ? several : [];
}

function appendAll(fields: URLSearchParams, name: string, values: Iterable<string> = []): void {
  for (const value of values) fields.append(name, value);
}

function parseChosen(fields: URLSearchParams): Chosen {
  return new Map(
    FACET_IDS.map((id) => [id, new Set(fields.getAll(id))] as const).filter(([, values]) => values.size > 0),
  );
}

function parsePath([from, to]: readonly string[]): PathEnds | undefined {
  return from && to ? { from, to } : undefined;
}

function parsePlace(document: string | null, at: string | null): Place | undefined {
  const [, start, end] = /^(\d{1,12})-(\d{1,12})$/.exec(at ?? "") ?? [];
  if (!document || start === undefined || end === undefined) return undefined;
  return { document, start: Number(start), end: Number(end) };
}

const pick = <T extends string>(all: readonly T[], value: string | null): T[] =>
  all.filter((item) => (value ?? "").split(".").includes(item));

export const isSame = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean =>
  a.size === b.size && [...a].every((item) => b.has(item));
