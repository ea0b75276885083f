/** Measures that are computed when asked for, in a worker; see `src/explorer/metrics`. */
export const METRIC_IDS = ["degree", "betweenness", "pagerank", "core"] as const;
export type MetricId = (typeof METRIC_IDS)[number];
export const METRIC_NAMES: Readonly<Record<MetricId, string>> = {
  degree: "Degree",
  betweenness: "Betweenness",
  pagerank: "PageRank",
  core: "Core",
};
export type MeasureId = MetricId | "community";

/** Numbers of nodes. */
export interface Measure {
  title: string;
  description: string;
  values?: ReadonlyMap<string, number>;
  /** How finely groups were told apart for it. */
  resolution: number;
  /** Why there are none. */
  problem?: string;
}

/** A measure that is being computed. */
export interface MeasureProgress {
  id: MeasureId;
  title: string;
  /** What is done of it, from 0 to 1. */
  share: number;
}

/** What a colour can say. */
export const COLOURS = ["kind", "community", "organisation", "first", "last", ...METRIC_IDS] as const;
/** What a halo can say. */
export const HALOS = ["none", "promise", "recent"] as const;
/** What is said by time: wanted is more than one day. */
export const TIMED: ReadonlySet<string> = new Set(["first", "last", "recent"]);
/** What a size can say. */
export const SIZES = ["importance", "weight", ...METRIC_IDS] as const;
export const COLOUR_NAMES: Readonly<Record<(typeof COLOURS)[number], string>> = {
  kind: "Kind",
  community: "Community",
  organisation: "Organisation",
  first: "First spoken of",
  last: "Last spoken of",
  ...METRIC_NAMES,
};
export const HALO_NAMES: Readonly<Record<(typeof HALOS)[number], string>> = {
  none: "Nothing",
  promise: "A promise to act",
  recent: "The last meeting",
};
export const SIZE_NAMES: Readonly<Record<(typeof SIZES)[number], string>> = {
  importance: "Importance",
  weight: "Sentences",
  ...METRIC_NAMES,
};
export const LABELS = ["many", "few", "none"] as const;
export const LINES = ["all", "thin", "none"] as const;
/** Arrangements of the nodes; see `src/explorer/layouts`. */
export const ARRANGEMENT_IDS = ["file", "layers", "circles", "apart"] as const;
export type ArrangementId = (typeof ARRANGEMENT_IDS)[number];
export const ARRANGEMENT_NAMES: Readonly<Record<ArrangementId, string>> = {
  file: "By links",
  layers: "Layers",
  circles: "Circles by kind",
  apart: "Without overlap",
};
/** How finely communities are told apart: 1 as the graph file has them, more for smaller ones. */
export const RESOLUTION = { least: 0.2, first: 1, most: 3, step: 0.1 } as const;

/** What the picture's colours, sizes and lines say: the reader's choice. */
export interface Look {
  colour: (typeof COLOURS)[number];
  size: (typeof SIZES)[number];
  halo: (typeof HALOS)[number];
  labels: (typeof LABELS)[number];
  lines: (typeof LINES)[number];
  layout: ArrangementId;
  /** Whether communities are outlined, where the colour tells them. */
  hulls: boolean;
  resolution: number;
  /** The group that stands out, by its key; the others are faint. */
  group: string | undefined;
  /** Measures that the list has columns for. */
  columns: readonly MetricId[];
}

/** What a reader chose; what colours say is left to the page where it is undefined. */
export type ChosenLook = Omit<Look, "colour"> & { colour: Look["colour"] | undefined };

export const INITIAL_LOOK: ChosenLook = {
  colour: undefined,
  size: "importance",
  halo: "none",
  labels: "many",
  lines: "all",
  layout: "file",
  hulls: true,
  resolution: RESOLUTION.first,
  group: undefined,
  columns: [],
};

/** The names of custom properties without their dashes, so that legend and picture agree. */
export const GROUP_SWATCHES = ["group-1", "group-2", "group-3", "group-4", "group-5", "group-6"] as const;
export const RAMP_SWATCHES = ["ramp-1", "ramp-2", "ramp-3", "ramp-4", "ramp-5"] as const;
export type Swatch = (typeof GROUP_SWATCHES)[number] | (typeof RAMP_SWATCHES)[number] | "group-other";

