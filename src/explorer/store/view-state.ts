import type { Span } from "../../model/graph-attributes.ts";
import { NODE_KINDS, type NodeKind, RELATIONS, type Relation } from "../../model/schema.ts";
import { INITIAL_LOOK, type Look, parseLook, writeLook } from "./look.ts";

export const VIEWS = ["graph", "matrix", "timeline", "promises", "list"] as const;
export type View = (typeof VIEWS)[number];

/** A sentence of a document. */
export interface Place extends Span {
  document: string;
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
  look: Look;
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
  return fields.toString();
}

const parseDate = (text: string | null): string | undefined =>
  /^\d{4}-\d\d-\d\d$/.test(text ?? "") ? (text ?? undefined) : undefined;

function readSeveral(nodes: readonly string[]): string[] {
  const several = [...new Set(nodes.filter(Boolean))].slice(0, MOST_WRITTEN);
  return several.length > 1 ? several : [];
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