/** How the nodes of a group look. */
export interface GroupStyle {
  swatch: Swatch;
  /** Whether the ground is seen in the middle of its nodes: so each colour stands for two groups. */
  hasCore: boolean;
}

/** So many groups have a look of their own; the others share one. */
export const MOST_GROUPS = 2 * GROUP_SWATCHES.length;

/** The look of a group by its place among all, the largest being 0. */
export function styleOf(rank: number): GroupStyle {
  const swatch = rank < MOST_GROUPS ? GROUP_SWATCHES[rank % GROUP_SWATCHES.length] : undefined;
  return { swatch: swatch ?? "group-other", hasCore: swatch !== undefined && rank >= GROUP_SWATCHES.length };
}

/** Nodes of one colour. */
export interface Group extends GroupStyle {
  key: string;
  name: string;
  /** How many of its nodes are shown. */
  count: number;
}

/** What a look comes to on the graph that is open. */
export interface Paint {
  look: Look;
  /** In the order of the legend; absent where the colour says the kind. */
  groups?: readonly Group[];
  groupOf: ReadonlyMap<string, Group>;
  /** The radius of nodes in pixels at the first zoom; absent where the size says the importance. */
  sizes?: ReadonlyMap<string, number>;
  /** What sizes mean, in words with the least and the most. */
  sizeNote?: string;
  /** The nodes with a halo. */
  haloes?: ReadonlySet<string>;
}

/** Reads a look from an address's fields; what is unknown is as at first. */
export function parseLook(fields: URLSearchParams): ChosenLook {
  const pick = <T extends string, First extends T | undefined>(
    all: readonly T[],
    name: string,
    first: First,
  ) => all.find((item) => item === fields.get(name)) ?? first;
  const columns = fields.get("columns")?.split(".") ?? [];
  return {
    colour: pick(COLOURS, "colour", INITIAL_LOOK.colour),
    size: pick(SIZES, "size", INITIAL_LOOK.size),
    halo: pick(HALOS, "halo", INITIAL_LOOK.halo),
    labels: pick(LABELS, "labels", INITIAL_LOOK.labels),
    lines: pick(LINES, "lines", INITIAL_LOOK.lines),
    layout: pick(ARRANGEMENT_IDS, "layout", INITIAL_LOOK.layout),
    hulls: fields.get("hulls") !== "off",
    resolution: parseResolution(fields.get("resolution")),
    group: fields.get("group") || undefined,
    columns: METRIC_IDS.filter((id) => columns.includes(id)),
  };
}

/** Writes what of a look is not as at first. */
export function writeLook(look: ChosenLook, fields: URLSearchParams): void {
  if (look.colour !== undefined) fields.set("colour", look.colour);
  for (const name of ["size", "halo", "labels", "lines", "layout"] as const)
    if (look[name] !== INITIAL_LOOK[name]) fields.set(name, look[name]);
  if (!look.hulls) fields.set("hulls", "off");
  if (look.resolution !== INITIAL_LOOK.resolution) fields.set("resolution", String(look.resolution));
  if (look.group !== undefined) fields.set("group", look.group);
  if (look.columns.length > 0) fields.set("columns", look.columns.join("."));
}

/** Whether the picture is as it is without any choice. */
export function isPlain({ colour, size, halo, columns, group }: Look): boolean {
  const isAsAtFirst = colour === "kind" && size === "importance" && halo === "none";
  return isAsAtFirst && columns.length === 0 && group === undefined;
}

function parseResolution(value: string | null): number {
  const resolution = Number(value ?? RESOLUTION.first);
  if (!Number.isFinite(resolution)) return RESOLUTION.first;
  const rounded = Math.round(resolution / RESOLUTION.step) * RESOLUTION.step;
  return Number(Math.min(RESOLUTION.most, Math.max(RESOLUTION.least, rounded)).toFixed(1));
}
